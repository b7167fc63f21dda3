"""OpenDocument texts: what a story is made of is read, what is no part of it is left out and said."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from app.errors import UserError
from app.formats import format_named, read_file
from app.model import MarkKind

STORIES = Path(__file__).parents[2] / "data" / "stories"
ODT = format_named("odt")
SPACES = (
    " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in [
            ("office", "office"),
            ("text", "text"),
            ("style", "style"),
            ("table", "table"),
            ("fo", "xsl-fo-compatible"),
            ("draw", "drawing"),
        ]
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
AUTOMATIC = """<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="T8" style:family="text"><style:text-properties style:text-position="sub 58%"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>"""


def odt(body, more=""):
    stream = io.BytesIO()
    content = f"<office:document-content {SPACES}><office:automatic-styles>{AUTOMATIC}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        if more:
            archive.writestr("META-INF/manifest.xml", more)
    return stream.getvalue()


def blocks(body):
    document = ODT.read(odt(body), "").document
    return [(block.kind.value, block.span.of(document.text.plain)) for block in document.blocks]


def marks(body):
    document = ODT.read(odt(body), "").document
    return [(mark.kind, mark.span.of(document.text.plain), dict(mark.attributes).get("href")) for mark in document.text.marks]


def test_paragraphs_headings_lists_and_tables_become_blocks():
    body = """<text:p text:style-name="P1">Brücke zu</text:p><text:h text:outline-level="2">Danach</text:h>
    <text:section><text:p>Eins.</text:p></text:section><text:p text:style-name="Quotations">Nein.</text:p>
    <text:list text:style-name="L1"><text:list-item><text:p>Schule</text:p><text:list><text:list-item><text:p>Dach</text:p></text:list-item></text:list>
    </text:list-item></text:list><table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Ort</text:p></table:table-cell>
    <table:table-cell><text:p>Zahl</text:p></table:table-cell></table:table-row></table:table-header-rows></table:table>"""
    assert blocks(body) == [
        ("title", "Brücke zu"),
        ("heading", "Danach"),
        ("paragraph", "Eins."),
        ("quotation", "Nein."),
        ("list-item", "Schule"),
        ("list-item", "Dach"),
        ("table-cell", "Ort"),
        ("table-cell", "Zahl"),
    ]
    last = ODT.read(odt(body), "").document.blocks
    assert dict(last[4].attributes) == {"list": "number", "depth": "1"}
    assert dict(last[7].attributes) == {"row": "1", "column": "2", "header": "yes"}


def test_marks_and_links_are_read_by_style():
    assert marks(
        '<text:p>a <text:span text:style-name="T1">fett <text:span text:style-name="T2">er</text:span></text:span> <text:a xlink:href="https://x.example/">Link</text:a>'
        ' <text:a xlink:href="javascript:x()">nie</text:a></text:p>'
    ) == [(MarkKind.STRONG, "fett er", None), (MarkKind.EMPHASIS, "er", None), (MarkKind.LINK, "Link", "https://x.example/")]


def test_white_space_is_as_the_format_has_it():
    assert blocks('<text:p> a \n  b<text:s text:c="2"/>c<text:line-break/>d</text:p>') == [("paragraph", "a b  c\nd")]


def test_tracked_changes_are_read_as_accepted_and_said():
    body = """<text:tracked-changes><text:changed-region><text:deletion><text:p>alt</text:p></text:deletion></text:changed-region></text:tracked-changes>
    <text:p>Ein <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>neuer<text:change-end text:change-id="c2"/> Satz.</text:p>"""
    assert blocks(body) == [("paragraph", "Ein neuer Satz.")]
    assert [note.arguments["what"].template for note in ODT.read(odt(body), "").notes] == ["deleted text"]


def test_comments_are_left_out_and_notes_are_codes_and_both_is_said():
    body = """<text:p>Ein<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Fuß</text:p></text:note-body></text:note> Satz
    <office:annotation><text:p>Hm</text:p></office:annotation>.</text:p>"""
    reading = ODT.read(odt(body), "")
    assert reading.document.text.plain == "Ein\ufffc Satz ."
    assert [mark.attributes for mark in reading.document.text.marks] == [(("code", "note"), ("shows", "1"))]
    assert len(reading.notes) == 2


@pytest.mark.parametrize("data", [b"PK", b"<a/>", b"<a", odt("<text:p/>"), odt("<text:p>x</text:p>", "<m:encryption-data/>"), b"text"])
def test_what_cannot_be_read_is_one_sentence(data):
    with pytest.raises(UserError):
        ODT.read(data, "")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_what_is_written_and_the_other_way_round(tmp_path):
    data = ODT.write(
        format_named("md").read(b"# Titel\n\nEin **fetter** [Link](https://x.example/).\n\n- a\n- b\n\n1. c\n\n> Zitat", "de").document
    )
    (tmp_path / "in.odt").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "odt"]
    subprocess.run([*command, "--outdir", tmp_path / "out", tmp_path / "in.odt"], check=True, capture_output=True, timeout=240)
    before, after = (ODT.read(each, "de").document for each in (data, (tmp_path / "out" / "in.odt").read_bytes()))
    assert after.text.plain == before.text.plain
    assert [block.kind for block in after.blocks] == [block.kind for block in before.blocks]
    assert [(mark.span, mark.kind) for mark in after.text.marks] == [(mark.span, mark.kind) for mark in before.text.marks]


def test_a_file_of_libreoffice_says_what_the_word_document_says_that_it_was_made_from():
    odt, word = (read_file(STORIES / f"bridge.{name}").document for name in ("odt", "docx"))
    assert odt.text.plain == word.text.plain
    assert odt.blocks == word.blocks
    assert [(mark.span, mark.kind, mark.attributes) for mark in odt.text.marks] == [
        (mark.span, mark.kind, mark.attributes) for mark in word.text.marks
    ]
