from app.alignment import align, plausible, units
from app.segmentation import segments
from tests.app.alignment.stories import ENGLISH, GERMAN, PROMO, document

FOREIGN = [
    "Die Volleyballerinnen haben das Endspiel verloren.",
    "Im dritten Satz fehlte ihnen die Kraft.",
    "Die Trainerin lobte trotzdem den Einsatz der Mannschaft.",
    "Am Sonntag beginnt für alle der Urlaub.",
]


def judged(source, target):
    cut = segments(source), segments(target)
    return plausible(units(source, target, cut, align(source, target, cut)))


def test_a_translation_is_plausible_even_with_half_of_it_gone():
    assert judged(document("en", ENGLISH), document("de", GERMAN))
    assert judged(document("en", ENGLISH), document("de", GERMAN[::2]))


def test_another_story_is_not_plausible():
    assert not judged(document("en", ENGLISH), document("de", FOREIGN))


def test_very_short_texts_are_given_the_benefit_of_the_doubt():
    assert judged(document("en", ENGLISH[:1]), document("de", [PROMO]))
