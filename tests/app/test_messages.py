"""The words of the interface in both languages."""

import re
from importlib import resources
from io import BytesIO

import pytest
from babel.messages.pofile import read_po

from app.i18n import LANGUAGES, N_, Message, _, ngettext, use_language

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
CATALOGUE = resources.files("resources") / "locale" / "de" / "LC_MESSAGES" / "gegenlesen.po"


@pytest.fixture
def german():
    use_language("de")
    yield
    use_language("en")


def test_german_is_spoken_without_a_compiled_catalogue(german):
    assert _("Undo") == "Rückgängig"
    assert Message(N_("{format} can be read but not written."), {"format": "X"}).render().startswith("X kann")


def test_plural_forms_follow_the_count(german):
    assert ngettext("{count} row", "{count} rows", 1) == "{count} Zeile"
    assert ngettext("{count} row", "{count} rows", 2) == "{count} Zeilen"


def test_an_unknown_language_falls_back_to_english():
    use_language("tlh")
    assert _("Undo") == "Undo"
    assert "en" in LANGUAGES


def test_every_translation_has_the_placeholders_of_its_original():
    wrong = []
    for message in read_po(BytesIO(CATALOGUE.read_bytes()), locale="de"):
        originals = message.id if isinstance(message.id, (list, tuple)) else [message.id]
        strings = message.string if isinstance(message.string, (list, tuple)) else [message.string]
        wanted = set(PLACEHOLDER.findall(originals[-1])) if message.id else set()
        wrong += [text for text in strings if message.id and text and set(PLACEHOLDER.findall(text)) != wanted]
    assert not wrong


def test_no_translation_keeps_typewriter_marks():
    for message in read_po(BytesIO(CATALOGUE.read_bytes()), locale="de"):
        strings = message.string if isinstance(message.string, (list, tuple)) else [message.string]
        if message.id:
            assert not [text for text in strings if '"' in text or "..." in text]
