"""The painted rows as a screen reader meets them."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible

from app.model import Side


@pytest.fixture
def heard(desk):
    QAccessible.setActive(True)
    desk.view.spoken.tell()
    yield desk
    QAccessible.setActive(False)


def named(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Description)


def shown(desk):
    return [row for row in desk.view.spoken.rows if not row.isHidden()]


def test_every_row_in_sight_is_an_item_of_a_list(heard):
    assert named(heard.view.spoken)[0] is QAccessible.Role.List
    assert {named(row)[0] for row in shown(heard)} == {QAccessible.Role.ListItem}
    names = [named(row)[1] for row in shown(heard)]
    assert all(name.startswith(("¶", "T")) for name in names[:2]), names
    assert any("translation missing" in name for name in names)
    assert any("without source" in name for name in names)


def test_each_text_says_its_words_in_its_language(heard):
    row = shown(heard)[1]
    texts = {side: (named(text)[1], text.locale().language()) for side, text in row.texts.items()}
    assert texts[Side.SOURCE] == ("The council voted on Monday.", QLocale.Language.English)
    assert texts[Side.TARGET] == ("Der Rat stimmte am Montag ab.", QLocale.Language.German)
    fields = heard.view.current
    assert fields.source.locale().language() is QLocale.Language.English
    assert fields.target.locale().language() is QLocale.Language.German


def test_the_current_row_is_called_so_and_follows(heard):
    heard.session.next_row()
    assert [named(row)[2] for row in shown(heard)].index("current row") == 1
    heard.session.draft(heard.session.current, "Der Rat stimmte ab.")
    heard.session.settle()
    heard.session.previous_row()
    assert named(shown(heard)[1].texts[Side.TARGET])[1] == "Der Rat stimmte ab."


def test_nothing_is_made_while_nobody_listens(desk):
    QAccessible.setActive(False)
    desk.session.next_row()
    assert not desk.view.spoken.rows


def test_the_mouse_reaches_what_lies_beneath(heard):
    place = heard.view.viewport().rect().center()
    beneath = heard.view.viewport().childAt(place)
    assert beneath is None or beneath not in [heard.view.spoken, *shown(heard)]
