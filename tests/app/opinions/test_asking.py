"""What leaves the computer is said beforehand, and is all that leaves."""

import json

import pytest

from app.article import Project
from app.article.restraint import EMBARGO, hold
from app.errors import Cancelled, UserError
from app.model import OBJECT, PARAGRAPH_BREAK
from app.opinions import DEEPL, LIBRETRANSLATE, Account, departure, opinions
from app.opinions.asking import offline
from app.pipeline import from_text, take_in
from app.safe.web import UnreachableError


@pytest.fixture
def article():
    texts = "The vote passed.\n\nWork begins in May.", "Die Abstimmung ging durch.\n\nDie Arbeiten beginnen im Mai."
    return take_in(Project(), from_text(texts[0], "en"), from_text(texts[1], "de"))[0]


def test_a_departure_names_host_and_texts_and_sends_nothing(article, stub):
    asked = departure(
        article, ["The vote passed.", "", "The vote passed.", f"{OBJECT}One{PARAGRAPH_BREAK}two"], LIBRETRANSLATE, Account(stub.address)
    )
    assert asked.texts == ("The vote passed.", "One\ntwo")
    assert asked.host == stub.address.removeprefix("http://")
    assert asked.local
    assert not stub.asked


def test_exactly_the_texts_of_the_departure_leave(article, stub, shouted):
    stub.body = shouted
    found = opinions(departure(article, ["a b", "c"], LIBRETRANSLATE, Account(stub.address)), {"c": "known"})
    assert found == {"a b": "A B", "c": "known"}
    assert json.loads(stub.asked[0][2])["q"] == ["a b"]


def test_what_came_back_before_a_cancel_is_kept(article, stub, shouted):
    stub.body, known = shouted, {}
    asked = departure(article, [f"text {n}" for n in range(45)], LIBRETRANSLATE, Account(stub.address))

    def stop_after_twenty(done, _total):
        if done >= 20:
            raise Cancelled

    with pytest.raises(Cancelled):
        opinions(asked, known, stop_after_twenty)
    assert len(known) == 20


@pytest.mark.parametrize("until", ["2999-01-01T06:00+00:00", "tomorrow at six"])
def test_a_story_under_embargo_is_not_even_prepared(article, until):
    article.set_field(EMBARGO, until)
    with pytest.raises(UserError, match="stays on this computer"):
        departure(article, ["The vote passed."], LIBRETRANSLATE, Account("http://127.0.0.1:5000"))


def test_a_story_on_hold_is_not_even_prepared(article):
    hold(article, "Ms Weber", "libel")
    with pytest.raises(UserError, match="on legal hold by Ms Weber"):
        departure(article, ["The vote passed."], LIBRETRANSLATE, Account("http://127.0.0.1:5000"))


def test_an_embargo_that_is_over_holds_nothing_back(article):
    article.set_field(EMBARGO, "2001-01-01T06:00+00:00")
    assert departure(article, ["The vote passed."], LIBRETRANSLATE, Account("http://127.0.0.1:5000"))


def test_what_is_missing_is_said_before_anything_is_sent(article):
    with pytest.raises(UserError, match="needs a key"):
        departure(article, ["x"], DEEPL, Account())
    with pytest.raises(UserError, match="needs the address"):
        departure(article, ["x"], LIBRETRANSLATE, Account())
    with pytest.raises(UserError, match="no text here"):
        departure(article, [" "], DEEPL, Account(key="k"))


def test_a_row_that_no_service_takes_is_named(article, stub):
    with pytest.raises(UserError, match="split it first"):
        opinions(departure(article, ["x" * 10_001], LIBRETRANSLATE, Account(stub.address)))


def test_without_a_connection_one_is_told_that_the_rest_works(article):
    with pytest.raises(UnreachableError) as caught:
        opinions(departure(article, ["x"], LIBRETRANSLATE, Account("http://127.0.0.1:9")))
    assert offline(caught.value).render().endswith("Everything else works without a connection.")
