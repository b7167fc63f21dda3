"""Apply house style: the repairs of many findings as one."""

from collections import defaultdict
from collections.abc import Iterable

from app.checks.gathering import APPLY
from app.i18n import Message
from app.model import Edit, Finding, Fix

HOUSE = ("typography.", "language.mood", "language.compound-gap")
"""Ids, or beginnings of ids, of the checks that the house style decides."""

SURE = 0.5
"""The confidence from which a finding is more than a hint and may be repaired unseen."""


def house_fix(findings: Iterable[Finding]) -> Fix | None:
    """What *Apply house style* does: the one repair of every finding of typography and house style, gravest first.

    Where two would change the same letters the later is left for the next time. None when there is nothing to repair; findings
    without one right answer (a quotation mark without its partner) stay open.
    """
    taken: defaultdict[int, list[Edit]] = defaultdict(list)
    for finding in findings:
        if finding.check.startswith(HOUSE) and finding.confidence >= SURE and len(finding.fixes) == 1:
            for edit in finding.fixes[0].edits:
                if not any(_meet(edit, other) for other in taken[edit.unit]):
                    taken[edit.unit].append(edit)
    edits = tuple(sorted((edit for edits in taken.values() for edit in edits), key=lambda edit: (edit.unit, edit.span)))
    return Fix(Message(APPLY), edits) if edits else None


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two edits change the same letters, or one puts something in where the other begins or ends."""
    touch = one.span.start <= other.span.end and other.span.start <= one.span.end
    return touch and (bool(one.span.overlap(other.span)) or not one.span.length or not other.span.length)
