"""Second opinions in the session: asked for, kept by text, and never in the way."""

import json

import pytest

from app.article.restraint import hold
from app.errors import UserError
from app.model import Side
from app.opinions import LIBRETRANSLATE, Account
from tests.ui.conftest import PAIRS, article_of
from ui.session import Session


@pytest.fixture
def server(stub):
    """A server of one's own that shouts in the other language, and the questions it was asked."""

    def answer(question):
        asked = json.loads(question)
        return json.dumps({"translatedText": [f"{asked['target']}: {text.upper()}" for text in asked["q"]]}).encode()

    stub.body = answer
    return Account(stub.address), stub


def questions(server):
    return [json.loads(question) for _path, _headers, question in server[1].asked]


def test_an_opinion_on_a_row_is_shown_for_it_alone(session, qtbot, server):
    account, _stub = server
    assert session.opinion(2) == ""
    with qtbot.waitSignal(session.opined):
        session.ask(session.departure([2], Side.SOURCE, LIBRETRANSLATE, account))
    assert session.opinion(2) == "de: THE COUNCIL VOTED ON MONDAY."
    assert session.opinion(5) == ""
    assert [question["q"] for question in questions(server)] == [["The council voted on Monday."]]


def test_what_was_answered_is_not_asked_again(session, qtbot, server):
    account, _stub = server
    for rows in ([2], [2, 5]):
        with qtbot.waitSignal(session.opined):
            session.ask(session.departure(rows, Side.SOURCE, LIBRETRANSLATE, account))
    assert [question["q"] for question in questions(server)] == [["The council voted on Monday."], ["It will cost $4 million."]]


def test_a_translation_is_put_back_into_english(session, qtbot, server):
    account, _stub = server
    with qtbot.waitSignal(session.opined):
        session.ask(session.departure([2], Side.TARGET, LIBRETRANSLATE, account))
    assert session.backwards(2) == "en: DER RAT STIMMTE AM MONTAG AB."
    assert session.opinion(2) == ""
    assert (questions(server)[0]["source"], questions(server)[0]["target"]) == ("de", "en")
    session.edit(2, "Der Rat stimmte ab.")
    assert session.backwards(2) == "", "it speaks of a text that is no longer there"


def test_an_opinion_can_be_taken_over_and_undone(session, qtbot, server):
    with qtbot.waitSignal(session.opined):
        session.ask(session.departure([2], Side.SOURCE, LIBRETRANSLATE, server[0]))
    session.go_to(2)
    session.take_opinion()
    assert session.text(2) == "de: THE COUNCIL VOTED ON MONDAY."
    session.undo()
    assert session.text(2) == "Der Rat stimmte am Montag ab."


def test_a_story_on_hold_is_asked_about_nowhere(session, server):
    hold(session.article, "Ms Weber", "libel")
    with pytest.raises(UserError, match="legal hold"):
        session.departure([2], Side.SOURCE, LIBRETRANSLATE, server[0])
    assert not server[1].asked


def test_a_service_that_cannot_be_reached_is_one_sentence(session, qtbot):
    with qtbot.waitSignal(session.failed) as failed:
        session.ask(session.departure([2], Side.SOURCE, LIBRETRANSLATE, Account("http://127.0.0.1:9")))
    assert "cannot be reached" in str(failed.args[0])


def test_an_answer_stays_in_the_project_and_is_nothing_to_undo(session, qtbot, server):
    with qtbot.waitSignal(session.opined):
        session.ask(session.departure([2], Side.SOURCE, LIBRETRANSLATE, server[0]))
    again = Session()
    again.open(session.project)
    assert again.opinion(2) == "de: THE COUNCIL VOTED ON MONDAY."
    assert session.project.log.undoable(None).op == "add-article"
    assert not any("council" in name for name in session.project.fields)
    again.deleteLater()


def test_the_same_words_in_another_story_are_another_question(session, qtbot, server):
    article_of(session.project, *PAIRS, title="Copy")
    with qtbot.waitSignal(session.opined):
        session.ask(session.departure([2], Side.SOURCE, LIBRETRANSLATE, server[0]))
    session.switch(2)
    assert session.opinion(2) == ""
