import pytest

from app.evidence.gender import gender
from app.evidence.names import english_names, is_translatable, skeleton, stands_in
from app.evidence.negation import denials, hides_denial
from app.evidence.vocabulary import is_english, is_german


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Brandner", "Brandners Boot"),
        ("Yildiz", "Präsident Yıldız"),
        ("Volodya", "Wolodja sprach"),
        ("Tellmoor", "die Tellmoor-Brücke"),
        ("Sirkin", "bei Sirkyn"),
    ],
)
def test_a_name_is_recognised_inflected_and_transliterated(name, text):
    assert stands_in(name, text)


@pytest.mark.parametrize(("name", "text"), [("Brandner", "Tellmoor kam"), ("Moll", "Milan kam"), ("Ivo", "Eva kam")])
def test_another_name_is_not_taken_for_it(name, text):
    assert not stands_in(name, text)


def test_the_first_word_of_a_sentence_is_marked():
    assert [(name.word, name.first) for name in english_names("Brandner met Quistorp.")] == [("Brandner", True), ("Quistorp", False)]


def test_countries_and_common_words_need_not_stand_in_the_translation():
    assert is_translatable("Germany")
    assert is_translatable("Swedish")
    assert not is_translatable("Tellmoor")


def test_skeletons_meet_across_transliterations():
    assert skeleton("Volodya") == skeleton("Wolodja")


def test_words_of_the_list_are_told_from_names():
    assert is_english("Governments")
    assert is_german("Regierung")
    assert not is_german("Quistorp")


@pytest.mark.parametrize(
    ("noun", "wanted"),
    [("Ausdruck", "m"), ("Wahlkampf", "m"), ("Meinungsfreiheit", "f"), ("Stadtgespräch", "n"), ("Wagen", ""), ("Antwort", "f")],
)
def test_a_compound_has_the_gender_of_its_last_part(noun, wanted):
    assert gender(noun) == wanted


@pytest.mark.parametrize("text", ["Not only did he win.", "I can't wait.", "No doubt.", "It's hot, isn't it?"])
def test_set_phrases_deny_nothing(text):
    assert not denials(text, "en")


@pytest.mark.parametrize(
    ("source", "target"),
    [("It did not open until May.", "Es öffnete erst im Mai."), ("He couldn't walk.", "Er war gehunfähig, unfähig zu gehen.")],
)
def test_german_may_deny_without_a_negation(source, target):
    assert hides_denial(source, target)
