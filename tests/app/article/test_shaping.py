"""Rows reshaped by hand: nothing of either text is lost, and one undo takes each verb back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import pipeline
from app.article import Project, composed
from app.errors import UserError
from app.model import BlockKind, BlockStart, Side
from app.style import Term

ENGLISH = "Harbour wall breaks\n\nThe wall broke at night. Nobody was hurt. Water ran into 12 cellars.\n\nThe mayor came at dawn. She promised help."
GERMAN = (
    "Hafenmauer bricht\n\nDie Mauer brach in der Nacht. Niemand wurde verletzt. Wasser lief in 12 Keller.\n\n"
    "Die Bürgermeisterin kam im Morgengrauen. Sie versprach Hilfe."
)


@pytest.fixture
def article():
    return fresh()


def fresh():
    return pipeline.take_in(Project(), pipeline.from_text(ENGLISH, "en"), pipeline.from_text(GERMAN, "de"))[0]


def spans_in_order(article):
    for side in ("source", "imported"):
        document = article.source if side == "source" else article.target
        at = 0
        for span in (getattr(unit, side) for unit in article.units):
            if span is not None:
                assert not document.text.plain[at : span.start].strip(), "text between two rows"
                at = span.end
        assert not document.text.plain[at:].strip()


def texts(article, unit_id):
    unit = article.unit(unit_id)
    return article.source_text(unit).plain, unit.target.plain


def test_joined_rows_read_as_one(article):
    article.join(2)
    assert texts(article, 2) == ("The wall broke at night. Nobody was hurt.", "Die Mauer brach in der Nacht. Niemand wurde verletzt.")
    assert composed(article).text.plain == GERMAN


def test_rows_joined_over_a_paragraph_keep_the_break(article):
    article.join(4)
    assert composed(article).text.plain == GERMAN


def test_a_split_row_is_two_rows_with_a_part_of_each_text(article):
    source, target = texts(article, 4)
    article.split(4, source.index("into"), target.index("in 12"))
    first, second = article.units[3:5]
    assert texts(article, first.id) == ("Water ran", "Wasser lief")
    assert texts(article, second.id) == ("into 12 cellars.", "in 12 Keller.")
    assert composed(article).text.plain == GERMAN


def test_a_split_that_leaves_an_empty_row_is_refused(article):
    with pytest.raises(UserError, match="Nothing to split"):
        article.split(2, 0, 0)


def test_the_border_moves_a_sentence_at_a_time(article):
    article.join(2)
    article.border_up(2, Side.TARGET)
    assert texts(article, 2)[1] == "Die Mauer brach in der Nacht."
    assert texts(article, 4)[1] == "Niemand wurde verletzt. Wasser lief in 12 Keller."
    article.border_down(2, Side.TARGET)
    assert texts(article, 2)[1] == "Die Mauer brach in der Nacht. Niemand wurde verletzt."
    assert composed(article).text.plain == GERMAN


def test_the_border_of_the_source_moves_alone(article):
    article.join(2)
    article.border_up(2, Side.SOURCE)
    assert texts(article, 4)[0] == "Nobody was hurt. Water ran into 12 cellars."
    spans_in_order(article)


def test_detached_sides_can_be_linked_again(article):
    before = article.unit(3)
    article.detach(3)
    rows = article.units[2:4]
    assert [bool(unit.source) for unit in rows] == [True, False]
    article.link(rows[0].id)
    again = article.units[2]
    assert (again.source, again.imported, again.target) == (before.source, before.imported, before.target)
    assert composed(article).text.plain == GERMAN


def test_a_detached_head_of_a_paragraph_keeps_its_block(article):
    article.detach(2)
    assert composed(article).text.plain == GERMAN


def test_rows_that_do_not_complete_each_other_cannot_be_linked(article):
    with pytest.raises(UserError, match="Only neighbours"):
        article.link(2)


def test_a_subhead_can_be_inserted_and_deleted(article):
    step = article.insert(4, "Hilfe zugesagt", BlockStart(BlockKind.HEADING))
    new = step.splices[0].after[0].id
    assert "12 Keller.\n\nHilfe zugesagt\n\nDie Bürgermeisterin" in composed(article).text.plain
    article.delete(new)
    assert composed(article).text.plain == GERMAN


def test_a_row_of_the_story_cannot_be_deleted(article):
    with pytest.raises(UserError, match="remove it"):
        article.delete(2)


def test_aligning_again_keeps_what_a_person_touched(article):
    article.join(2)
    article.edit(5, "Die Bürgermeisterin kam früh.")
    touched = article.unit(2), article.unit(5)
    article.realign()
    assert (article.unit(2), article.unit(5)) == touched
    spans_in_order(article)


def test_aligning_again_mends_rows_whose_confirmation_was_taken_back(article):
    article.detach(3)
    article.undo()
    assert article.realign() is None


def test_aligning_again_goes_by_the_terms_of_the_desk():
    texts = "The zorbel came. The gribbet left. The flumph stayed.", "Der Grobnik ging. Der Plumperich blieb."
    article, _ = pipeline.take_in(Project(), pipeline.from_text(texts[0], "en"), pipeline.from_text(texts[1], "de"))
    article.realign(terms=(Term("gribbet", ("Grobnik",)), Term("flumph", ("Plumperich",))))
    assert [article.source_text(unit).plain for unit in article.units if unit.imported is None] == ["The zorbel came."]


VERBS = {
    "join": lambda article, unit, at: article.join(unit),
    "split": lambda article, unit, at: article.split(unit, at, at),
    "border_up": lambda article, unit, at: article.border_up(unit, list(Side)[at % 2]),
    "border_down": lambda article, unit, at: article.border_down(unit, list(Side)[at % 2]),
    "push": lambda article, unit, at: article.border_up(unit, Side.TARGET, at),
    "detach": lambda article, unit, at: article.detach(unit),
    "link": lambda article, unit, at: article.link(unit),
    "insert": lambda article, unit, at: article.insert(unit, "Neu."),
    "remove": lambda article, unit, at: article.remove(unit),
    "edit": lambda article, unit, at: article.edit(unit, "Ein anderer Satz."),
    "realign": lambda article, unit, at: article.realign(),
}


@given(st.lists(st.tuples(st.sampled_from(sorted(VERBS)), st.integers(0, 30), st.integers(0, 60)), max_size=8))
def test_rows_tile_both_texts_whatever_was_done_and_undo_takes_all_of_it_back(moves):
    article = fresh()
    began = list(article.units)
    done = 0
    for verb, row, at in moves:
        try:
            done += VERBS[verb](article, article.units[row % len(article.units)].id, at) is not None
        except UserError:
            continue
        spans_in_order(article)
        assert len({unit.id for unit in article.units}) == len(article.units)
    for _ in range(done):
        article.undo()
    assert article.units == began
