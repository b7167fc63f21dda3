"""The parts around the desk, one by one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.model import Severity
from app.settings import Searches
from ui.actions import ACTIONS, Actions
from ui.panels.find import FindBar
from ui.panels.findings import FindingsPanel
from ui.panels.labels import Elided
from ui.panels.message import MessageBar, Way
from ui.panels.sides import LEFT, RIGHT, TEXT, Sides
from ui.panels.status import StatusBar
from ui.theme import LIGHT


@pytest.fixture
def actions(session, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    yield Actions(window, session, {action.id: (lambda: None) for action in ACTIONS if action.verb is None})
    window.close()


@pytest.mark.parametrize(
    ("width", "left", "right"),
    [(TEXT - 50, False, False), (TEXT + RIGHT + 20, False, True), (TEXT + RIGHT + LEFT + 20, True, True)],
)
def test_panels_fold_away_before_the_text_becomes_too_narrow(qtbot, width, left, right):
    panels = QWidget(), QWidget()
    sides = Sides(LIGHT)
    sides.fill(panels[0], QWidget(), panels[1])
    qtbot.addWidget(sides)
    sides.resize(width, 400)
    sides.show()
    sides.offer(left=True, right=True)
    assert (panels[0].isVisible(), panels[1].isVisible()) == (left, right)
    sides.toggle_right()
    assert panels[1].isVisible() is not right


def test_the_panel_that_goes_first_gets_the_room(qtbot):
    panels = QWidget(), QWidget()
    sides = Sides(LIGHT)
    sides.fill(panels[0], QWidget(), panels[1])
    qtbot.addWidget(sides)
    sides.resize(TEXT + RIGHT + 20, 400)
    sides.show()
    sides.offer(left=True, right=True, left_first=True)
    assert (panels[0].isVisible(), panels[1].isVisible()) == (True, False)
    sides.offer(left=True, right=True)
    assert (panels[0].isVisible(), panels[1].isVisible()) == (False, True)


def test_a_message_offers_ways_and_is_gone_when_one_is_taken(qtbot):
    taken = []
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("The disk is full.", Way("Save a copy", lambda: taken.append("copy")))
    assert bar.isVisible()
    next(button for button in bar.findChildren(QPushButton) if button.text() == "Save a copy").click()
    assert taken == ["copy"]
    assert not bar.isVisible()


def test_an_empty_answer_is_no_answer(qtbot):
    taken = []
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.ask("Your name?", "", "Keep", taken.append)
    QTest.keyClick(bar.findChild(QLineEdit), Qt.Key.Key_Return)
    assert not taken
    bar.ask("Your name?", "Jo", "Keep", taken.append)
    QTest.keyClick(bar.findChild(QLineEdit), Qt.Key.Key_Return)
    assert taken == ["Jo"]


def test_a_search_says_when_there_is_nothing(session, qtbot):
    bar = FindBar(session, Searches())
    qtbot.addWidget(bar)
    bar.open()
    bar.field.setText("no such words")
    assert bar.told.text() == "nothing found"
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_the_counts_on_the_chips_are_those_of_the_list(session, qtbot):
    panel = FindingsPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    session.remove_passage(3)
    counts = [sum(f.severity is severity for f in session.findings) for severity in (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)]
    chips = [b for b in panel.findChildren(QPushButton) if b.property("look") == "chip"]
    assert [chip.text() for chip in chips[:3]] == [str(count) for count in counts]
    chips[0].click()
    assert panel.list.model().rowCount() == counts[0]


def test_choosing_a_finding_goes_to_it(session, qtbot):
    panel = FindingsPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(session.focused) as focused:
        QTest.mouseClick(
            panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualRect(panel.list.model().index(1, 0)).center()
        )
    assert focused.args == [session.findings[1]]


def test_the_status_line_says_what_undo_would_take_back(session, qtbot):
    bar = StatusBar(session)
    qtbot.addWidget(bar)
    session.edit(2, "Der Rat stimmte am Dienstag ab.")
    said = [label.text() for label in bar.findChildren(Elided)]
    assert any(text.endswith("Montag → Dienstag") and text.startswith("Ctrl+Z") for text in said)
    session.undo()
    assert not any(text.startswith("Ctrl+Z") for text in (label.text() for label in bar.findChildren(Elided)))
