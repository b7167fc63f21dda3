"""Whatever is edited around links and emphasis: no mark leaves the text, and no link goes without a finding."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.article import Project, story_of_article
from app.checks import run
from app.formats import format_named
from app.model import MarkKind, Span
from app.pipeline import rows_of

PAGE = """<h1>Die Fähre</h1>
<p>Der <a href="https://a.example/1">Rat der Stadt</a> hat <em>am <b>Montag</b></em> den <a href="https://b.example/2">Bericht</a> gelesen, sagt
<a href="https://c.example/3"><b>Anna</b> Berg</a>.</p>
<p>Das <b>Wasser</b> steigt <a href="https://d.example/4">weiter</a> und niemand weiß, warum.</p>"""
PIECES = ["", " ", "x", "und ", "Bericht", "Rat der", "é–", "😀 ", ", ", "lange Wörter hier"]


def article():
    document = format_named("html").read(PAGE.encode(), "de").document
    return Project().add("", document, document, rows_of(document, document))[0]


def links(text):
    return {dict(mark.attributes)["href"] for mark in text.marks if mark.kind is MarkKind.LINK}


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_after_any_edits_marks_lie_in_their_text_and_every_lost_link_is_found(data):
    story = article()
    source = {unit.id: links(story.source_text(unit)) for unit in story.units}
    for _edit in range(5):
        unit = data.draw(st.sampled_from([unit for unit in story.units if unit.target.plain]))
        plain = unit.target.plain
        start = data.draw(st.integers(0, len(plain)))
        end = data.draw(st.integers(start, min(len(plain), start + 30)))
        way = data.draw(st.sampled_from(["words", "words", "words", "strong", "emphasis", "unlink"]))
        if way == "words":
            story.edit(unit.id, plain[:start] + data.draw(st.sampled_from(PIECES)) + plain[end:] or "x")
        elif way == "unlink":
            story.edit(unit.id, unit.target.linked(Span(start, end), plain[start:end], ""))
        elif end > start:
            story.edit(unit.id, unit.target.toggled(Span(start, end), MarkKind(way)))
        for mark in (mark for each in story.units for mark in each.target.marks):
            assert 0 <= mark.span.start < mark.span.end
        for each in story.units:
            assert all(mark.span.end <= len(each.target.plain) for mark in each.target.marks)
    found = {place.unit for finding in run(story_of_article(story)) for place in finding.places}
    there = {address for unit in story.units for address in links(unit.target)}
    lost = {unit for unit, addresses in source.items() if addresses - there}
    assert lost <= found
