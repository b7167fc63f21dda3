"""Block markup: every block between comments that match, and between them nothing but the clean HTML of the story."""

import re

from hypothesis import given, settings

from app.article import Project
from app.deliver.export import payload
from app.formats import format_named
from app.formats.body import body_html
from app.model import BlockKind
from app.pipeline import rows_of
from tests.app.formats.test_round_trip import documents, meaning

COMMENT = re.compile(r"<!-- (/?)wp:([a-z-]+)( \{[^}]*\})? -->")


def read(html):
    known = format_named("html")
    return known.read(f'<!doctype html><meta charset="utf-8"><h1>x</h1><p>x</p>{html}'.encode(), "de").document


@settings(max_examples=60, deadline=None)
@given(document=documents())
def test_comments_match_and_what_stands_between_them_reads_as_the_clean_body(document):
    markup = format_named("blocks").write(document).decode()
    opened = []
    for closing, name, _attributes in COMMENT.findall(markup):
        if not closing:
            opened.append(name)
        else:
            assert opened.pop() == name
    assert not opened
    outside = re.sub(r"<!-- wp:([a-z-]+).*?-->.*?<!-- /wp:\1 -->", "", markup, flags=re.DOTALL)
    assert not COMMENT.sub("", outside).replace("</li>", "").replace("</ul>", "").replace("</ol>", "").strip()
    assert meaning(read(COMMENT.sub("", markup))) == meaning(read(body_html(document)))


def test_it_leaves_as_a_file_like_any_other_format():
    document = read("<h2>Danach</h2><p>Der <b>Sturm</b> hält an.</p>")
    article, _step = Project().add("", document, document, rows_of(document, document))
    assert payload(article, (), "blocks").decode() == (
        "<!-- wp:paragraph -->\n<p>x</p>\n<!-- /wp:paragraph -->\n\n"
        '<!-- wp:heading -->\n<h2 class="wp-block-heading">Danach</h2>\n<!-- /wp:heading -->\n\n'
        "<!-- wp:paragraph -->\n<p>Der <strong>Sturm</strong> hält an.</p>\n<!-- /wp:paragraph -->\n"
    )
    assert document.blocks[0].kind is BlockKind.TITLE
