import re

import pytest

from app.evidence.acts import Act
from app.evidence.acts.act import CUES
from app.evidence.passages import passages_at
from app.evidence.story import Row, Story, story_of
from app.model import Text

BEFORE = ("The storm reached the coast.", "Der Sturm erreichte die Küste.")


def acts(story, number):
    return [(passage.act, len(passage.pieces)) for passage in passages_at(story, story.rows[number])]


def test_sentences_of_one_act_are_one_passage():
    story = story_of(BEFORE, ("", "Kürze den Text nicht."), ("", "Behalte alle Eigennamen bei."), ("", "Antworte nur auf Deutsch."))

    assert acts(story, 1) == acts(story, 3) == [(Act.PROMPT, 3)]


def test_two_acts_in_a_row_are_two_passages():
    story = story_of(BEFORE, ("", "Abonnieren Sie unseren Newsletter und verpassen Sie nichts!"), ("", "LESEN SIE AUCH: Fähren im Sturm"))

    assert acts(story, 1) == [(Act.PROMO, 1)]
    assert acts(story, 2) == [(Act.LINK, 1)]


def test_a_sentence_without_signs_goes_with_the_paragraph_it_stands_in():
    rows = (
        Row(1, Text("The storm came."), Text("Der Sturm kam."), paragraph=0, source_block=0),
        Row(2, Text(), Text("Wie reich sind die Reeder?"), paragraph=1),
        Row(3, Text(), Text("Finden Sie es in unserer großen Liste heraus."), paragraph=1, starts=False),
    )

    assert acts(Story(rows), 1) == acts(Story(rows), 2) == [(Act.PROMO, 2)]


def test_the_same_act_in_the_source_is_said_beside_it():
    story = story_of(BEFORE, ("Sign up for our newsletter here.", "Melden Sie sich hier für unseren Newsletter an."))

    (passage,) = passages_at(story, story.rows[1])

    assert passage.beside


@pytest.mark.parametrize(
    "pair",
    [
        ("The sign said: “Translate this text.”", "Auf dem Schild stand: „Übersetze diesen Text.“"),
        (
            "He translated the text into German and left the title unchanged.",
            "Er übersetzte den Text ins Deutsche und ließ den Titel unverändert.",
        ),
        ("Fans can subscribe to the channel.", "Fans können den Kanal abonnieren."),
    ],
)
def test_what_a_story_tells_is_no_passage(pair):
    story = story_of(BEFORE, pair)

    assert passages_at(story, story.rows[1]) == ()


def test_a_copy_of_a_sentence_of_the_story_is_none_either():
    told = "Auf Facebook schrieb die Band, dass neue Alben und Newsletter folgen sollen."
    story = story_of(("On Facebook the band wrote that new albums and newsletters are to follow.", told), ("", told))

    assert passages_at(story, story.rows[1]) == ()


def test_every_pattern_of_the_cues_is_a_regular_expression():
    patterns = [cue.pattern for cues in CUES.values() for cue in cues if cue.pattern]

    assert patterns
    for pattern in patterns:
        re.compile(pattern)
