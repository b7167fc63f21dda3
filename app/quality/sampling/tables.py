"""Single sampling for attributes after ISO 2859-1: from the size of a lot to how many articles are read and how many may fail.

From knowledge of the tables, not copied from the standard: have the desk's QA compare before relying on it. The arrows of the
master tables are followed already. Tightened inspection takes the plan of the next lower AQL, which is close to the
standard's own table, and the screens say so.
"""

from bisect import bisect_left
from enum import StrEnum

from msgspec import Struct

from app.errors import UserError
from app.i18n import N_

AQLS = ("1.0", "1.5", "2.5", "4.0", "6.5")
"""Acceptance quality limits, in percent of articles that fail: not the quality one gets, but the level that passes nearly always."""

SIZES = (8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10000)
"""The largest lot of each class; the smallest lot has two articles."""

LEVELS = {"I": "AABCCDEFGHJ", "II": "ABCDEFGHJKL", "III": "BCDEFGHJKLM"}
"""For each inspection level the code letters of the classes of `SIZES`."""

_NORMAL = """
A  13 0   8 0   5 0   3 0   2 0
B  13 0   8 0   5 0   3 0   2 0
C  13 0   8 0   5 0   3 0   8 1
D  13 0   8 0   5 0   13 1  8 1
E  13 0   8 0   20 1  13 1  13 2
F  13 0   32 1  20 1  20 2  20 3
G  50 1   32 1  32 2  32 3  32 5
H  50 1   50 2  50 3  50 5  50 7
J  80 2   80 3  80 5  80 7  80 10
K  125 3  125 5 125 7 125 10 125 14
L  200 5  200 7 200 10 200 14 200 21
M  315 7  315 10 315 14 315 21 315 21
"""
"""For each letter the number to read and the number that may fail, by AQL."""

NEXT_SAMPLE = 20
"""What is read under tightened inspection at AQL 1.0 where not one article may fail already: the next number of the series after 13."""


class Level(StrEnum):
    """How much is read for a lot of a size: II is usual, I less, III more."""

    I = "I"  # noqa: E741 - the standard's own name
    II = "II"
    III = "III"


class Inspection(StrEnum):
    """How strict the inspection is; see `switching`."""

    NORMAL = "normal"
    TIGHTENED = "tightened"
    STOPPED = "stopped"


class Single(Struct, frozen=True):
    """A single sampling plan: read `size` articles; up to `accept` may fail."""

    size: int
    accept: int

    @property
    def reject(self) -> int:
        """From how many failed articles on the lot is rejected."""
        return self.accept + 1


def _read(table: str) -> dict[str, tuple[Single, ...]]:
    plans = {}
    for line in table.strip().split("\n"):
        letter, *figures = line.split()
        numbers = list(map(int, figures))
        plans[letter] = tuple(Single(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True))
    return plans


NORMAL = _read(_NORMAL)


def code_letter(size: int, level: Level) -> str:
    """The code letter of a lot; raises UserError for one above 10,000, which no day's work is."""
    if size > SIZES[-1]:
        raise UserError(N_("A lot has at most {most} articles: divide it."), most=SIZES[-1])
    return LEVELS[level][bisect_left(SIZES, size)]


def single(letter: str, aql: str, inspection: Inspection = Inspection.NORMAL) -> Single:
    """The plan of a code letter. Raises UserError for an AQL that the tables do not have."""
    if aql not in AQLS:
        raise UserError(N_("There is no AQL {aql}; choose one of: {names}."), aql=aql, names=", ".join(AQLS))
    column = AQLS.index(aql)
    plan = NORMAL[letter][column]
    if inspection is Inspection.NORMAL:
        return plan
    if column:
        return NORMAL[letter][column - 1]
    return Single(plan.size, plan.accept - 1) if plan.accept else Single(NEXT_SAMPLE, 0)
