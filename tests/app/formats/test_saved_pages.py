"""Of a saved page the story is read, and what stands around it is named and can be had."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.cli import main
from app.formats import format_named, read_file
from app.formats.format import Revision
from app.model import Span

PAGE = Path(__file__).parents[2] / "data" / "stories" / "saved-page.html"
HTML, WHOLE = format_named("html"), format_named("html-page")
STORY = ["Harbour stays shut until", "Harbour stays shut", "By Ada Lang", "The harbour", "Divers", "Really.", "“We should", "Repairs"]
AROUND = ["Sign up for the morning letter", "More from the town", "Ferry late again", "Gulls", "© The Tidewater Post"]


def texts(reading):
    document = reading.document
    return [block.span.of(document.text.plain) for block in document.blocks]


def test_the_story_is_read_from_its_headline_to_its_last_paragraph():
    reading = read_file(PAGE)
    assert [text.startswith(words) for text, words in zip(texts(reading), STORY, strict=True)] == [True] * len(STORY)


def test_everything_left_out_around_it_is_named():
    (note, *_others) = [note.render() for note in read_file(PAGE).notes]
    assert all(words in note for words in AROUND)


def test_the_whole_page_can_be_had():
    found = texts(WHOLE.read(PAGE.read_bytes(), ""))
    assert all(any(text.startswith(words) for text in found) for words in STORY + AROUND)


@pytest.mark.parametrize("form", [HTML, WHOLE])
def test_one_word_changes_in_the_page_and_nothing_else(form):
    data = PAGE.read_bytes()
    before = form.read(data, "").document
    at = before.text.plain.index("rotten")
    now = replace(before, text=before.text.replaced(Span(at, at + 6), "broken"))
    stems = tuple(range(len(before.blocks)))
    assert form.rewrite(data, Revision(now, stems, before)) == data.replace(b"rotten", b"broken")


def test_a_page_of_a_desk_keeps_all_of_its_lines():
    assert texts(HTML.read(b"<html><body><p>Kurz.</p><h1>Titel</h1><p>Ein Satz.</p><p>Noch einer.</p></body></html>", "de"))[0] == "Kurz."


@given(st.lists(st.text("abcdefgh ,.", min_size=1, max_size=120).filter(str.strip), min_size=1, max_size=12))
def test_no_paragraph_is_lost_silently(paragraphs):
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    data = f"<html><body><nav><a href='/'>x</a></nav>{body}</body></html>".encode()
    reading = HTML.read(data, "en")
    missing = len(texts(WHOLE.read(data, "en"))) - len(texts(reading))
    notes = [note.arguments["count"] for note in reading.notes if "words" in note.arguments]
    assert notes == ([str(missing)] if missing else [])


def test_import_takes_the_story_or_the_whole_page(tmp_path, capsys):
    counts = []
    for number, more in enumerate([[], ["--whole-page"]]):
        assert main(["import", str(PAGE), "-o", str(tmp_path / f"{number}.gegenlesen"), *more]) == 0
        said = capsys.readouterr().out
        counts.append(int(said.split(": ")[1].split()[0]))
        assert ("--whole-page" in said) is not bool(more)
    assert counts[0] < counts[1]
