"""Rows reshaped from the window: each verb is one step, announced and undone like any other."""

import pytest

from app import pipeline
from app.article import Project
from app.model import BlockKind, BlockStart
from ui.actions import ACTIONS, ROW_MENU, plain
from ui.session import Session

ENGLISH = "Weir breaks\n\nThe weir broke at night. Nobody was hurt. Water ran into cellars."
GERMAN = "Wehr bricht\n\nDas Wehr brach in der Nacht. Niemand wurde verletzt. Wasser lief in Keller."


@pytest.fixture
def rows(qapp):
    project = Project()
    pipeline.take_in(project, pipeline.from_text(ENGLISH, "en"), pipeline.from_text(GERMAN, "de"))
    session = Session()
    session.open(project)
    session.go_to(2)
    yield session
    session.close()
    session.deleteLater()


def texts(session):
    return [(session.article.source_text(unit).plain, unit.target.plain) for unit in session.article.units]


@pytest.mark.parametrize("verb", ["join", "detach", "insert_row", "insert_subhead"])
def test_a_verb_is_one_step_and_one_undo(rows, verb):
    before = texts(rows)
    getattr(rows, verb)()
    assert texts(rows) != before
    rows.undo()
    assert texts(rows) == before


def test_the_border_moves_a_sentence_and_back(rows):
    rows.join()
    rows.border_up()
    assert texts(rows)[2][1] == "Niemand wurde verletzt. Wasser lief in Keller."
    rows.border_down()
    assert texts(rows)[1][1] == "Das Wehr brach in der Nacht. Niemand wurde verletzt."


def test_a_subhead_is_where_one_types_next(rows):
    rows.insert_subhead()
    assert rows.unit.opening == BlockStart(BlockKind.HEADING)
    rows.edit(rows.current, "Keller unter Wasser")
    rows.go_to(rows.current)
    rows.delete_row()
    assert "Keller unter Wasser" not in [target for _source, target in texts(rows)]


def test_what_cannot_be_done_is_said_and_changes_nothing(rows, qtbot):
    before = texts(rows)
    with qtbot.waitSignal(rows.failed):
        rows.link()
    assert texts(rows) == before


def test_aligning_again_mends_what_nobody_touched(rows, qtbot):
    rows.detach()
    rows.undo()
    with qtbot.waitSignal(rows.told, timeout=5000):
        rows.realign()
    assert len(rows.article.units) == 4


def test_every_entry_of_the_rows_menu_has_a_letter_of_its_own():
    texts = {action.id: action.text for action in ACTIONS}
    letters = [texts[name][texts[name].index("&") + 1].lower() for name in ROW_MENU]
    assert len(set(letters)) == len(letters)
    assert all(plain(texts[name]) for name in ROW_MENU)


def test_what_is_said_of_a_moved_border_or_a_divided_row_is_a_sentence(session, qtbot):
    for verb, wanted in ((session.detach, "Sides taken apart"), (session.link, "Rows linked")):
        session.go_to(5)
        with qtbot.waitSignal(session.told) as told:
            verb()
        assert told.args[0] == wanted
