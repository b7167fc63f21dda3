"""Two texts by their numbers: which quantities of the source have one of the same value opposite, and which have not."""

import re
from functools import lru_cache
from math import isclose, log10

from msgspec import Struct

from app.evidence.lengths import with_inches
from app.evidence.numbers import Quantity, quantities

_RATIO_TOLERANCE = 0.03
"""How far a converted unit may be off (catalogue B3); figures rounded to fewer digits may be off by half of the last one."""

_HEDGED = re.compile(
    r"(?:rund|etwa|circa|ca\.|zirka|fast|knapp|gut|über|mehr als|beinahe|ungefähr|nahezu|unter|weniger als|annähernd|an die|bis zu)\s(?:\W)?$",
    re.IGNORECASE,
)


class Comparison(Struct, frozen=True):
    """What a row's two texts say in numbers: pairs of one value, and what stands alone on either side."""

    pairs: tuple[tuple[Quantity, Quantity], ...]
    lost: tuple[Quantity, ...]
    extra: tuple[Quantity, ...]


@lru_cache(maxsize=8192)
def compared(source: str, target: str, languages: tuple[str, str] = ("en", "de")) -> Comparison:
    """Every number of the source with the likeliest of its value opposite, each used once."""
    ours, theirs = with_inches(source, quantities(source, languages[0])), list(quantities(target, languages[1]))
    if not ours or not theirs:
        return Comparison((), tuple(ours), tuple(theirs))
    stretch = len(target) / max(1, len(source))
    ranked = sorted(
        (-likeness, abs(s.span.start * stretch - t.span.start), i, j)
        for i, s in enumerate(ours)
        for j, t in enumerate(theirs)
        if (likeness := same(s, t, target))
    )
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _likeness, _distance, i, j in ranked:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((ours[i], theirs[j]))
    lost = tuple(s for i, s in enumerate(ours) if i not in used[0])
    extra = tuple(t for j, t in enumerate(theirs) if j not in used[1])
    return Comparison(tuple(pairs), lost, extra)


def same(ours: Quantity, theirs: Quantity, target: str) -> float:
    """How surely both say the same: 0 not at all, 1 the value without the unit, 2 and more with it."""
    if ours.minutes and theirs.minutes:
        return 3.0 * bool(set(ours.minutes) & set(theirs.minutes))
    related = ours.unit is not None and theirs.unit is not None and ours.unit.dimension == theirs.unit.dimension
    equal = any(isclose(a, b, rel_tol=1e-6) for a in ours.values for b in theirs.values)
    if equal:
        related = related and "degree" not in {unit.name for unit in (ours.unit, theirs.unit) if unit}
        return (3.0 if ours.unit == theirs.unit else 1.0 if related else 2.0) + 0.5 * (ours.claims and theirs.claims)
    if ours.vague or theirs.vague:
        return 1.5 * (ours.vague and theirs.vague and abs(log10(max(ours.value, 1) / max(theirs.value, 1))) < 0.35)
    if related and _converted(ours, theirs):
        return 2.0
    if _rounded(ours, theirs, target):
        return 1.5
    return 0.5 * _share(ours, theirs)


def _converted(ours: Quantity, theirs: Quantity) -> bool:
    assert ours.unit is not None
    assert theirs.unit is not None
    if ours.unit == theirs.unit or ours.unit.dimension == "currency":
        return False
    if ours.unit.dimension == "temperature":
        return abs(ours.unit.base(ours.value) - theirs.unit.base(theirs.value)) <= 1
    exact, written = ours.unit.base(ours.value), theirs.unit.base(theirs.value)
    slack = max(_RATIO_TOLERANCE * abs(exact), theirs.unit.factor * _last_digit(theirs.value) / 2)
    return abs(exact - written) <= min(slack, 0.15 * abs(exact)) + 1e-9


def _last_digit(value: float) -> float:
    """What the last digit that says something is worth: 100 in 3400, 0.1 in 2.5."""
    place = 1.0
    if value != int(value):
        return 0.1
    while value and value % (place * 10) == 0:
        place *= 10
    return place


def _rounded(ours: Quantity, theirs: Quantity, target: str) -> bool:
    """487 as „rund 500“: fewer digits, a word that says so, and close."""
    if not ours.value or not theirs.claims or not isclose(ours.value, theirs.value, rel_tol=0.05):
        return False
    if _last_digit(theirs.value) <= _last_digit(ours.value):
        return False
    return bool(_HEDGED.search(target[max(0, theirs.span.start - 16) : theirs.span.start]))


def _share(ours: Quantity, theirs: Quantity) -> bool:
    """50 percent and half, 0.2 and a fifth."""
    for one, other in ((ours, theirs), (theirs, ours)):
        if one.unit is not None and one.unit.name == "percent" and any(isclose(one.value, 100 * v, rel_tol=0.02) for v in other.values):
            return True
    return False
