"""Every control on every screen has a name, is large enough to hit, and lets the keyboard go on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.ui.screens import desk, screens
from ui.desk.card import FindingCard

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QTextEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QProgressBar,
    QSlider,
    QTabBar,
    QKeySequenceEdit,
)

TARGET = 24
"""The least side of what is clicked, in pixels (WCAG 2.2, 2.5.8)."""

ROUNDS = 120
"""More presses of Tab than any screen has controls."""


def controls(screen: QWidget) -> Iterator[QWidget]:
    """What can be used, without the parts Qt builds its own controls from."""
    for widget in screen.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QKeySequenceEdit)
        if isinstance(widget, CONTROLS) and not isinstance(widget, QHeaderView) and not inner and widget.isVisibleTo(screen):
            yield widget


def called(widget: QWidget) -> str:
    """The name a screen reader says; a bar of tabs has those of its tabs."""
    if isinstance(widget, QTabBar):
        return " ".join(widget.tabText(at) for at in range(widget.count()))
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def seen(widget: QWidget) -> str:
    return f"{type(widget).__name__} in {type(widget.parent()).__name__} {widget.size().toTuple()} {called(widget)!r}"


def test_every_control_of_every_screen_has_a_name(qapp, monkeypatch):
    with desk() as window:
        met, unnamed = set(), []
        for name, screen in screens(window, monkeypatch):
            met.add(type(screen).__name__)
            unnamed += [f"{name}: {seen(widget)}" for widget in controls(screen) if not called(widget)]
            assert screen.windowTitle() or screen.accessibleName(), name
    assert len(met) > 8
    assert not unnamed


def test_everything_that_is_clicked_is_24_pixels_high_and_wide(qapp, monkeypatch):
    with desk() as window:
        small = [
            f"{name}: {seen(widget)}"
            for name, screen in screens(window, monkeypatch)
            for widget in controls(screen)
            if isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QAbstractSpinBox)
            and min(widget.width(), widget.height()) < TARGET
        ]
    assert not small


def gone_round(screen: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> list[QWidget]:
    """What gets the keyboard one after the other, until something gets it a second time."""
    screen.activateWindow()
    met: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in met and len(met) < ROUNDS:
        met.append(here)
        QTest.keyClick(here, key, held)
    return met


@pytest.mark.parametrize("back", [False, True], ids=["Tab", "Shift+Tab"])
def test_no_control_keeps_the_keyboard(qapp, monkeypatch, back):
    """Going on from any control comes round to it again, or to the first one."""
    key, held = (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier) if back else (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    with desk() as window:
        traps = []
        for name, screen in screens(window, monkeypatch):
            met = gone_round(screen, key, held)
            if len(met) == 1 and len([w for w in controls(screen) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()]) > 1:
                traps.append(f"{name}: {seen(met[0])}")
    assert not traps


def test_the_tab_key_goes_through_dialogs_as_one_reads(qapp, monkeypatch):
    """Down a column, and up only to one further right; up to the beginning once a round, so that nobody is sent back and forth."""
    back = []
    with desk() as window:
        for name, screen in screens(window, monkeypatch):
            if screen is window:
                continue
            stops = gone_round(screen, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
            places = [stop.mapTo(screen, stop.rect().topLeft()) for stop in stops]
            ways = zip(stops, (*stops[1:], *stops[:1]), places, (*places[1:], *places[:1]), strict=True)
            up = [f"from {seen(one)} up to {seen(other)}" for one, other, at, to in ways if to.y() < at.y() - 12 and to.x() <= at.x()]
            if len(up) > 1:
                back.append(f"{name}: {', '.join(up)}")
    assert not back, "\n".join(back)


def test_the_card_is_read_in_the_order_it_is_seen(qapp):
    with desk() as window:
        window.session.next_finding()
        card = window.findChild(FindingCard)
        buttons = [w for w in controls(card) if isinstance(w, QAbstractButton)]
        assert [w.x() for w in buttons] == sorted(w.x() for w in buttons)
        assert all(called(w) for w in buttons)
