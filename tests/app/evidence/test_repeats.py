import pytest

from app.evidence.repeats import copied_units, loop, repeats
from app.evidence.story import story_of

SANK = ("The ferry sank off the coast.", "Die Fähre sank vor der Küste.")
RAIN = ("It rained all day long.", "Es regnete den ganzen Tag.")


def test_the_later_of_two_equal_sentences_is_the_repeat():
    (repeat,) = repeats(story_of(SANK, RAIN, ("", SANK[1])))

    assert (repeat.piece.row.unit, repeat.earlier.row.unit, repeat.spare.unit) == (3, 1, 3)


def test_a_copy_before_its_original_leaves_the_copy_spare():
    (repeat,) = repeats(story_of(("", SANK[1]), SANK))

    assert (repeat.piece.row.unit, repeat.spare.unit) == (2, 1)


def test_what_the_source_says_twice_may_be_said_twice():
    assert repeats(story_of(SANK, RAIN, SANK)) == ()


def test_a_copy_with_one_other_word_is_a_repeat_but_may_say_more():
    near = "Die alte Fähre sank in der Nacht vor der felsigen Küste von Marlow."
    story = story_of(("The old ferry sank at night off the rocky coast of Marlow.", near), ("", near.replace("alte ", "")))

    assert [repeat.spare.unit for repeat in repeats(story)] == [2]
    assert copied_units(story) == set()


def test_the_very_words_of_a_sentence_are_a_copy():
    assert copied_units(story_of(SANK, ("", SANK[1]))) == {2}


def test_short_sentences_repeat_without_meaning_anything():
    assert repeats(story_of(("No.", "Nein, sagte er."), ("No, no.", "Nein, sagte er."))) == ()


@pytest.mark.parametrize(
    ("text", "circle"),
    [
        ("Die Fähre fuhr und fuhr und fuhr und fuhr und blieb.", "fuhr und fuhr und fuhr und fuhr und"),
        ("Ja ja ja ja ja ja", "Ja ja ja ja ja ja"),
        ("Er kam, sah und siegte, und er ging.", None),
    ],
)
def test_words_that_go_round_in_circles_are_found(text, circle):
    found = loop(text)

    assert (None if found is None else text[slice(*found)]) == circle
