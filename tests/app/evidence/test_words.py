import pytest

from app.evidence.words import Familiar, words


def keys(text, language):
    return frozenset().union(*(word.keys for word in words(text, language)))


def meet(english, german):
    """Whether an English and a German word may translate each other."""
    return not keys(english, "en").isdisjoint(keys(german, "de"))


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("government", "Regierungen"),
        ("announced", "kündigte"),
        ("went", "ging"),
        ("child", "Kinder"),
        ("drone", "Drohnenangriff"),
        ("attack", "Drohnenangriff"),
        ("police", "Polizeisprecherin"),
        ("decision", "entschieden"),
        ("travellers", "Reisende"),
    ],
)
def test_listed_words_meet_in_every_form_and_in_compounds(english, german):
    assert meet(english, german)


@pytest.mark.parametrize(
    ("english", "german"),
    [("Orlan's", "Orlans"), ("Zelenko", "Selenko"), ("Lohren", "Lohrener"), ("telegraphic", "telegrafisch"), ("Marburg", "MARBURG")],
)
def test_names_and_words_of_common_origin_meet_by_likeness(english, german):
    assert meet(english, german)


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("1,234.5", "1.234,5"),
        ("40,000", "40.000"),
        ("3.5", "3,5"),
        ("8 p.m.", "20 Uhr"),
        ("6-8 p.m.", "18 bis 20 Uhr"),
        ("135lbs", "135 Pfund"),
    ],
)
def test_numbers_meet_by_value(english, german):
    assert meet(english, german)


@pytest.mark.parametrize(("english", "german"), [("government", "Wetter"), ("1987", "1978"), ("river", "Rathaus"), ("Orlan", "Marten")])
def test_strangers_do_not_meet(english, german):
    assert not meet(english, german)


def test_words_that_say_nothing_are_left_out():
    assert words("It is not the one that they had.", "en") == words("one", "en")
    assert words("Es ist nicht das, was sie hatte.", "de") == words("was", "de")
    assert words("don't – s … !", "en") == ()


def test_a_word_is_as_familiar_as_the_list_makes_it():
    def familiar(text, language):
        return [word.familiar for word in words(text, language)]

    assert familiar("42", "en") == [Familiar.NUMBER]
    assert familiar("government", "en") == familiar("Regierung", "de") == [Familiar.LISTED]
    assert familiar("because", "en") == [Familiar.FUNCTION]
    assert familiar("Zabrowny", "de") == [Familiar.NAME]
    assert familiar("zabrowny", "en") == [Familiar.UNKNOWN]


def test_equal_words_of_a_language_are_one():
    assert words("vote vote", "en") == words("vote", "en")


def test_words_come_once_and_in_their_order_so_that_every_run_weighs_them_alike():
    assert words("Drones hit the harbour; the drones fell.", "en") == tuple(
        words(word, "en")[0] for word in ("Drones", "hit", "harbour", "drones", "fell")
    )
