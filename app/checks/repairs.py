"""Apply house style: the one rule by which the repairs of many findings are made together."""

from collections import defaultdict
from collections.abc import Iterable

from app.model import Edit, Finding

HOUSE = ("typography.", "language.mood", "language.compound-gap")
"""Ids, or beginnings of ids, of the checks that the house style decides."""

SURE = 0.5
"""The confidence from which a finding is more than a hint and may be repaired unseen."""


def house_repairs(findings: Iterable[Finding]) -> list[tuple[Finding, Edit]]:
    """What *Apply house style* does: every edit of the findings of typography and house style, in their order, each with its finding.

    The spans are those of the texts as they are, and no two edits meet: where two would change the same letters the later is left for
    the next time. Findings without one right answer (a quotation mark without its partner) stay open.
    """
    made: list[tuple[Finding, Edit]] = []
    taken: defaultdict[int, list[Edit]] = defaultdict(list)
    for finding in filter(_is_cured, findings):
        for edit in finding.fixes[0].edits:
            if not any(_meet(edit, other) for other in taken[edit.unit]):
                taken[edit.unit].append(edit)
                made.append((finding, edit))
    return made


def _is_cured(finding: Finding) -> bool:
    return finding.check.startswith(HOUSE) and finding.confidence >= SURE and len(finding.fixes) == 1


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two edits change the same letters, or one puts something in where the other begins or ends."""
    touch = one.span.start <= other.span.end and other.span.start <= one.span.end
    return touch and (bool(one.span.overlap(other.span)) or not one.span.length or not other.span.length)
