"""A corrected story goes back into the file it came in, and only what was corrected changes there."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import formats, pipeline
from app.article import Project, composed
from app.deliver.returning import as_it_came
from app.errors import UserError
from app.formats import FORMATS, Revision, format_named
from app.formats.parts import Part, joined, parts_of
from app.model import BlockKind, BlockStart, Mark, MarkKind, Span, Text
from app.model.fields import SLUG, value
from app.pipeline import rows_of

STORIES = Path(__file__).parents[2] / "data" / "stories"
REWRITABLE = [known for known in FORMATS if known.rewrite and known.endings]
ids = pytest.mark.parametrize("known", REWRITABLE, ids=lambda known: known.name)


def opened(data, name):
    imported = formats.read_bytes(data, Path(name), "de").document
    article, _step = Project().add("", imported, imported, rows_of(imported, imported))
    return article


def story(known):
    data = (STORIES / f"bridge.{known.name}").read_bytes()
    return opened(data, f"bridge.{known.name}"), data


def returned(article, known, data):
    back = as_it_came(article, f"bridge.{known.name}", data)
    return back, formats.read_bytes(back, Path(f"bridge.{known.name}"), "de").document


def texts(document):
    return [(block.kind, document.excerpt(block.span).plain) for block in document.blocks]


def row(article, words):
    return next(unit for unit in article.units if words in unit.target.plain)


@ids
def test_an_unedited_story_is_the_same_file(known):
    article, data = story(known)
    assert as_it_came(article, "x", data) == data


@ids
def test_an_edited_word_changes_in_its_place_alone(known):
    article, data = story(known)
    unit = row(article, "sagte sie")
    article.edit(unit.id, unit.target.plain.replace("keine", "gar keine").replace("sagte", "erklärte"))
    _back, document = returned(article, known, data)
    expected = [(kind, text.replace("keine", "gar keine").replace("sagte sie", "erklärte sie")) for kind, text in texts(article.target)]
    assert texts(document) == expected
    assert [mark.kind for mark in document.text.marks] == [mark.kind for mark in article.target.text.marks]


@ids
def test_a_removed_paragraph_is_gone_and_nothing_else(known):
    article, data = story(known)
    gone = row(article, "Wahrzeichen")
    article.remove(gone.id)
    _back, document = returned(article, known, data)
    assert texts(document) == [(kind, text) for kind, text in texts(article.target) if "Wahrzeichen" not in text]


@ids
def test_a_new_paragraph_stands_behind_the_one_before(known):
    article, data = story(known)
    before = row(article, "niemand mehr")
    article.insert(before.id, "Ein neuer Absatz & mehr.", BlockStart(BlockKind.PARAGRAPH))
    _back, document = returned(article, known, data)
    found = [text for _kind, text in texts(document)]
    assert found.index("Ein neuer Absatz & mehr.") == 1 + next(at for at, text in enumerate(found) if "niemand mehr" in text)
    assert len(found) == len(article.target.blocks) + 1


@ids
def test_another_file_is_refused(known):
    article, _data = story(known)
    other = known.write(formats.read_text("Ein ganz anderer Text.\n\nNichts davon ist bekannt.").document)
    with pytest.raises(UserError, match="as it was"):
        as_it_came(article, "x", other)


def test_plain_text_keeps_encoding_line_ends_and_wrapping():
    data = "Titel der Geschichte\r\n\r\nDie erste Zeile des Absatzes, der\r\nhier umbrochen ist und für immer\r\nso bleibt.\r\n\r\n\r\nEnde.\r\n".encode(
        "cp1252"
    )
    article = opened(data, "x.txt")
    unit = row(article, "erste Zeile")
    article.edit(unit.id, unit.target.plain.replace("immer", "ewig"))
    back = as_it_came(article, "x.txt", data)
    assert back == data.replace(b"f\xfcr immer", b"f\xfcr ewig")
    article.edit(unit.id, unit.target.plain + " → 😀")
    assert "😀" in as_it_came(article, "x.txt", data).decode("utf-8")


PAGE = """<!DOCTYPE html>
<HTML lang=de><head><meta charset="iso-8859-1"><title>&Uuml;ber Altfeld</title>
<script>if (a<b && "</p>") document.write("<p>Nichts davon</p>");</script></head>
<body class='page'><nav><a href="/">Start</a></nav>
<article data-id=7 >
<h1 class="headline"><span>Altfeld sperrt</span> die Br&#252;cke</h1>
<p>Der Rat&nbsp;von <a href="https://altfeld.example/" title="mehr" onclick="x()">Altfeld</a> hat
   am <b class="x">Montag</b> beschlossen, sie zu sperren.<!-- Kommentar --> Niemand f&uuml;hr mehr.</p>
<P>Ein Absatz ohne Ende mit <sup>2</sup> Zeichen &amp; mehr.
<p><i><b>Fett von Anfang</b> an</i> und <em>am Ende</em></p>
<ul class="l"><li>Die Schule bleibt offen.</li><li><p>Der Markt zieht um.</p></li></ul>
<table border=1><tr><th>Ort</th><th>Zahl</th></tr><tr><td>Altfeld</td><td>12</td></tr></table>
<div>Eins steht hier.<br><br>Zwei folgt.</div>
<figure><img src="https://altfeld.example/b.jpg" alt="Die Br&uuml;cke" width="300"><figcaption>Die Br&uuml;cke im M&auml;rz</figcaption></figure>
</article><footer>Ende</footer></body></HTML>
""".encode("latin-1")


def test_a_page_keeps_every_character_that_was_not_corrected():
    article = opened(PAGE, "x.html")
    assert as_it_came(article, "x.html", PAGE) == PAGE
    unit = row(article, "beschlossen")
    article.edit(unit.id, unit.target.plain.replace("Montag", "Dienstag").replace("sperren", "schließen → bald"))
    expected = PAGE.replace(b">Montag<", b">Dienstag<").replace(b"sie zu sperren", b"sie zu schlie\xdfen &#8594; bald")
    assert as_it_came(article, "x.html", PAGE) == expected


@pytest.mark.parametrize(
    ("words", "gone"),
    [
        ("Die Schule", b"<li>Die Schule bleibt offen.</li>"),
        ("Fett von", b"<p><i><b>Fett von Anfang</b> an</i> und <em>am Ende</em></p>\n"),
        ("Die Brücke im", b"<figcaption>Die Br&uuml;cke im M&auml;rz</figcaption>"),
    ],
)
def test_a_removed_block_takes_its_own_element_along(words, gone):
    article = opened(PAGE, "x.html")
    article.remove(row(article, words).id)
    assert as_it_came(article, "x.html", PAGE) == PAGE.replace(gone, b"")


def test_a_word_that_becomes_bold_writes_its_block_anew_and_nothing_else():
    article = opened(PAGE, "x.html")
    unit = row(article, "am Ende")
    at = unit.target.plain.index("und")
    article.edit(unit.id, unit.target.toggled(Span(at, at + 3), MarkKind.STRONG))
    back = as_it_came(article, "x.html", PAGE)
    start = PAGE.index(b"<p><i>") + 3
    end = PAGE.index(b"</p>\n<ul")
    assert back == PAGE[:start] + b"<i><b>Fett von Anfang</b> an</i> <b>und</b> <em>am Ende</em>" + PAGE[end:]


WORDS = st.sampled_from(["Fluss", "geht", "Übermut,", "<b>", "&", "„so“", "x"])


@pytest.mark.parametrize("name", ["page", "html", "docx", "odt", "md", "txt", "nitf", "newsml", "ninjs"])
@settings(max_examples=25)
@given(data=st.data())
def test_after_any_edits_the_file_reads_as_the_corrected_story(name, data):
    original = PAGE if name == "page" else (STORIES / f"bridge.{name}").read_bytes()
    file = "x.html" if name == "page" else f"bridge.{name}"
    article = opened(original, file)
    for number in data.draw(st.lists(st.integers(0, len(article.units) - 1), max_size=4)):
        unit = article.units[number]
        words = unit.target.plain.split(" ")
        at = data.draw(st.integers(0, len(words)))
        words[at : at + data.draw(st.integers(0, 3))] = data.draw(st.lists(WORDS, max_size=2))
        if any(word for word in words) and "\ufffc" not in unit.target.plain:
            article.edit(unit.id, " ".join(words))
    back = formats.read_bytes(as_it_came(article, file, original), Path(file), "de").document
    assert [text for _kind, text in texts(back)] == [text.strip() for _kind, text in texts(composed(article))]


NOTES = """---
title: Die Brücke
lang: de
---

Ein [Absatz](https://altfeld.example/a_b "Titel") mit _Betonung_ und   Leerraum\r
über zwei Zeilen &amp; mehr.

* Eins
* Zwei
   * Tief

| Ort | Zahl |
|-----|-----:|
| Altfeld | 12 |

Ende\\.
""".encode()


def test_markdown_keeps_its_spelling():
    article = opened(NOTES, "x.md")
    unit = row(article, "Betonung")
    article.edit(unit.id, unit.target.plain.replace("Absatz", "Abschnitt").replace("zwei Zeilen", "zwei * Zeilen"))
    article.edit(row(article, "Altfeld").id, "Neufeld")
    article.edit(row(article, "Zwei").id, "Drei")
    article.edit(article.units[0].id, "Der Steg")
    expected = NOTES.decode().replace("[Absatz]", "[Abschnitt]").replace("zwei Zeilen", "zwei \\* Zeilen").replace("Altfeld", "Neufeld")
    expected = expected.replace("* Zwei", "* Drei").replace("Die Brücke", "Der Steg")
    assert as_it_came(article, "x.md", NOTES).decode() == expected


def test_a_cell_of_a_word_table_keeps_its_place_and_a_link_its_address():
    word = formats.format_named("docx")
    data = word.write(formats.read_bytes(PAGE, Path("x.html"), "de").document)
    article = opened(data, "x.docx")
    article.edit(row(article, "12").id, "13")
    unit = row(article, "beschlossen")
    article.edit(unit.id, unit.target.plain.replace("Altfeld", "Neufeld"))
    article.remove(row(article, "Zahl").id)
    back = word.read(as_it_came(article, "x.docx", data), "de").document
    cells = [back.excerpt(block.span).plain for block in back.blocks if block.kind is BlockKind.TABLE_CELL]
    assert cells == ["Ort", "Altfeld", "13"]
    (link,) = [mark for mark in back.text.marks if mark.kind is MarkKind.LINK]
    assert (link.span.of(back.text.plain), dict(link.attributes)["href"]) == ("Neufeld", "https://altfeld.example/")


def test_new_emphasis_and_new_links_go_into_the_word_document():
    word = formats.format_named("docx")
    data = (STORIES / "bridge.docx").read_bytes()
    article = opened(data, "x.docx")
    unit = row(article, "niemand mehr")
    at = unit.target.plain.index("niemand")
    link = Mark(Span(0, 4), MarkKind.LINK, (("href", "https://neu.example/?a=1&b=2"),))
    marked = unit.target.toggled(Span(at, at + 7), MarkKind.STRONG)
    article.edit(unit.id, Text(marked.plain, (link, *marked.marks)))
    back = word.read(as_it_came(article, "x.docx", data), "de").document
    assert texts(back) == texts(composed(article))
    found = {(mark.kind, mark.span.of(back.text.plain)) for mark in back.text.marks}
    assert {(MarkKind.LINK, "Seit"), (MarkKind.STRONG, "niemand")} <= found
    assert "https://neu.example/?a=1&b=2" in {dict(mark.attributes).get("href") for mark in back.text.marks}


@ids
def test_a_story_that_came_alone_goes_back_translated(known):
    source = pipeline.from_file(STORIES / f"bridge.{known.name}", "en")
    article, _step = pipeline.take_in(Project(), source, pipeline.alone(source))
    for unit in article.units:
        article.edit(unit.id, article.source_text(unit).plain.upper())
    back = formats.read_bytes(as_it_came(article, source.name, source.data), Path(source.name), "en").document
    slug = value(source.document, SLUG)  # which holds small letters only
    assert texts(back) == [(kind, text if text == slug else text.upper()) for kind, text in texts(source.document)]


@pytest.mark.parametrize("name", ["md", "wxr"])
def test_new_blocks_before_and_behind_a_title_that_stands_apart_both_stay_in_order(name):
    known = format_named(name)
    text = [Part(BlockKind.TITLE, Text("Titel")), Part(BlockKind.PARAGRAPH, Text("Der Absatz."))]
    data = b"---\ntitle: Titel\n---\n\nDer Absatz.\n" if name == "md" else known.write(joined(text, "de", "html"))
    before = known.read(data, "de").document
    title, *rest = parts_of(before)
    now = joined([Part(BlockKind.PARAGRAPH, Text("Davor.")), title, Part(BlockKind.PARAGRAPH, Text("Danach.")), *rest], "de", before.origin)

    written = known.rewrite(data, Revision(now, (-1, 0, -1, *range(1, len(rest) + 1)), before))

    found = [words for kind, words in texts(known.read(written, "de").document) if kind is BlockKind.PARAGRAPH]
    assert found == ["Davor.", "Danach.", "Der Absatz."]
