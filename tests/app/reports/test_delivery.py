"""The delivery note says what a web editor has to know."""

import pytest

from app.article import Project
from app.article.deliveries import delivered
from app.article.restraint import hold
from app.formats import format_named
from app.pipeline import Material, check, take_in
from app.reports.delivery import delivery_note
from app.reports.html import html_page

ENGLISH = '<h1>Ferry</h1><p>It cost $4 million, the <a href="https://a.example/">report</a> says.</p><p>It is late.</p>'
GERMAN = "<h1>Fähre</h1><p>Sie kostete 4 Milliarden Dollar, so der Bericht.</p><p>Sie kommt zu spät.</p>"


@pytest.fixture
def article():
    read = format_named("html").read
    pair = [Material(read(html.encode(), name), f"s.{name}.html", b"") for html, name in ((ENGLISH, "en"), (GERMAN, "de"))]
    return take_in(Project(), *pair)[0]


def note(article, language="en"):
    return html_page(delivery_note(article, check(article), language))


def test_it_names_open_findings_holds_and_lost_links(article):
    hold(article, "Ada Weber", "libel")
    page = note(article)
    assert "Legal hold by Ada Weber: libel" in page
    assert "https://a.example/" in page
    assert "lost in the translation" in page
    assert "with open points" in page


def test_it_shows_only_what_was_changed_since_the_last_delivery(article):
    assert "The story was not delivered before." in note(article)
    article.edit(2, "Sie kostete 4 Millionen Dollar, so der Bericht.")
    delivered(article, "file", "/tmp/a.html")
    assert "Nothing was changed since then." in note(article)
    article.edit(3, "Sie kommt später.")
    changes = delivery_note(article, [], "en").sections[-1].items[0]
    assert [row[0] for row in changes.rows] == ["¶3"]


def test_it_speaks_german(article):
    assert "Offene Punkte" in note(article, "de")
