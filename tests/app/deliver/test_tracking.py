"""A Word document with tracked changes: accepting all of them gives the corrected story, rejecting all the imported one."""

import io
import shutil
import subprocess
import zipfile
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from app.article import Project, composed
from app.deliver.export import payload
from app.errors import UserError
from app.formats import format_named
from app.model import MarkKind, Span
from app.pipeline import Material, take_in

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SOURCE = """<h1>Ferry</h1><p>It cost four million. Nobody minds.</p><ul><li>One</li><li>Two</li></ul>
<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table><p>The <a href="https://x.example/">mayor</a> came.</p><p>End.</p>"""
TARGET = """<h1>Fähre</h1><p>Sie kostete <b>vier Milliarden</b>. Niemand stört sich daran.</p><ul><li>Eins</li><li>Zwei</li></ul>
<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table><p>Die <a href="https://x.example/">Bürgermeisterin</a> kam.</p>
<p>Ende.</p>"""


def taken(source=SOURCE, target=TARGET, who="Ada Lang"):
    read = format_named("html").read
    project = Project()
    project.log.who = who
    pair = [Material(read(text.encode(), language), name, b"") for text, language, name in [(source, "en", "s"), (target, "de", "t")]]
    return take_in(project, *pair)[0]


def xml(data, name="word/document.xml"):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def resolved(data, *, accept):
    """The document with every change taken, or turned down, the way Word does it."""
    root = xml(data)
    keep, drop = (f"{W}ins", f"{W}del") if accept else (f"{W}del", f"{W}ins")
    for row in [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{drop}") is not None]:
        row.getparent().remove(row)
    gone = [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}rPr/{drop}") is not None]
    for change in list(root.iter(drop)):
        change.getparent().remove(change)
    for paragraph in gone:
        assert not list(paragraph.iter(f"{W}r")), "a paragraph goes only when all that stands in it does"
        paragraph.getparent().remove(paragraph)
    for change in list(root.iter(f"{W}rPrChange")):
        if not accept:
            look = change.getparent()
            look.getparent().replace(look, change[0])
    for change in list(root.iter(keep)):
        for inner in reversed(list(change)):
            change.addnext(inner)
        change.getparent().remove(change)
    for text in root.iter(f"{W}delText"):
        text.tag = f"{W}t"
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            after.writestr(name, etree.tostring(root) if name == "word/document.xml" else before.read(name))
    return stream.getvalue()


def says(data):
    """What a Word document says, with its marks."""
    return meaning(format_named("docx").read(data, "de").document)


def meaning(document):
    marks = [(mark.span, mark.kind, dict(mark.attributes).get("href")) for mark in document.text.marks]
    return document.text.plain, [(block.kind, block.span) for block in document.blocks], sorted(marks)


def tracked(article):
    return payload(article, [], "docx-changes")


def row(article, words):
    exact = (unit for unit in article.units if unit.target.plain == words)
    return next(exact, None) or next(unit for unit in article.units if words in unit.target.plain)


def agrees(article):
    data = tracked(article)
    assert says(resolved(data, accept=True)) == meaning(composed(article))
    assert says(resolved(data, accept=False)) == meaning(article.target)
    return data


def edit(article, words, instead):
    unit = row(article, words)
    at = unit.target.plain.index(words)
    article.edit(unit.id, unit.target.replaced(Span(at, at + len(words)), instead))


def test_an_untouched_story_has_no_changes():
    data = agrees(taken())
    assert not list(xml(data).iter(f"{W}ins", f"{W}del", f"{W}rPrChange"))


def test_a_changed_word_is_the_only_change_and_says_who_changed_it():
    article = taken()
    edit(article, "Milliarden", "Millionen")
    document = xml(agrees(article))
    (went,), (came,) = list(document.iter(f"{W}del")), list(document.iter(f"{W}ins"))
    assert ("".join(went.itertext()), "".join(came.itertext())) == ("Milliarden", "Millionen")
    assert came.get(f"{W}author") == "Ada Lang"
    assert came.get(f"{W}date") == article.log.steps[-1].when.replace("+00:00", "Z")


def test_paragraphs_list_items_and_whole_rows_of_a_table_go():
    article = taken()
    for words in ("Zwei", "c", "d", "Ende."):
        article.remove(row(article, words).id)
    agrees(article)


def test_a_cell_that_goes_alone_leaves_its_row():
    article = taken()
    article.remove(row(article, "d").id)
    agrees(article)


def test_a_word_inside_a_link_changes_without_cutting_the_link():
    article = taken()
    edit(article, "Bürgermeisterin", "Erste Bürgermeisterin")
    assert len(list(xml(agrees(article)).iter(f"{W}hyperlink"))) == 1


def test_a_link_that_is_bold_in_part_keeps_all_its_words_when_one_of_them_changes():
    article = taken()
    unit = row(article, "Bürgermeisterin")
    at = unit.target.plain.index("Bürger")
    bold = unit.target.toggled(Span(at, at + 6), MarkKind.STRONG)
    article.edit(unit.id, bold.replaced(Span(at + 8, at + 9), "x"))
    agrees(article)


def test_a_word_that_becomes_bold_is_a_change_of_its_look():
    article = taken()
    unit = row(article, "Niemand")
    article.edit(unit.id, unit.target.toggled(Span(0, 7), MarkKind.STRONG))
    document = xml(agrees(article))
    assert len(list(document.iter(f"{W}rPrChange"))) == 1
    assert not list(document.iter(f"{W}ins", f"{W}del"))


def test_a_link_that_leads_elsewhere_goes_and_comes():
    article = taken()
    unit = row(article, "Bürgermeisterin")
    at = unit.target.plain.index("Bürger")
    article.edit(unit.id, unit.target.linked(Span(at, at + len("Bürgermeisterin")), "Bürgermeisterin", "https://y.example/"))
    agrees(article)


def test_notes_stand_beside_their_rows_as_comments_even_where_the_row_was_removed():
    article = taken()
    kept, gone = row(article, "Niemand"), row(article, "Ende.")
    article.note(kept.id, "Wirklich?\nBitte prüfen")
    article.note(gone.id, "Doppelt")
    article.remove(gone.id)
    data = tracked(article)
    comments = [" ".join(c.itertext()).split() for c in xml(data, "word/comments.xml")]
    assert sorted(comments) == [["Doppelt"], ["Wirklich?", "Bitte", "prüfen"]]
    document = xml(data)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(each.get(f"{W}id") for each in document.iter(f"{W}{name}")) == ["0", "1"]
    agrees(article)


def test_no_other_export_holds_a_note():
    article = taken()
    article.note(row(article, "Niemand").id, "Wirklich?")
    with zipfile.ZipFile(io.BytesIO(payload(article, [], "docx"))) as written:
        assert not any(b"Wirklich" in written.read(name) for name in written.namelist())


DEEDS = st.lists(
    st.tuples(
        st.integers(0, 20),
        st.sampled_from(["edit", "remove", "bold", "split", "join", "insert", "note"]),
        st.text("aß –\u2028\x07", max_size=4),
    ),
    max_size=8,
)


def do(article, number, deed, words):
    unit = article.units[number % len(article.units)]
    middle = len(unit.target.plain) // 2
    if deed == "edit":
        article.edit(unit.id, unit.target.replaced(Span(middle, middle + 1), words))
    elif deed == "remove":
        article.remove(unit.id)
    elif deed == "bold":
        article.edit(unit.id, unit.target.toggled(Span(0, middle), MarkKind.STRONG) if middle else unit.target)
    elif deed == "split":
        article.split(unit.id, 0, middle)
    elif deed == "join":
        article.join(unit.id)
    elif deed == "note":
        article.note(unit.id, words)
    else:
        article.insert(unit.id, words)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_takes_the_changes_for_changes(tmp_path):
    article = taken()
    edit(article, "Milliarden", "Millionen")
    article.note(row(article, "Niemand").id, "Wirklich?")
    for words in ("Fähre", "c", "d", "Ende."):
        article.remove(row(article, words).id)
    assert says(converted(tmp_path, resolved(tracked(article), accept=True))) == meaning(composed(article))
    opened = xml(converted(tmp_path, tracked(article)))
    assert {"Fähre", "Milliarden", "c", "d", "Ende."} == {"".join(change.itertext()) for change in opened.iter(f"{W}del")} - {""}
    assert "Millionen" in {"".join(change.itertext()) for change in opened.iter(f"{W}ins")}
    assert list(opened.iter(f"{W}commentReference"))


def converted(folder, data):
    """A document after LibreOffice has read it and written it again."""
    (folder / "in.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run([*command, "--outdir", folder / "out", folder / "in.docx"], check=True, capture_output=True, timeout=240)
    return (folder / "out" / "in.docx").read_bytes()


@given(DEEDS)
@example([(5, "edit", ""), (17, "edit", ""), (6, "insert", "a")])
def test_whatever_is_done_to_the_rows_both_versions_can_be_had(deeds):
    article = taken()
    for deed in deeds:
        with suppress(UserError):
            do(article, *deed)
    data = tracked(article)
    assert says(resolved(data, accept=False))[0].split() == article.target.text.plain.split()
    now = composed(article).text.plain.translate({0x2028: " ", 0x2029: " ", 7: None, 0xFFFC: None})
    if now.strip():
        assert says(resolved(data, accept=True))[0].split() == now.split()
