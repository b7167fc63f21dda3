"""Segments of XLIFF 1.0 to 1.2."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from app.formats.coded import edges
from app.formats.format import Pair
from app.formats.nodes import child, local
from app.formats.rewriting import Piece
from app.formats.slots import Slot, filled, ids_for, indent, inherited, prefix_of, segment_text, written
from app.formats.xliff import states
from app.formats.xliff.formatting import ONE, meaning_one
from app.formats.xliff.two import joined_notes, rewritten
from app.model import BlockKind, Span, State, Text
from app.safe.places import PlacedXml, escaped

KIND = "x-gegenlesen-"
"""The prefix of the restype by which a unit says which block of a story it is."""
SEGMENT = "mrk"
RESTYPES = {"x-title": BlockKind.TITLE, "header": BlockKind.HEADING, "listitem": BlockKind.LIST_ITEM, "cell": BlockKind.TABLE_CELL}


def slots(file: etree._Element, left_out: Counter[str]) -> list[Slot]:
    """The segments of a file; those that are not to be translated are counted in `left_out`."""
    units = (unit for unit in file.iter("{*}trans-unit", "trans-unit") if local(unit) == "trans-unit")
    return [slot for unit in units for slot in _unit(unit, left_out)]


def _unit(unit: etree._Element, left_out: Counter[str]) -> Iterator[Slot]:
    if inherited(unit, "translate", "yes") == "no":
        left_out["untranslatable"] += 1
        return
    left_out["sub"] += sum(1 for name in ("source", "target") for element in unit.iterfind(f"{{*}}{name}") for _ in element.iter("{*}sub"))
    segmented, target = child(unit, "seg-source"), child(unit, "target")
    segments = _segments(segmented)
    if segments and (target is None or _segments(target) or not "".join(map(str, target.itertext())).strip()):
        yield from _segmented(unit, segments, target)
        return
    source = child(unit, "source")
    after = segmented if segmented is not None else source
    yield Slot(_pair(unit, target, _text(source), _text(target), None), unit, unit, source, target, after)


def _segments(element: etree._Element | None) -> list[etree._Element]:
    """The segments marked in an element; none when some of them are hidden inside codes."""
    if element is None:
        return []
    marked = [mark for mark in element.iter("{*}mrk", "mrk") if mark.get("mtype") == "seg"]
    return marked if all(mark.getparent() is element for mark in marked) else []


def _segmented(unit: etree._Element, sources: list[etree._Element], target: etree._Element | None) -> Iterator[Slot]:
    targets = {mark.get("mid"): mark for mark in _segments(target)}
    before: etree._Element | None = None
    for mark in sources:
        opposite = targets.get(mark.get("mid"))
        between = None if before is None else (_gap(before, mark), _gap(targets.get(before.get("mid"), before), mark))
        pair = _pair(unit, target, _text(mark), _text(opposite), between)
        yield Slot(pair, unit, unit, mark, opposite, name=SEGMENT)
        before = mark


def _gap(before: etree._Element, mark: etree._Element) -> Text:
    """What stands between two segments to a reader: a space or nothing; codes there stay the file's."""
    ends, begins = segment_text(before, meaning_one).plain, segment_text(mark, meaning_one).plain
    return Text(" " if before.tail or ends[-1:].isspace() or begins[:1].isspace() else "")


def _text(element: etree._Element | None) -> Text:
    return edges(segment_text(element, meaning_one))[1]


def _pair(unit: etree._Element, holder: etree._Element | None, source: Text, target: Text, between: tuple[Text, Text] | None) -> Pair:
    state, needs_work = states.of_one(unit, holder, target)
    said, name = unit.get("restype", ""), unit.get("resname", "")
    kind = next((known for known in BlockKind if f"{KIND}{known.value}" == said), RESTYPES.get(said, BlockKind.PARAGRAPH))
    return Pair(
        source=source,
        target=target,
        between=between,
        kind=kind,
        attributes=(("id", unit.get("id", "")), *((("name", name),) if name else ())),
        state=state,
        needs_work=needs_work,
        note=notes_of(unit) if between is None else "",
    )


def _notes(unit: etree._Element) -> list[etree._Element]:
    return [note for note in unit if local(note) == "note"]


def notes_of(unit: etree._Element) -> str:
    """The notes of a unit, a line each."""
    return "\n".join("".join(map(str, note.itertext())).strip() for note in _notes(unit))


def changes(placed: PlacedXml, unit: Sequence[Slot], pairs: Sequence[Pair]) -> list[Piece]:
    """What to replace so that the segments of a unit say what these pairs say."""
    pieces = _targets(placed, unit, pairs)
    return [*_stated(placed, unit, pairs, pieces), *_noted(placed, unit[0], joined_notes(pairs))]


def _targets(placed: PlacedXml, unit: Sequence[Slot], pairs: Sequence[Pair]) -> list[Piece]:
    ids = ids_for(unit[0].unit)
    changed = [filled(placed, slot, pair.target, (meaning_one, ONE), ids) for slot, pair in zip(unit, pairs, strict=True)]
    if not any(made and slot.name == SEGMENT and slot.target is None for slot, made in zip(unit, changed, strict=True)):
        return [piece for pieces in changed for piece in pieces]
    whole = unit[0].unit
    segmented = child(whole, "seg-source")
    assert segmented is not None
    xml = _like(placed, segmented, [_held(placed, slot, made) for slot, made in zip(unit, changed, strict=True)])
    holder = Slot(unit[0].pair, whole, whole, child(whole, "source"), child(whole, "target"), segmented)
    return [written(placed, holder, xml)]


def _held(placed: PlacedXml, slot: Slot, made: list[Piece]) -> str:
    """What is to stand in the target of a segment: what was made, or what stands there."""
    if made:
        return made[0][1] if slot.target is not None else made[0][1].partition(">")[2].rpartition("</")[0]
    inner = None if slot.target is None else placed.place(slot.target).inner
    return placed.source(inner) if inner else ""


def _like(placed: PlacedXml, segmented: etree._Element, contents: Sequence[str]) -> str:
    """What stands in a segmented source, with other contents in its segments."""
    place = placed.place(segmented).inner
    assert place is not None
    written_, at = "", place.start
    for mark, content in zip(_segments(segmented), contents, strict=True):
        where = placed.place(mark)
        tag = placed.source(where.tag).removesuffix(">").removesuffix("/")
        name = tag[1:].split()[0]
        written_ += f"{placed.source(Span(at, where.outer.start))}{tag}>{content}</{name}>"
        at = where.outer.end
    return written_ + placed.source(Span(at, place.end))


def _stated(placed: PlacedXml, unit: Sequence[Slot], pairs: Sequence[Pair], pieces: list[Piece]) -> list[Piece]:
    """The pieces with the state of the unit, which is that of the segment that is least far."""
    whole, target = unit[0].unit, child(unit[0].unit, "target")
    old, new = _least([slot.pair for slot in unit]), _least(pairs)
    if old == new:
        return pieces
    state = states.to_one(*new)
    if target is not None:
        pieces = [*pieces, placed.with_attribute(target, "state", state)]
    elif pieces:
        pieces = [(pieces[0][0], pieces[0][1].replace("target", f'target state="{state}"', 1))]
    if whole.get("approved") == "yes" and new[0] in {State.INITIAL, State.TRANSLATED}:
        pieces.append(placed.with_attribute(whole, "approved", "no"))
    return pieces


def _least(pairs: Sequence[Pair]) -> tuple[State, bool]:
    return min((pair.state for pair in pairs), key=list(State).index), any(pair.needs_work for pair in pairs)


def _noted(placed: PlacedXml, slot: Slot, note: str) -> list[Piece]:
    if note == slot.pair.note:
        return []
    there, prefix = _notes(slot.unit), prefix_of(placed, slot.unit)
    if slot.pair.note and not note.startswith(f"{slot.pair.note}\n"):
        return rewritten(placed, there, note)
    added = note.removeprefix(slot.pair.note).removeprefix("\n")
    last = there[-1] if there else slot.unit[-1]
    end = placed.place(last).outer.end
    return [(Span(end, end), f"{indent(last)}<{prefix}note>{escaped(added)}</{prefix}note>")]
