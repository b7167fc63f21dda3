"""A new version of one side's Document under the rows of an article."""

from collections.abc import Sequence

from msgspec.structs import replace

from app.alignment.rows import opening_of
from app.article.standing import Place, as_words, places
from app.article.table import Table
from app.model import BlockStart, Document, DocumentSplice, Joint, Opening, RowSplice, Side, Span, Splice, State, Text, Unit


def renewed(table: Table, side: Side, document: Document, first_id: int) -> tuple[Splice, ...]:
    """What taking in another version of one side's Document changes; new rows are numbered from `first_id`.

    Rows whose text still stands, in order, keep everything. The others say what stood there before (`source_before`,
    `target_before`) and have to be read again: a changed source leaves the translation alone, a changed translation stands in
    place of the earlier one, corrections of that row included, unless it says just what they said. Nothing for the same version.
    """
    old = table.source if side is Side.SOURCE else table.target
    if document.digest == old.digest:
        return ()
    before = tuple(table.units)
    spans = [unit.source if side is Side.SOURCE else unit.imported for unit in before]
    found = places(old, spans, document)
    shown, after = document.with_ids(), list[Unit]()
    for number, place in enumerate(found):
        if place.row is None:
            assert place.span is not None
            after.append(_new(first_id, side, shown, place.span, _follower(found, number)))
            first_id += 1
        elif side is Side.SOURCE:
            after.append(_with_source(before[place.row], place, old))
        else:
            after.append(_with_target(before[place.row], place, shown))
    left = tuple(unit for unit in after if unit.source or unit.imported or unit.target.plain or unit.by_hand or unit.note)
    return DocumentSplice(side, old.digest, document.digest), RowSplice(0, before, left)


def _with_source(unit: Unit, place: Place, old: Document) -> Unit:
    if place.stands:
        return replace(unit, source=place.span)
    former = old.excerpt(unit.source).plain if unit.source else ""
    state = State.TRANSLATED if unit.target.plain else State.INITIAL
    return replace(unit, source=place.span, source_before=former, state=state)


def _with_target(unit: Unit, place: Place, new: Document) -> Unit:
    text = new.excerpt(place.span) if place.span else Text()
    if place.stands or as_words(text.plain) == as_words(unit.target.plain):
        return replace(unit, imported=place.span)
    return replace(
        unit,
        imported=place.span,
        target=text,
        opening=opening_of(new, place.span) if place.span else unit.opening,
        state=State.TRANSLATED if text.plain else State.INITIAL,
        removed=False,
        target_before=unit.target.plain,
    )


def _new(number: int, side: Side, document: Document, span: Span, follower: Span | None) -> Unit:
    if side is Side.TARGET:
        return Unit(number, None, span, document.excerpt(span), opening_of(document, span), State.TRANSLATED)
    return Unit(number, span, None, Text(), _to_translate(document, span, follower))


def _to_translate(document: Document, span: Span, follower: Span | None) -> Opening:
    """How the translation of a new source sentence will begin: as a paragraph only where it is one, so that none is cut in two."""
    opening = opening_of(document, span)
    shared = follower is not None and document.block_index(follower.start) == document.block_index(span.start)
    return opening if isinstance(opening, BlockStart) and not shared else Joint()


def _follower(found: Sequence[Place], number: int) -> Span | None:
    return next((place.span for place in found[number + 1 :] if place.span), None)
