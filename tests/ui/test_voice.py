"""What is said aloud while one works."""

import pytest
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from ui.window.voice import Voice


@pytest.fixture
def voice(session, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return Voice(session, window)


def said(voice, qtbot, act):
    with qtbot.waitSignal(voice.spoke) as spoke:
        act()
    return tuple(spoke.args)


def test_the_row_one_comes_to_is_said_with_its_state(voice, session, qtbot):
    words, urgent = said(voice, qtbot, session.next_row)
    assert words.startswith(f"Row {session.label(session.current)}")
    assert "open" in words
    assert not urgent


def test_a_finding_is_said_with_its_severity_and_reason(voice, session, qtbot):
    words, _ = said(voice, qtbot, session.next_finding)
    assert session.finding is not None
    assert session.finding.severity.value in words
    assert session.finding.message.render().rstrip(".") in words


def test_a_repair_is_said_in_one_breath_with_what_comes_next(voice, session, qtbot):
    session.next_finding()
    with qtbot.waitSignal(voice.spoke):
        pass
    before = len(session.findings)
    words, _ = said(voice, qtbot, session.apply_fix)
    assert "taken out" in words
    assert len(session.findings) != before


def test_trouble_interrupts(voice, session, qtbot):
    words, urgent = said(voice, qtbot, lambda: session.failed.emit(UserError("The disk is full.")))
    assert words == "The disk is full"
    assert urgent


def test_what_two_say_at_once_is_said_once(voice, session, qtbot):
    def act():
        session.told.emit("The passage is taken out.")
        session.noticed.emit("The passage is taken out.")

    words, _ = said(voice, qtbot, act)
    assert words == "The passage is taken out"
