"""What stood around the story of a saved web page can be taken in after all, from the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from app.settings import Reviewer, Settings
from tests.ui.screens import close_all
from ui.actions import ACTIONS
from ui.session import Session
from ui.session.reading import read
from ui.window.showing import show
from ui.window.window import Window

PAGE = Path(__file__).parents[2] / "data" / "stories" / "saved-page.html"
GERMAN = """Der Hafen bleibt offen

Der Hafen bleibt offen, sagte die Stadt am Montag nach einer langen Sitzung des Rates.

Taucher haben die Mauer geprüft und keine Schäden gefunden, die eine Sperrung nötig machen.
"""


def nobody(_done, _whole):
    """Nobody looks at how far it is."""


@pytest.fixture
def opened(tmp_path):
    (tmp_path / "story.en.html").write_bytes(PAGE.read_bytes())
    (tmp_path / "story.de.txt").write_text(GERMAN, encoding="utf-8")
    return read([tmp_path / "story.en.html", tmp_path / "story.de.txt"], "Jo", nobody)


@pytest.fixture
def session(qapp, opened):
    session = Session()
    session.open(opened.project, opened.store, opened.drafts)
    yield session
    session.close()
    session.deleteLater()


def says(session, words):
    return words in session.article.source.text.plain


def test_the_whole_page_comes_in_under_the_rows_and_undo_takes_it_out(session, qtbot):
    rows = {unit.id for unit in session.article.units}
    assert not says(session, "Ferry late again")
    with qtbot.waitSignal(session.noticed):
        session.take_whole_pages()
    assert says(session, "Ferry late again")
    assert rows <= {unit.id for unit in session.article.units}
    session.undo()
    assert not says(session, "Ferry late again")


def test_the_message_about_what_was_left_out_offers_it(session, opened, qtbot):
    window = show(session, Settings(reviewer=Reviewer(name="Jo")))
    try:
        session._tell_notes(opened.notes)
        assert "Ferry late again" in window.message.text
        assert "--whole-page" not in window.message.text
        (way,) = [button for button in window.message.findChildren(QPushButton) if button.text() == "Take in the whole page"]
        with qtbot.waitSignal(session.noticed):
            way.click()
        assert says(session, "Ferry late again")
    finally:
        close_all()
        close_all(Window)
        window.deleteLater()


def test_the_action_is_there_until_the_page_is(session, qtbot):
    (action,) = [action for action in ACTIONS if action.id == "whole-page"]
    assert action.enabled(session)
    with qtbot.waitSignal(session.noticed):
        session.take_whole_pages()
    assert not action.enabled(session)
