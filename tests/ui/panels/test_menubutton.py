"""A menu opens for everybody who presses its button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from ui.panels.menubutton import MenuButton


@pytest.fixture
def button(qtbot):
    made = MenuButton("Menu", "brand")
    made.popup.addAction("Find")
    qtbot.addWidget(made)
    made.show()
    return made


def by_screen_reader(button):
    QAccessible.queryAccessibleInterface(button).actionInterface().doAction("Press")


def by_mouse(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def by_keyboard(button):
    QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("press", [by_screen_reader, by_mouse, by_keyboard])
def test_pressing_the_button_opens_its_menu(button, press, qtbot):
    press(button)
    qtbot.waitUntil(button.popup.isVisible)
    assert button.popup.pos().y() >= button.mapToGlobal(button.rect().bottomLeft()).y()
    button.popup.close()
    assert not button.isDown()
    press(button)
    qtbot.waitUntil(button.popup.isVisible)
    button.popup.close()
