"""The session: verbs, movement and what is said about them."""

from app.model import State
from tests.ui.conftest import PAIRS
from ui.session import View


def test_an_edit_is_one_step_and_undo_takes_it_back(session, qtbot):
    with qtbot.waitSignal(session.stepped) as stepped:
        session.edit(2, "Der Rat stimmte am Montagabend ab.")
    assert stepped.args[0].op == "edit"
    session.undo()
    assert session.text(2) == PAIRS[1][1]


def test_leaving_a_row_makes_a_step_of_what_was_typed(session):
    session.go_to(2)
    session.draft(2, "Der Rat stimmte ab.")
    session.draft(2, "Der Rat stimmte zu.")
    session.go_to(5)
    assert session.article.unit(2).target.plain == "Der Rat stimmte zu."
    assert [step.op for step in session.project.log.of(1)] == ["edit"]


def test_a_draft_that_returns_to_the_text_leaves_no_step(session):
    session.go_to(2)
    session.draft(2, "Der Rat")
    session.draft(2, PAIRS[1][1])
    session.go_to(5)
    assert not session.project.log.of(1)
    assert not session.drafts


def test_neighbouring_rows_without_source_go_as_one_passage_and_come_back_by_one_undo(session):
    session.go_to(4)
    session.remove_passage()
    assert [unit.removed for unit in session.article.units] == [False, False, True, True, False, False]
    session.undo()
    assert not any(unit.removed for unit in session.article.units)


def test_a_cleared_translation_is_kept_as_cleared(session):
    session.edit(2, "")
    assert session.article.unit(2).target.plain == ""


def test_confirm_goes_on_to_the_next_row(session):
    session.go_to(1)
    session.confirm()
    assert session.article.unit(1).state is State.REVIEWED
    assert session.current == 2


def test_confirm_to_here_leaves_grave_rows_open_and_says_how_many(session, qtbot):
    session.go_to(5)
    grave = [unit.id for unit in session.article.units[:5] if session.grave_at(unit.id)]
    with qtbot.waitSignals([session.told] * (2 if grave else 1)):
        session.confirm_to_here()
    confirmed = [unit.id for unit in session.article.units if unit.state is State.REVIEWED]
    assert sorted(confirmed + grave) == [1, 2, 3, 4, 5]


def test_undo_goes_to_the_row_it_changes(session):
    session.edit(2, "Anders.")
    session.go_to(6)
    session.undo()
    assert session.current == 2


def test_the_status_sentence_names_the_words_that_changed(session, qtbot):
    with qtbot.waitSignal(session.told) as told:
        session.edit(2, "Der Rat stimmte am Dienstag ab.")
    assert told.args == ["Montag → Dienstag"]


def test_joining_the_last_row_says_why_not(session, qtbot):
    session.go_to(6)
    with qtbot.waitSignal(session.failed) as failed:
        session.join()
    assert "last row" in str(failed.args[0])


def test_rows_are_named_after_the_paragraph_of_the_source(session):
    assert [session.label(unit.id) for unit in session.article.units] == ["¶1", "¶2", "¶2+", "¶2+", "¶3", "¶4"]


def test_a_view_is_announced_once(session, qtbot):
    with qtbot.waitSignal(session.viewed) as viewed:
        session.set_view(View.CHANGES)
    assert viewed.args == [View.CHANGES]
    with qtbot.assertNotEmitted(session.viewed):
        session.set_view("changes")


def test_hints_are_findings_for_those_who_ask(session):
    quiet = len(session.findings)
    session.show_hints(wanted=True)
    assert len(session.findings) == quiet + session.hint_count()
    session.show_hints(wanted=False)
    assert len(session.findings) == quiet


def test_a_full_check_never_loses_the_current_row(session, qtbot):
    session.go_to(5)
    with qtbot.waitSignal(session.checked):
        session.check()
    assert session.current == 5


def test_undo_faces_the_finding_of_the_row_it_goes_to(session):
    grave, other = session.findings[0], next(f for f in session.findings if not set(f.units) & set(session.findings[0].units))
    session.focus(grave)
    row = session.current
    session.edit(row, "Heute ist der Markt offen.")
    session.focus(other)
    session.undo()
    assert session.current == row
    assert session.finding is not None
    assert row in session.finding.units
