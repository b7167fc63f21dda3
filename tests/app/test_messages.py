"""The words of the interface in both languages."""

import ast
import re
from importlib import resources
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from app.i18n import LANGUAGES, N_, Message, _, ngettext, use_language

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
ROOT = Path(__file__).parents[2]
MARKS = {"_": 1, "N_": 1, "ngettext": 2}
CATALOGUE = resources.files("resources") / "locale" / "de" / "LC_MESSAGES" / "gegenlesen.po"


@pytest.fixture
def german():
    use_language("de")
    yield
    use_language("en")


def marked():
    """Every string that the code marks for translation; the two of a plural as a pair."""
    for path in (path for top in ("app", "ui") for path in (ROOT / top).rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MARKS:
                words = call.args[: MARKS[call.func.id]]
                if all(isinstance(word, ast.Constant) and isinstance(word.value, str) for word in words):
                    yield tuple(word.value for word in words)


def test_every_marked_string_is_translated():
    known = read_po(BytesIO(CATALOGUE.read_bytes()), locale="de")
    missing = []
    for words in marked():
        message = known.get(words[0])
        strings = message.string if message and isinstance(message.string, tuple) else [message.string if message else ""]
        missing += [words] if len(strings) != len(words) or not all(strings) else []
    assert not missing, "run packaging/messages.py update, then translate what it lists as missing"


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
        wanted = sorted(PLACEHOLDER.findall(originals[-1])) if message.id else []
        wrong += [text for text in strings if message.id and text and sorted(PLACEHOLDER.findall(text)) != wanted]
    assert not wrong


def test_no_translation_keeps_typewriter_marks():
    for message in read_po(BytesIO(CATALOGUE.read_bytes()), locale="de"):
        strings = message.string if isinstance(message.string, (list, tuple)) else [message.string]
        if message.id:
            assert not [text for text in strings if '"' in text or "..." in text]
