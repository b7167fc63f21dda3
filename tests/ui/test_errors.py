"""Bugs are shown once, logged, and never quote a story."""

import sys

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from ui import errors


@pytest.fixture
def watched(home):
    hook = sys.excepthook
    errors.watch()
    yield home / "log" / "gegenlesen.log"
    sys.excepthook = hook
    for handler in list(errors.LOG.handlers):
        handler.close()
        errors.LOG.removeHandler(handler)
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, errors.CrashDialog):
            widget.close()
            widget.deleteLater()


def crash(words=("Der Bürgermeister", "von Brandhaven")):
    try:
        int(" ".join(words))
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_a_bug_is_shown_once_and_logged_without_words_of_the_story(qapp, watched, capsys):
    crash()
    crash()
    dialogs = [w for w in qapp.topLevelWidgets() if isinstance(w, errors.CrashDialog) and w.isVisible()]
    assert len(dialogs) == 1
    shown, logged = dialogs[0].report.toPlainText(), watched.read_text(encoding="utf-8")
    for text in (shown, logged):
        assert "ValueError" in text
        assert "test_errors.py" in text
        assert "Bürgermeister von" not in text


def test_the_report_can_be_copied(qapp, watched, capsys):
    crash()
    dialog = next(w for w in qapp.topLevelWidgets() if isinstance(w, errors.CrashDialog) and w.isVisible())
    next(b for b in dialog.findChildren(QPushButton) if "Copy" in b.text()).click()
    assert QApplication.clipboard().text() == dialog.report.toPlainText()
