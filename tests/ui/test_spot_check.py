"""The hour of QA: a day's articles opened, decided, sampled, read and marked by keys only, signed and reported."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest

from app.model import Severity, Side, Span
from app.quality.typology import MQM
from app.reports.page import Column, Facts, Paragraph, Report, Run, Section, Table, Tone, Words
from app.review.assessing import marks_of
from app.review.signing import changed_since, signed_lots
from app.review.verdict import verdict_of
from app.settings import Reviewer, Settings, Typing
from tests.ui.days import CONTROL, NONE, SHIFT, dialog, opened_day, popup, press
from ui.printing import laid_out, pdf
from ui.window import Window
from ui.window.showing import Windows


def mark_something(window: Window) -> None:
    """Mark what the first finding points at, or where there is none the first word, as a minor slip of style."""
    while not window.session.unit.target.plain:
        press(window, Qt.Key.Key_Down, CONTROL)
    if not window.desk.view.current.target.selection.length:
        press(window, Qt.Key.Key_Right, CONTROL | SHIFT)
    for key, modifiers in ((Qt.Key.Key_M, CONTROL | SHIFT), (Qt.Key.Key_S, NONE), (Qt.Key.Key_M, NONE)):
        press(window, key, modifiers)


def test_a_lot_is_opened_triaged_sampled_read_signed_and_reported_by_keys(qtbot, tmp_path):
    with opened_day(qtbot, tmp_path, 120) as window:
        session, project = window.session, window.session.project
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        press(window, Qt.Key.Key_T, CONTROL | SHIFT)
        triage = dialog()
        found = triage.left
        assert found > 10
        for number in range(found):
            press(window, Qt.Key.Key_A if number % 2 else Qt.Key.Key_X)
            if number % 2 == 0:
                QTest.keyClick(popup(), Qt.Key.Key_1)
        assert triage.left == 0
        press(window, Qt.Key.Key_Escape)

        press(window, Qt.Key.Key_D, CONTROL | SHIFT)
        assert dialog().sample.random
        press(window, Qt.Key.Key_Return)
        lot = session.lot()
        assert len(lot.articles) == 120
        assert len(lot.sample.drawn) == 20
        assert lot.sample.accept == 1

        assert session.assessing
        for _turn in lot.sample.to_read:
            mark_something(window)
            for key, modifiers in ((Qt.Key.Key_D, CONTROL), (Qt.Key.Key_K, NONE), (Qt.Key.Key_PageDown, CONTROL)):
                press(window, key, modifiers)
        assert all(verdict_of(project.article(number)) for number in lot.sample.to_read)

        press(window, Qt.Key.Key_L, CONTROL | SHIFT)
        press(window, Qt.Key.Key_Return)
        assert dialog().told.text() == "Signed by Jo Winter."
        assert signed_lots(project)[-1].decision.accepted is True
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_W, Qt.Key.Key_Return):  # the report of the lot, as a workbook
            press(window, key)
        book = openpyxl.load_workbook(tmp_path / "day-lot.xlsx")
        words = [[cell.value for cell in row] for sheet in book.worksheets for row in sheet.iter_rows()]
        marks = [mark for number in lot.sample.to_read for mark in marks_of(project.article(number))]
        points = sum(MQM.points(mark.category, mark.severity) for mark in marks)
        together = next(row for row in words if row[0] == "Together")
        assert sum(cell for cell in together[1:5]) == len(marks)
        assert together[5] == pytest.approx(points)

        press(window, Qt.Key.Key_A, CONTROL | SHIFT)
        press(window, Qt.Key.Key_Home, CONTROL)
        for key, modifiers in ((Qt.Key.Key_X, NONE), (Qt.Key.Key_Down, CONTROL), (Qt.Key.Key_Up, CONTROL)):  # the row is left either way
            press(window, key, modifiers)
        assert changed_since(project, signed_lots(project)[-1]) == [session.article.id]
        qtbot.waitUntil(lambda: window.articles.model.entry(session.article.id).changed)


def test_who_corrected_an_article_may_not_sign_its_lot(qtbot, tmp_path):
    with opened_day(qtbot, tmp_path, 9) as window:
        session = window.session
        session.edit(session.article.units[0].id, "Ein anderer Titel")
        title = session.article.title
        press(window, Qt.Key.Key_D, CONTROL | SHIFT)
        dialog().accept()
        press(window, Qt.Key.Key_L, CONTROL | SHIFT)
        assert title in dialog().told.text(), "said before everything is read"
        dialog().sign.click()
        assert title in dialog().told.text()
        assert not signed_lots(session.project)
        dialog().reject()


def test_the_queue_is_narrowed_by_words_and_by_what_is_grave(qtbot, tmp_path):
    with opened_day(qtbot, tmp_path, 12) as window:
        queue = window.articles
        queue.words.setText("tarn")
        assert 0 < queue.model.rowCount() < 12
        assert all("Tarn" in queue.model.index(row).data() for row in range(queue.model.rowCount()))
        queue.words.clear()
        queue.chips["critical"].click()
        entries = [queue.model.index(row).data(Qt.ItemDataRole.UserRole) for row in range(queue.model.rowCount())]
        assert entries
        assert all(entry.criticals for entry in entries)


def test_the_text_is_only_read_while_one_assesses_and_marks_are_framed(session, qtbot):
    windows = Windows(Settings(reviewer=Reviewer("Jo Winter"), typing=Typing(spelling=False)))
    window = windows.show(session)
    qtbot.addWidget(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    session.go_to(2)
    press(window, Qt.Key.Key_A, CONTROL | SHIFT)
    target = window.desk.view.current.target
    before = target.plain
    QTest.keyClicks(target, "no")
    assert target.plain == before
    assert not window.doors.by_id["replace"].isEnabled()
    target.select(Span(4, 7))
    press(window, Qt.Key.Key_M, CONTROL | SHIFT)
    QTest.keyClick(popup(), Qt.Key.Key_T)
    QTest.keyClick(popup(), Qt.Key.Key_J)
    framed = [line for line in window.desk.view.sheet.evidence.underlines(2, Side.TARGET) if line.framed]
    assert [(line.span, line.severity) for line in framed] == [(Span(4, 7), Severity.MAJOR)]
    QTest.keyClick(window.marks.list, Qt.Key.Key_Delete)
    assert not session.marks
    press(window, Qt.Key.Key_A, CONTROL | SHIFT)
    QTest.keyClicks(target, "so")
    assert target.plain != before
    window.retire()


def test_a_report_is_laid_out_as_words_never_as_markup():
    evil = "<img src=x onerror=alert(1)>"
    runs = Words((Run(evil, Tone.DELETED), Run(" neu", Tone.INSERTED)))
    table = Table(evil, (Column(evil),), ((runs,), (evil,), (3,)))
    report = Report("lot", evil, "de", (Section(evil, (Paragraph(evil), table)),), Facts((("Version", evil),)), evil, Tone.BAD, evil)
    document = laid_out(report)
    assert isinstance(document, QTextDocument)
    assert document.toPlainText().count(evil) == 10
    assert pdf(report).startswith(b"%PDF")
