"""What a reader of a file does not know stays in its place as a code: shown, movable, and back in the file as it was."""

from pathlib import Path

import pytest

from app import formats
from app.article import Project, composed
from app.deliver.returning import as_it_came
from app.formats import FORMATS
from app.model import OBJECT, MarkKind, Span
from app.pipeline import rows_of
from tests.app.formats.test_docx import docx, p, r
from tests.app.formats.test_odt import odt

PAGE = b"""<html><body><article><h1>Titel der Geschichte</h1>
<p>Sie st&ouml;&szlig;t CO<sub class="n">2</sub> aus, <abbr title="rund">ca.</abbr> 3<sup>5</sup> Teile <math><mi>x</mi></math> am <mark>Tag</mark>,<!-- hier --> sagt
 <b class="lead">die</b> <a href="https://rat.example/" rel="nofollow" title="Rat">Stadt</a> mit <kbd>Strg</kbd>, <del>nie</del> und <span lang="en">fine</span>.<wbr><i class="icon"></i></p>
<p>Der Rest bleibt, wie er ist.</p></article></body></html>"""
NOTES = b"""# Titel der Geschichte

Der Rat[^1] tagt {{< ref "heute.md" >}} mit H<sub>2</sub>O, ![Bild](https://rat.example/b.png "Titel") und <math><mi>x</mi></math>.

{% include karte.html %}

[^1]: Eine Anmerkung am Ende der Geschichte.
"""
WORD = docx(
    p(r("Der Titel der Geschichte", "<w:b/>"))
    + p(
        r("Sie stößt CO")
        + r("2", '<w:vertAlign w:val="subscript"/>')
        + r(" aus")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + r(" und ")
        + r("rot", '<w:color w:val="FF0000"/><w:u w:val="single"/>')
        + r(" am ")
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("1. Mai")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + r(" die Formel ")
        + "<w:oMath><w:r><w:t>x</w:t></w:r></w:oMath>"
        + r(" gilt.")
    )
)
OPEN = odt(
    '<text:p text:style-name="P1">Der Titel</text:p><text:p>Sie stößt CO<text:span text:style-name="T8">2</text:span> aus am <text:date>1. Mai</text:date>, sagt'
    ' <text:note text:id="f"><text:note-citation>1</text:note-citation><text:note-body><text:p>Fuß</text:p></text:note-body></text:note> die Stadt.</text:p>'
)
FILES = {"x.html": PAGE, "x.md": NOTES, "x.docx": WORD, "x.odt": OPEN}
files = pytest.mark.parametrize("name", FILES)


def opened(name):
    imported = formats.read_bytes(FILES[name], Path(name), "de").document
    article, _step = Project().add("", imported, imported, rows_of(imported, imported))
    return article


def row(article):
    return next(unit for unit in article.units if OBJECT in unit.target.plain)


def returned(article, name):
    return formats.read_bytes(as_it_came(article, name, FILES[name]), Path(name), "de").document


def marks(document):
    return [(mark.kind, mark.span.of(document.text.plain), mark.attributes) for mark in document.text.marks]


@files
def test_an_untouched_file_is_the_same_to_the_byte(name):
    assert as_it_came(opened(name), name, FILES[name]) == FILES[name]


@files
def test_a_word_made_bold_leaves_every_code_and_link_as_it_was(name):
    article = opened(name)
    unit = row(article)
    at = unit.target.plain.rindex(" ") + 1
    article.edit(unit.id, unit.target.toggled(Span(at, len(unit.target.plain) - 1), MarkKind.STRONG))
    back = returned(article, name)
    now = composed(article)
    assert back.text.plain == now.text.plain
    assert sorted(marks(back)) == sorted(marks(now))


@files
def test_a_code_that_is_moved_in_the_text_moves_in_the_file(name):
    article = opened(name)
    unit = row(article)
    plain = unit.target.plain
    at = plain.index(OBJECT)
    article.edit(unit.id, plain[:at] + plain[at + 1 : -1] + OBJECT + plain[-1])
    moved = article.unit(unit.id).target
    code = next(mark for mark in unit.target.marks if mark.span == Span(at, at + 1) and mark.kind is MarkKind.PROTECTED)
    assert (code.attributes, len(plain) - 2) in [(mark.attributes, mark.span.start) for mark in moved.marks]
    back = returned(article, name)
    assert back.text.plain.split() == composed(article).text.plain.split()
    assert sorted(mark.attributes for mark in back.text.marks) == sorted(mark.attributes for mark in article.target.text.marks)


@files
def test_a_deleted_code_is_gone_from_the_file_and_the_words_around_stay(name):
    article = opened(name)
    unit = row(article)
    article.edit(unit.id, unit.target.plain.replace(OBJECT, "", 1))
    back = returned(article, name)
    assert back.text.plain.split() == composed(article).text.plain.split()
    assert back.text.plain.count(OBJECT) == article.target.text.plain.count(OBJECT) - 1


@files
@pytest.mark.parametrize("known", [known for known in FORMATS if known.write and known.read], ids=lambda known: known.name)
def test_in_another_format_a_code_is_the_characters_it_stands_for(name, known):
    written = known.read(known.write(composed(opened(name))), "de").document.text.plain
    text = opened(name).target.text
    bare = text.plain.replace(OBJECT, "").split()
    assert all(word in written for word in bare if word.isalnum())
    literal = [dict(mark.attributes).get("literal", "") for mark in text.marks]
    assert all(words in written or known.name == "md" for words in literal)


def test_a_page_written_anew_has_its_own_tags_comments_and_empty_elements():
    article = opened("x.html")
    unit = row(article)
    at = unit.target.plain.index("Teile")
    article.edit(unit.id, unit.target.toggled(Span(at, at + 5), MarkKind.EMPHASIS))
    back = as_it_came(article, "x.html", PAGE).decode()
    assert "<em>Teile</em>" in back
    for kept in (
        '<sub class="n">2</sub>',
        '<abbr title="rund">ca.</abbr>',
        "<sup>5</sup>",
        "<math><mi>x</mi></math>",
        "<mark>Tag</mark>",
        "<!-- hier -->",
        '<b class="lead">die</b>',
        '<a href="https://rat.example/" rel="nofollow" title="Rat">Stadt</a>',
        "<kbd>Strg</kbd>",
        "<del>nie</del>",
        '<span lang="en">fine</span>',
        "<wbr>",
        '<i class="icon"></i>',
    ):
        assert back.count(kept) == 1


def test_a_code_copied_from_the_source_becomes_one_in_the_translation():
    source = formats.read_bytes(FILES["x.md"], Path("x.md"), "en").document
    target = formats.read_bytes(b"# Titel\n\nDer Rat tagt.\n", Path("y.md"), "de").document
    article, _step = Project().add("", source, target, rows_of(source, target))
    unit = next(unit for unit in article.units if unit.target.plain == "Der Rat tagt.")
    article.edit(unit.id, f"Der Rat{OBJECT} tagt.")
    (mark,) = [mark for mark in article.unit(unit.id).target.marks if mark.kind is MarkKind.PROTECTED]
    assert dict(mark.attributes)["shows"] == "[^1]"


def test_what_stands_alone_and_is_no_text_is_said():
    notes = [note.arguments.get("names", "") for note in formats.read_bytes(NOTES, Path("x.md"), "de").notes]
    assert notes == ["shortcode (1)"]
