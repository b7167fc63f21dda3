"""The hour of QA: a day's articles opened, decided, sampled, read and marked by keys only, signed and reported."""

from contextlib import contextmanager

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model import Severity, Side, Span
from app.quality.typology import MQM
from app.reports.page import Column, Facts, Paragraph, Report, Run, Section, Table, Tone, Words
from app.reports.written import written
from app.review.assessing import marks_of
from app.review.signing import changed_since, signed_lots
from app.review.verdict import verdict_of
from app.settings import Reviewer, Settings, Typing
from app.store import Store
from tests.app.review.day import day, project_of
from ui.jobs import Job
from ui.printing import laid_out, pdf
from ui.session import Session
from ui.window import Window
from ui.window.showing import Windows

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def rest(session: Session, qtbot) -> None:
    qtbot.waitUntil(lambda: not session.busy and not Job.running and not session._waiting, timeout=60_000)


@contextmanager
def opened_day(qtbot, tmp_path, count):
    path = tmp_path / "day.gegenlesen"
    store = Store.create(path)
    project_of(day(count), store)
    store.close()
    session = Session()
    session.sign("Jo Winter")
    windows = Windows(Settings(reviewer=Reviewer("Jo Winter"), typing=Typing(spelling=False)))
    window = windows.show(session)
    qtbot.addWidget(window)
    with qtbot.waitSignal(session.opened, timeout=30_000):
        session.open_files([path])
    qtbot.waitUntil(lambda: window.articles.model.total == count)
    qtbot.waitUntil(lambda: all(window.articles.model.entry(n).risk is not None for n in range(1, count + 1)), timeout=60_000)
    rest(session, qtbot)
    yield window
    rest(session, qtbot)
    window.close()
    session.deleteLater()


def popup():
    found = QApplication.activePopupWidget()
    assert found is not None
    return found


def dialog():
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def press(window: Window, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window, key, modifiers)


def test_a_lot_is_opened_triaged_sampled_read_signed_and_reported_by_keys(qtbot, tmp_path):
    with opened_day(qtbot, tmp_path, 120) as window:
        session = window.session
        press(window, Qt.Key.Key_T, CONTROL | SHIFT)
        triage = dialog()
        found = triage.left
        assert found > 10
        for number in range(found):
            QTest.keyClick(triage.list, Qt.Key.Key_A if number % 2 else Qt.Key.Key_X)
            if number % 2 == 0:
                QTest.keyClick(popup(), Qt.Key.Key_1)
        assert triage.left == 0
        triage.accept()

        press(window, Qt.Key.Key_D, CONTROL | SHIFT)
        sample = dialog()
        sample.lot.setCurrentIndex(1)
        assert sample.sample.random
        sample.accept()
        lot = session.lot()
        assert len(lot.articles) == 120
        assert len(lot.sample.drawn) == 20
        assert lot.sample.accept == 1

        press(window, Qt.Key.Key_A, CONTROL | SHIFT)
        for _turn in lot.sample.to_read:
            session.go_to(next(unit.id for unit in session.article.units if unit.source and unit.target.plain))
            window.desk.view.current.target.select(Span(0, 5))
            press(window, Qt.Key.Key_M, CONTROL | SHIFT)
            QTest.keyClick(popup(), Qt.Key.Key_S)
            QTest.keyClick(popup(), Qt.Key.Key_M)
            QTest.keyClick(window.articles.list, Qt.Key.Key_K)
            press(window, Qt.Key.Key_PageDown, CONTROL)
        project = session.project
        assert all(verdict_of(project.article(number)) for number in lot.sample.to_read)

        press(window, Qt.Key.Key_L, CONTROL | SHIFT)
        check = dialog()
        check.sign.click()
        assert check.told.text() == "Signed by Jo Winter."
        check.reject()
        signed = signed_lots(project)[-1]
        assert signed.decision.accepted is True

        (tmp_path / "lot.xlsx").write_bytes(written(session.report("lot", "en"), "xlsx"))
        book = openpyxl.load_workbook(tmp_path / "lot.xlsx")
        words = [[cell.value for cell in row] for sheet in book.worksheets for row in sheet.iter_rows()]
        marks = [mark for number in lot.sample.to_read for mark in marks_of(project.article(number))]
        points = sum(MQM.points(mark.category, mark.severity) for mark in marks)
        together = next(row for row in words if row[0] == "Together")
        assert sum(cell for cell in together[1:5]) == len(marks)
        assert together[5] == pytest.approx(points)

        edited = project.article(lot.sample.drawn[0])
        session.switch(edited.id)
        session.edit(edited.units[0].id, "Etwas anderes")
        assert changed_since(project, signed_lots(project)[-1]) == [edited.id]


def test_who_corrected_an_article_may_not_sign_its_lot(qtbot, tmp_path):
    with opened_day(qtbot, tmp_path, 9) as window:
        session = window.session
        session.edit(session.article.units[0].id, "Ein anderer Titel")
        title = session.article.title
        press(window, Qt.Key.Key_D, CONTROL | SHIFT)
        dialog().lot.setCurrentIndex(1)
        dialog().accept()
        press(window, Qt.Key.Key_L, CONTROL | SHIFT)
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
