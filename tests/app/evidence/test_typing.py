"""Keys in the style of the house."""

import pytest

from app.evidence.typing import Instead, typed
from app.style import HouseStyle, starter

HOUSE = HouseStyle()


def written(keys, style=HOUSE):
    text = ""
    for key in keys:
        instead = typed(text, key, style)
        text = text + key if instead is None else text[: len(text) - instead.back] + instead.text
    return text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ('Sie sagte: "Ja", dann ging sie.', "Sie sagte: „Ja“, dann ging sie."),
        ('"Er sagte "nie" zu mir", klagte sie.', "„Er sagte ‚nie‘ zu mir“, klagte sie."),
        ('("So")', "(„So“)"),
        ("Rock 'n' Roll und 'innen'", "Rock ‚n‘ Roll und ‚innen‘"),
        ("Ada's gibt's nicht", "Ada’s gibt’s nicht"),
        ("Er kam - und blieb", "Er kam – und blieb"),
        ("Ost-West - 3-mal", "Ost-West – 3-mal"),
        ("- Punkt", "- Punkt"),
        ("Na ja...", "Na ja…"),
        ("Na ja....", "Na ja…."),
        ('Erstens "eins\u2029"zwei"', "Erstens „eins\u2029„zwei“"),
    ],
)
def test_what_is_typed_reads_like_german(keys, text):
    assert written(keys) == text


def test_every_house_has_marks_of_its_own():
    assert written('Er: "Nein "so" nicht"', starter("switzerland").style) == "Er: «Nein ‹so› nicht»"


def test_other_keys_stay():
    assert typed("ab", "c", HOUSE) is None
    assert typed("a -", "-", HOUSE) is None
    assert typed("a -", " ", HOUSE) == Instead("– ", 1)
