"""Notes in brackets inside a sentence."""

import pytest

from app.evidence.acts import Act
from app.evidence.asides import asides
from app.evidence.story import story_of

SAID = "The bridge in Ostheim was closed on Monday."
WRITTEN = "Die Brücke in Ostheim wurde am Montag {note} gesperrt."


def found(source, target):
    return [(act, piece.text) for piece, act, _ in asides(story_of((source, target)).rows[0])]


@pytest.mark.parametrize("note", ["(Datum bitte noch prüfen)", "[Zitat der Polizei folgt noch]", "(bitte nicht übersetzen)"])
def test_what_a_desk_left_in_brackets_is_found_with_them(note):
    [(act, text)] = found(SAID, WRITTEN.format(note=note))

    assert act in {Act.NOTE, Act.PROMPT}
    assert text == note


@pytest.mark.parametrize("note", ["(dem 3. Mai)", "(und nicht zum ersten Mal)", "(etwa 450 Meter lang)", "(Ostheim)"])
def test_what_explains_something_to_readers_is_none(note):
    assert not found(SAID, WRITTEN.format(note=note))


def test_a_source_with_brackets_may_have_them_too():
    assert not found("The bridge (check the date) was closed.", "Die Brücke (Datum bitte prüfen) wurde gesperrt.")
