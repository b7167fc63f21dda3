"""Second opinions in the session: asked for, kept by text, and never in the way."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from app.article.restraint import hold
from app.errors import UserError
from app.model import Side
from app.opinions import LIBRETRANSLATE, Account


@pytest.fixture
def server():
    """A server of one's own, on this computer, that shouts in the other language."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append(question)
            answer = json.dumps({"translatedText": [f"{question['target']}: {text.upper()}" for text in question["q"]]}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_words):
            pass

    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=made.serve_forever, args=(0.01,))
    thread.start()
    yield Account(f"http://127.0.0.1:{made.server_port}"), asked
    made.shutdown()
    thread.join()
    made.server_close()


def test_an_opinion_on_a_row_is_shown_for_it_alone(session, qtbot, server):
    account, asked = server
    assert session.opinion(2) == ""
    with qtbot.waitSignal(session.opined):
        session.ask(session.departure([2], Side.SOURCE, LIBRETRANSLATE, account))
    assert session.opinion(2) == "de: THE COUNCIL VOTED ON MONDAY."
    assert session.opinion(5) == ""
    assert [question["q"] for question in asked] == [["The council voted on Monday."]]


def test_what_was_answered_is_not_asked_again(session, qtbot, server):
    account, asked = server
    for rows in ([2], [2, 5]):
        with qtbot.waitSignal(session.opined):
            session.ask(session.departure(rows, Side.SOURCE, LIBRETRANSLATE, account))
    assert [question["q"] for question in asked] == [["The council voted on Monday."], ["It will cost $4 million."]]


def test_a_translation_is_put_back_into_english(session, qtbot, server):
    account, asked = server
    with qtbot.waitSignal(session.opined):
        session.ask(session.departure([2], Side.TARGET, LIBRETRANSLATE, account))
    assert session.backwards(2) == "en: DER RAT STIMMTE AM MONTAG AB."
    assert session.opinion(2) == ""
    assert (asked[0]["source"], asked[0]["target"]) == ("de", "en")
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
    assert not server[1]


def test_a_service_that_cannot_be_reached_is_one_sentence(session, qtbot):
    with qtbot.waitSignal(session.failed) as failed:
        session.ask(session.departure([2], Side.SOURCE, LIBRETRANSLATE, Account("http://127.0.0.1:9")))
    assert "cannot be reached" in str(failed.args[0])
