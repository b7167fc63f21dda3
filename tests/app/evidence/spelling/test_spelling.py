"""Spelling: what is asked, what is known, what is underlined."""

import pytest

from app.evidence.spelling import Dictionary, Speller, candidates, find, known_from

AFFIXES = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwäöüß\n"
WORDS = ["Der", "Hafen", "Rat", "tagt", "vielleicht", "morgen", "Stadt"]


def asked(text, known=()):
    return [candidate.word for candidate in candidates(text, frozenset(known))]


@pytest.fixture
def dictionary(tmp_path):
    (tmp_path / "de_DE.aff").write_text(AFFIXES, encoding="utf-8")
    (tmp_path / "de_DE.dic").write_text("\n".join([str(len(WORDS)), *WORDS]), encoding="utf-8")
    return Dictionary("de_DE", tmp_path)


@pytest.fixture
def speller(dictionary):
    made = Speller(dictionary)
    yield made
    made.close()


def test_hyphenated_words_are_asked_by_their_parts():
    assert asked("Hafen-Streik im Stadtrat") == ["Hafen", "Streik", "Stadtrat"]


def test_abbreviations_figures_and_addresses_are_not_asked():
    assert asked("Die UNO, 3D, iPhone und www.hafen-tarn.de sowie @stadtrat") == ["Die", "und", "sowie"]


def test_names_of_the_source_are_known_with_their_genitive():
    known = known_from(["Mayor Ines Calloway spoke."])
    assert asked("Calloways Rede", known) == ["Rede"]


def test_a_soft_hyphen_does_not_hide_a_word():
    (candidate,) = candidates("Hafen\u00adrat")
    assert candidate.word == "Hafenrat"
    assert candidate.span.length == 9


def test_the_place_of_a_word_behind_an_emoji_is_right():
    text = "😀 vieleicht"
    assert [c.span.of(text) for c in candidates(text)] == ["vieleicht"]


def test_wrong_words_are_those_that_nobody_knows(speller):
    assert speller.wrong(["vieleicht", "vielleicht", "Hafen"]) == {"vieleicht"}


def test_an_accepted_word_is_right_from_then_on(speller):
    speller.accept("Tarnwehr")
    assert speller.wrong(["Tarnwehr", "Tarnwehrr"]) == {"Tarnwehrr"}


def test_the_dictionary_suggests_what_was_meant(speller):
    assert "vielleicht" in speller.suggestions("vieleicht")


def test_a_dictionary_is_found_in_the_folder_that_was_named(dictionary):
    assert find("de", dictionary.folder) == dictionary
    assert find("fr", dictionary.folder) is None
