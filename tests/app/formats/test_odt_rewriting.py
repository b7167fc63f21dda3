"""What an OpenDocument text holds besides words stays where it is when the words change."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from app import formats
from app.article import Project, composed
from app.deliver.returning import as_it_came
from app.model import BlockKind, BlockStart, MarkKind, Span
from app.pipeline import rows_of
from tests.app.formats.test_odt import SPACES, odt

ODT = formats.format_named("odt")
STORIES = Path(__file__).parents[2] / "data" / "stories"


def opened(data):
    imported = ODT.read(data, "de").document
    article, _step = Project().add("", imported, imported, rows_of(imported, imported))
    return article


def content(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        written = archive.read("content.xml").decode()
    return written[written.index("<office:text>") + 13 : written.index("</office:text>")]


def row(article, words):
    return next(unit for unit in article.units if words in unit.target.plain)


def edited(body, words, now):
    """The body of the file after words of the row that holds them became others."""
    data = odt(body)
    article = opened(data)
    unit = row(article, words)
    article.edit(unit.id, unit.target.plain.replace(words, now))
    back = as_it_came(article, "x.odt", data)
    assert ODT.read(back, "de").document.text.plain == composed(article).text.plain
    return content(back)


NOTE = '<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Fußnote.</text:p></text:note-body></text:note>'
BODY = (
    '<text:p text:style-name="P1">Die Brücke</text:p>'
    f'<text:p text:style-name="Standard"><text:bookmark text:name="b"/>Der <text:span text:style-name="T9">bunte</text:span> Rat{NOTE} tagt'
    '<office:annotation><text:p>Hm</text:p></office:annotation> am <text:date>1. Mai</text:date>, <text:change-start text:change-id="c"/>heute<text:change-end text:change-id="c"/>.</text:p>'
    '<text:p>Drei<text:s text:c="3"/>Leerzeichen.</text:p>'
)


@pytest.mark.parametrize(
    ("words", "now"),
    [("bunte", "graue"), ("tagt", "berät"), ("heute", "morgen"), ("Brücke", "alte & neue Brücke"), ("Leerzeichen", "Zeichen")],
)
def test_notes_fields_comments_tracked_changes_and_looks_stay(words, now):
    assert edited(BODY, words, now) == BODY.replace(words, now.replace("&", "&amp;"))


def test_white_space_that_counts_is_written_as_the_format_has_it():
    assert edited("<text:p>Titel</text:p><text:p>Ein Satz. Noch einer.</text:p>", "Ein Satz", "Ein  langer\tSatz") == (
        '<text:p>Titel</text:p><text:p>Ein<text:s text:c="2"/>langer<text:tab/>Satz. Noch einer.</text:p>'
    )


def test_a_word_deleted_between_two_spaces_leaves_both():
    assert "<text:s" in edited("<text:p>Titel</text:p><text:p>Ein langer Satz. Noch einer.</text:p>", "langer", "")


def test_a_paragraph_written_anew_keeps_its_codes_comments_and_places():
    data = odt(BODY)
    article = opened(data)
    unit = row(article, "tagt")
    at = unit.target.plain.index("tagt")
    article.edit(unit.id, unit.target.toggled(Span(at, at + 4), MarkKind.STRONG))
    back = as_it_came(article, "x.odt", data)
    text = content(back)
    for kept in (
        NOTE,
        "<text:date>1. Mai</text:date>",
        "<office:annotation><text:p>Hm</text:p></office:annotation>",
        '<text:bookmark text:name="b"/>',
        '<text:change-end text:change-id="c"/>',
    ):
        assert text.count(kept) == 1
    read = ODT.read(back, "de").document
    assert read.text.plain == composed(article).text.plain
    assert [mark.span.of(read.text.plain) for mark in read.text.marks if mark.kind is MarkKind.STRONG] == ["tagt"]


BOXES = (
    "<text:p>Titel</text:p><text:p>Ein Absatz mit Rahmen."
    '<draw:frame draw:name="f"><draw:text-box><text:p text:style-name="Illustration"><draw:frame draw:name="g"><draw:image xlink:href="Pictures/1.png"/></draw:frame>Die Brücke im März.</text:p></draw:text-box></draw:frame></text:p>'
    '<text:p><draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/1"/></draw:frame> ist die Formel.</text:p>'
)


def test_the_text_of_a_frame_is_blocks_of_its_own_behind_its_paragraph():
    document = ODT.read(odt(BOXES), "").document
    assert [(block.kind.value, document.excerpt(block.span).plain) for block in document.blocks] == [
        ("paragraph", "Titel"),
        ("paragraph", "Ein Absatz mit Rahmen."),
        ("caption", "\ufffcDie Brücke im März."),
        ("paragraph", "\ufffc ist die Formel."),
    ]


@pytest.mark.parametrize(("words", "now"), [("mit Rahmen", "im Kasten"), ("März", "April"), ("die Formel", "eine Formel")])
def test_words_in_and_beside_frames_change_and_the_frames_stay(words, now):
    assert edited(BOXES, words, now) == BOXES.replace(words, now)


def test_a_removed_paragraph_leaves_the_box_that_hangs_on_it():
    data = odt(BOXES)
    article = opened(data)
    article.remove(row(article, "Rahmen").id)
    back = as_it_came(article, "x.odt", data)
    assert ODT.read(back, "de").document.text.plain == composed(article).text.plain
    assert content(back) == BOXES.replace("Ein Absatz mit Rahmen.", "")


LIST = '<text:p>Titel</text:p><text:list text:style-name="L1"><text:list-item><text:p>Eins</text:p></text:list-item><text:list-item><text:p>Zwei</text:p></text:list-item></text:list><text:p>Ende.</text:p>'


def test_an_item_goes_with_its_element_and_the_last_one_with_the_list():
    data = odt(LIST)
    article = opened(data)
    article.remove(row(article, "Eins").id)
    assert content(as_it_came(article, "x.odt", data)) == LIST.replace("<text:list-item><text:p>Eins</text:p></text:list-item>", "")
    article.remove(row(article, "Zwei").id)
    assert content(as_it_came(article, "x.odt", data)) == "<text:p>Titel</text:p><text:p>Ende.</text:p>"


def test_new_blocks_stand_where_they_belong():
    data = odt(LIST)
    article = opened(data)
    article.insert(row(article, "Zwei").id, "Nach der Liste.", BlockStart(BlockKind.PARAGRAPH))
    article.insert(row(article, "Eins").id, "Anderthalb", BlockStart(BlockKind.LIST_ITEM, (("list", "number"), ("depth", "1"))))
    back = ODT.read(as_it_came(article, "x.odt", data), "de").document
    now = composed(article)
    assert [(block.kind, back.excerpt(block.span).plain) for block in back.blocks] == [
        (block.kind, now.excerpt(block.span).plain) for block in now.blocks
    ]


def test_a_flat_file_stays_flat():
    data = f"<?xml version='1.0' encoding='UTF-8'?>\n<office:document {SPACES}><office:body><office:text><text:p>Titel</text:p><text:p>Ein Satz.</text:p></office:text></office:body></office:document>".encode()
    article = opened(data)
    article.edit(row(article, "Ein Satz").id, "Zwei Sätze.")
    assert as_it_came(article, "x.fodt", data) == data.replace(b"Ein Satz", "Zwei Sätze".encode())


@pytest.mark.skipif(shutil.which("soffice") is None or shutil.which("pdftotext") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_corrected_words_and_all_others_as_before(tmp_path):
    data = (STORIES / "bridge.odt").read_bytes()
    article = opened(data)
    unit = row(article, "sagte sie")
    at = unit.target.plain.index("sagte")
    article.edit(unit.id, unit.target.toggled(Span(at, at + 5), MarkKind.STRONG).replaced(Span(at, at + 5), "meinte"))
    (tmp_path / "before.odt").write_bytes(data)
    (tmp_path / "after.odt").write_bytes(as_it_came(article, "x.odt", data))
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
    ]
    subprocess.run([*command, tmp_path / "before.odt", tmp_path / "after.odt"], check=True, capture_output=True, timeout=240)
    before, after = (
        " ".join(subprocess.run(["pdftotext", tmp_path / name, "-"], check=True, capture_output=True, timeout=60).stdout.decode().split())
        for name in ("before.pdf", "after.pdf")
    )
    assert after == before.replace("sagte sie", "meinte sie") != before
