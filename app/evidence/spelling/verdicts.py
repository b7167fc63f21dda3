"""Verdicts of a dictionary, kept from one session to the next: the long compounds are what takes time."""

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from app import durable, settings
from app.errors import UNDECODABLE, UserError
from app.evidence.spelling.dictionaries import Dictionary

REMEMBERED = 50_000
"""Verdicts kept, the latest; a story has a few hundred words that are not yet known."""

RULES = 1
"""Grows whenever the same dictionary may judge otherwise: with the way compounds are split, or with the loanwords."""


class _Kept(Struct, frozen=True):
    stamp: str
    verdicts: dict[str, bool]


def kept(dictionary: Dictionary) -> dict[str, bool]:
    """What this very dictionary said in earlier sessions, by word; nothing when it has been changed since."""
    try:
        found = msgspec.json.decode(_path(dictionary).read_bytes(), type=_Kept)
    except (OSError, *UNDECODABLE):
        return {}  # it is asked again
    return found.verdicts if found.stamp == _stamp(dictionary) else {}


def keep(dictionary: Dictionary, verdicts: dict[str, bool]) -> None:
    """Keep the latest verdicts; where they cannot be written, the dictionary is asked again next time."""
    latest = dict(list(verdicts.items())[-REMEMBERED:])
    with suppress(OSError, UserError):
        durable.write(_path(dictionary), msgspec.json.encode(_Kept(_stamp(dictionary), latest)), make_folder=True)


def _stamp(dictionary: Dictionary) -> str:
    files = [(dictionary.folder / f"{dictionary.name}{ending}").stat() for ending in (".aff", ".dic")]
    return " ".join([str(RULES), *(f"{file.st_size}:{file.st_mtime_ns}" for file in files)])


def _path(dictionary: Dictionary) -> Path:
    return settings.data_folder() / "spelling" / f"{dictionary.name}.json"
