"""Marks: set, accepted from findings, changed, taken away; always of the text that came in."""

import pytest

from app import pipeline
from app.article import Project
from app.errors import UserError
from app.i18n import Message
from app.model import Category, Finding, Place, Severity, Side, Span
from app.quality.scorecard import Outcome
from app.quality.typology import ESA, MQM, read_typology
from app.review import assessing
from app.store import Store

ENGLISH = "Weir fails\n\nThe weir near Tarn failed at noon on Monday. Nobody was hurt there, said Ines Calloway."
GERMAN = "Wehr bricht\n\nDas Wehr bei Tarn brach am Montag um Mitternacht. Niemand wurde dort verletzt, sagte Ines Calloway."


@pytest.fixture
def project():
    found = Project()
    pipeline.take_in(found, pipeline.from_text(ENGLISH, "en"), pipeline.from_text(GERMAN, "de"))
    return found


@pytest.fixture
def article(project):
    return project.articles[0]


def place(article, words, side=Side.TARGET):
    for unit in article.units:
        plain = unit.target.plain if side is Side.TARGET else article.source_text(unit).plain
        if words in plain:
            return Place(unit.id, side, Span(plain.index(words), plain.index(words) + len(words)))
    raise LookupError(words)


def finding(article, words, check="fact.time", category=Category.NUMBERS, severity=Severity.CRITICAL, side=Side.TARGET):
    at = place(article, words, side)
    return Finding(check, category, severity, 0.9, (at.unit,), (at,), Message("Why"))


def test_a_mark_names_the_words_and_the_revision_that_came_in(article):
    assessing.mark(article, MQM, place(article, "Mitternacht"), "number", Severity.MAJOR, note="noon")
    (mark,) = assessing.marks_of(article)
    assert (mark.quote, mark.revision, mark.category, mark.note) == ("Mitternacht", 1, "number", "noon")


def test_correcting_the_text_changes_neither_mark_nor_score(article):
    assessing.mark(article, MQM, place(article, "Mitternacht"), "number", Severity.CRITICAL)
    before = assessing.marks_of(article), assessing.card(article, MQM)
    unit = article.unit(place(article, "Mitternacht").unit)
    article.edit(unit.id, "Gestern: " + unit.target.plain.replace("um Mitternacht", "gegen Mittag"))
    assert (assessing.marks_of(article), assessing.card(article, MQM)) == before


def test_words_of_a_corrected_row_are_marked_where_they_came_from(article):
    unit = article.unit(place(article, "Mitternacht").unit)
    article.edit(unit.id, "Gestern: " + unit.target.plain)
    assessing.mark(article, MQM, place(article, "Tarn"), "name", Severity.MINOR)
    (mark,) = assessing.marks_of(article)
    assert mark.span.of(article.imported_text(article.unit(mark.unit)).plain) == mark.quote == "Tarn"
    shown = assessing.shown(article, mark)
    assert shown.span.of(article.unit(shown.unit).target.plain) == "Tarn"


def test_words_that_were_typed_since_cannot_be_marked(article):
    unit = article.unit(place(article, "Mitternacht").unit)
    article.edit(unit.id, unit.target.plain + " Gottlob.")
    with pytest.raises(UserError, match="what you received"):
        assessing.mark(article, MQM, place(article, " Gottlob."), "style", Severity.MINOR)


def test_nothing_selected_is_no_mark(article):
    at = place(article, "Tarn")
    with pytest.raises(UserError):
        assessing.mark(article, MQM, Place(at.unit, at.side, Span(at.span.start, at.span.start)), "style", Severity.MINOR)


def test_an_omission_is_marked_on_the_source_alone(article):
    with pytest.raises(UserError, match="on the source"):
        assessing.mark(article, MQM, place(article, "Tarn"), "omission", Severity.MAJOR)
    assessing.mark(article, MQM, place(article, "near Tarn", Side.SOURCE), "omission", Severity.MAJOR)
    assert assessing.marks_of(article)[0].side is Side.SOURCE


def test_what_the_typology_does_not_know_is_refused(article):
    with pytest.raises(UserError, match="no kind"):
        assessing.mark(article, MQM, place(article, "Tarn"), "accent", Severity.MAJOR)
    with pytest.raises(UserError, match="severity"):
        assessing.mark(article, ESA, place(article, "Tarn"), "error", Severity.CRITICAL)


def test_findings_come_as_errors_and_only_once(article):
    found = [finding(article, "Mitternacht"), finding(article, "Tarn", "name.changed", Category.MISTRANSLATION, Severity.MAJOR)]
    step = assessing.accept(article, MQM, *found)
    assert [(m.category, m.severity, m.check) for m in assessing.marks_of(article)] == [
        ("name", Severity.MAJOR, "name.changed"),
        ("number", Severity.CRITICAL, "fact.time"),
    ]
    assert assessing.accept(article, MQM, *found) is None
    assert article.undo().refers == step.revision
    assert not article.marks


def test_an_accepted_omission_lies_on_the_source(article):
    found = finding(article, "near Tarn", "structure.omission", Category.OMISSION, side=Side.SOURCE)
    assessing.accept(article, MQM, found)
    assert assessing.marks_of(article)[0].side is Side.SOURCE


def test_esa_takes_a_critical_finding_as_a_major_error_and_has_a_score(article):
    assessing.accept(article, ESA, finding(article, "Mitternacht"))
    assessing.set_score(article, 71)
    card = assessing.card(article, ESA)
    assert (card.of_severity(Severity.MAJOR), card.score) == (1, 71)
    with pytest.raises(UserError, match="between 0 and 100"):
        assessing.set_score(article, 101)


def test_a_mark_is_changed_and_taken_away_in_a_step_each(article):
    assessing.mark(article, MQM, place(article, "Mitternacht"), "number", Severity.MAJOR)
    (mark,) = assessing.marks_of(article)
    assessing.change(article, MQM, mark.id, kind="mistranslation", severity=Severity.CRITICAL, note="noon")
    (changed,) = assessing.marks_of(article)
    assert (changed.id, changed.category, changed.severity, changed.note) == (mark.id, "mistranslation", Severity.CRITICAL, "noon")
    assert assessing.change(article, MQM, mark.id, note="noon") is None
    assessing.delete(article, mark.id)
    assert not article.marks
    article.undo()
    article.undo()
    assert assessing.marks_of(article) == [mark]


def test_the_number_of_a_mark_is_never_given_twice(article):
    assessing.mark(article, MQM, place(article, "Mitternacht"), "number", Severity.MAJOR)
    article.undo()
    assessing.mark(article, MQM, place(article, "Tarn"), "name", Severity.MAJOR)
    assert assessing.marks_of(article)[0].id == 2


def test_a_second_reader_sees_and_scores_nothing_of_the_first(article):
    assessing.mark(article, MQM, place(article, "Mitternacht"), "number", Severity.CRITICAL)
    assessing.mark(article, MQM, place(article, "Tarn"), "name", Severity.MINOR, reading=2)
    assert [mark.quote for mark in assessing.marks_of(article, reading=2)] == ["Tarn"]
    assert assessing.card(article, MQM).errors == 1


def test_a_mark_is_found_again_after_its_row_was_split(article):
    at = place(article, "Niemand")
    assessing.mark(article, MQM, place(article, "Calloway"), "name", Severity.MINOR)
    article.split(at.unit, 20, 28)
    shown = assessing.shown(article, assessing.marks_of(article)[0])
    assert shown is None or shown.span.of(article.unit(shown.unit).target.plain) == "Calloway"


def test_an_extract_counts_its_own_words_and_marks(article):
    assessing.mark(article, MQM, place(article, "Mitternacht"), "number", Severity.CRITICAL)
    head = assessing.card(article, MQM, [article.units[0].id])
    assert (head.words, head.errors, head.outcome) == (2, 0, Outcome.PASS)


def test_a_desks_typology_is_kept_in_the_project(project, tmp_path):
    own = read_typology(b'id="d"\nname="D"\nseverities={major=4}\ntypes=[{id="x",name="X",key="x"}]', "d.toml")
    assert assessing.typology_of(project) == MQM
    assessing.use_typology(project, own)
    assert assessing.typology_of(project) == own
    assessing.use_typology(project, ESA)
    assert assessing.typology_of(project) == ESA


def test_marks_survive_in_the_project_file(tmp_path):
    store = Store.create(tmp_path / "p.gegenlesen")
    project = Project()
    article = pipeline.keep(project, store, pipeline.from_text(ENGLISH, "en"), pipeline.from_text(GERMAN, "de"))
    store.record(assessing.accept(article, MQM, finding(article, "Mitternacht"), reading=2))
    store.close()
    store, again = Store.open(tmp_path / "p.gegenlesen")
    store.close()
    assert again.articles[0].marks == article.marks
