import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model import Mark, MarkKind, Severity, Side, Span, Text
from tests.ui.desk.conftest import click, field, point, text_top
from ui.desk.buttons import Run
from ui.desk.card import fix_runs
from ui.desk.desk import Desk
from ui.desk.pointing import hit, told
from ui.models.spoken import spoken_row
from ui.session import View
from ui.theme import LIGHT

# Going to rows


def test_a_click_makes_a_row_current_with_the_caret_where_it_was_clicked(desk):
    click(desk, 5, Side.TARGET, 9)
    assert desk.session.current == 5
    assert field(desk).hasFocus()
    assert field(desk).caret == 9


def test_a_click_into_the_source_puts_the_caret_there(desk):
    click(desk, 2, Side.SOURCE, 4)
    assert desk.session.current == 2
    assert desk.view.current.source.caret == 4
    assert desk.caret() == (4, field(desk).caret)


def test_dragging_over_the_source_selects_what_can_be_copied(desk):
    start, end = point(desk, 2, Side.SOURCE, 4), point(desk, 2, Side.SOURCE, 11)
    view = desk.view.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    moved = end + QPoint(0, text_top(desk, 2) - start.y() + 10)
    QTest.mouseMove(view, moved)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, moved)
    desk.copy()
    assert QApplication.clipboard().text() == "council"


def test_the_editor_lies_exactly_over_the_painted_text(desk):
    """Glyphs must not move when a row is entered: same lines, same baselines."""
    desk.session.go_to(1)
    sheet = desk.view.sheet
    position = desk.model.position(2)
    cell = sheet.slip(position).target
    painted = [(cell.layout.lineAt(n).textStart(), cell.layout.lineAt(n).y()) for n in range(cell.layout.lineCount())]
    desk.session.go_to(2)
    layout = field(desk).document().begin().layout()
    edited = [(layout.lineAt(n).textStart(), layout.lineAt(n).y() + layout.position().y()) for n in range(layout.lineCount())]
    assert [start for start, _ in edited] == [start for start, _ in painted]
    assert [y for _, y in edited] == pytest.approx([y for _, y in painted], abs=0.5)
    assert field(desk).x() == sheet.columns.target
    assert field(desk).y() == text_top(desk, 2)


def test_a_passage_is_shown_as_one_and_its_rows_have_no_place_of_their_own(desk):
    desk.session.go_to(1)
    sheet = desk.view.sheet
    first, second = desk.model.position(3), desk.model.position(4)
    assert sheet.slip(first).target.prose.text.endswith("one\u00a0passage,\u00a02\u00a0sentences")
    assert sheet.measure(second) == 0


def test_a_click_into_a_passage_goes_to_the_sentence_that_was_clicked(desk):
    desk.session.go_to(1)
    sheet = desk.view.sheet
    shift = dict(sheet.slip(desk.model.position(3)).parts)[4]
    click(desk, 3, Side.TARGET, shift + 3)
    assert desk.session.current == 4
    assert field(desk).caret == 3


def test_going_through_a_story_with_keys_reaches_every_row(desk):
    desk.session.go_to(1)
    seen = [desk.session.current]
    for _ in range(5):
        desk.session.next_row()
        seen.append(desk.session.current)
    assert seen == [1, 2, 3, 4, 5, 6]
    assert field(desk).hasFocus()


# Writing


def test_leaving_a_row_commits_what_was_typed_as_one_step(desk, typed):
    desk.session.go_to(2)
    field(desk).place_caret(0)
    typed(field(desk), "Übrigens: ")
    desk.session.next_row()
    assert desk.session.article.unit(2).target.plain == "Übrigens: Der Rat stimmte am Montag ab."
    assert [step.op for step in desk.session.project.log.of(desk.session.article.id)] == ["edit"]


def test_no_verb_misses_the_last_key(desk, typed):
    desk.session.go_to(2)
    field(desk).place_caret(0)
    typed(field(desk), "Ö")
    desk.session.confirm()
    assert desk.session.article.unit(2).target.plain == "ÖDer Rat stimmte am Montag ab."


def test_a_row_that_was_left_untouched_makes_no_step(desk):
    for _ in range(4):
        desk.session.next_row()
    assert desk.session.project.log.of(desk.session.article.id) == []


def test_undo_belongs_to_the_field_while_something_was_typed_and_to_the_story_afterwards(desk, typed):
    desk.session.go_to(2)
    field(desk).place_caret(0)
    typed(field(desk), "Ja. ")
    desk.commit()
    typed(field(desk), "Nein. ")
    desk.undo()
    assert field(desk).plain.endswith("Der Rat stimmte am Montag ab.")
    while field(desk).document().isUndoAvailable():
        desk.undo()
    assert field(desk).plain == "Ja. Der Rat stimmte am Montag ab."
    desk.undo()
    assert field(desk).plain == desk.session.text(2) == "Der Rat stimmte am Montag ab."
    desk.redo()
    assert field(desk).plain == "Ja. Der Rat stimmte am Montag ab."


def test_a_missing_translation_is_begun_with_enter_and_typed_in(desk, typed):
    desk.session.go_to(6)
    QTest.keyClick(field(desk), Qt.Key.Key_Return)
    typed(field(desk), "Im Mai geht es los.")
    desk.session.go_to(1)
    assert desk.session.text(6) == "Im Mai geht es los."


def test_who_only_reads_is_not_asked_to_type_a_missing_translation(desk):
    desk.session.go_to(6)
    assert desk.view.current.target.hint == "missing in the translation – type here"
    desk.session.toggle_assessing()
    assert desk.view.current.target.hint == "missing in the translation"
    desk.session.toggle_assessing()
    assert desk.view.current.target.hint == "missing in the translation – type here"


def test_translate_here_brings_the_keyboard_to_the_missing_translation(desk):
    from ui.desk.painting import translate_button

    desk.session.go_to(1)
    button = translate_button(desk.view.sheet.columns, desk.theme, text_top(desk, 6)).center().toPoint()
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, button)
    assert desk.session.current == 6
    assert field(desk).hasFocus()


def test_enter_inside_a_text_begins_a_paragraph_and_shift_enter_breaks_the_line(desk, typed):
    desk.session.go_to(2)
    field(desk).place_caret(7)
    QTest.keyClick(field(desk), Qt.Key.Key_Return)
    QTest.keyClick(field(desk), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert field(desk).plain == "Der Rat\u2029\u2028 stimmte am Montag ab."


def test_no_break_spaces_and_codes_survive_the_editor(desk):
    desk.session.edit(2, "z.\u00a0B. \ufffc Text\u202f!")
    desk.session.go_to(2)
    assert field(desk).plain == "z.\u00a0B. \ufffc Text\u202f!"


def test_tab_leaves_the_editor(desk):
    desk.session.go_to(2)
    QTest.keyClick(field(desk), Qt.Key.Key_Tab)
    assert "\t" not in field(desk).plain
    assert not field(desk).hasFocus()


# Removed passages


def test_a_removed_passage_folds_into_one_line_and_enter_brings_it_back(desk):
    desk.session.go_to(3)
    desk.session.remove_passage()
    sheet = desk.view.sheet
    slip = sheet.slip(desk.model.position(3))
    assert slip.label.startswith("15 words removed: Lesen Sie auch:")
    assert sheet.measure(desk.model.position(4)) == 0
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    assert not desk.session.article.unit(3).removed
    assert not desk.session.article.unit(4).removed


def test_a_click_on_bring_back_brings_a_passage_back(desk):
    from ui.desk.painting import note_box, note_parts

    desk.session.go_to(3)
    desk.session.remove_passage()
    desk.session.go_to(1)
    sheet, row = desk.view.sheet, desk.model.position(3)
    box = note_box(sheet.slip(row), sheet.scroll.top_of(row), sheet.columns, 24)
    link = note_parts(sheet.slip(row).label, box, desk.theme)[1].center().toPoint()
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, link)
    assert not desk.session.article.unit(3).removed


# Findings


def test_going_to_a_finding_selects_its_evidence_and_typing_replaces_it(desk, find, typed):
    finding = find((1, Side.SOURCE, "Tolmin"), (1, Side.TARGET, "Tolmin"))
    desk.session.focus(finding)
    assert field(desk).selection.of(field(desk).plain) == "Tolmin"
    typed(field(desk), "Kobarid")
    assert field(desk).plain == "Eine Brücke für Kobarid"


def test_evidence_behind_an_emoji_is_selected_exactly(desk, find):
    desk.session.edit(2, "Der 😀👨‍👩‍👧 Rat stimmte am Montag ab.")
    finding = find((2, Side.TARGET, "Montag"))
    desk.session.focus(finding)
    assert field(desk).textCursor().selectedText() == "Montag"


def test_underlines_follow_typing_before_any_check_ran(desk, find, typed):
    find((2, Side.TARGET, "Montag"))
    desk.session.go_to(2)
    field(desk).place_caret(0)
    typed(field(desk), "😀ä")
    (line,) = field(desk)._underlines
    assert line.span.of(field(desk).plain) == "Montag"


def test_a_click_on_underlined_words_goes_to_their_finding(desk, find):
    find((5, Side.SOURCE, "$4 million"), severity=Severity.MINOR)
    finding = find((2, Side.TARGET, "Montag"))
    desk.session.go_to(1)
    click(desk, 2, Side.TARGET, desk.session.text(2).index("Montag") + 2)
    assert desk.session.finding == finding
    assert desk.view.current.card.finding == finding
    assert field(desk).caret == desk.session.text(2).index("Montag") + 2


def test_the_card_names_the_fix_and_its_button_applies_it(desk, find, qtbot):
    desk.session.focus(find((5, Side.TARGET, "4 Milliarden"), instead="4 Millionen"))
    card = desk.view.current.card
    assert card.isVisible()
    assert "„4 Milliarden“" in card.evidence(card.finding)
    qtbot.mouseClick(card._fix, Qt.MouseButton.LeftButton)
    assert desk.session.text(5) == "Sie wird 4 Millionen Dollar kosten."
    assert field(desk).plain == desk.session.text(desk.session.current)


def test_a_repair_of_a_sign_is_shown_with_the_word_it_stands_at(desk, find):
    finding = find((2, Side.TARGET, "."), instead="!")
    assert fix_runs(desk.session, finding, finding.fixes[0]) == [Run("ab."), Run(" → "), Run("ab!")]
    finding = find((5, Side.TARGET, "4 Milliarden Dollar"), instead="4 Millionen Dollar")
    shown = fix_runs(desk.session, finding, finding.fixes[0])
    assert shown == [Run("4 "), Run("Milliarden", struck=True), Run(" "), Run("Millionen"), Run(" Dollar")]


def test_a_minor_finding_is_dismissed_at_once_and_a_critical_one_asks_why(desk, find, qtbot):
    desk.session.focus(find((2, Side.TARGET, "Montag"), severity=Severity.MINOR))
    qtbot.mouseClick(desk.view.current.card._dismiss, Qt.MouseButton.LeftButton)
    assert desk.session.article.unit(2).dismissals
    desk.session.focus(find((5, Side.TARGET, "Dollar"), severity=Severity.CRITICAL))
    qtbot.mouseClick(desk.view.current.card._dismiss, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert not desk.session.article.unit(5).dismissals
    QTest.keyClick(menu, Qt.Key.Key_2)
    assert desk.session.article.unit(5).dismissals[0].reason == "as in the source"


def test_a_wider_scope_is_chosen_by_its_number(desk, find):
    desk.session.focus(find((2, Side.TARGET, "Montag"), severity=Severity.MINOR, instead="Dienstag"))
    desk.choose_fix()
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_3)
    assert [dismissal.check for dismissal in desk.session.article.dismissals] == ["invented"]


# Nothing jumps


def test_a_cold_read_shows_the_translation_alone_and_no_findings(desk, find):
    find((2, Side.TARGET, "Montag"))
    desk.session.go_to(2)
    desk.session.set_view(View.COLD)
    assert not desk.view.current.source.isVisible()
    assert not desk.view.current.card.isVisible()
    assert field(desk).isVisible()
    assert desk.ruler.marks == []


def test_changes_show_both_texts_inline_and_keep_the_offsets_of_the_new_one(desk):
    desk.session.edit(2, "Der Rat stimmte am Dienstag ab.")
    desk.session.go_to(1)
    desk.session.set_view(View.CHANGES)
    prose = desk.view.sheet.slip(desk.model.position(2)).target.prose
    assert prose.text == "Der Rat stimmte am Montag\u2009Dienstag ab."
    start = desk.session.text(2).index("Dienstag")
    (shown,) = prose.shown(Span(start, start + 8))
    assert shown.of(prose.text) == "Dienstag"


# The ruler


def test_a_passage_is_as_long_on_the_ruler_as_on_the_page(desk, find, qtbot):
    find((3, Side.TARGET, "Lesen"), (4, Side.TARGET, "Abonnieren"))
    find((2, Side.TARGET, "Montag"))
    desk.ruler._set_marks()
    heights = {len(mark.finding.units): mark.height for mark in desk.ruler.marks if mark.finding.check == "invented"}
    assert heights[2] > heights[1]


def test_a_click_on_a_mark_goes_to_its_finding(desk, find):
    finding = find((5, Side.TARGET, "Milliarden"))
    desk.session.go_to(1)
    desk.ruler._set_marks()
    mark = next(mark for mark in desk.ruler.marks if mark.finding == finding)
    QTest.mouseClick(desk.ruler, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(10, round(mark.top + mark.height / 2)))
    assert desk.session.current == 5


def test_every_part_of_the_desk_has_a_name_for_screen_readers(desk, find):
    desk.session.focus(find((5, Side.TARGET, "4 Milliarden"), instead="4 Millionen"))
    current = desk.view.current
    parts = (desk, desk.view, desk.ruler, current.source, current.target, current.card, current.card._fix, current.card._more)
    assert all(part.accessibleName() for part in parts)
    assert "¶" in current.target.accessibleName()
    assert "Not so." in current.target.accessibleDescription()


# Keys and the clipboard


def test_the_arrows_leave_a_row_at_its_first_and_last_line(desk):
    desk.session.go_to(1)
    field(desk).place_caret(5)
    QTest.keyClick(field(desk), Qt.Key.Key_Down)
    assert desk.session.current == 2
    assert field(desk).hasFocus()
    QTest.keyClick(field(desk), Qt.Key.Key_Up)
    assert desk.session.current == 1


def test_the_arrows_stay_in_a_row_while_it_has_another_line(desk):
    desk.session.edit(2, "ein langer Satz " * 30)
    desk.session.go_to(2)
    field(desk).place_caret(0)
    QTest.keyClick(field(desk), Qt.Key.Key_Down)
    assert desk.session.current == 2
    assert field(desk).caret > 10


def test_only_words_are_pasted_and_files_are_left_to_the_window(desk):
    data = QMimeData()
    data.setHtml("<b>fett</b>")
    data.setText("fett\r\nund\u00a0mager\n")
    desk.session.go_to(2)
    field(desk).place_caret(0)
    field(desk).insertFromMimeData(data)
    assert field(desk).plain == "fett\u2029und\u00a0magerDer Rat stimmte am Montag ab."
    data.setUrls([QUrl("file:///story.txt")])
    assert not field(desk).canInsertFromMimeData(data)


def test_links_and_emphasis_stay_while_words_are_typed_before_them(desk, typed):
    linked = Text("Der Rat stimmte ab.", (Mark(Span(4, 7), MarkKind.LINK, (("href", "https://rat.example"),)),))
    desk.session.edit(2, linked)
    desk.session.go_to(2)
    field(desk).place_caret(0)
    typed(field(desk), "Heute: ")
    desk.commit()
    (mark,) = desk.session.article.unit(2).target.marks
    assert mark.span.of(desk.session.text(2)) == "Rat"


def test_a_note_is_read_in_the_row_and_said_in_the_gutter(desk):
    desk.session.go_to(2)
    desk.session.note("Fragen Sie Ida")
    assert desk.view.current.note.prose.text == "Note: Fragen Sie Ida"
    columns = desk.view.sheet.columns
    found = hit(desk.view.sheet, QPointF(columns.gutter + 5, text_top(desk, 2) + 3))
    assert told(desk.view.sheet, found) == "open\nFragen Sie Ida"


def test_a_row_with_a_note_has_its_sign_in_the_gutter_wherever_one_is(desk):
    desk.session.go_to(2)
    columns = desk.view.sheet.columns
    strip = QRect(columns.gutter, text_top(desk, 5), columns.gutter_width, 60)
    before = desk.view.viewport().grab(strip).toImage()
    desk.session.note("Fragen Sie Ida", 5)
    QTest.qWait(1)
    after = desk.view.viewport().grab(strip).toImage()
    assert before != after
    assert "Note: Fragen Sie Ida" in spoken_row(desk.session, desk.session.article.unit(5))
    desk.session.note("", 5)
    QTest.qWait(1)
    assert desk.view.viewport().grab(strip).toImage() == before


def test_a_narrow_desk_keeps_every_column_and_button(desk, find):
    desk.session.focus(find((5, Side.TARGET, "4 Milliarden"), instead="4 Millionen"))
    desk.resize(420, 500)
    columns, card = desk.view.sheet.columns, desk.view.current.card
    assert columns.source < columns.gutter < columns.target
    assert columns.cell >= 60
    assert card._fix.isVisible()
    assert card._more.isVisible()


def test_a_draft_left_by_a_crash_is_shown_wherever_it_is(session, qtbot):
    session.open(session.project, drafts={(session.article.id, 5): "Sie wird teuer."})
    desk = Desk(session, LIGHT)
    qtbot.addWidget(desk)
    desk.resize(900, 700)
    desk.show()
    shown = [field(desk).plain, *(desk.view.sheet.slip(row).target.prose.text for row in (0, 4) if desk.view.sheet.slip(row).target)]
    assert "Sie wird teuer." in shown
    desk.hide()


def test_the_selected_words_become_strong_and_plain_again(desk):
    desk.session.go_to(2)
    field(desk).select(Span(4, 7))
    desk.toggle_mark(MarkKind.STRONG)
    (mark,) = desk.session.article.unit(2).target.marks
    assert (mark.kind, mark.span) == (MarkKind.STRONG, Span(4, 7))
    assert field(desk).selection == Span(4, 7)
    assert field(desk).document().begin().layout().formats()[0].format.fontWeight() == QFont.Weight.Bold
    desk.toggle_mark(MarkKind.STRONG)
    assert desk.session.article.unit(2).target.marks == ()


def test_a_confirmed_row_that_is_marked_up_can_be_undone_in_one(desk):
    desk.session.go_to(2)
    field(desk).place_caret(5)
    desk.toggle_mark(MarkKind.EMPHASIS)
    assert desk.session.article.unit(2).target.marks[0].span.of(desk.session.text(2)) == "Rat"
    desk.undo()
    assert desk.session.article.unit(2).target.marks == ()


def test_tab_reaches_every_control_of_the_card_and_each_has_a_name(desk, find):
    desk.session.focus(find((5, Side.TARGET, "4 Milliarden"), instead="4 Millionen"))
    card, names = desk.view.current.card, []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().accessibleName())
    assert all(names)
    assert {card._fix.accessibleName(), "Not an error", "More"} <= set(names)
