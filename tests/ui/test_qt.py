"""The Qt underneath: some releases drop a reference to None at every call that returns nothing, and abort in the end."""

import sys

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

CALLS = 1000
IMMORTAL = (3, 12)
"""From this Python on None is not counted, so nothing can be lost."""


@pytest.mark.skipif(sys.version_info >= IMMORTAL, reason="None is not counted from Python 3.12 on")
def test_calls_that_return_nothing_keep_their_references(qtbot):
    label, field = QLabel(), QPlainTextEdit()
    qtbot.addWidget(label)
    qtbot.addWidget(field)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
        field.setPlainText(str(number))
    assert sys.getrefcount(None) - before > -CALLS // 10
