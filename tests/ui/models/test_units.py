import random

from PySide6.QtCore import Qt

from app.model import Span, Unit
from ui.models.units import Column, UnitModel


def shown(model):
    return list(model.units)


def test_the_model_keeps_qts_rules_while_rows_are_edited_joined_split_and_undone(session, qtmodeltester):
    model = UnitModel(session)
    qtmodeltester.check(model)
    session.edit(2, "Der Rat hat am Montag abgestimmt. Es war knapp.")
    session.join()
    session.go_to(1)
    session.join()
    session.split(10, 5)
    session.undo()
    session.undo()
    qtmodeltester.check(model)
    assert shown(model) == session.article.units


def test_the_model_has_the_rows_of_the_article_after_any_steps(session, qtbot):
    model, chance = UnitModel(session), random.Random(7)
    verbs = (session.join, session.undo, session.redo, session.remove_passage, session.restore, session.needs_work, session.copy_source)
    for _ in range(80):
        session.go_to(chance.choice(session.article.units).id)
        chance.choice(verbs)()
        assert shown(model) == session.article.units
        assert [model.position(unit.id) for unit in model.units] == list(range(model.rowCount()))


def test_an_edit_changes_one_row_and_resets_nothing(session, qtbot):
    model = UnitModel(session)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        session.edit(2, "Der Rat stimmte ab.")
    first, last = changed.args[:2]
    assert (first.row(), last.row()) == (1, 1)


def test_a_join_removes_one_row(session, qtbot):
    model = UnitModel(session)
    session.go_to(1)
    with qtbot.waitSignal(model.rowsRemoved) as removed:
        session.join()
    assert removed.args[1:] == [1, 1]


def test_cells_say_number_source_state_and_translation(session):
    model = UnitModel(session)
    session.go_to(2)
    session.needs_work()
    words = [model.index(1, column).data() for column in Column]
    assert words == ["¶2", "The council voted on Monday.", "needs work", "Der Rat stimmte am Montag ab."]


def test_a_unit_that_is_not_there_has_no_position(session):
    model = UnitModel(session)
    assert model.position(99) == -1


def test_the_unit_itself_lies_behind_every_cell(session):
    model = UnitModel(session)
    unit = model.index(0, 0).data(Qt.ItemDataRole.UserRole)
    assert isinstance(unit, Unit)
    assert unit.source == Span(0, 19)
