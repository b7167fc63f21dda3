"""What modules ask for beyond their elements: references that lead somewhere, attributes that go together."""

import re
from collections.abc import Iterator

from lxml import etree

from app.formats.nodes import local
from app.formats.slots import XML_LANG
from app.formats.xliff.rules.identity import LANGUAGE, SUBSTATE
from app.formats.xliff.rules.inline import DATA
from app.formats.xliff.rules.rule import said
from app.formats.xliff.rules.structure import VALUED, name_of
from app.i18n import N_, Message

FRAGMENT = N_("“{value}” is no reference inside the file (<{element}> in line {line}).")
TERM = N_("The term in line {line} has neither a translation nor a definition.")
RESOURCE = N_("<{element}> in line {line} needs either an address or content.")
ONE_RULE = N_("A rule must ask for exactly one thing (line {line}).")
EXISTS = N_("A rule about the source must say what begins, ends or is present (line {line}).")
SIZE = N_("<{element}> in line {line} has “{attribute}” where it may not be.")

LEVELS = {"f": 0, "g": 1, "u": 2}
LEAVES = frozenset({"n", "d", "t"})
PREFIXES = {"gls", "mtc", "res", "mda", "val", "slr", "ctr", "its", "fs", "pgs", "itsm", "tbx"}
PIECE = re.compile(r"(?:([\w.\-]+)=)?([\w.:·\-]+)")
SLR = "{urn:oasis:names:tc:xliff:sizerestriction:2.0}"
FS = "{urn:oasis:names:tc:xliff:fs:2.0}"
NOT_WHOLE = re.compile(r"(?s:(?![0-9]+$).*)")
BROKEN = re.compile(r"[0-9]*[.,][0-9]+")
"""What a size means is its profile's business; but a number of anything is whole."""
TRACKED = frozenset({"source", "target", "note", "unit", "group", "file", "segment", "ignorable"})


def modules(root: etree._Element) -> Iterator[Message]:
    """What is wrong about references and modules."""
    for element in root.iter("*"):
        name = name_of(str(element.tag))
        if name in {"mrk", "sm", "gls:glossEntry", "gls:translation"} and element.get("ref", "").startswith("#"):
            yield from _fragment(element, element.get("ref", ""))
        if name in CHECKS:
            yield from CHECKS[name](element)
        yield from _sizes(element)


def _fragment(element: etree._Element, reference: str) -> Iterator[Message]:
    """Whether a fragment identifier is one: at most file, group and unit in this order, then one leaf."""
    pieces = [PIECE.fullmatch(piece) for piece in reference[1:].removeprefix("/").split("/")]
    level = -1
    for at, piece in enumerate(pieces):
        prefix = (piece[1] or "") if piece else None
        last = at == len(pieces) - 1
        if prefix in LEVELS and LEVELS[prefix] > level:
            level = LEVELS[prefix]
        elif not last or prefix is None or not (prefix in LEAVES or not prefix or prefix in PREFIXES):
            yield said(FRAGMENT, element, value=reference)
            return


def _match(element: etree._Element) -> Iterator[Message]:
    if element.get("subType") is not None and element.get("type") is None:
        yield said(SUBSTATE, element, attribute="subType", other="type")
    reference = element.get("ref", "")
    unit = next((around for around in element.iterancestors() if name_of(str(around.tag)) == "unit"), None)
    spans = unit.iter("{*}segment", "{*}ignorable", "{*}mrk", "{*}sm", "{*}pc", "{*}sc") if unit is not None else ()
    names = {f"#{span.get('id')}" for span in spans}
    leaf = f"#{reference.rpartition('/')[2]}" if "/" in reference else reference
    if unit is not None and leaf.replace("#t=", "#") not in names:
        yield said(DATA, element, value=reference)


def _term(element: etree._Element) -> Iterator[Message]:
    if not {local(child) for child in element} & {"translation", "definition"}:
        yield said(TERM, element)


def _resource(element: etree._Element) -> Iterator[Message]:
    root = element.getroottree().getroot()
    if (element.get("href") is None) == (not len(element)):
        yield said(RESOURCE, element)
    wanted = root.get("srcLang" if local(element) == "source" else "trgLang", "")
    spoken = element.get(XML_LANG, "")
    if local(element) == "source" and spoken and spoken.lower() != wanted.lower():
        yield said(LANGUAGE, element, value=spoken, other=wanted)


def _rule(element: etree._Element) -> Iterator[Message]:
    own = {"isPresent", "isNotPresent", "startsWith", "endsWith"}
    asked = {name for name in map(str, element.attrib) if name in own or name.startswith("{")}
    if len(asked) != 1:
        yield said(ONE_RULE, element)
    if element.get("existsInSource") == "yes" and not asked & (own - {"isNotPresent"}):
        yield said(EXISTS, element)


def _revisions(element: etree._Element) -> Iterator[Message]:
    """Whether a history of changes says of which element it is, by its id where there are several of its kind, and of which attributes."""
    kind, reference = element.get("appliesTo", ""), element.get("ref")
    holder = next((around for around in element.iterancestors() if name_of(str(around.tag)) in {"file", "group", "unit"}), None)
    if holder is None or kind not in TRACKED:
        return
    named = {each.get("id"): each for each in holder.iter("*") if each.get("id")}
    several = [each for each in named.values() if local(each) == kind]
    if reference not in named and (reference is not None or len(several) > 1):
        yield said(DATA, element, value=reference or kind)
    changed = named.get(reference, holder) if reference else None
    for revision in element:
        properties = [item.get("property", "") for item in revision.iterchildren("*")]
        unknown = (name for name in properties if name != "content" and changed is not None and changed.get(name) is None)
        twice = (name for name in properties if properties.count(name) > 1)
        for name in (*unknown, *twice):
            yield said(VALUED, revision, attribute="property", value=name)


CHECKS = {
    "mtc:match": _match,
    "gls:glossEntry": _term,
    "res:source": _resource,
    "res:target": _resource,
    "val:rule": _rule,
    "ctr:revisions": _revisions,
}


def _sizes(element: etree._Element) -> Iterator[Message]:
    """The attributes of size restriction and of formatting that go together or exclude each other."""
    storage, size, reference = (element.get(f"{SLR}{name}") for name in ("equivStorage", "sizeInfo", "sizeInfoRef"))
    loose = local(element) == "ec" and element.get("isolated") != "yes"
    for name, value in (("equivStorage", storage), ("sizeInfo", size), ("sizeInfoRef", reference)):
        if value is not None and loose:
            yield said(SIZE, element, attribute=f"slr:{name}")
    if element.get(f"{FS}fs") is not None and loose:
        yield said(SIZE, element, attribute="fs:fs")
    if size is not None and reference is not None:
        yield said(SIZE, element, attribute="slr:sizeInfoRef")
    for name, value, wrong in (("equivStorage", storage, NOT_WHOLE), ("sizeInfo", size, BROKEN)):
        if value is not None and wrong.fullmatch(value):
            yield said(VALUED, element, attribute=f"slr:{name}", value=value)
    if element.get(f"{FS}subFs") is not None and element.get(f"{FS}fs") is None:
        yield said(SUBSTATE, element, attribute="fs:subFs", other="fs:fs")
    if reference is not None and reference not in _sizes_near(element):
        yield said(DATA, element, value=reference)


def _sizes_near(element: etree._Element) -> set[str | None]:
    """The ids in data about sizes that stand beside an element or beside one around it."""
    near = (beside for around in (element, *element.iterancestors()) for beside in _siblings(around))
    return {each.get("id") for beside in near if name_of(str(beside.tag)) == "slr:data" for each in beside.iter("*")}


def _siblings(element: etree._Element) -> Iterator[etree._Element]:
    parent = element.getparent()
    yield from () if parent is None else parent.iterchildren("*")
