"""The fields that stand beside a story in a page or at the head of a Markdown file: read, and written back where they stood."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import formats
from app.article import Project, composed
from app.deliver.returning import as_it_came
from app.formats import format_named
from app.formats.body import body_html
from app.model import BlockKind, BlockStart
from app.model.fields import ALT, KEYWORDS, SEO_TITLE, SLUG, TEASER, value
from app.pipeline import rows_of

PAGE = """<!doctype html>
<html lang="de"><head><meta charset=utf-8>
<title>Fähre bleibt im Hafen | Küstenbote</title>
<meta name='description' content='Die F&auml;hre nach &quot;Lohren&quot; fährt nicht.'>
<meta property="og:description" content="Die Fähre nach &quot;Lohren&quot; fährt nicht.">
<meta property="og:title" content="Nach dem Sturm fährt die Fähre nicht">
<meta property="og:site_name" content="Küstenbote">
<meta name="keywords" content="Fähre, Lohren">
<meta name="copyright" content="Küstenbote 2026"><meta name="post-id" content="4711">
<link rel="canonical" href="https://kueste.example/nachrichten/faehre-bleibt-im-hafen.html?x=1">
<meta property="og:url" content="https://kueste.example/nachrichten/faehre-bleibt-im-hafen.html">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "description": "Ein Blatt"},
 {"@type": ["NewsArticle"], "headline": "F\\u00e4hre bleibt im Hafen", "keywords": ["Fähre", "Lohren"],
  "description": "Die Fähre nach \\"Lohren\\" fährt nicht.", "publisher": {"description": "Ein Blatt"}}]}</script>
</head><body><article><h1>Fähre bleibt im Hafen</h1><p>Der Sturm hält an.</p>
<figure><img src="/f.jpg" alt="Eine Fähre am Kai"><figcaption>Am Montag</figcaption></figure>
<p>Am Montag fährt sie wieder.</p></article></body></html>
"""
HEAD = """---
# von Hand
title: Fähre bleibt im Hafen
seo_title: "Fähre: kein Betrieb" # kurz
description: >-
  Die Fähre nach Lohren
  fährt nicht.
slug: faehre-bleibt
tags: [Fähre, "Lohren, Insel"]
keywords:
  - Fähre
  - Sturm
date: 2026-05-14T06:00:00+02:00
draft: true
author:
  name: Ada Lang
---

Der Sturm hält an.

![Eine Fähre am Kai](/f.jpg)

Am Montag fährt sie wieder.
"""


def opened(text, name):
    document = formats.read_bytes(text.encode(), Path(name), "de").document
    article, _step = Project().add("", document, document, rows_of(document, document))
    return article


def fields(document):
    said = ((block.attribute("name"), document.excerpt(block.span).plain) for block in document.blocks if block.kind is BlockKind.FIELD)
    return dict(said)


def row_of(article, words):
    return next(unit.id for unit in article.units if unit.target.plain == words)


def returned(article, text, **edits):
    """The file with other words in these rows, and the lines that differ."""
    for before, after in edits.values():
        article.edit(row_of(article, before), after)
    back = as_it_came(article, "x", text.encode()).decode()
    differing = [new for old, new in zip(text.splitlines(), back.splitlines(), strict=True) if old != new]
    return back, differing


def test_the_fields_of_a_page_stand_behind_its_title_and_each_is_there_once():
    document = formats.read_bytes(PAGE.encode(), Path("x.html"), "de").document
    assert fields(document) == {
        "seo-title": "Nach dem Sturm fährt die Fähre nicht",
        "teaser": 'Die Fähre nach "Lohren" fährt nicht.',
        "slug": "faehre-bleibt-im-hafen",
        "keywords": "Fähre, Lohren",
        "alt": "Eine Fähre am Kai",
        "copyright": "Küstenbote 2026",
        "id": "4711",
    }
    assert [block.kind for block in document.blocks][:2] == [BlockKind.TITLE, BlockKind.FIELD]
    assert document.title == "Fähre bleibt im Hafen"


def test_a_field_changes_everywhere_the_page_says_it_and_nothing_else_does():
    article = opened(PAGE, "x.html")
    teaser = ('Die Fähre nach "Lohren" fährt nicht.', 'Keine Fähre nach „Lohren" & zurück.')
    back, differing = returned(article, PAGE, teaser=teaser)
    assert differing == [
        "<meta name='description' content=\"Keine Fähre nach „Lohren&quot; &amp; zurück.\">",
        '<meta property="og:description" content="Keine Fähre nach „Lohren&quot; &amp; zurück.">',
        '  "description": "Keine Fähre nach „Lohren\\" & zurück.", "publisher": {"description": "Ein Blatt"}}]}</script>',
    ]
    assert value(formats.read_bytes(back.encode(), Path("x.html"), "de").document, TEASER) == teaser[1]


def test_the_title_changes_where_the_head_repeats_it():
    article = opened(PAGE, "x.html")
    _back, differing = returned(article, PAGE, title=("Fähre bleibt im Hafen", "Fähre <liegt> fest"))
    assert differing == [
        "<title>Fähre &lt;liegt&gt; fest | Küstenbote</title>",
        ' {"@type": ["NewsArticle"], "headline": "Fähre <liegt> fest", "keywords": ["Fähre", "Lohren"],',
        "</head><body><article><h1>Fähre &lt;liegt&gt; fest</h1><p>Der Sturm hält an.</p>",
    ]


def test_keywords_slug_and_alt_text_go_back_in_their_own_spelling():
    article = opened(PAGE, "x.html")
    edits = {
        "keywords": ("Fähre, Lohren", "Fähre, Sturm"),
        "slug": ("faehre-bleibt-im-hafen", "Fähre fällt aus"),
        "alt": ("Eine Fähre am Kai", 'Die „Anna" am Kai'),
    }
    back, differing = returned(article, PAGE, **edits)
    assert '"keywords": ["Fähre", "Sturm"]' in back
    assert back.count("/nachrichten/faehre-faellt-aus.html") == 2
    assert 'alt="Die „Anna&quot; am Kai"' in back
    assert len(differing) == 5


def test_a_page_in_an_old_encoding_keeps_its_json_readable():
    page = PAGE.replace("utf-8", "iso-8859-1").encode("iso-8859-1")
    document = formats.read_bytes(page, Path("x.html"), "de").document
    article, _step = Project().add("", document, document, rows_of(document, document))
    article.edit(row_of(article, 'Die Fähre nach "Lohren" fährt nicht.'), "Sturm – „und mehr“")
    back = as_it_came(article, "x", page)
    assert b'"Sturm \\u2013 \\u201eund mehr\\u201c"' in back
    assert value(formats.read_bytes(back, Path("x.html"), "de").document, TEASER) == "Sturm – „und mehr“"


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("x.html", "<html><head><title>Ein Titel hier</title></head><body><h1>Ein Titel hier</h1><p>Der Text.</p></body></html>"),
        ("x.html", "<h1>Ein Titel hier</h1><p>Der Text.</p>"),
        ("x.md", "# Ein Titel hier\n\nDer Text.\n"),
        ("x.md", "---\r\ntitle: Ein Titel hier\r\n---\r\nDer Text.\r\n"),
    ],
)
def test_a_field_that_the_file_does_not_have_gets_a_place_in_its_head(name, page):
    article = opened(page, name)
    title = row_of(article, "Ein Titel hier")
    article.insert(title, 'Worum es „geht": hier', BlockStart(BlockKind.FIELD, (("name", "teaser"),)))
    back = as_it_came(article, "x", page.encode())
    document = formats.read_bytes(back, Path(name), "de").document
    assert fields(document) == {"teaser": 'Worum es „geht": hier'}
    assert [text for block in document.blocks if block.kind is not BlockKind.FIELD and (text := document.excerpt(block.span).plain)] == [
        "Ein Titel hier",
        "Der Text.",
    ]


def test_the_head_of_a_markdown_file_is_read_field_by_field():
    reading = formats.read_bytes(HEAD.encode(), Path("x.md"), "de")
    assert fields(reading.document) == {
        "seo-title": "Fähre: kein Betrieb",
        "teaser": "Die Fähre nach Lohren fährt nicht.",
        "slug": "faehre-bleibt",
        "keywords": "Fähre, Sturm",
        "alt": "Eine Fähre am Kai",
        "date": "2026-05-14T06:00:00+02:00",
    }
    assert reading.document.title == "Fähre bleibt im Hafen"
    (note,) = (note.render() for note in reading.notes)
    assert note == "Left out of the file’s head: tags, draft, author."


def test_only_changed_fields_change_in_the_head():
    article = opened(HEAD, "x.md")
    edits = {
        "title": ("Fähre bleibt im Hafen", "Fähre: kein Auslaufen"),
        "seo": ("Fähre: kein Betrieb", 'Fähre "Anna" liegt'),
        "keywords": ("Fähre, Sturm", "Fähre, Orkan"),
        "alt": ("Eine Fähre am Kai", "Die Fähre [rechts]"),
    }
    _back, differing = returned(article, HEAD, **edits)
    assert differing == [
        'title: "Fähre: kein Auslaufen"',
        'seo_title: "Fähre \\"Anna\\" liegt" # kurz',
        "  - Orkan",
        "![Die Fähre \\[rechts\\]](/f.jpg)",
    ]


def test_a_removed_field_is_empty_and_the_text_is_untouched():
    for text, name in ((PAGE, "x.html"), (HEAD, "x.md")):
        article = opened(text, name)
        teaser = next(unit.id for unit in article.units if unit.target.plain.startswith("Die Fähre nach"))
        article.remove(teaser)
        back = formats.read_bytes(as_it_came(article, "x", text.encode()), Path(name), "de").document
        assert "teaser" not in fields(back)
        assert body_html(back) == body_html(article.target)


@pytest.mark.parametrize("name", ["html", "md"])
def test_fields_of_a_new_file_stand_in_its_head_and_read_back(name):
    story = composed(opened(PAGE, "x.html"))
    known = format_named(name)
    back = known.read(known.write(story), "de").document
    for field in (SEO_TITLE, TEASER, SLUG, KEYWORDS, ALT):
        assert value(back, field) == value(story, field)


@pytest.mark.parametrize("name", ["txt", "docx", "odt"])
def test_files_without_a_place_for_fields_name_them_at_the_end(name):
    story = composed(opened(PAGE, "x.html"))
    known = format_named(name)
    back = known.read(known.write(story), "de").document
    said = [back.excerpt(block.span).plain for block in back.blocks]
    assert said[1] == "Der Sturm hält an."
    assert 'Teaser: Die Fähre nach "Lohren" fährt nicht.' in said[-6:]


def test_no_field_is_printed_in_the_body_of_a_cms():
    html = body_html(composed(opened(PAGE, "x.html")))
    assert html.startswith("<p>Der Sturm")
    assert "Lohren" not in html
    assert '<img src="/f.jpg" alt="Eine Fähre am Kai">' in html


def test_a_corrected_alt_text_stands_with_its_picture():
    article = opened(PAGE, "x.html")
    article.edit(row_of(article, "Eine Fähre am Kai"), "Die Anna am Kai")
    assert 'alt="Die Anna am Kai"' in body_html(composed(article))


@pytest.mark.parametrize(
    "head",
    [
        "title: [a, b\nslug: x-y\n",
        "description: |2\n",
        "tags: [a, {b: c}]\n",
        "tags:\n- a\n  - b: c\n",
        "slug: 'offen\n",
        'description: "offen\n',
        'description: "a" b\n',
        "a: b: c: d\n",
        "title: &anker Titel\n",
        "? k\n: v\n",
        "description: " + "x" * 5000 + "\n",
    ],
)
def test_a_head_that_is_hard_to_read_stays_as_it_is(head):
    text = f"---\n{head}---\n\nDer Text.\n"
    article = opened(text, "x.md")
    article.edit(row_of(article, "Der Text."), "Ein Text.")
    assert as_it_came(article, "x", text.encode()).decode() == text.replace("Der Text", "Ein Text")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")), min_size=1, max_size=30).filter(
    lambda words: words == " ".join(words.split()) and "\ufffc" not in words
)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_any_words_come_back_from_the_head_of_a_page_or_a_file(teaser, title):
    for text, name in ((PAGE, "x.html"), (HEAD, "x.md")):
        article = opened(text, name)
        rows = {unit.target.plain: unit.id for unit in article.units}
        said = fields(article.target)
        article.edit(rows[said["teaser"]], teaser)
        article.edit(rows[said["seo-title"]], title)
        back = formats.read_bytes(as_it_came(article, "x", text.encode()), Path(name), "de").document
        assert value(back, TEASER) == teaser
        assert value(back, SEO_TITLE) == title


def test_a_page_without_a_title_that_repeats_its_first_words_in_the_head_has_no_field():
    page = b"<!doctype html><title>Anfang - Ende</title><p>Anfang - Ende</p><p>Mehr Text.</p>"

    document = format_named("html").read(page, "de").document

    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
