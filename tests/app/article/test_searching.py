"""Finding and replacing in a story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.article import Project
from app.article.searching import Hit, Query, Where, hits, replaced
from app.errors import UserError
from app.model import Mark, MarkKind, Span, Text
from app.pipeline import from_text, take_in

TARGET = frozenset({Where.TARGET})


@pytest.fixture
def article():
    texts = "The ferry sails.\n\nThe ferry is late.", "Die Fähre 😀 fährt. Fähren fahren.\n\nDie Fähre ist spät."
    made = take_in(Project(), from_text(texts[0], "en"), from_text(texts[1], "de"))[0]
    made.note(2, "Fähre? Ask the harbour.")
    return made


def found(article, words, **how):
    return [(hit.where.value, hit.before) for hit in hits(article, Query(words, **how))]


def test_source_translation_and_notes_are_searched_without_regard_to_case(article):
    assert found(article, "fähre", whole=True) == [("target", "Fähre"), ("target", "Fähre"), ("note", "Fähre")]
    assert found(article, "FERRY") == [("source", "ferry"), ("source", "ferry")]


def test_case_whole_words_and_patterns_narrow_the_search(article):
    assert found(article, "fähre", case=True) == []
    assert len(found(article, "Fähre", places=TARGET)) == 3
    assert len(found(article, "Fähre", places=TARGET, whole=True)) == 2
    assert found(article, r"F\w+n\b", places=TARGET, case=True, pattern=True) == [("target", "Fähren")]
    assert found(article, "F.hre", places=TARGET) == []


def test_everything_found_is_replaced_in_one_step_emoji_or_not(article):
    query = Query("Fähre", "Barke", frozenset({Where.TARGET, Where.NOTE}), whole=True)
    step = replaced(article, hits(article, query))
    assert step.op == "replace"
    assert [unit.target.plain for unit in article.units] == ["Die Barke 😀 fährt. Fähren fahren.", "Die Barke ist spät."]
    assert article.unit(2).note == "Barke? Ask the harbour."
    article.undo()
    assert article.unit(2).note == "Fähre? Ask the harbour."


def test_nothing_is_replaced_in_the_source(article):
    assert replaced(article, hits(article, Query("ferry", "boat"))) is None


def test_a_pattern_can_turn_words_round(article):
    replaced(article, hits(article, Query(r"(Die) (Fähre)", r"\2, \1", TARGET, pattern=True)))
    assert article.units[0].target.plain.startswith("Fähre, Die")


def test_emphasis_outside_the_words_stays(article):
    article.edit(2, Text("Die Fähre ist spät.", (Mark(Span(14, 18), MarkKind.STRONG),)))
    replaced(article, hits(article, Query("Fähre", "alte Fähre", TARGET, whole=True)))
    unit = article.unit(2)
    assert [mark.span.of(unit.target.plain) for mark in unit.target.marks] == ["spät"]


@pytest.mark.parametrize(
    ("query", "sentence"), [(Query("(", pattern=True), "cannot be used"), (Query("F", r"\7", TARGET, pattern=True), "replacement")]
)
def test_what_cannot_be_used_is_one_sentence(article, query, sentence):
    with pytest.raises(UserError, match=sentence):
        list(hits(article, query))


def test_a_pattern_that_runs_away_is_stopped(article, monkeypatch):
    monkeypatch.setattr("app.article.searching.SECONDS", 0.05)
    article.edit(1, "a" * 4000 + "b")
    with pytest.raises(UserError, match="takes too long"):
        list(hits(article, Query(r"(a|aa)+$", places=TARGET, pattern=True)))


def test_the_time_is_that_of_the_whole_story_and_only_patterns_need_it(article, monkeypatch):
    monkeypatch.setattr("app.article.searching.SECONDS", -1.0)
    assert found(article, "FERRY") == [("source", "ferry"), ("source", "ferry")]
    with pytest.raises(UserError, match="takes too long"):
        list(hits(article, Query("ferry", pattern=True)))


@given(st.text(min_size=1), st.text())
def test_hits_hold_what_was_looked_for(words, text):
    article = take_in(Project(), from_text("Harbour.", "en"), from_text("Hafen.", "de"))[0]
    article.edit(1, text)
    plain = article.unit(1).target.plain
    for hit in hits(article, Query(words, places=TARGET, case=True)):
        assert isinstance(hit, Hit)
        assert hit.span.of(plain) == hit.before == words
