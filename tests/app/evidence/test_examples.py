"""Likeness to examples, where no cue says what a text does."""

import pytest

from app.evidence.acts.examples import STORY, likeness, traits


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bitte halte dich an den Stil der Vorlage und lass alle Ortsnamen unverändert.", "prompt-leak"),
        ("Beim zweiten Absatz war ich unsicher und habe mich für die freiere Lösung entschieden.", "meta-chatter"),
        ("Leider kann ich den Rest des Textes aus rechtlichen Gründen nicht übersetzen.", "refusal"),
        ("Mehr Hintergründe gibt es jeden Morgen in unserem kostenlosen Newsletter.", "promo"),
        ("Von links: Trainerin Ada Kern und Torwart Ole Brandt. Foto: Agentur", "caption"),
        ("Zahl der Besucher noch bei der Stadt erfragen", "placeholder"),
        ("Die Brücke bleibt bis zum Frühjahr gesperrt, teilte die Stadt mit.", STORY),
    ],
)
def test_a_text_is_most_like_the_examples_of_its_kind(text, kind):
    likely = likeness(text)

    assert max(likely, key=likely.get) == kind


def test_the_kinds_share_all_of_the_probability():
    assert sum(likeness("Weiter zur Bildergalerie").values()) == pytest.approx(1)


@pytest.mark.parametrize("text", ["", "…", "Qrtz"])
def test_a_text_without_a_known_word_performs_no_act(text):
    assert all(probability < 0.5 for kind, probability in likeness(text).items() if kind != STORY)


def test_traits_are_tags_voices_words_and_signs():
    assert {"tag question", "voice you", "word hast", "word ?"} <= set(traits("Hast du das gesehen?"))
