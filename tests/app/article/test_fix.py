"""Repairs: many in one step, none in the way of another."""

import pytest

from app import pipeline
from app.article import Project
from app.i18n import Message
from app.model import Edit, Fix, Span

ENGLISH = "Gate shut\n\nThe gate was shut.  It rained."
GERMAN = "Tor zu\n\nDas Tor war  zu , sagte er.\n\nMELDEN SIE SICH AN"


@pytest.fixture
def article():
    return pipeline.take_in(Project(), pipeline.from_text(ENGLISH, "en"), pipeline.from_text(GERMAN, "de"))[0]


def fix(*edits, remove=()):
    return Fix(Message("Write"), edits, remove)


def row_with(article, words):
    return next(unit for unit in article.units if words in unit.target.plain)


def test_all_repairs_of_a_row_are_one_step(article):
    row = row_with(article, "Tor war")
    text = row.target.plain
    doubled, stop = text.index("  "), text.index(" ,")
    article.fix(fix(Edit(row.id, Span(doubled, doubled + 2), " ")), fix(Edit(row.id, Span(stop, stop + 1), "")))
    assert "Das Tor war zu, sagte er." in article.unit(row.id).target.plain
    article.undo()
    assert article.unit(row.id) == row


def test_of_two_that_overlap_the_earlier_one_is_made(article):
    row = row_with(article, "Tor war")
    article.fix(fix(Edit(row.id, Span(0, 7), "Die Tür")), fix(Edit(row.id, Span(4, 7), "TOR")))
    assert article.unit(row.id).target.plain.startswith("Die Tür war")


def test_the_same_repair_twice_is_made_once(article):
    row = row_with(article, "Tor war")
    once = fix(Edit(row.id, Span(4, 4), "alte "))
    article.fix(once, once)
    assert article.unit(row.id).target.plain.startswith("Das alte Tor")


def test_a_repair_can_remove_rows_and_change_others(article):
    row, promo = row_with(article, "Tor war"), row_with(article, "MELDEN")
    article.fix(fix(Edit(row.id, Span(0, 3), "Jenes"), remove=(promo.id,)))
    assert article.unit(promo.id).removed
    assert article.unit(row.id).target.plain.startswith("Jenes")


def test_nothing_to_repair_is_no_step(article):
    assert article.fix() is None
