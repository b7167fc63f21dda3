import io
import zipfile

import pytest

from app.errors import UserError
from app.formats import format_named
from app.model import MarkKind

DOCX = format_named("docx")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
STRICT = W.replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Eigene"><w:name w:val="Hausstil"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/></w:style>
</w:styles>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="x/styles" Target="styles.xml"/><Relationship Id="rId9" Type="x/numbering" Target="/word/numbering.xml"/>
<Relationship Id="rId2" Type="x/hyperlink" Target="https://x.example/?a=1&amp;b=2" TargetMode="External"/>
<Relationship Id="rId3" Type="x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>
<Relationship Id="rId4" Type="x/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/></Relationships>"""
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num></w:numbering>"""
ROOT = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'


def docx(body, namespaces=W, before=""):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("_rels/.rels", ROOT)
        archive.writestr("word/document.xml", f"{before}<w:document {namespaces}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/_rels/document.xml.rels", RELATIONS)
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr("word/numbering.xml", NUMBERING)
    return stream.getvalue()


def p(inner, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(body, namespaces=W):
    return DOCX.read(docx(body, namespaces), "").document


def blocks(body, namespaces=W):
    document = read(body, namespaces)
    return [(block.kind.value, block.span.of(document.text.plain)) for block in document.blocks]


def marks(body):
    document = read(body)
    return [(mark.kind.value, mark.span.of(document.text.plain), dict(mark.attributes).get("href")) for mark in document.text.marks]


def test_styles_say_what_a_paragraph_is_by_name_and_by_what_they_are_based_on():
    body = p(r("Brücke"), '<w:pStyle w:val="Titel"/>') + p(r("Danach"), '<w:pStyle w:val="Eigene"/>') + p(r("Text."))
    assert blocks(body) == [("title", "Brücke"), ("heading", "Danach"), ("paragraph", "Text.")]


def test_a_bold_line_is_no_heading():
    assert blocks(p(r("Titel"), '<w:pStyle w:val="Titel"/>') + p(r("Danach", "<w:b/>")))[1] == ("paragraph", "Danach")


def test_where_nobody_used_styles_the_first_line_is_the_title():
    text = p(r("Der Rat hat die Brücke am Montag geschlossen."))
    assert blocks(p(r("Brücke zu", "<w:b/>")) + text + text)[0] == ("title", "Brücke zu")
    assert blocks(text + text + text)[0][0] == "paragraph"


def test_numbering_makes_list_items_with_kind_and_depth():
    items = "".join(p(r("x"), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>') for level in (0, 1))
    document = read(p(r("a")) + items)
    assert [dict(block.attributes) for block in document.blocks[1:]] == [{"list": "number", "depth": "1"}, {"list": "bullet", "depth": "2"}]


def test_bold_and_italics_are_marks_whether_set_or_styled():
    body = p(r("a ") + r("fe", "<w:b/>") + r("tt", '<w:rStyle w:val="Fett"/>') + r(" b ", '<w:b w:val="0"/>') + r("kursiv", "<w:i/>"))
    assert marks(body) == [("strong", "fett", None), ("emphasis", "kursiv", None)]


def test_links_are_read_from_hyperlinks_and_from_fields():
    instruction = '<w:r><w:instrText> HYPERLINK "https://y.example/a" </w:instrText></w:r>'
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{inner}'
        for kind, inner in [("begin", instruction), ("separate", r("Feld")), ("end", "")]
    )
    body = p(
        f'<w:hyperlink r:id="rId2">{r("Link")}</w:hyperlink>' + r(" und ") + field + f'<w:hyperlink r:id="rId3">{r(" böse")}</w:hyperlink>'
    )
    assert marks(body) == [("link", "Link", "https://x.example/?a=1&b=2"), ("link", "Feld", "https://y.example/a")]
    assert blocks(body) == [("paragraph", "Link und Feld böse")]


def test_changes_read_as_accepted_and_what_is_left_out_is_named():
    body = p(
        r("Es ")
        + f"<w:ins>{r('bleibt')}</w:ins><w:del><w:r><w:delText>weg</w:delText></w:r></w:del>"
        + r("geheim", "<w:vanish/>")
        + "<w:r><w:footnoteReference/></w:r>"
    )
    reading = DOCX.read(docx(body), "")
    assert reading.document.text.plain == "Es bleibt\ufffc"
    notes = " ".join(note.render() for note in reading.notes)
    assert all(word in notes for word in ("deleted", "hidden", "footnotes"))


def test_breaks_and_special_hyphens_are_characters():
    body = p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:tab/><w:t>d</w:t><w:br w:type='page'/></w:r>")
    document = read(body)
    assert document.text.plain == "a\nb\u2011c\td"
    assert document.text.marks[0].kind is MarkKind.LINE_BREAK


def test_a_table_of_data_is_cells_and_a_text_box_is_paragraphs():
    row = "<w:tr>" + "".join(f"<w:tc>{p(r(text))}</w:tc>" for text in "ab") + "</w:tr>"
    box = f"<w:r><w:pict><w:txbxContent>{p(r('Kasten'))}</w:txbxContent></w:pict></w:r>"
    assert blocks(f"<w:tbl>{row}{row}</w:tbl>" + p(r("Text") + box)) == [("table-cell", text) for text in "abab"] + [
        ("paragraph", "Text"),
        ("paragraph", "Kasten"),
    ]


def test_alternatives_for_older_programs_are_read_once():
    both = f"<mc:Choice>{r('neu')}</mc:Choice><mc:Fallback>{r('alt')}</mc:Fallback>"
    assert blocks(p(f'<mc:AlternateContent xmlns:mc="x">{both}</mc:AlternateContent>')) == [("paragraph", "neu")]


def test_strict_documents_read_like_any_other():
    assert blocks(p(r("Text.")), STRICT) == [("paragraph", "Text.")]


def test_a_document_of_pictures_only_is_one_sentence():
    picture = '<w:r><w:drawing><docPr descr="Bild"/><blip r:link="rId4"/></w:drawing></w:r>'
    with pytest.raises(UserError, match="pictures"):
        read(p(picture))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "old Word"),
        (b"plain text", "not a Word"),
        (b"PK\x03\x04" + b"x" * 40, "damaged"),
        (docx("")[:-40], "damaged"),
        (docx("<w:p>"), "damaged"),
        (docx(p(r("x")), before='<!DOCTYPE a [<!ENTITY b "c">]>'), "declares"),
        (docx(""), "no text"),
    ],
    ids=["old", "text", "stub", "cut", "broken xml", "entities", "empty"],
)
def test_what_cannot_be_opened_is_one_sentence(data, says):
    with pytest.raises(UserError, match=says):
        DOCX.read(data, "")


def test_an_archive_without_a_document_is_one_sentence():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    with pytest.raises(UserError, match="no Word document"):
        DOCX.read(stream.getvalue(), "")


def test_a_written_document_names_its_title_and_nobody_else():
    import docx as library

    document = read(p(r("Brücke"), '<w:pStyle w:val="Titel"/>') + p(r("Der Rat hat die Brücke geschlossen.")))
    properties = library.Document(io.BytesIO(DOCX.write(document))).core_properties
    assert (properties.title, properties.author, properties.comments, properties.language) == ("Brücke", "", "", "de")
