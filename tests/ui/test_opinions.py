"""Second opinions in the window: nothing is sent unseen, and what comes back is used word by word."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.article import Log, Project
from app.article.restraint import hold
from app.settings import Opinions, Reviewer, Settings
from tests.ui.conftest import PAIRS, article_of, do, shown_until_done
from ui.dialogs.backwards import BackwardsPopup
from ui.dialogs.words import WordsPopup
from ui.session import Session, View

GERMAN = {"The council voted on Monday.": "Am Montag stimmte der Rat ab.", "Der Rat stimmte am Montag ab.": "The council voted on Monday."}


@pytest.fixture
def window(qtbot, qapp, stub):
    stub.body = lambda question: json.dumps({"translatedText": [GERMAN.get(text, text) for text in json.loads(question)["q"]]}).encode()
    project = Project(Log(who="Jo Winter"))
    article_of(project, *PAIRS)
    session = Session()
    session.open(project)
    with shown_until_done(session, Settings(reviewer=Reviewer(name="Jo Winter"), opinions=Opinions(address=stub.address))) as made:
        session.go_to(2)
        yield made


def asked(window, qtbot, action):
    do(window, action)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    with qtbot.waitSignal(window.session.opined):
        QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    return dialog


def test_the_dialog_shows_host_and_text_and_sends_nothing_by_itself(window, stub):
    do(window, "ask-row")
    dialog = QApplication.activeModalWidget()
    assert dialog.texts.toPlainText() == "The council voted on Monday."
    assert stub.address.removeprefix("http://") in dialog.told.text()
    dialog.reject()
    assert not stub.asked


def test_the_answer_is_laid_over_the_translation(window, qtbot, stub):
    asked(window, qtbot, "ask-row")
    assert window.session.view is View.OPINION
    assert window.session.opinion(2) == "Am Montag stimmte der Rat ab."
    assert len(stub.asked) == 1


def test_words_are_taken_over_one_by_one(window, qtbot):
    asked(window, qtbot, "ask-row")
    do(window, "take-words")
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, WordsPopup) and w.isVisible())
    before = window.session.text(2)
    while popup.isVisible():
        QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert before == "Der Rat stimmte am Montag ab."
    assert window.session.text(2) == "Am Montag stimmte der Rat ab."


def test_the_way_back_is_shown_beside_the_source(window, qtbot):
    asked(window, qtbot, "ask-back")
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, BackwardsPopup) and w.isVisible())
    assert window.session.backwards(2) == "The council voted on Monday."
    popup.close()


def test_a_story_on_hold_cannot_be_sent(window, stub):
    hold(window.session.article, "Ada Weber", "libel")
    do(window, "ask-story")
    dialog = QApplication.activeModalWidget()
    assert "on legal hold" in dialog.trouble.text()
    assert not dialog.button.isEnabled()
    dialog.reject()
    assert not stub.asked


def test_a_key_is_asked_for_where_one_is_needed_and_never_kept_in_the_settings(window, home):
    do(window, "ask-row")
    dialog = QApplication.activeModalWidget()
    dialog.service.setCurrentIndex(1)
    assert "needs a key" in dialog.trouble.text()
    dialog.key.setText("canary-key")
    assert dialog.button.isEnabled()
    window.keep(window.settings)
    dialog.reject()
    assert not [path for path in home.rglob("*") if path.is_file() and b"canary-key" in path.read_bytes()]
