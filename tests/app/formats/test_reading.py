from pathlib import Path

import pytest

from app.errors import UserError
from app.formats import FORMATS, endings, format_for, format_named, is_story, read_file, read_text
from app.model import BlockKind

STORIES = Path(__file__).parents[2] / "data" / "stories"
STORY_FORMATS = [known for known in FORMATS if known.read and known.write]


@pytest.mark.parametrize("known", STORY_FORMATS, ids=lambda known: known.name)
def test_every_format_reads_the_same_story(known):
    document = read_file(STORIES / f"bridge.{known.name}").document
    plain = read_file(STORIES / "bridge.txt").document
    assert document.origin == known.name
    assert document.language == "de"
    story = [block for block in document.blocks if block.kind is not BlockKind.FIELD]
    assert [(block.kind, document.excerpt(block.span).plain) for block in story] == [
        (block.kind, plain.excerpt(block.span).plain) for block in plain.blocks
    ]


def test_formats_are_found_by_ending_and_by_name():
    assert format_for(b"", Path("a.HTM")) is format_named("html")
    assert format_for(b"", Path("story.en")) is format_named("txt")
    assert format_for(b"", Path("README")) is format_named("txt")
    with pytest.raises(UserError, match="txt"):
        format_named("rtf")


@pytest.mark.parametrize("name", ["story.pdf", "story.DOC", "story.rtf", "story.xml", "story.json"])
def test_an_ending_of_another_format_is_refused_with_what_to_do(name):
    with pytest.raises(UserError, match="DOCX"):
        format_for(b"<x/>", Path(name))


@pytest.mark.parametrize("known", STORY_FORMATS, ids=lambda known: known.name)
@pytest.mark.parametrize(
    "data",
    [b" ", b"\0" * 50, bytes(range(256)), b"PK\x05\x06" + b"\0" * 18, b"\xff\xfe"],
    ids=["blank", "zeros", "noise", "empty zip", "mark"],
)
def test_bad_bytes_are_one_sentence_that_names_the_file(tmp_path, known, data):
    file = tmp_path / f"story{known.endings[0]}"
    file.write_bytes(data)
    with pytest.raises(UserError, match=file.name):
        read_file(file)


def test_the_encoding_that_was_assumed_is_said(tmp_path):
    file = tmp_path / "story.txt"
    file.write_bytes("Die Brücke von Altfeld bleibt zu.".encode("cp1252"))
    assert "Windows-1252" in read_file(file).notes[0].render()


def test_the_language_is_recognised_unless_it_is_given():
    assert read_text("The bridge of the town is closed and will not be opened.").document.language == "en"
    assert read_text("Die Brücke der Stadt ist gesperrt und wird nicht geöffnet.").document.language == "de"
    assert read_text("Die Brücke ist zu.", "de-CH").document.language == "de-CH"


def test_whatever_can_be_read_is_listed_by_its_ending():
    listed = endings()
    assert {".docx", ".htm", ".tsv", ".xliff"} <= set(listed)
    assert len(listed) == len(set(listed))


def test_a_file_is_taken_for_a_story_by_its_ending_or_else_by_what_is_in_it(tmp_path):
    for name in ("notes.xml", "settings.json", "segments.tmx"):
        (tmp_path / name).write_text("<x/>")
        assert not is_story(tmp_path / name)
    assert is_story(tmp_path / "never-opened.docx")


def test_whatever_is_written_has_an_ending_of_its_own():
    assert all(known.endings for known in FORMATS if known.writes)
