"""The profile of a desk: which checks run and how grave they are, and the style of the house."""

from msgspec import Struct

from app.model import Severity


class HouseStyle(Struct, frozen=True, omit_defaults=True):
    """How the house writes German.

    `quotes` and `inner_quotes` are the opening and closing mark; `no_break_spaces` says whether a missing no-break space
    (before units, in „z. B.“) is reported or left to the export.
    """

    quotes: tuple[str, str] = ("„", "“")
    inner_quotes: tuple[str, str] = ("‚", "‘")
    no_break_spaces: bool = False
    sharp_s: bool = True


class Term(Struct, frozen=True, omit_defaults=True):
    """A term of the desk: an English word or phrase, how it must be rendered (any of `targets`), and how it must not."""

    source: str
    targets: tuple[str, ...]
    forbidden: tuple[str, ...] = ()


class Profile(Struct, frozen=True, omit_defaults=True):
    """What a desk decided: checks switched off, severities changed, names and loanwords that are always right, terms."""

    off: frozenset[str] = frozenset()
    severities: dict[str, Severity] = {}
    style: HouseStyle = HouseStyle()
    names: frozenset[str] = frozenset()
    loanwords: frozenset[str] = frozenset()
    terms: tuple[Term, ...] = ()
