import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evidence.quotes import marks, quoted, quoted_in_rows
from app.evidence.story import story_of
from app.model import Side


def said(text):
    return [span.of(text) for span in quoted(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("„Ja“, sagte sie.", ["Ja"]),
        ('"Ja", sagte sie. "Nein."', ["Ja", "Nein."]),
        ("“Yes,” she said.", ["Yes,"]),
        ("»Ja«, «nein»", ["Ja", "nein"]),
        ("„Sie sagte ‚nein‘ zu ihm.“", ["Sie sagte ‚nein‘ zu ihm."]),
        ("He spoke of a ‘silent winter’ in the ’90s.", ["silent winter"]),
        ("It's the players' room, 5'10\" wide.", []),
        ("„Eins. „Zwei.“", ["Eins. ", "Zwei."]),
    ],
)
def test_a_quotation_is_what_stands_between_its_marks(text, words):
    assert said(text) == words


def test_a_paragraph_opens_the_quotation_again_and_one_mark_closes_it():
    text = "„Erster Absatz.\u2029„Zweiter Absatz.“"
    first, second, last = marks(text)
    assert first.carried
    assert second.partner == last.at


def test_a_quotation_may_close_a_paragraph_later():
    assert [mark.partner for mark in marks("„Erster Absatz.\u2029Zweiter Absatz.“")] == [31, 0]


def test_rows_know_which_of_their_words_are_quoted():
    story = story_of(("“One.” Two.", "„Eins.“ Zwei."), ("Three", "Drei"))
    assert {unit: [span.of("„Eins.“ Zwei.") for span in spans] for unit, spans in quoted_in_rows(story, Side.TARGET).items()} == {
        1: ["Eins."]
    }


@given(st.text(alphabet="ab „“”\"‚‘’'»«.,\u2029", max_size=40))
@settings(max_examples=100)
def test_partners_point_at_each_other(text):
    found = {mark.at: mark for mark in marks(text)}
    for mark in found.values():
        assert mark.partner < 0 or found[mark.partner].partner == mark.at


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_quotations_lie_inside_any_text(text):
    assert all(0 <= span.start <= span.end <= len(text) for span in quoted(text))
