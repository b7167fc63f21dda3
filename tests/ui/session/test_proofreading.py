"""A server of the user's own joins as hints: asked in a pause, for what was changed, and never in the way."""

import json
from urllib.parse import parse_qs

import pytest
from PySide6.QtTest import QTest

from app.article.restraint import hold
from ui.session.proofreading import ASK_PAUSE


@pytest.fixture
def server(stub):
    """It finds the word „Rat“ wherever it stands."""

    def answer(question):
        text = parse_qs(question.decode())["text"][0]
        at = text.find("Rat")
        match = {"message": "Rat?", "offset": at, "length": 3, "rule": {"id": "RAT"}, "replacements": [{"value": "Gemeinderat"}]}
        return json.dumps({"matches": [match] if at >= 0 else []}).encode()

    stub.body = answer
    return stub


def said(session):
    return [finding.check for finding in session.findings if finding.check.startswith("languagetool")]


@pytest.fixture
def proofread(session, qtbot, server):
    session.show_hints(wanted=True)
    session.proofreader = server.address
    session.proofread()
    qtbot.waitUntil(lambda: bool(said(session)))
    return session


def test_what_it_finds_is_a_hint_that_those_see_who_ask(proofread):
    assert said(proofread) == ["languagetool.RAT"]
    proofread.show_hints(wanted=False)
    assert said(proofread) == []
    assert proofread.hint_count() > 0


def test_a_check_of_the_house_does_not_push_it_out(proofread):
    proofread.check_now()
    proofread.edit(5, "Sie wird 4 Millionen Dollar kosten.")
    assert said(proofread) == ["languagetool.RAT"]


def test_what_it_said_of_a_text_is_gone_with_the_text(proofread):
    proofread.edit(2, "Der Kreisrat stimmte am Montag ab.")
    assert said(proofread) == []


def test_nothing_that_was_said_is_asked_again(proofread, server):
    before = len(server.asked)
    proofread.show_article(proofread.article)
    proofread.proofread()
    assert said(proofread) == ["languagetool.RAT"]
    assert len(server.asked) == before


def test_nobody_is_asked_without_an_address(session, server):
    session.proofread()
    QTest.qWait(20)
    assert server.asked == []


def test_a_server_that_does_not_answer_is_mentioned_once(session, qtbot):
    with qtbot.waitSignal(session.noticed, timeout=ASK_PAUSE * 6):
        session.proofreader = "http://127.0.0.1:9"
    told = []
    session.noticed.connect(told.append)
    session.edit(2, "Der Rat stimmte ab.")
    session.proofread()
    assert told == []


def test_a_story_on_hold_is_told_to_no_server_elsewhere(session, qtbot):
    hold(session.article, "Legal desk", "until Friday")
    with qtbot.waitSignal(session.noticed, timeout=ASK_PAUSE * 6) as told:
        session.proofreader = "https://lt.example"
    assert "hold" in told.args[0]


def test_it_is_asked_again_when_the_hold_is_lifted(session, qtbot):
    session.sign("Legal desk")
    session.hold("Legal desk", "until Friday")
    with qtbot.waitSignal(session.noticed, timeout=ASK_PAUSE * 6) as told:
        session.proofreader = "http://lt.example"
    assert "hold" in told.args[0]
    with qtbot.waitSignal(session.noticed, timeout=ASK_PAUSE * 6) as told:
        session.lift(session.holds()[0])
    assert "not encrypted" in told.args[0], "it was asked, and refused for another reason"


def test_a_story_on_hold_is_not_asked_about_at_every_pause(session, qtbot):
    session.hold("Legal desk", "until Friday")
    with qtbot.waitSignal(session.noticed, timeout=ASK_PAUSE * 6):
        session.proofreader = "http://lt.example"
    session.edit(2, "Der Rat stimmte ab.")
    session.proofread()
    assert session._proofreading is None
