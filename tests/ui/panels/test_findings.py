"""The list of findings: filters that count right, several at once, dismissed ones, checks that are turned down."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.model import Severity
from tests.ui.conftest import article_of
from ui.panels.findings import FindingsPanel
from ui.session import Session
from ui.theme import LIGHT

PAIRS = (
    ("The ferry sails at noon.", "Die Fähre  fährt mittags ."),
    ("It cost $4 million.", "Sie kostete 4 Milliarden Dollar."),
    ("Nobody was hurt.", "Niemand  wurde verletzt ."),
    ("The crew is rested.", "Die Mannschaft  ist ausgeruht."),
)


@pytest.fixture
def session(qapp):
    made = Session()
    article_of(made.project, *PAIRS)
    made.open(made.project)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def panel(session, qtbot):
    made = FindingsPanel(session, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(panel):
    return panel.list.model().rowCount()


def chip(panel, severity):
    order = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)
    return [b for b in panel.filters.findChildren(QPushButton) if b.property("look") == "chip"][order.index(severity)]


def select(panel, *wanted):
    panel.list.clearSelection()
    for row in range(rows(panel)):
        index = panel.list.model().index(row, 0)
        if index.data(Qt.ItemDataRole.UserRole) in wanted:
            panel.list.selectionModel().select(index, panel.list.selectionModel().SelectionFlag.Select)


def settled(session, qtbot):
    qtbot.waitUntil(lambda: session._checked == session._key(), timeout=10000)


def spacing(session):
    return [finding for finding in session.findings if finding.check == "typography.spacing"]


def test_every_number_is_what_choosing_it_shows(panel, session):
    for words in ("", "fähre", "no such words"):
        panel.filters.words.setText(words)
        for at in range(panel.filters.check.count()):
            panel.filters.check.setCurrentIndex(at)
            assert panel.filters.check.currentText().endswith(f" · {rows(panel)}")
            for severity in (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR):
                promised = int(chip(panel, severity).text())
                chip(panel, severity).setChecked(True)
                assert rows(panel) == promised
                chip(panel, severity).setChecked(False)
        panel.filters.check.setCurrentIndex(0)


def test_a_chosen_check_stays_chosen_when_its_last_finding_is_gone(panel, session, qtbot):
    panel.filters.check.setCurrentIndex(panel.filters.check.findData("typography.spacing"))
    session.fix_many([finding.fixes[0] for finding in spacing(session)], "fix-alike")
    settled(session, qtbot)
    assert panel.filters.check.currentData() == "typography.spacing"
    assert rows(panel) == 0


def test_several_are_dismissed_in_one_step_and_one_undo_brings_them_back(panel, session, qtbot):
    found, steps = spacing(session), len(session.project.log.steps)
    assert len(found) > 1
    select(panel, *found)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert len(session.project.log.steps) == steps + 1
    assert not spacing(session)
    session.undo()
    assert spacing(session) == found


def test_a_critical_finding_is_not_dismissed_without_a_reason(panel, session):
    critical = next(finding for finding in session.findings if finding.severity is Severity.CRITICAL)
    select(panel, critical)
    texts = [action.text() for action in panel.menu().actions() if action.text().startswith("Not an error")]
    assert len(texts) > 1
    assert "Not an error" not in texts


def test_dismissed_findings_are_listed_and_count_again(panel, session):
    found = spacing(session)
    session.dismiss_all(found)
    session.dismiss("everywhere", "checked", session.findings[0])
    panel.filters.dismissed.click()
    assert rows(panel) == len(session.set_aside) == len(found) + 1
    panel.list.selectAll()
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert rows(panel) == 0
    assert not session.set_aside
    panel.filters.dismissed.click()
    assert rows(panel) == len(session.findings)


def test_several_are_handed_on_to_be_repaired(panel, session, qtbot):
    found = spacing(session)[:2]
    select(panel, *found)
    assert panel.several.isVisible()
    with qtbot.waitSignal(panel.repairing) as asked:
        panel.menu().actions()[0].trigger()
    assert asked.args == [found]


@pytest.mark.parametrize("way", ["as_hint", "switch_off"])
def test_a_check_is_turned_down_from_the_list_and_undo_turns_it_up(panel, session, qtbot, way):
    before = len(spacing(session))
    select(panel, spacing(session)[0])
    panel.menu().actions()[-2 if way == "as_hint" else -1].trigger()
    settled(session, qtbot)
    assert not spacing(session)
    session.undo_project()
    settled(session, qtbot)
    assert len(spacing(session)) == before


def test_what_is_being_selected_survives_a_check(panel, session, qtbot):
    select(panel, *spacing(session)[:2])
    with qtbot.waitSignal(session.checked):
        session.check()
    assert len(panel.selected) == 2
