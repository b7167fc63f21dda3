"""Spelling: what is asked, what is known, what is underlined."""

from concurrent.futures import CancelledError

import pytest

from app import settings
from app.errors import Cancelled, UserError
from app.evidence.spelling import Dictionary, Speller, add_word, candidates, find, known_from, own_path, own_words, remove_word, speller_for
from app.evidence.spelling.compounds import is_compound
from app.style import Profile

AFFIXES = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwäöüß\n"
WORDS = ["Der", "Hafen", "Rat", "tagt", "vielleicht", "morgen", "Stadt"]


def asked(text, known=()):
    return [candidate.word for candidate in candidates(text, frozenset(known))]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv(settings.HOME, str(tmp_path / "home"))
    return tmp_path / "home"


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
    assert speller.ask(["vieleicht", "vielleicht", "Hafen"]).result() == {"vieleicht"}


def test_what_was_asked_is_known_at_once_and_the_rest_is_open(speller):
    speller.ask(["vieleicht", "Hafen"]).result()
    known = speller.now(["vieleicht", "Hafen", "Stadt"])
    assert (known.wrong, known.open) == ({"vieleicht"}, {"Stadt"})


def test_an_accepted_word_is_right_from_then_on_with_its_genitive(speller):
    speller.accept("Tarnwehr")
    assert speller.ask(["Tarnwehr", "Tarnwehrs", "Tarnwehrr"]).result() == {"Tarnwehrr"}


def test_a_refused_word_is_left_to_the_dictionary_again(speller):
    speller.accept("Tarnwehr")
    speller.refuse("Tarnwehr")
    assert speller.ask(["Tarnwehr"]).result() == {"Tarnwehr"}


def test_a_new_compound_of_known_nouns_is_right(speller):
    assert speller.ask(["Hafenstadt", "Hafenstatt"]).result() == {"Hafenstatt"}


def test_english_words_that_german_took_in_are_right_in_all_forms(speller):
    assert speller.ask(["Podcasts", "Deal"]).result() == frozenset()


def test_two_words_that_are_no_nouns_make_no_compound():
    known = {"viel", "Viel", "eicht", "Eicht", "Drohnen", "Angriff"}
    assert not is_compound("Vieleicht", known.__contains__)
    assert is_compound("Drohnenangriff", known.__contains__)


def test_a_joint_between_the_parts_is_allowed():
    assert is_compound("Rettungsschiff", {"Rettung", "Schiff"}.__contains__)


def test_the_dictionary_suggests_what_was_meant(speller):
    assert "vielleicht" in speller.suggest("vieleicht").result()


def test_verdicts_outlive_the_session(dictionary, speller):
    speller.ask(["vieleicht"]).result()
    speller.close()
    again = Speller(dictionary)
    again.ask([]).result()
    assert again.now(["vieleicht"]).wrong == {"vieleicht"}
    again.close()


def test_another_version_of_the_dictionary_is_asked_anew(dictionary, speller):
    speller.ask(["vieleicht"]).result()
    speller.close()
    (dictionary.folder / "de_DE.dic").write_text("2\nvieleicht\nHafen\n", encoding="utf-8")
    again = Speller(dictionary)
    assert again.ask(["vieleicht"]).result() == frozenset()
    again.close()


def test_a_cache_that_cannot_be_read_is_begun_anew(dictionary, speller, home):
    (home / "data/spelling").mkdir(parents=True)
    (home / "data/spelling/de_DE.json").write_text("{", encoding="utf-8")
    assert speller.ask(["vieleicht"]).result() == {"vieleicht"}


def test_a_dictionary_that_has_gone_is_told_in_a_sentence(tmp_path):
    lost = Speller(Dictionary("de_XX", tmp_path / "none"))
    with pytest.raises(UserError, match="de_XX"):
        lost.ask(["Hafen"]).result()
    lost.close()


def test_a_dictionary_is_found_in_the_folder_that_was_named(dictionary):
    assert find("de", dictionary.folder) == dictionary
    assert find("fr", dictionary.folder) is None


def test_the_user_dictionary_is_a_plain_list_without_doubles():
    add_word("Tarnwehr")
    add_word("Tarnwehr")
    add_word("Calloway")
    remove_word("Tarnwehr")
    assert own_words() == ["Calloway"]


def test_comments_in_the_user_dictionary_stay(home):
    own_path().parent.mkdir(parents=True)
    own_path().write_text("# desk\nTarn\n", encoding="utf-8")
    add_word("Wehr")
    assert own_path().read_text(encoding="utf-8") == "# desk\nTarn\nWehr\n"
    assert own_words() == ["Tarn", "Wehr"]


def test_a_user_dictionary_that_is_no_text_is_told_in_a_sentence():
    own_path().parent.mkdir(parents=True)
    own_path().write_bytes(b"\xff\xfeT")
    with pytest.raises(UserError, match=r"words\.txt"):
        own_words()


def test_the_spelling_of_a_desk_knows_its_names_and_the_users_words(dictionary, home):
    target = home / "data/dictionaries"
    target.mkdir(parents=True)
    for ending in (".aff", ".dic"):
        target.joinpath(f"de_DE{ending}").write_bytes((dictionary.folder / f"de_DE{ending}").read_bytes())
    add_word("Tarnwehr")
    speller = speller_for("de", Profile(names=frozenset({"Calloway"})))
    assert speller is not None
    assert speller.ask(["Tarnwehr", "Calloway", "Hafen", "Hafn"]).result() == {"Hafn"}
    speller.close()


def test_a_speller_that_is_closed_while_its_process_starts_gives_no_answer(dictionary):
    speller = Speller(dictionary)
    answer = speller.ask(["Hafen"])
    speller.close()
    with pytest.raises((Cancelled, CancelledError)):
        answer.result(timeout=60)
