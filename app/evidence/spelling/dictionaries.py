"""Where a computer keeps its Hunspell dictionaries."""

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from app import settings

NAMES = {
    "de": ("de_DE_frami", "de_DE"),
    "de-DE": ("de_DE_frami", "de_DE"),
    "de-AT": ("de_AT_frami", "de_AT", "de_DE_frami", "de_DE"),
    "de-CH": ("de_CH_frami", "de_CH"),
}
"""Dictionaries by language, the best first; frami is the larger of the two that German has."""


class Dictionary(Struct, frozen=True):
    """A Hunspell dictionary: `folder` holds ``name.aff`` and ``name.dic``."""

    name: str
    folder: Path


def find(language: str, extra: Path | None = None) -> Dictionary | None:
    """The dictionary for a language (BCP 47), looked for in `extra`, the program's data folder and where systems keep them.

    None when there is none, or on a machine for which Hunspell is not built (Macs with Intel, Windows on ARM).
    """
    if find_spec("hunspell") is None:
        return None
    for folder in _folders(extra):
        for name in NAMES.get(language, NAMES["de"] if language.startswith("de") else ()):
            if (folder / f"{name}.aff").is_file() and (folder / f"{name}.dic").is_file():
                return Dictionary(name, folder)
    return None


def _folders(extra: Path | None) -> Iterator[Path]:
    if extra is not None:
        yield extra
    yield settings.data_folder() / "dictionaries"
    if sys.platform == "win32":
        for root in filter(None, (os.environ.get("PROGRAMFILES"), os.environ.get("PROGRAMFILES(X86)"))):
            yield Path(root) / "LibreOffice/share/extensions/dict-de"
    elif sys.platform == "darwin":
        yield from (Path.home() / "Library/Spelling", Path("/Library/Spelling"))
        yield Path("/Applications/LibreOffice.app/Contents/Resources/extensions/dict-de")
    else:
        yield from map(Path, ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/lib/libreoffice/share/extensions/dict-de"))
