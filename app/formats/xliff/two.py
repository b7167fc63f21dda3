"""Segments of XLIFF 2.0 to 2.2."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree
from msgspec import Struct

from app.formats.coded import edges
from app.formats.format import Pair
from app.formats.nodes import child, local
from app.formats.rewriting import Piece
from app.formats.slots import Slot, filled, ids_for, indent, inherited, prefix_of, segment_text
from app.formats.xliff import states
from app.formats.xliff.formatting import TWO, meaning_two
from app.model import BlockKind, Span, Text
from app.safe.places import PlacedXml, escaped

KIND = "gegenlesen:"
"""The prefix of the type by which a unit says which block of a story it is."""


class Part(Struct, frozen=True):
    """A segment or an ignorable with its texts, each cut into edge, core and edge."""

    element: etree._Element
    source: tuple[Text, Text, Text]
    target: tuple[Text, Text, Text]


def slots(file: etree._Element, left_out: Counter[str]) -> list[Slot]:
    """The segments of a file; those that are not to be translated are counted in `left_out`."""
    return [slot for unit in file.iter("{*}unit") if local(unit) == "unit" for slot in _unit(unit, left_out)]


def _unit(unit: etree._Element, left_out: Counter[str]) -> Iterator[Slot]:
    parts = [_part(element) for element in unit if local(element) in {"segment", "ignorable"}]
    if inherited(unit, "translate", "yes") == "no":
        left_out["untranslatable"] += sum(local(part.element) == "segment" for part in parts)
        return
    note, gap = notes_of(unit), (Text(), Text())
    first = True
    for part in parts:
        if local(part.element) == "ignorable":
            shown = part.target if child(part.element, "target") is not None else part.source
            gap = gap[0] + _whole(part.source), gap[1] + _whole(shown)
            continue
        between = gap[0] + part.source[0], gap[1] + (part.target if part.target[1].plain else part.source)[0]
        yield _slot(unit, part, None if first else between, note if first else "")
        gap, first = (part.source[2], (part.target if part.target[1].plain else part.source)[2]), False


def _part(element: etree._Element) -> Part:
    source, target = child(element, "source"), child(element, "target")
    return Part(element, edges(segment_text(source, meaning_two)), edges(segment_text(target, meaning_two)))


def _whole(text: tuple[Text, Text, Text]) -> Text:
    return text[0] + text[1] + text[2]


def _slot(unit: etree._Element, part: Part, between: tuple[Text, Text] | None, note: str) -> Slot:
    state, needs_work = states.of_two(part.element, part.target[1])
    kind = unit.get("type", "").removeprefix(KIND)
    pair = Pair(
        source=part.source[1],
        target=part.target[1],
        between=between,
        kind=next((known for known in BlockKind if known.value == kind), BlockKind.PARAGRAPH),
        attributes=(("id", unit.get("id", "")), *((("name", unit.get("name", "")),) if unit.get("name") else ())),
        state=state,
        needs_work=needs_work,
        note=note,
    )
    source = child(part.element, "source")
    return Slot(pair, part.element, unit, source, child(part.element, "target"))


def _notes(unit: etree._Element) -> list[etree._Element]:
    return [note for notes in unit if local(notes) == "notes" and _core(notes, unit) for note in notes if local(note) == "note"]


def _core(element: etree._Element, unit: etree._Element) -> bool:
    return str(element.tag).rpartition("}")[0] == str(unit.tag).rpartition("}")[0]


def notes_of(unit: etree._Element) -> str:
    """The notes of a unit, a line each."""
    return "\n".join("".join(map(str, note.itertext())).strip() for note in _notes(unit))


def changes(placed: PlacedXml, unit: Sequence[Slot], pairs: Sequence[Pair]) -> list[Piece]:
    """What to replace so that the segments of a unit say what these pairs say."""
    pieces, ids = list[Piece](), ids_for(unit[0].unit)
    for slot, pair in zip(unit, pairs, strict=True):
        pieces += filled(placed, slot, pair.target, (meaning_two, TWO), ids)
        pieces += [placed.with_attribute(slot.holder, name, value) for name, value in states.to_two(slot.pair, pair)]
    return [*pieces, *_noted(placed, unit[0], joined_notes(pairs))]


def joined_notes(pairs: Sequence[Pair]) -> str:
    """The notes of a unit's pairs as those of the unit."""
    return "\n".join(pair.note for pair in pairs if pair.note)


def _noted(placed: PlacedXml, slot: Slot, note: str) -> list[Piece]:
    if note == slot.pair.note:
        return []
    there = _notes(slot.unit)
    if slot.pair.note and not note.startswith(f"{slot.pair.note}\n"):
        return rewritten(placed, there, note)
    added = note.removeprefix(slot.pair.note).removeprefix("\n")
    prefix = prefix_of(placed, slot.unit)
    if there:
        end = placed.place(there[-1]).outer.end
        return [(Span(end, end), f"{indent(there[-1])}<{prefix}note>{escaped(added)}</{prefix}note>")]
    first = next(each for each in slot.unit if _core(each, slot.unit))
    start = placed.place(first).outer.start
    xml = f"<{prefix}notes><{prefix}note>{escaped(added)}</{prefix}note></{prefix}notes>"
    return [(Span(start, start), f"{xml}{indent(first)}")]


def rewritten(placed: PlacedXml, notes: list[etree._Element], text: str) -> list[Piece]:
    """The first of these notes says `text`, the others go; without a text all do, and what held only them."""
    first, *others = notes
    gone = [(placed.place(note).outer, "") for note in others]
    if text:
        place = placed.place(first)
        assert place.inner is not None
        return [(place.inner, escaped(text)), *gone]
    parent = first.getparent()
    if local(first) == "note" and parent is not None and local(parent) == "notes" and all(each in notes for each in parent):
        return [(placed.place(parent).outer, "")]
    return [(placed.place(first).outer, ""), *gone]
