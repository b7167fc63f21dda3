"""TMX files as one story, and back into the same bytes."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree
from msgspec import Struct

from app.errors import UserError
from app.formats.coded import edges
from app.formats.codes import Dialect, Tags, fresh_ids
from app.formats.codes.fresh import Fresh
from app.formats.format import Aligned, Bilingual, Pair
from app.formats.nodes import local
from app.formats.rewriting import Piece
from app.formats.rows import state_of
from app.formats.slots import XML_LANG, Slot, filled, ids_for, indent, segment_text
from app.i18n import N_, Message
from app.model import Attributes, Mark, MarkKind, Span, State
from app.safe.places import PlacedXml, escaped, quoted
from app.safe.xml import parse_xml

STATE = "x-gegenlesen-state"
"""The type of the property that keeps the state of a unit, of which TMX knows nothing."""
NEEDS_WORK = "needs-work"
TYPES = {"bold": MarkKind.STRONG, "italic": MarkKind.EMPHASIS}
OTHERS = N_("Left as they are: translations into other languages ({names}).")


class Languages(Struct, frozen=True):
    """Which two languages of a file are read, as the file writes them, and which are left."""

    source: str
    target: str
    left: tuple[str, ...]


def read(data: bytes) -> Aligned:
    """The one story of a TMX file. Raises UserError for what is none."""
    root = parse_xml(data, doctype=True)
    languages = _languages(root)
    notes = (Message(OTHERS, {"names": ", ".join(languages.left)}),) if languages.left else ()
    return Aligned((_story(root, languages),), notes)


def write_back(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same file with the translations, states and notes of this story."""
    placed = PlacedXml(data, doctype=True)
    languages = _languages(placed.root)
    pieces = list[Piece]()
    for slot, pair in zip(_slots(placed.root, languages), stories[0].pairs, strict=True):
        if slot.pair != pair:
            pieces += _changes(placed, slot, pair, stories[0].target_language)
    return placed.replaced(pieces)


def _languages(root: etree._Element) -> Languages:
    if local(root) != "tmx":
        raise UserError(N_("This is not a TMX file; its root is “{name}”."), name=local(root))
    header = root.find("{*}header")
    names = Counter(_language(variant) for variant in root.iter("{*}tuv"))
    spoken = list(dict.fromkeys(name for name in names if name))
    declared = (header.get("srclang", "") if header is not None else "").lower()
    source = next((name for name in spoken if name.lower() == declared), None) or _of(spoken, "en") or next(iter(spoken), "")
    others = [name for name in spoken if name.lower() != source.lower()]
    target = _of(others, "de") or next(iter(others), "de")
    return Languages(source or "en", target, tuple(dict.fromkeys(name for name in others if name.lower() != target.lower())))


def _of(names: Sequence[str], language: str) -> str:
    return next((name for name in names if name.lower().partition("-")[0] == language), "")


def _language(variant: etree._Element) -> str:
    return (variant.get(XML_LANG) or variant.get("lang") or "").strip().replace("_", "-")


def _story(root: etree._Element, languages: Languages) -> Bilingual:
    return Bilingual("", languages.source, languages.target, tuple(slot.pair for slot in _slots(root, languages)))


def _slots(root: etree._Element, languages: Languages) -> list[Slot]:
    return [_slot(unit, languages) for unit in root.iter("{*}tu")]


def _slot(unit: etree._Element, languages: Languages) -> Slot:
    variants = {_language(variant).lower(): variant for variant in reversed(unit.findall("{*}tuv"))}
    texts = [variants.get(language.lower()) for language in (languages.source, languages.target)]
    segments = [None if variant is None else variant.find("{*}seg") for variant in texts]
    source, target = (edges(segment_text(segment, meaning))[1] for segment in segments)
    said = next((prop.text or "" for prop in unit.iterfind("{*}prop") if prop.get("type") == STATE), None)
    pair = Pair(
        source=source,
        target=target,
        attributes=(("id", unit.get("tuid", "")),) if unit.get("tuid") else (),
        state=state_of(next((state for state in State if state.value == said), State.INITIAL if said else None), target),
        needs_work=said == NEEDS_WORK,
        note="\n".join("".join(map(str, note.itertext())).strip() for note in unit.iterfind("{*}note")),
    )
    return Slot(pair, unit, unit, segments[0], segments[1], unit[-1] if len(unit) else None, "seg")


def meaning(element: etree._Element) -> tuple[MarkKind, Attributes] | None:
    """What a highlighted stretch means."""
    kind = TYPES.get(element.get("type", "")) if local(element) == "hi" else None
    return None if kind is None else (kind, ())


def _added(mark: Mark, _name: str) -> Tags:
    kind = next((name for name, known in TYPES.items() if known is mark.kind), mark.kind.value)
    return Tags(f'<hi type="{kind}">', "</hi>")


def _loose(_start: str, _opens: bool, _whole: bool) -> str:  # TMX has no halves: the words stay
    return ""


DIALECT = Dialect(_added, _loose, "x")


def _changes(placed: PlacedXml, slot: Slot, pair: Pair, language: str) -> list[Piece]:
    pieces = filled(placed, slot, pair.target, (meaning, DIALECT), ids_for(slot.unit))
    if slot.target is None and pieces:
        where, xml = pieces[0]
        space = indent(slot.unit[-1])
        pieces = [(where, f'{space}<tuv xml:lang="{quoted(language)}">{xml[len(space) :]}</tuv>')]
    return [*pieces, *_stated(placed, slot, pair), *_noted(placed, slot, pair)]


def _stated(placed: PlacedXml, slot: Slot, pair: Pair) -> list[Piece]:
    if (slot.pair.state, slot.pair.needs_work) == (pair.state, pair.needs_work):
        return []
    said = NEEDS_WORK if pair.needs_work else pair.state.value
    there = next((prop for prop in slot.unit.iterfind("{*}prop") if prop.get("type") == STATE), None)
    if there is not None:
        place = placed.place(there)
        return [(place.inner, said)] if place.inner else []
    return [_first(placed, slot, f'<prop type="{STATE}">{said}</prop>')]


def _noted(placed: PlacedXml, slot: Slot, pair: Pair) -> list[Piece]:
    if pair.note == slot.pair.note:
        return []
    there = [placed.place(note).outer for note in slot.unit.iterfind("{*}note")]
    if slot.pair.note and pair.note.startswith(f"{slot.pair.note}\n"):
        return [_first(placed, slot, f"<note>{escaped(pair.note[len(slot.pair.note) + 1 :])}</note>", last=there[-1:])]
    gone = [(place, "") for place in there]
    if not pair.note:
        return gone
    if gone:
        return [(gone[0][0], f"<note>{escaped(pair.note)}</note>"), *gone[1:]]
    return [_first(placed, slot, f"<note>{escaped(pair.note)}</note>")]


def _first(placed: PlacedXml, slot: Slot, xml: str, last: Sequence[Span] = ()) -> Piece:
    """A piece at the head of a unit, or behind the last of its notes."""
    inner = placed.place(slot.unit).inner
    assert inner is not None
    at = last[0].end if last else inner.start
    return Span(at, at), f"{indent(slot.unit[0])}{xml}"


HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="Gegenlesen" creationtoolversion="{version}" segtype="sentence" o-tmf="Gegenlesen" adminlang="en" srclang="{source}" datatype="plaintext"/>
<body>
"""


def write(stories: Sequence[Bilingual]) -> bytes:
    """A new TMX file of version 1.4, UTF-8: the rows that have both texts."""
    from importlib.metadata import version

    source = quoted(stories[0].source_language or "en")
    units = (unit for story in stories for pair in story.pairs for unit in _unit(story, pair))
    return (HEAD.format(version=version("gegenlesen"), source=source) + "".join(units) + "</body>\n</tmx>\n").encode()


def _unit(story: Bilingual, pair: Pair) -> Iterator[str]:
    if not (pair.source.plain and pair.target.plain):
        return
    texts = Fresh(DIALECT, _sign, fresh_ids(())).written(pair.source, pair.target)
    note = f"<note>{escaped(pair.note)}</note>" if pair.note else ""
    state = NEEDS_WORK if pair.needs_work else pair.state.value
    yield f'<tu>{note}<prop type="{STATE}">{state}</prop>\n'
    for language, text in zip((story.source_language or "en", story.target_language or "de"), texts, strict=True):
        yield f'<tuv xml:lang="{quoted(language)}"><seg>{text}</seg></tuv>\n'
    yield "</tu>\n"


def _sign(mark: Mark, name: str, _paired: bool) -> Tags:
    values = dict(mark.attributes)
    shown = values.get("shows") or values.get("alt", "")
    number = name.removeprefix("m")
    return Tags(f'<ph x="{number}">{escaped(shown)}</ph>')
