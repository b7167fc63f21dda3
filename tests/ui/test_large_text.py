"""German at twice the size: no word of a label or button is cut, on any screen."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar, QWidget

from app.settings import Language
from tests.ui.screens import desk, screens
from ui.panels.labels import Elided

SCREEN = (1366, 768)
"""The smallest screen at which everything must be whole."""


def cut(widget: QWidget) -> bool:
    """Whether a label or button has less room than its words need."""
    if isinstance(widget, QLabel):
        if isinstance(widget, Elided) or not widget.text():
            return False
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + 1
    need = widget.minimumSizeHint() if isinstance(widget, QLabel) else widget.sizeHint()
    return need.width() > widget.width() + 1 or need.height() > widget.height() + 1


def labelled(screen: QWidget) -> list[QWidget]:
    inner = (QTabBar,)
    return [
        w
        for w in screen.findChildren(QWidget)
        if isinstance(w, QLabel | QAbstractButton) and not isinstance(w.parent(), inner) and w.isVisibleTo(screen) and w.text()
    ]


@pytest.mark.parametrize(("language", "percent"), [(Language.GERMAN, 200), (Language.ENGLISH, 200), (Language.GERMAN, 80)])
def test_no_word_is_cut(qapp, monkeypatch, language, percent):
    with desk(language, percent) as window:
        window.resize(*SCREEN)
        QTest.qWait(20)
        found = [
            f"{name}: {type(widget).__name__} {widget.text()!r} {widget.size().toTuple()} {widget.sizeHint().toTuple()}"
            for name, screen in screens(window, monkeypatch)
            for widget in labelled(screen)
            if cut(widget)
        ]
    assert not found, "\n".join(found)
