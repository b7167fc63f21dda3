"""Words for people: strings are marked where they are born and translated where they are shown.

``N_`` marks a module-level string, ``_`` and ``ngettext`` translate at the moment of showing, and a `Message` carries a
marked template with its arguments, so that the engine can speak without knowing the language of the interface.
"""

import gettext as _gettext
import locale
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path

from msgspec import Struct

LANGUAGES = ("de", "en")
DOMAIN = "gegenlesen"

_language = ["en"]
_catalogue: list[_gettext.NullTranslations] = [_gettext.NullTranslations()]
_instead: ContextVar[_gettext.NullTranslations | None] = ContextVar("instead", default=None)


def use_language(language: str) -> None:
    """Show everything in this language (``de`` or ``en``) from now on; any other falls back to English."""
    _catalogue[0] = _loaded(language)
    _language[0] = language if language in LANGUAGES else "en"


def interface_language() -> str:
    """The language of the interface: ``de`` or ``en``."""
    return _language[0]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything in this language while the block runs, in this thread alone: a report may have another one than the interface."""
    token = _instead.set(_loaded(language))
    try:
        yield
    finally:
        _instead.reset(token)


@cache
def _loaded(language: str) -> _gettext.NullTranslations:
    folder = resources.files("resources") / "locale" / language / "LC_MESSAGES"
    compiled, source = folder / f"{DOMAIN}.mo", folder / f"{DOMAIN}.po"
    if compiled.is_file() and not _newer(source, compiled):
        return _gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
    if source.is_file():
        return _gettext.GNUTranslations(BytesIO(_compiled(source.read_bytes(), language)))
    return _gettext.NullTranslations()


def _spoken() -> _gettext.NullTranslations:
    return _instead.get() or _catalogue[0]


def _newer(source: Traversable, compiled: Traversable) -> bool:
    """Whether a catalogue was edited after it was compiled, as happens in a checkout."""
    if not (isinstance(source, Path) and isinstance(compiled, Path) and source.is_file()):
        return False
    return source.stat().st_mtime > compiled.stat().st_mtime


def _compiled(source: bytes, language: str) -> bytes:
    """A catalogue as gettext reads it, for a checkout in which nobody compiled any."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    stream = BytesIO()
    write_mo(stream, read_po(BytesIO(source), locale=language))
    return stream.getvalue()


def language() -> str:
    """The language in which things are said now: ``de`` or ``en``."""
    return _spoken().info().get("language", "en")


def system_language() -> str:
    """The interface language that the environment asks for: ``de`` for any German locale, otherwise ``en``."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "de" if (named or locale.getlocale()[0] or "").lower().startswith(("de", "german")) else "en"


def N_(text: str) -> str:
    """Mark a string for translation without translating it."""
    return text


def _(text: str) -> str:
    """Translate a marked string now."""
    return _spoken().gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a string whose wording depends on a count."""
    return _spoken().ngettext(one, many, count)


class Message(Struct, frozen=True):
    """One sentence for a person: a template marked with ``N_`` and what fills its ``{names}``, words or another Message."""

    template: str
    arguments: "Mapping[str, str | Message]" = {}

    def render(self, translate: Callable[[str], str] = _) -> str:
        """The sentence in the language of the interface (or as `translate` gives the template)."""
        template = translate(self.template)
        if not self.arguments:
            return template
        said = {name: value.render(translate) if isinstance(value, Message) else value for name, value in self.arguments.items()}
        return template.format_map(said)
