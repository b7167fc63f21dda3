"""The project as a whole, in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

from app.article import Project
from app.errors import UserError
from app.pipeline import from_text, keep
from app.settings import Reviewer, Settings
from app.store import Store, contents
from tests.ui.conftest import do, shown_until_done
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.parted import PartedDialog
from ui.dialogs.patience import Patience
from ui.dialogs.preview import PreviewDialog
from ui.models.units import state_name
from ui.session import Session

ENGLISH = "A ferry\n\nThe ferry sails on Monday. It cost $4 million."
GERMAN = "Eine Fähre\n\nDie Fähre fährt am Montag. Sie kostete 4 Millionen Dollar."


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "day.gegenlesen"
    store = Store.create(file)
    project = Project()
    for number in (1, 2):
        keep(
            project,
            store,
            from_text(ENGLISH.replace("ferry", f"ferry {number}", 1), "en"),
            from_text(GERMAN.replace("Fähre", f"Fähre {number}", 1), "de"),
        )
    store.close()
    return file


@pytest.fixture
def window(qtbot, qapp, path):
    session = Session()
    with shown_until_done(session, Settings(reviewer=Reviewer(name="Jo Winter"))) as made:
        with qtbot.waitSignal(session.opened):
            session.open_files([path])
        qtbot.waitUntil(lambda: not session.unchecked)
        yield made


def choose(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(path), ""))


def answer(window, words):
    window.message._answer.setText(words)
    QTest.keyClick(window.message._answer, Qt.Key.Key_Return)


def text(window, number=1):
    return window.session.text(window.session.article.units[number].id)


def test_a_story_is_renamed_and_moved(window):
    session = window.session
    do(window, "rename-article")
    answer(window, "Fähre am Morgen")
    assert session.article.title == "Fähre am Morgen"
    do(window, "article-down")
    assert session.project.articles[1] is session.article
    do(window, "article-down")
    assert session.project.articles[1] is session.article
    panel = window.articles
    assert [panel.model.index(row).data() for row in range(2)] == [article.title for article in session.project.articles]
    do(window, "undo-project")
    assert session.project.articles[0] is session.article
    assert [panel.model.index(row).data() for row in range(2)] == [article.title for article in session.project.articles]


def test_a_copy_to_be_sent_is_a_whole_project_on_the_clipboard(window, qtbot):
    session = window.session
    session.draft(session.article.units[1].id, "Eben getippt.")
    with qtbot.waitSignal(session.ready, timeout=20000):
        do(window, "send-copy")
    (url,) = QApplication.clipboard().mimeData().urls()
    copy = Path(url.toLocalFile())
    assert contents(copy).article(session.article.id).units[1].target.plain == "Eben getippt."
    assert "clipboard" in window.message.text
    with qtbot.waitSignal(session.surveyed, timeout=20000):
        session.purge_article()
    assert not copy.exists()


def test_a_folder_of_pairs_joins_the_project_and_goes_again(window, path, tmp_path, monkeypatch, qtbot):
    session = window.session
    folder = tmp_path / "more"
    folder.mkdir()
    for number in (3, 4, 5):
        (folder / f"{number}.en.txt").write_text(ENGLISH.replace("ferry", f"ferry {number}", 1), encoding="utf-8")
        (folder / f"{number}.de.txt").write_text(GERMAN.replace("Fähre", f"Fähre {number}", 1), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(folder))
    with qtbot.waitSignal(session.opened, timeout=20000):
        do(window, "add-folder")
    assert [article.title for article in session.project.articles] == [f"Eine Fähre {number}" for number in range(1, 6)]
    assert session.article.title == "Eine Fähre 3"
    for _ in range(3):
        do(window, "undo-project")
    assert [article.title for article in session.project.articles] == ["Eine Fähre 1", "Eine Fähre 2"]
    assert session.article in session.project.articles
    session.leave()
    assert len(contents(path).articles) == 2


def test_a_story_taken_off_the_list_comes_back_long_after(window):
    session = window.session
    title = session.article.title
    do(window, "drop-article")
    window.message.hide()
    session.confirm()
    do(window, "undo-project")
    assert title in [article.title for article in session.project.articles]


def test_a_purged_story_is_gone_from_the_file_after_a_plain_question(window, path, qtbot):
    title = window.session.article.title
    do(window, "purge-article")
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox))
    with qtbot.waitSignal(window.session.surveyed, timeout=20000):
        next(b for b in box.findChildren(QPushButton) if b.text() == "Purge for good").click()
        patience = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Patience))
        assert patience.isModal()
        patience.reject()
        assert patience.isVisible(), "what was begun is finished"
    assert not patience.isVisible()
    assert title not in [article.title for article in window.session.project.articles]
    assert window.session.article.title == window.session.project.articles[0].title
    window.session.leave()
    assert len(contents(path).articles) == 1


def test_a_story_that_cannot_be_purged_stays(window, path, monkeypatch, qtbot):
    def full(_store, _article):
        raise UserError("The disk is full.")

    monkeypatch.setattr(Store, "purge", full)
    title = window.session.article.title
    with qtbot.waitSignal(window.session.failed, timeout=20000):
        window.session.purge_article()
    assert window.session.article.title == title
    assert "The disk is full." in window.message.text
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, Patience) and w.isVisible()]
    window.session.leave()
    assert title in [article.title for article in contents(path).articles]


def test_a_new_translation_keeps_what_still_stands(window, tmp_path, monkeypatch, qtbot):
    window.session.confirm()
    changed = GERMAN.replace("Fähre", "Fähre 1", 1).replace("am Montag", "am Dienstag")
    (tmp_path / "new.txt").write_text(changed, encoding="utf-8")
    choose(monkeypatch, tmp_path / "new.txt")
    with qtbot.waitSignal(window.session.stepped):
        do(window, "new-translation")
    assert text(window) == "Die Fähre fährt am Dienstag."
    assert window.message.text == "1 row to read again."


def test_a_new_source_shows_what_is_different_under_the_row_until_it_is_confirmed(window, tmp_path, monkeypatch, qtbot):
    session = window.session
    changed = ENGLISH.replace("ferry", "ferry 1", 1).replace("on Monday", "on Tuesday")
    (tmp_path / "new.txt").write_text(changed, encoding="utf-8")
    choose(monkeypatch, tmp_path / "new.txt")
    with qtbot.waitSignal(session.stepped):
        do(window, "new-source")
    current = window.desk.view.current
    qtbot.waitUntil(lambda: current.note is not None)
    assert session.unit.id == session.article.units[1].id
    assert current.note.prose.text.startswith("Source changed:")
    assert "Monday" in current.note.prose.text
    assert "Tuesday" in current.note.prose.text
    assert "source changed" in state_name(session.unit)
    session.confirm()
    session.previous_row()
    assert current.note is None
    assert state_name(session.unit) == "confirmed"


def test_corrections_of_a_copy_become_steps_of_who_made_them(window, tmp_path, monkeypatch, qtbot):
    (tmp_path / "copy.txt").write_text(GERMAN.replace("Fähre", "Fähre 1", 1).replace("fährt am", "geht jeden"), encoding="utf-8")
    choose(monkeypatch, tmp_path / "copy.txt")
    with qtbot.waitSignal(window.session.compared):
        do(window, "take-in-copy")
    answer(window, "Ada Pell")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PreviewDialog)
    QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    assert text(window) == "Die Fähre geht jeden Montag."
    assert window.session.project.log.steps[-1].who == "Ada Pell"


def test_two_copies_are_combined_and_the_reviewer_decides_where_both_changed_a_row(window, path, tmp_path, monkeypatch, qtbot):
    session = window.session
    other = tmp_path / "other.gegenlesen"
    session.save_copy(other)
    qtbot.waitUntil(other.exists)
    session.saver.flush()
    store, project = Store.open(other)
    project.log.who = "Ada Pell"
    article = project.articles[0]
    for number, words in ((1, "Die Fähre legt am Montag ab."), (2, "Sie hat 4 Millionen Dollar gekostet.")):
        store.record(article.edit(article.units[number].id, words))
    store.close()
    session.edit(session.article.units[1].id, "Am Montag fährt die Fähre.")
    choose(monkeypatch, other)
    with qtbot.waitSignal(session.parted):
        do(window, "combine")
    assert text(window, 2) == "Sie hat 4 Millionen Dollar gekostet."
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PartedDialog)
    assert dialog.source.text() == "The ferry sails on Monday."
    here, there = (view.toPlainText() for view in dialog.views)
    assert "legt" in there
    assert "legt" not in here
    assert "open" in here.splitlines()
    assert not dialog.taken, "what stands here stays unless someone says otherwise"
    QTest.keyClick(dialog.list, Qt.Key.Key_Right)
    assert dialog.buttons[1].isChecked()
    QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    assert text(window) == "Die Fähre legt am Montag ab."


def test_a_project_goes_back_to_a_backup_and_keeps_the_present(window, path, qtbot):
    session = window.session
    session.saver.flush()
    session.edit(session.article.units[1].id, "Verschrieben.")
    do(window, "backups")
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, BackupsDialog) and w.isVisible())
    qtbot.waitUntil(lambda: "1 difference" in dialog.told.text())
    with qtbot.waitSignal(session.opened, check_params_cb=None):
        dialog.accept()
    qtbot.waitUntil(lambda: session.path == path)
    assert text(window) == "Die Fähre fährt am Montag."
    kept = [file for file in path.parent.iterdir() if file != path and file.suffix == ".gegenlesen"]
    assert [contents(file).articles[0].units[1].target.plain for file in kept] == ["Verschrieben."]
