"""Links and kinds of blocks: what a text is beside its words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import BlockKind, BlockStart, Joint, MarkKind
from tests.ui.desk.conftest import field
from ui.dialogs.link import LinkPopup
from ui.session import Session


def links(desk, unit):
    text = desk.session.article.unit(unit).target
    return [(mark.span.of(text.plain), dict(mark.attributes)["href"]) for mark in text.marks if mark.kind is MarkKind.LINK]


def popup(desk, qtbot) -> LinkPopup:
    span, address = desk.link()
    made = LinkPopup(desk.words(span), address, desk)
    made.kept.connect(lambda words, href: desk.set_link(span, words, href))
    qtbot.addWidget(made)
    made.show()
    return made


def enter(line, text):
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_the_word_at_the_caret_becomes_a_link_and_stays_one_while_words_come_before_it(desk, qtbot, typed):
    desk.session.go_to(2)
    field(desk).place_caret(5)
    enter(popup(desk, qtbot).address, "https://tolmin.example/rat")
    assert links(desk, 2) == [("Rat", "https://tolmin.example/rat")]
    field(desk).place_caret(0)
    typed(field(desk), "Heute: ")
    desk.commit()
    assert links(desk, 2) == [("Rat", "https://tolmin.example/rat")]


def test_a_link_is_changed_and_taken_away_where_the_caret_is_in_it(desk, qtbot):
    desk.session.go_to(2)
    desk.set_link(field(desk).word(), "Der", "https://old.example")
    field(desk).place_caret(1)
    shown = popup(desk, qtbot)
    assert (shown.words.text(), shown.address.text()) == ("Der", "https://old.example")
    shown.words.setText("Dieser")
    enter(shown.address, "https://new.example")
    assert (desk.session.text(2), links(desk, 2)) == ("Dieser Rat stimmte am Montag ab.", [("Dieser", "https://new.example")])
    field(desk).place_caret(1)
    QTest.mouseClick(popup(desk, qtbot).remove, Qt.MouseButton.LeftButton)
    assert (desk.session.text(2), links(desk, 2)) == ("Dieser Rat stimmte am Montag ab.", [])
    desk.undo()
    assert links(desk, 2) == [("Dieser", "https://new.example")]


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "file:///etc/passwd"])
def test_an_address_that_must_not_be_in_a_story_is_refused_with_a_sentence(desk, qtbot, address):
    desk.session.go_to(2)
    shown = popup(desk, qtbot)
    enter(shown.address, address)
    assert shown.isVisible()
    assert shown.trouble.text()
    assert links(desk, 2) == []


def test_a_link_is_marked_in_the_editor_behind_an_emoji_exactly(desk):
    desk.session.edit(2, "😀 Der Rat stimmte ab.")
    desk.session.go_to(2)
    field(desk).place_caret(7)
    span, address = desk.link()
    assert (desk.words(span), address) == ("Rat", "")
    desk.set_link(span, "Rat", "https://tolmin.example")
    (found,) = [f for f in field(desk).document().begin().layout().formats() if f.format.foreground().color().isValid()]
    assert (found.start, found.length) == (7, 3)  # in UTF-16: the emoji counts twice


def test_the_kind_of_a_block_is_changed_from_any_of_its_rows(long_desk):
    session: Session = long_desk.session
    session.go_to(2)
    session.set_kind(BlockKind.HEADING, "3")
    assert session.article.unit(1).opening == BlockStart(BlockKind.HEADING, (("level", "3"),))
    assert long_desk.view.sheet.page.kinds[:3] == [BlockKind.HEADING, BlockKind.HEADING, BlockKind.PARAGRAPH]
    session.undo()
    assert long_desk.view.sheet.page.kinds[0] is BlockKind.PARAGRAPH


def test_a_heading_of_the_source_can_be_a_paragraph_in_the_translation(desk):
    desk.session.go_to(1)
    desk.session.set_kind(BlockKind.QUOTATION)
    assert desk.view.sheet.page.kinds[0] is BlockKind.QUOTATION
    desk.session.set_kind(BlockKind.PARAGRAPH)
    assert desk.view.sheet.page.kinds[0] is BlockKind.PARAGRAPH


def test_a_paragraph_is_parted_and_joined_again(long_desk):
    session: Session = long_desk.session
    session.go_to(2)
    session.part()
    assert long_desk.view.sheet.page.starts[:2] == [True, True] or session.block() == 2
    session.unite()
    assert session.article.unit(2).opening == Joint()
    assert session.block() == 1
