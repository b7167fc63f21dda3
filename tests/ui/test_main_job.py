"""The main job through the real window, with keys and mouse: a story comes in, is corrected, and goes out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import formats
from app.model import Severity, State
from app.settings import Reviewer, Settings
from tests.ui.conftest import type_text
from ui.session import Session
from ui.window.showing import show

STORY = """New tram line opens in Brandhaven

The northern districts of Brandhaven got their first tram on Monday after nine years of work.

The line cost $3.4 billion and runs to the old harbour. Mayor Lena Ortiz called it “a promise kept.”

The harbour stop stays closed until spring because its roof still leaks.

A single ticket will cost two euros.
"""

TRANSLATION = """Neue Straßenbahnlinie in Brandhaven eröffnet

Die nördlichen Stadtteile von Brandhaven haben am Montag nach neun Jahren Bauzeit ihre erste Straßenbahn bekommen.

Die Linie kostete 3,4 Billionen Dollar und führt zum alten Hafen. Bürgermeisterin Lena Ortiz nannte sie „ein gehaltenes Versprechen“.

Lesen Sie auch: Wie Brandhaven seine Brücken verlor

Eine Einzelfahrt soll zwei Euro kosten.
"""


def key(chord: str) -> None:
    """Press one chord where the keyboard is."""
    combination = QKeySequence(chord)[0]
    QTest.keyClick(QApplication.focusWidget(), combination.key(), combination.keyboardModifiers())


@pytest.fixture
def desk(tmp_path, qtbot):
    """Opens windows on a path, and closes what is left."""
    opened = []

    def open_on(*paths):
        session = Session()
        session.sign("Jo Winter")
        window = show(session, Settings(reviewer=Reviewer(name="Jo Winter")))
        opened.append(window)
        with qtbot.waitSignal(session.opened):
            session.open_files(list(paths))
        qtbot.waitUntil(lambda: not session.unchecked, timeout=20000)
        qtbot.waitExposed(window)
        window.activateWindow()
        window.desk.focus_target()
        return window

    yield open_on
    for window in opened:
        window.close()
        window.session.deleteLater()
        window.deleteLater()


@pytest.fixture
def pair(tmp_path):
    source, target = tmp_path / "tram.en.txt", tmp_path / "tram.de.txt"
    source.write_text(STORY, encoding="utf-8")
    target.write_text(TRANSLATION, encoding="utf-8")
    return source, target


def unit_with(session, words):
    return next(unit for unit in session.article.units if words in unit.target.plain)


def missing(session):
    return next(unit for unit in session.article.units if not unit.target.plain)


def test_a_story_is_corrected_reopened_and_exported(desk, pair, tmp_path, qtbot):
    window = desk(*pair)
    session = window.session
    assert session.finding is not None, "a story opens on its first finding"

    # the inserted link goes with one key
    session.focus(next(f for f in session.findings if "Lesen Sie auch" in session.text(f.units[0])))
    key("Alt+Return")
    assert unit_with(session, "Lesen Sie auch").removed

    # a wrong figure is typed over in the field, umlauts included
    session.go_to(unit_with(session, "Billionen").id)
    field = QApplication.focusWidget()
    text = session.text(session.current)
    field.select(type(field.selection)(text.index("Billionen"), text.index("Billionen") + len("Billionen")))
    type_text(field, "Milliarden")
    key("Ctrl+Return")
    assert "3,4 Milliarden Dollar" in unit_with(session, "3,4 Mill").target.plain
    assert unit_with(session, "3,4 Mill").state is State.REVIEWED

    # a missing row is translated where it belongs
    session.go_to(missing(session).id)
    type_text(QApplication.focusWidget(), "Die Haltestelle am Hafen bleibt bis zum Frühjahr geschlossen, weil ihr Dach noch undicht ist.")
    key("Ctrl+Return")
    assert not [unit for unit in session.article.units if not unit.target.plain]

    # undo and redo
    key("Ctrl+Z")
    assert not [unit for unit in session.article.units if unit.source is None and unit.state is State.REVIEWED]
    key("Ctrl+Y")

    # whatever is left is no error
    while session.findings:
        session.focus(session.findings[0])
        if session.finding.severity is Severity.CRITICAL:
            session.dismiss(reason="checked")
        else:
            key("Alt+Delete")
    path = session.path
    window.close()

    # closed and opened again: nothing is lost, and undo still works
    window = desk(path)
    session = window.session
    assert not [f for f in session.findings if f.severity is Severity.CRITICAL]
    steps = len(session.project.log.steps)
    key("Ctrl+Z")
    assert len(session.project.log.steps) == steps + 1
    key("Ctrl+Shift+Z")
    assert {step.who for step in session.project.log.steps} >= {"Jo Winter"}

    # export by keyboard
    key("Ctrl+E")
    dialog = QApplication.activeModalWidget()
    dialog.path.setText(str(tmp_path / "tram.html"))
    QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    written = formats.read_file(tmp_path / "tram.html").document
    assert "3,4 Milliarden Dollar" in written.text.plain
    assert "bis zum Frühjahr geschlossen" in written.text.plain
    assert "Lesen Sie auch" not in written.text.plain
    assert written.title == "Neue Straßenbahnlinie in Brandhaven eröffnet"
