"""What became of every link."""

from app.article import Project
from app.article.linklist import Verdict, links, mended, repair_of
from app.formats import format_named
from app.pipeline import Material, take_in


def article_of(english, german):
    read = format_named("html").read
    pair = [Material(read(html.encode(), language), f"s.{language}.html", b"") for html, language in ((english, "en"), (german, "de"))]
    return take_in(Project(), *pair)[0]


def told(english, german):
    return [(link.words, link.address, link.verdict, link.before) for link in links(article_of(english, german))]


def test_a_link_that_leads_where_the_source_leads_is_the_same():
    english = '<h1>Ferry</h1><p>The <a href="https://a.example/">report</a> came on Monday.</p>'
    german = '<h1>Fähre</h1><p>Der <a href="https://a.example/">Bericht</a> kam am Montag.</p>'
    assert told(english, german) == [("Bericht", "https://a.example/", Verdict.SAME, "")]


def test_a_link_that_moved_to_another_row_is_still_the_same():
    english = '<h1>Ferry</h1><p>The <a href="https://a.example/">report</a> came on Monday.</p><p>Nobody read it.</p>'
    german = '<h1>Fähre</h1><p>Er kam am Montag.</p><p>Niemand las den <a href="https://a.example/">Bericht</a>.</p>'
    assert told(english, german) == [("Bericht", "https://a.example/", Verdict.SAME, "")]


def test_a_link_elsewhere_a_lost_and_an_added_one_are_told_apart():
    english = (
        '<h1>Ferry</h1><p>The <a href="https://a.example/">report</a> came on Monday.</p>'
        '<p>The <a href="https://b.example/">council</a> read it.</p><p>It rained in the harbour.</p>'
    )
    german = (
        '<h1>Fähre</h1><p>Der <a href="https://x.example/">Bericht</a> kam am Montag.</p>'
        '<p>Der Rat las ihn.</p><p>Es regnete im <a href="https://c.example/">Hafen</a>.</p>'
    )
    assert told(english, german) == [
        ("Bericht", "https://x.example/", Verdict.OTHER, "https://a.example/"),
        ("council", "https://b.example/", Verdict.LOST, ""),
        ("Hafen", "https://c.example/", Verdict.ADDED, ""),
    ]


def test_the_same_address_used_once_of_two_times_is_lost_once():
    english = '<h1>Ferry</h1><p><a href="https://a.example/">One</a> and <a href="https://a.example/">two</a>.</p>'
    german = '<h1>Fähre</h1><p><a href="https://a.example/">Eins</a> und zwei.</p>'
    assert [link.verdict for link in links(article_of(english, german))] == [Verdict.SAME, Verdict.LOST]


def test_a_repair_is_offered_only_where_no_person_has_to_choose():
    english = '<h1>Ferry</h1><p>The <a href="https://a.example/">Board</a> and the <a href="https://b.example/">crew</a> met on Monday.</p>'
    german = '<h1>Fähre</h1><p>Das Board, so das Board, und die <a href="https://x.example/">Crew</a> trafen sich am Montag.</p>'
    article = article_of(english, german)
    other, lost = links(article)
    assert repair_of(article, other) == (other.span, "https://a.example/")
    assert repair_of(article, lost) is None
    step = mended(article, [other, lost])
    assert step is not None
    assert [link.verdict for link in links(article)] == [Verdict.SAME, Verdict.LOST]
    assert mended(article, [lost]) is None
