"""Rows reshaped by hand, as pure functions: units in, units out. Together they still hold what they held."""

from msgspec.structs import replace

from app.article.cutting import as_opening, as_text, behind, cut_imported, cut_span, cut_text, hull
from app.errors import UserError
from app.i18n import N_
from app.model import BlockStart, Document, Joint, Side, State, Text, Unit


def joined(first: Unit, second: Unit) -> Unit:
    """Both rows as one, under the first's id; it is as far as the lesser of the two was."""
    if first.target.plain and second.target.plain:
        target = first.target + as_text(second.opening) + second.target
    else:
        target = first.target if first.target.plain else second.target
    return replace(
        first,
        source=hull(first.source, second.source),
        imported=hull(first.imported, second.imported),
        target=target,
        opening=_first_opening(first, second),
        state=min(first.state, second.state, key=list(State).index),
        needs_work=first.needs_work or second.needs_work,
        removed=first.removed and second.removed,
        by_hand=True,
        doubt=0.0,
        note="\n".join(filter(None, (first.note, second.note))),
        dismissals=first.dismissals + second.dismissals,
    )


def split(unit: Unit, source: Document, target: Document, cut: tuple[int, int], new_id: int) -> tuple[Unit, Unit]:
    """The row cut in two; the second part gets `new_id`.

    `cut` is an offset in the source text and one in the translation, as the row shows them now. A cut at a border leaves
    that side with one part only. Raises UserError when one of the two rows would be empty on both sides.
    """
    sources, imports = cut_span(source, unit.source, cut[0]), cut_imported(target, unit, cut[1])
    left, between, right = cut_text(unit.target, cut[1])
    opening = as_opening(between) if left.plain and right.plain else behind(unit.opening)
    first = reshaped(replace(unit, source=sources[0], imported=imports[0], target=left))
    second = reshaped(
        replace(unit, id=new_id, source=sources[1], imported=imports[1], target=right, opening=opening, note="", dismissals=())
    )
    if empty(first) or empty(second):
        raise UserError(N_("Nothing to split here: put the caret between two words."))
    return first, second


def pushed(first: Unit, second: Unit, document: Document, side: Side, at: int) -> tuple[Unit, Unit]:
    """What stands behind offset `at` of the first row's side moves to the head of the second row.

    `document` is that side's; `at` counts in the text that the row shows.
    """
    if side is Side.SOURCE:
        stays, moves = cut_span(document, first.source, at)
        return reshaped(replace(first, source=stays)), reshaped(replace(second, source=hull(moves, second.source)))
    imports = cut_imported(document, first, at)
    left, between, right = cut_text(first.target, at)
    opening = as_opening(between) if left.plain else behind(first.opening)
    if right.plain:
        text = right + as_text(second.opening) + second.target if second.target.plain else right
        second = replace(second, target=text, opening=opening)
    return (
        reshaped(replace(first, imported=imports[0], target=left)),
        reshaped(replace(second, imported=hull(imports[1], second.imported))),
    )


def pulled(first: Unit, second: Unit, document: Document, side: Side, at: int) -> tuple[Unit, Unit]:
    """What stands before offset `at` of the second row's side moves to the end of the first row."""
    if side is Side.SOURCE:
        moves, stays = cut_span(document, second.source, at)
        return reshaped(replace(first, source=hull(first.source, moves))), reshaped(replace(second, source=stays))
    imports = cut_imported(document, second, at)
    left, between, right = cut_text(second.target, at)
    text = first.target + as_text(second.opening) + left if first.target.plain and left.plain else first.target + left
    opening = first.opening if first.target.plain else _first_opening(first, second)
    return (
        reshaped(replace(first, imported=hull(first.imported, imports[0]), target=text, opening=opening)),
        reshaped(replace(second, imported=imports[1], target=right, opening=as_opening(between) if right.plain else Joint())),
    )


def detached(unit: Unit, new_id: int) -> tuple[Unit, Unit]:
    """A row as two: its source with nothing opposite (under `new_id`), then its translation with nothing opposite."""
    alone = Unit(id=new_id, source=unit.source, imported=None, target=Text(), opening=unit.opening, by_hand=True)
    return alone, reshaped(replace(unit, source=None, opening=behind(unit.opening)))


def complementary(first: Unit, second: Unit) -> bool:
    """Whether the one has only a source and the other only a translation, so that they can be linked."""
    return (_halves(first), _halves(second)) in {((True, False), (False, True)), ((False, True), (True, False))}


def empty(unit: Unit) -> bool:
    """Whether a row holds nothing at all."""
    return not unit.source and not unit.imported and not unit.target.plain


def reshaped(unit: Unit) -> Unit:
    """A row that a person has shaped: nothing is doubtful about it, and it has to be read again."""
    return replace(unit, by_hand=True, doubt=0.0, state=State.TRANSLATED if unit.target.plain else State.INITIAL, needs_work=False)


def _halves(unit: Unit) -> tuple[bool, bool]:
    return unit.source is not None, bool(unit.target.plain)


def _first_opening(first: Unit, second: Unit) -> Joint | BlockStart:
    """The opening of two rows that become one: that of the row whose text stands first, unless the empty one keeps its block start."""
    if first.target.plain or (isinstance(first.opening, BlockStart) and isinstance(second.opening, Joint)):
        return first.opening
    return second.opening
