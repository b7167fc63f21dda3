"""The current group of rows laid out as a card: the row with its fields, its neighbours in a passage, the finding beneath."""

from msgspec.structs import replace

from ui.desk.current import CurrentRow
from ui.desk.page import Shape
from ui.desk.setting import Slip
from ui.desk.sheet import Sheet

AIR, PAD = 5, 7
"""Pixels at 100 % outside and inside the edge of the card."""


def raise_rows(sheet: Sheet, current: CurrentRow) -> dict[int, Slip]:
    """The rows of the current group by position; empty where the group stays as it is (folded, hidden, none)."""
    group = sheet.group
    if group is None or not current.unit:
        return {}
    air, pad = (round(sheet.theme.pixels(size)) for size in (AIR, PAD))
    texts, card = current.height(sheet.columns)
    if group.shape is Shape.FOLD and not sheet.opened(group):
        return {group.first: _papered(sheet.flat(group.first), air)}
    rows: dict[int, Slip] = {}
    for at in range(group.first, group.end):
        slip = sheet.flat(at, single=True)
        height = texts if at == sheet.position else max(1, slip.height - slip.lead - sheet.setting.pad)
        if at == sheet.position and not current.shown()[1] and slip.target:
            height = max(height, slip.target.height)
        rows[at] = _member(sheet, slip, (at == group.first, at == group.end - 1), height, (air, pad, card))
    return rows


def _member(sheet: Sheet, slip: Slip, ends: tuple[bool, bool], texts: int, sizes: tuple[int, int, int]) -> Slip:
    """One row of the card; the first and the last carry its edges, the last the finding."""
    (first, last), (air, pad, card) = ends, sizes
    inner = sheet.setting.pad
    above = slip.lead - inner if first else 0
    lead = above + air + pad + inner if first else inner
    paper_top = above + air if first else 0
    text_end = lead + texts + (inner + pad if last and card else inner)
    bottom = text_end + (card + pad if last else 0)
    return replace(slip, lead=lead, height=bottom + (air if last else 0), paper=(paper_top, bottom), card=text_end, texts=texts)


def _papered(slip: Slip, air: int) -> Slip:
    """A folded line on a card of its own."""
    lead = slip.lead + air
    height = slip.height + 2 * air
    return replace(slip, lead=lead, height=height, paper=(air // 2, height - air // 2))
