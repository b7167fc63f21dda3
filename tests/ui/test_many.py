"""Many places at once: seen before, one step, undone at once."""

from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.article import Log, Project
from app.model import Span
from app.settings import Reviewer, Settings
from app.style import HouseStyle, Profile
from tests.ui.conftest import article_of
from ui.dialogs.preview import PreviewDialog
from ui.models.changes import ChangesModel, change
from ui.session import Session
from ui.window.showing import show

PAIRS = (
    ("The ferry", "Die Fähre"),
    ('"We sail," said Ada Pell.', 'Ada Pell sagte: "Wir fahren."'),
    ('"We do," said Jo Pell.', 'Jo Pell sagte: "Wir auch."'),
    ("It cost $4 million – a lot.", "Sie kostete 4 Milliarden Dollar - viel."),
)


@contextmanager
def window_on(project):
    session = Session()
    session.open(project)
    session.check_now()
    made = show(session, Settings(reviewer=Reviewer(name="Jo Winter")))
    try:
        yield made
    finally:
        made.close()
        made.deleteLater()
        session.deleteLater()


@pytest.fixture
def window(qtbot, qapp):
    project = Project(Log(who="Jo Winter"))
    article_of(project, *PAIRS)
    with window_on(project) as made:
        yield made


def preview(window, action):
    window.doors.by_id[action].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PreviewDialog)
    return dialog


def texts(window):
    return [unit.target.plain for unit in window.session.article.units]


def test_the_house_style_is_applied_in_one_step(window):
    before = texts(window)
    dialog = preview(window, "house-style")
    assert dialog.model.rowCount() >= 2, "one group for each rule"
    QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    assert texts(window)[1:] == ["Ada Pell sagte: „Wir fahren.“", "Jo Pell sagte: „Wir auch.“", "Sie kostete 4 Milliarden Dollar – viel."]
    window.session.undo()
    assert texts(window) == before


def test_what_the_house_decides_outside_typography_is_applied_too(qtbot, qapp):
    project = Project(Log(who="Jo Winter"))
    project.use(Profile(style=HouseStyle(strict_subjunctive=True)))
    article_of(project, ("The ferry", "Die Fähre"), ("She said it is wet.", "Sie sagte, es ist nass."))
    with window_on(project) as window:
        dialog = preview(window, "house-style")
        QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
        assert texts(window)[1] == "Sie sagte, es sei nass."


def test_one_rule_is_one_finding_however_often_it_is_broken(window):
    style = [finding for finding in window.session.findings if finding.check == "typography.quote-style"]
    assert [len(finding.units) for finding in style] == [2]


def test_what_is_not_ticked_stays(window):
    dialog = preview(window, "house-style")
    for row in range(dialog.model.rowCount()):
        dialog.model.setData(dialog.model.index(row, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not dialog.button.isEnabled()
    last = dialog.model.index(dialog.model.rowCount() - 1, 0)
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    dialog.model.setData(dialog.model.index(0, 0, last), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert len(dialog.chosen) == 1
    before = texts(window)
    QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    assert sum(one != two for one, two in zip(before, texts(window), strict=True)) == 1


def test_all_alike_are_repaired_at_once(window):
    session = window.session
    session.focus(next(finding for finding in session.findings if finding.check == "fact.scale"))
    dialog = preview(window, "fix-alike")
    QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    assert "4 Millionen Dollar" in texts(window)[3]
    assert session.project.log.steps[-1].op == "fix-alike"


def test_replacing_everywhere_shows_every_place_first(window):
    window.doors.by_id["replace"].trigger()
    window.search.field.setText("Pell")
    window.search.instead.setText("Marsh")
    window.search.replace_all()
    dialog = QApplication.activeModalWidget()
    assert dialog.button.text() == "Replace 2 places"
    QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    assert [text for text in texts(window) if "Marsh" in text and "Pell" not in text] == texts(window)[1:3]


def test_a_model_of_changes_is_a_sound_model(qtbot, qtmodeltester):
    from PySide6.QtWidgets import QWidget

    owner = QWidget()
    qtbot.addWidget(owner)
    text = "Die 😀 Fähre fährt."
    model = ChangesModel([change("a", "¶1", text, Span(6, 11), "Barke"), change("b", "¶2", text, Span(0, 3), "Eine")], owner)
    qtmodeltester.check(model)
    group = model.index(0, 0)
    assert model.data(model.index(0, 0, group)) == "¶1 Die 😀 Fähre → Barke fährt."
    model.setData(group, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert model.chosen() == [1]
