"""Where one was: the place in every project that was open, and which projects were open last. Numbers and names of files, no text."""

import os
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from app import durable, settings

KEPT = 300
"""Projects whose place is remembered; beyond that, those that were left longest ago are forgotten."""


class Stand(Struct, frozen=True, omit_defaults=True):
    """How an article was left: its row, the caret in the translation (code points), and how the translation was shown.

    `first` is the row at the upper edge of the window, of which `inset` pixels were scrolled away; 0 where that is not known.
    """

    row: int = 0
    caret: int = 0
    view: str = "text"
    blind: bool = False
    first: int = 0
    inset: int = 0


class Narrowed(Struct, frozen=True, omit_defaults=True):
    """What narrowed the list of findings: severities and a check; nothing stands for all. `dismissed` lists those instead."""

    severities: frozenset[str] = frozenset()
    check: str = ""
    dismissed: bool = False


class Place(Struct, frozen=True, omit_defaults=True):
    """How a project was left: the article on the desk, how each article was left, and what stood around the text.

    `left` and `right` are panels that were shown or folded by hand.
    """

    article: int = 0
    stands: dict[int, Stand] = {}
    hints: bool = False
    narrowed: Narrowed = Narrowed()
    left: bool | None = None
    right: bool | None = None


def place_of(path: Path) -> Place:
    """How a project was left; a fresh Place where that is not known."""
    try:
        return msgspec.json.decode(_file(path).read_bytes(), type=Place)
    except (OSError, msgspec.MsgspecError):
        return Place()  # a convenience only, which begins anew


def keep_place(path: Path, place: Place) -> None:
    """Remember how a project was left. Raises UserError when that cannot be written."""
    file = _file(path)
    new = not file.exists()
    durable.write(file, msgspec.json.encode(place), make_folder=True)
    if new:
        _thin_out(file.parent)


def forget_place(path: Path) -> None:
    """Forget how a project was left."""
    with suppress(OSError):
        _file(path).unlink(missing_ok=True)


def open_last() -> tuple[Path, ...]:
    """The projects that were open when the program ended, in the order of their windows."""
    try:
        return tuple(Path(name) for name in msgspec.json.decode(_list().read_bytes(), type=list[str]))
    except (OSError, msgspec.MsgspecError):
        return ()


def keep_open(paths: Sequence[Path]) -> None:
    """Remember which projects are open. Raises UserError when that cannot be written."""
    durable.write(_list(), msgspec.json.encode([str(path.absolute()) for path in paths]), make_folder=True)


def _list() -> Path:
    return settings.data_folder() / "open.json"


def _file(path: Path) -> Path:
    """A file for each project: two windows never write the same one."""
    return settings.data_folder() / "places" / f"{sha256(os.fsencode(path.absolute())).hexdigest()[:24]}.json"


def _thin_out(folder: Path) -> None:
    with suppress(OSError):  # another window may thin out at the same time
        files = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[KEPT:]:
            file.unlink()
