"""Nouns that nothing in the row opposite may stand for."""

import pytest

from app.evidence.counterparts import lone


def said(source: str, target: str) -> tuple[list[str], list[str]]:
    found = lone(source, target)
    if found is None:
        return [], []
    return [span.of(source) for span in found.source], [span.of(target) for span in found.target]


def test_a_noun_and_another_one_in_its_place_stand_alone():
    assert said("The farmer feeds the horses.", "Der Bauer füttert die Katzen.") == (["horses"], ["Katzen"])


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The council closed the harbour.", "Der Rat sperrte das Hafengelände."),
        ("The statement surprised the opposition.", "Die Äußerung überraschte die Opposition."),
        ("The actress won a prize.", "Die Schauspielerin gewann eine Auszeichnung."),
    ],
)
def test_compounds_and_words_of_about_the_same_meaning_are_counterparts(source, target):
    assert said(source, target) == ([], [])


def test_a_verb_is_no_noun_without_a_determiner():
    assert said("They harvest by hand.", "Sie gehen mit Geduld.")[0] == []
    assert said("The farmers lost their harvest.", "Die Bauern verloren ihre Geduld.")[0] == ["harvest"]


def test_nouns_that_carry_a_sentence_come_and_go():
    assert said("The fact changed the museum.", "Die Tatsache änderte die Fabrik.") == (["museum"], ["Fabrik"])
    assert said("The fact frightened the jewels.", "Das erschreckte die Waffen.") == (["jewels"], ["Waffen"])


def test_a_noun_too_few_on_one_side_says_nothing():
    assert said("The farmer feeds the horses.", "Der Bauer füttert sie.") == ([], [])


def test_a_row_without_a_translation_says_nothing():
    assert lone("The farmer feeds the horses.", "") is None
