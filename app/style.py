"""The profile of a desk: which checks run and how grave they are, and the style of the house."""

import re
from enum import StrEnum
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app import durable, settings
from app.errors import UNDECODABLE, UserError
from app.i18n import N_
from app.model import Severity

STARTERS = ("agency", "newspaper", "austria", "switzerland")
"""Profiles that come with the program, in `resources/styles`."""


class Switch(StrEnum):
    """Which of two ways the house writes; EITHER leaves both alone."""

    EITHER = "either"
    FIRST = "first"
    SECOND = "second"


class HouseStyle(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """How the house writes German.

    `quotes` and `inner_quotes` are the opening and closing mark; `no_break_spaces` says whether a missing no-break space
    (before units, in „z. B.“) is reported or left to the export. Of each switch the first way stands first: `percent`
    („5 Prozent“, „5 %“), `millions` („3 Millionen“, „3 Mio.“), `clock` („20.15 Uhr“, „20:15 Uhr“), `decades`
    („1990er-Jahre“, „1990er Jahre“), `thousands` („12.000“, „12’000“). `strict_subjunctive`: indirect speech stands in the subjunctive. `words` are the house's own spellings: wrong to right.
    """

    quotes: tuple[str, str] = ("„", "“")
    inner_quotes: tuple[str, str] = ("‚", "‘")
    no_break_spaces: bool = False
    sharp_s: bool = True
    percent: Switch = Switch.EITHER
    millions: Switch = Switch.EITHER
    clock: Switch = Switch.EITHER
    decades: Switch = Switch.EITHER
    thousands: Switch = Switch.EITHER
    small_numbers_as_words: bool = False
    strict_subjunctive: bool = False
    words: dict[str, str] = {}


class Term(Struct, frozen=True, omit_defaults=True):
    """A term of the desk: an English word or phrase, how it must be rendered (any of `targets`), and how it must not."""

    source: str
    targets: tuple[str, ...]
    forbidden: tuple[str, ...] = ()


class Profile(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a desk decided: checks switched off, severities changed, names and loanwords that are always right, terms.

    `fields` are the names of those that no delivered story may lack.
    """

    off: frozenset[str] = frozenset()
    severities: dict[str, Severity] = {}
    style: HouseStyle = HouseStyle()
    fields: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    loanwords: frozenset[str] = frozenset()
    terms: tuple[Term, ...] = ()

    def as_hint(self, check: str) -> "Profile":
        """The same, with a check that only hints from now on."""
        return replace(self, severities=self.severities | {check: Severity.NEUTRAL})

    def without(self, check: str) -> "Profile":
        """The same, with a check that is not run from now on."""
        return replace(self, off=self.off | {check})


def read_profile(data: bytes, name: str) -> Profile:
    """The profile of a TOML file. Raises UserError that names what is wrong in it."""
    try:
        return msgspec.toml.decode(data, type=Profile)
    except UNDECODABLE as error:
        raise UserError(N_("“{name}” cannot be used as a profile: {reason}."), name=name, reason=error) from error


def starter(name: str) -> Profile:
    """One of the profiles that come with the program; raises UserError for a name that none has."""
    if name not in STARTERS:
        raise UserError(N_("There is no profile “{name}”; choose one of: {names}."), name=name, names=", ".join(STARTERS))
    return read_profile((resources.files("resources") / "styles" / f"{name}.toml").read_bytes(), name)


def usual_profile() -> Profile:
    """The profile with which new projects begin on this computer. Raises UserError when the file of it cannot be used."""
    path = _usual()
    try:
        return read_profile(path.read_bytes(), str(path))
    except FileNotFoundError:
        return Profile()
    except OSError as error:
        raise durable.trouble(path, error) from error


def keep_usual_profile(profile: Profile) -> None:
    """Let new projects begin with this profile; what was there stays beside it. Raises UserError when it cannot be written."""
    durable.write(_usual(), write_profile(profile), keep=True, make_folder=True)


def _usual() -> Path:
    return settings.config_folder() / "profile.toml"


def write_profile(profile: Profile) -> bytes:
    """The profile as a TOML file that `read_profile` reads, in an order that does not change: a desk keeps it under version control."""
    return "\n".join(_table(msgspec.to_builtins(profile, order="deterministic"))).encode() + b"\n"


def _table(values: dict[str, Any], name: str = "") -> list[str]:
    """A table of TOML, and below it the tables inside it; every value but a table fits into a line."""
    lines = [f"{_key(key)} = {_value(value)}" for key, value in values.items() if not isinstance(value, dict)]
    for key, value in values.items():
        if isinstance(value, dict):
            inner = f"{name}.{_key(key)}" if name else _key(key)
            lines += ["", f"[{inner}]", *_table(value, inner)]
    return lines


def _value(value: Any) -> str:
    """A string, number, truth, list or inline table of TOML. Its strings and those of JSON are written alike."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_value, value))}]"
    return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _value(name)
