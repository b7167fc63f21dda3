"""Where one was: in every project, which of them were opened lately, which were open last. Numbers and names of files, no text."""

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app import durable, settings
from app.errors import UNDECODABLE

KEPT = 300
"""Projects whose place is remembered; beyond that, those that were left longest ago are forgotten."""

RECENT = 20
"""How many projects are remembered that were opened lately; those that are pinned are not counted."""


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


class Recent(Struct, frozen=True, omit_defaults=True):
    """A project that was opened lately, and when; None where nobody noted that. `pinned` ones stay on the list."""

    path: Path
    opened: datetime | None = None
    pinned: bool = False


def place_of(path: Path) -> Place:
    """How a project was left; a fresh Place where that is not known."""
    try:
        return msgspec.json.decode(_file(path).read_bytes(), type=Place)
    except (OSError, *UNDECODABLE):
        return Place()  # a convenience only, which begins anew


def keep_place(path: Path, place: Place) -> None:
    """Remember how a project was left. Raises UserError when that cannot be written."""
    file = _file(path)
    new = not file.exists()
    durable.write(file, msgspec.json.encode(place), make_folder=True)
    if new:
        _thin_out(file.parent)


def recent() -> tuple[Recent, ...]:
    """The projects that were opened lately, pinned ones first, otherwise the latest first; those that are gone too."""
    try:
        kept = msgspec.json.decode(_recent().read_bytes(), type=list[Recent | str], dec_hook=_read_path)
    except (OSError, *UNDECODABLE):
        return ()  # a list that is a convenience only, and begins anew
    known = [Recent(Path(each)) if isinstance(each, str) else each for each in kept]  # earlier versions kept the names alone
    return tuple(sorted(known, key=lambda each: not each.pinned))


def remember(path: Path, now: datetime | None = None) -> None:
    """Note that a project is opened `now`. Raises UserError when that cannot be written."""
    path = path.absolute()
    pinned = any(each.path == path and each.pinned for each in recent())
    _keep_recent([Recent(path, now or datetime.now(UTC), pinned), *_but(path)])


def pin(path: Path, *, pinned: bool) -> None:
    """Let a project stay on the list, or leave it as others do. Raises UserError when that cannot be written."""
    _keep_recent([replace(each, pinned=pinned) if each.path == path else each for each in recent()])


def forget(path: Path) -> None:
    """Forget a project and how it was left; its file stays. Raises UserError when that cannot be written."""
    _keep_recent(_but(path))
    with suppress(OSError):
        _file(path).unlink(missing_ok=True)


def moved(path: Path, to: Path) -> None:
    """Note that a project is elsewhere now: it keeps its pin and its place. Raises UserError when that cannot be written."""
    to = to.absolute()
    _keep_recent([replace(each, path=to) if each.path == path else each for each in recent() if each.path != to])
    with suppress(OSError):
        _file(path).replace(_file(to))


def open_last() -> tuple[Path, ...]:
    """The projects that were open when the program ended, in the order of their windows."""
    try:
        return tuple(Path(name) for name in msgspec.json.decode(_list().read_bytes(), type=list[str]))
    except (OSError, *UNDECODABLE):
        return ()


def keep_open(paths: Sequence[Path]) -> None:
    """Remember which projects are open. Raises UserError when that cannot be written."""
    durable.write(_list(), msgspec.json.encode([str(path.absolute()) for path in paths]), make_folder=True)


def _but(path: Path) -> list[Recent]:
    return [each for each in recent() if each.path != path.absolute()]


def _keep_recent(known: Sequence[Recent]) -> None:
    """Keep the list, the latest first, without those beyond what is remembered."""
    latest = sorted(known, key=lambda each: each.opened or datetime.min.replace(tzinfo=UTC), reverse=True)
    others = [each for each in latest if not each.pinned][:RECENT]
    kept = [each for each in latest if each.pinned or each in others]
    durable.write(_recent(), msgspec.json.encode(kept, enc_hook=str), make_folder=True)


def _read_path(kind: type[Path], value: str) -> Path:
    """A path as it was written."""
    return kind(value)


def _recent() -> Path:
    return settings.config_folder() / "recent.json"


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
