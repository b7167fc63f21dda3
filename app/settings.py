"""What a person chose once: the settings, and the folders that hold what is kept.

A setting is one field here with its default, title and explanation; the dialog builds itself from them.
"""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import platformdirs
from msgspec import Meta, Struct

from app import durable
from app.errors import UNDECODABLE
from app.i18n import N_, Message

HOME = "GEGENLESEN_HOME"
"""The environment variable that keeps settings, data and logs in one folder: for portable installations and tests."""


class Language(StrEnum):
    """The language of the interface."""

    SYSTEM = "system"
    GERMAN = "de"
    ENGLISH = "en"


class Theme(StrEnum):
    """The colours of the interface."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Reviewer(Struct, frozen=True, omit_defaults=True):
    """Who corrects."""

    name: Annotated[str, Meta(title=N_("Your name"), description=N_("Kept with every correction you make."))] = ""


class Appearance(Struct, frozen=True, omit_defaults=True):
    """How the program looks."""

    language: Annotated[Language, Meta(title=N_("Language"), description=N_("The language of menus and messages."))] = Language.SYSTEM
    theme: Annotated[Theme, Meta(title=N_("Colours"), description=N_("Light, dark, or as the system has it."))] = Theme.SYSTEM
    text_percent: Annotated[int, Meta(title=N_("Text size"), description=N_("In percent of the normal size."), ge=50, le=300)] = 100


class Starting(Struct, frozen=True, omit_defaults=True):
    """What happens when the program starts."""

    reopen: Annotated[
        bool,
        Meta(
            title=N_("Open what was open last"), description=N_("When the program starts without files: every project where you left it.")
        ),
    ] = True


class Typing(Struct, frozen=True, omit_defaults=True):
    """What happens while one writes."""

    german_marks: Annotated[
        bool,
        Meta(
            title=N_("German marks while typing"),
            description=N_("Straight quotation marks, spaced hyphens and three points become those of the house. Backspace takes it back."),
        ),
    ] = True
    spelling: Annotated[
        bool, Meta(title=N_("Underline spelling"), description=N_("Words that the dictionary does not know, in the row being written."))
    ] = True


class Export(Struct, frozen=True, omit_defaults=True):
    """What the export dialog proposes."""

    folder: Annotated[str, Meta(title=N_("Folder"), description=N_("Where stories are exported to; empty for the project’s own."))] = ""
    format: Annotated[str, Meta(title=N_("Format"), description=N_("The format used last."))] = "html"


class Review(Struct, frozen=True, omit_defaults=True):
    """How QA works."""

    words_per_minute: Annotated[
        int, Meta(title=N_("Reading speed"), description=N_("Words of the source that a reviewer reads in a minute."), ge=10, le=1000)
    ] = 100
    persons: Annotated[
        bool,
        Meta(
            title=N_("Figures about persons"),
            description=N_("Agreement and counts by reviewer, under pseudonyms. Agree on this with those concerned first."),
        ),
    ] = False


class Asked(StrEnum):
    """The services that can be asked for a second opinion."""

    LIBRETRANSLATE = "libretranslate"
    DEEPL = "deepl"
    GOOGLE = "google"
    MICROSOFT = "microsoft"


class Opinions(Struct, frozen=True, omit_defaults=True):
    """Whom to ask for a second opinion; keys are kept in the system's safe."""

    service: Annotated[Asked, Meta(title=N_("Service"), description=N_("Asked only when you ask, and shown beforehand what it gets."))] = (
        Asked.LIBRETRANSLATE
    )
    address: Annotated[
        str, Meta(title=N_("Your own server"), description=N_("The address of LibreTranslate: https, or on this computer."))
    ] = "http://127.0.0.1:5000"
    region: Annotated[str, Meta(title=N_("Region of the key"), description=N_("What Microsoft calls the region of your key."))] = ""


class WordPress(Struct, frozen=True, omit_defaults=True):
    """The site that stories go to; its application password is kept in the system's safe."""

    site: Annotated[str, Meta(title=N_("Address of the site"), description=N_("For example https://news.example."))] = ""
    user: Annotated[str, Meta(title=N_("User name"), description=N_("Your name on that site."))] = ""


class Checking(Struct, frozen=True, omit_defaults=True):
    """How the checks are lived with."""

    counts: Annotated[
        bool,
        Meta(
            title=N_("Count what becomes of findings"),
            description=N_("How many were shown, fixed and dismissed, by check. Stays on this computer and holds no text."),
        ),
    ] = True
    dictionary: Annotated[
        str,
        Meta(
            title=N_("English–German dictionary"),
            description=N_("A file in the Ding format (Debian: trans-de-en), for words that the program does not know. Not needed."),
        ),
    ] = ""
    languagetool: Annotated[
        str,
        Meta(
            title=N_("LanguageTool server"),
            description=N_(
                "The address of your own server, such as http://localhost:8081; its findings join as hints. Empty: it is not asked."
            ),
        ),
    ] = ""


class Keys(Struct, frozen=True, omit_defaults=True):
    """Keys that were changed, by the id of what they do, in Qt's portable spelling; empty where it has none any more."""

    changed: dict[str, tuple[str, ...]] = {}


class Search(Struct, frozen=True, omit_defaults=True):
    """A search that was kept by name."""

    name: str
    words: str
    replacement: str | None = None
    places: frozenset[str] = frozenset()
    case: bool = False
    whole: bool = False
    pattern: bool = False


class Searches(Struct, frozen=True, omit_defaults=True):
    """Searches that were kept, in the order in which they are offered."""

    kept: tuple[Search, ...] = ()


class Shown(Struct, frozen=True, omit_defaults=True):
    """What is shown once."""

    tour: bool = False


class Settings(Struct, frozen=True, omit_defaults=True):
    """All settings, by group."""

    reviewer: Reviewer = Reviewer()
    appearance: Appearance = Appearance()
    starting: Starting = Starting()
    typing: Typing = Typing()
    export: Export = Export()
    wordpress: WordPress = WordPress()
    opinions: Opinions = Opinions()
    keys: Keys = Keys()
    searches: Searches = Searches()
    review: Review = Review()
    checking: Checking = Checking()
    shown: Shown = Shown()


def config_folder() -> Path:
    """Where settings are kept."""
    return _folder("config", platformdirs.user_config_path("gegenlesen", appauthor=False))


def data_folder() -> Path:
    """Where locks, backups and rescued copies are kept."""
    return _folder("data", platformdirs.user_data_path("gegenlesen", appauthor=False))


def projects_folder() -> Path:
    """Where new projects go that have no place of their own."""
    return _folder("projects", platformdirs.user_documents_path() / "Gegenlesen")


def log_folder() -> Path:
    """Where the program writes its log."""
    return _folder("log", platformdirs.user_log_path("gegenlesen", appauthor=False))


def load() -> tuple[Settings, Message | None]:
    """The settings, and a sentence for the user when the file could not be read: it is kept aside and defaults are used."""
    path = config_folder() / "settings.json"
    try:
        return _read(path)
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        reason = str(error.strerror)
        return Settings(), Message(N_("The settings could not be read ({reason}); the defaults are used."), {"reason": reason})


def _read(path: Path) -> tuple[Settings, Message | None]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings), None
    except UNDECODABLE:
        aside = path.with_name("settings.damaged.json")
        path.replace(aside)
        return Settings(), Message(
            N_("The settings could not be read and were reset; the old file is kept as “{path}”."), {"path": str(aside)}
        )


def save(settings: Settings) -> None:
    """Keep the settings. Raises UserError when they cannot be written."""
    durable.write(config_folder() / "settings.json", msgspec.json.format(msgspec.json.encode(settings)), make_folder=True)


def _folder(name: str, usual: Path) -> Path:
    home = os.environ.get(HOME)
    return Path(home) / name if home else usual
