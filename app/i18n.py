"""Words for people: strings are marked where they are born and translated where they are shown.

``N_`` marks a module-level string, ``_`` and ``ngettext`` translate at the moment of showing, and a `Message` carries a
marked template with its arguments, so that the engine can speak without knowing the language of the interface.
"""

import gettext as _gettext
import locale
import os
from collections.abc import Callable
from importlib import resources

from msgspec import Struct

LANGUAGES = ("de", "en")
DOMAIN = "gegenlesen"

_catalogue: list[_gettext.NullTranslations] = [_gettext.NullTranslations()]


def use_language(language: str) -> None:
    """Show everything in this language (``de`` or ``en``) from now on; any other falls back to English."""
    catalogue = resources.files("resources") / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not catalogue.is_file():
        _catalogue[0] = _gettext.NullTranslations()
        return
    with catalogue.open("rb") as stream:
        _catalogue[0] = _gettext.GNUTranslations(stream)


def system_language() -> str:
    """The interface language that the environment asks for: ``de`` for any German locale, otherwise ``en``."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "de" if (named or locale.getlocale()[0] or "").lower().startswith(("de", "german")) else "en"


def N_(text: str) -> str:  # noqa: N802 - the name gettext's extractors look for
    """Mark a string for translation without translating it."""
    return text


def _(text: str) -> str:
    """Translate a marked string now."""
    return _catalogue[0].gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a string whose wording depends on a count."""
    return _catalogue[0].ngettext(one, many, count)


class Message(Struct, frozen=True):
    """One sentence for a person: a template marked with ``N_`` and the arguments that fill its ``{names}``."""

    template: str
    arguments: dict[str, str] = {}

    def render(self, translate: Callable[[str], str] = _) -> str:
        """The sentence in the language of the interface (or as `translate` gives the template)."""
        template = translate(self.template)
        return template.format_map(self.arguments) if self.arguments else template
