"""Codes and annotations of a unit: pairs that are whole, codes that may not go, copies, data and notes that are there."""

from collections.abc import Iterator

from lxml import etree

from app.formats.nodes import local
from app.formats.xliff.rules.identity import SUBSTATE, once
from app.formats.xliff.rules.rule import said
from app.i18n import N_, Message

CODES = frozenset({"ph", "pc", "sc", "ec"})
SUBTYPES = {"xlf:lb": "fmt", "xlf:pb": "fmt", "xlf:b": "fmt", "xlf:i": "fmt", "xlf:u": "fmt", "xlf:var": "ui"}
REFERENCES = ("dataRef", "dataRefStart", "dataRefEnd")

HALF = N_("<{element}> in line {line} has no other half where it needs one, or one too many.")
DIFFERENT = N_("The two halves of a code say different things of “{attribute}” (<{element}> in line {line}).")
DATA = N_("<{element}> in line {line} refers to “{value}”, which is not there.")
COPY = N_("<{element}> in line {line} is a copy of what may not be copied, or has data of its own.")
MISSING = N_("The code “{value}” may not be deleted but is missing in the translation (line {line}).")
FIXED = N_("<{element}> in line {line} may not be moved, so it may be neither copied nor deleted.")
FIRST = N_("<{element}> in line {line} may not be moved, but nothing says what it follows.")
MOVED = N_("Codes that may not be moved stand in another order in the translation (<{element}> in line {line}).")
COMMENT = N_("A comment needs either a text or a note of its unit (<{element}> in line {line}).")
CHARACTER = N_("<cp> in line {line} stands for a character that XML can hold as it is, or for none.")
SUBTYPE = N_("“{value}” does not go with this type (<{element}> in line {line}).")


def inline(root: etree._Element) -> Iterator[Message]:
    """What is wrong about the codes of each unit, of each match, and about characters written as numbers."""
    for file in root.iter("{*}file"):
        units = {unit.get("id") for unit in file.iter("{*}unit")}
        for unit in file.iter("{*}unit"):
            yield from _unit(unit, units)
        for match in file.iter("{*}match"):
            yield from _data(match, _side(match, "source") + _side(match, "target"))
    for point in root.iter("{*}cp"):
        if not _is_unwritable(int(point.get("hex", "0"), 16)):
            yield said(CHARACTER, point)


def _is_unwritable(code: int) -> bool:
    """Whether XML 1.0 has no way to write this code point."""
    return code in {0xFFFE, 0xFFFF} or (code < 0x20 and code not in {9, 10, 13}) or 0xD800 <= code < 0xE000


def _side(unit: etree._Element, side: str) -> list[etree._Element]:
    """All codes of one side of a unit in order."""
    texts = (text for part in (unit, *unit) for text in part if local(text) == side and local(part) in {"segment", "ignorable", "match"})
    return [element for text in texts for element in text.iterdescendants("*")]


def _unit(unit: etree._Element, units: set[str | None]) -> Iterator[Message]:
    sources, targets = _side(unit, "source"), _side(unit, "target")
    parts = [part for part in unit if local(part) in {"segment", "ignorable"}]
    yield from once([*parts, *sources])
    yield from once(targets)
    for side in (sources, targets):
        yield from _halves(side, "sc", "ec")
        yield from _halves(side, "sm", "em")
        yield from _fixed(side)
        yield from _copies(side)
    yield from _data(unit, sources + targets)
    for element in sources + targets:
        yield from _flows(element, units)
        yield from _typed(element)
        yield from _comment(unit, element)
    yield from _kept(parts, targets)
    yield from _moved(sources, targets)


def _halves(side: list[etree._Element], first: str, second: str) -> Iterator[Message]:
    opened: dict[str, etree._Element] = {}
    for element in side:
        alone = element.get("isolated") == "yes"
        if local(element) == first and not alone:
            opened[element.get("id", "")] = element
        elif local(element) == second and alone:
            if element.get("id") is None or element.get("startRef") is not None:
                yield said(HALF, element)
        elif local(element) == second:
            start = opened.pop(element.get("startRef", ""), None)
            if start is None or element.get("id") is not None:
                yield said(HALF, element)
            elif first == "sc":
                yield from _agreeing(start, element)
    yield from (said(HALF, element) for element in opened.values())


def _agreeing(start: etree._Element, end: etree._Element) -> Iterator[Message]:
    for name in ("canCopy", "canDelete", "canOverlap"):
        if start.get(name, "yes") != end.get(name, "yes"):
            yield said(DIFFERENT, end, attribute=name)
    if (start.get("canReorder", "yes") == "yes") != (end.get("canReorder", "yes") == "yes"):
        yield said(DIFFERENT, end, attribute="canReorder")


def _fixed(side: list[etree._Element]) -> Iterator[Message]:
    begun = False
    for element in side:
        reorder = element.get("canReorder", "yes")
        if reorder != "yes" and (element.get("canCopy"), element.get("canDelete")) != ("no", "no"):
            yield said(FIXED, element)
        if reorder == "no" and not begun and local(element) != "ec":
            yield said(FIRST, element)
        begun = begun or reorder == "firstNo"


def _copies(side: list[etree._Element]) -> Iterator[Message]:
    codes = {element.get("id"): element for element in side if local(element) in CODES}
    for element in side:
        base = element.get("copyOf")
        if base is None:
            continue
        original = codes.get(base)
        if original is None or original.get("canCopy") == "no" or any(element.get(name) for name in REFERENCES):
            yield said(COPY, element)


def _data(unit: etree._Element, codes: list[etree._Element]) -> Iterator[Message]:
    there = {data.get("id") for data in unit.iterfind("{*}originalData/{*}data")}
    for element in codes:
        for name in REFERENCES:
            if element.get(name, "") not in {"", *there}:
                yield said(DATA, element, value=element.get(name))


def _flows(element: etree._Element, units: set[str | None]) -> Iterator[Message]:
    for name in ("subFlows", "subFlowsStart", "subFlowsEnd"):
        for flow in element.get(name, "").split():
            if flow not in units:
                yield said(DATA, element, value=flow)


def _typed(element: etree._Element) -> Iterator[Message]:
    subtype, kind = element.get("subType", ""), element.get("type")
    if subtype and kind is None:
        yield said(SUBSTATE, element, attribute="subType", other="type")
    elif subtype.startswith("xlf:") and SUBTYPES.get(subtype) != kind:
        yield said(SUBTYPE, element, value=subtype)


def _comment(unit: etree._Element, element: etree._Element) -> Iterator[Message]:
    if element.get("type") != "comment" or local(element) not in {"mrk", "sm"}:
        return
    file = next(around.get("id") for around in unit.iterancestors() if local(around) == "file")
    ways = ("#", f"#u={unit.get('id')}/", f"#f={file}/u={unit.get('id')}/", f"#/f={file}/u={unit.get('id')}/")
    notes = {f"{way}n={note.get('id')}" for note in unit.iterfind("{*}notes/{*}note") for way in ways}
    value, reference = element.get("value"), element.get("ref")
    if (value is None) == (reference is None) or (reference is not None and reference not in notes):
        yield said(COMMENT, element)


def _kept(parts: list[etree._Element], targets: list[etree._Element]) -> Iterator[Message]:
    """Whether the codes that may not be deleted are in the translation, wherever their segment has one."""
    there = {element.get("id") for element in targets}
    for part in parts:
        if not any(local(child) == "target" for child in part):
            continue
        for element in part.iterfind("{*}source//*"):
            name = element.get("id")
            if element.get("canDelete") == "no" and name is not None and name not in there:
                yield said(MISSING, element, value=name)


def _moved(sources: list[etree._Element], targets: list[etree._Element]) -> Iterator[Message]:
    """Whether each run of codes that may not be moved stands in the translation as it stands in the source."""
    before, after = _events(sources), _events(targets)
    for at, (name, element) in enumerate(before):
        if element.get("canReorder") != "firstNo" or name not in [each for each, _element in after]:
            continue
        run = [name]
        for following, each in before[at + 1 :]:
            if each.get("canReorder", "yes") == "yes" or (each.get("canReorder") == "firstNo" and following[0] == "+"):
                break
            run.append(following)
        start = [each for each, _element in after].index(name)
        if [each for each, _element in after[start : start + len(run)]] != run:
            yield said(MOVED, element)


def _events(side: list[etree._Element]) -> list[tuple[str, etree._Element]]:
    """Where codes begin (``+``) and end (``-``) in one side, in order."""
    found: list[tuple[str, etree._Element]] = []
    inside: list[etree._Element] = []
    for element in side:
        while inside and inside[-1] not in element.iterancestors():
            last = inside.pop()
            found.append((f"-{last.get('id')}", last))
        if local(element) in CODES:
            sign = "-" if local(element) == "ec" else "+"
            found.append((f"{sign}{element.get('id') or element.get('startRef')}", element))
        if local(element) == "pc":
            inside.append(element)
    return found + [(f"-{element.get('id')}", element) for element in reversed(inside)]
