"""Names that may stand only once, languages, white space and order."""

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from app.formats.nodes import local
from app.formats.slots import XML_LANG, XML_SPACE, inherited
from app.formats.xliff.rules.rule import said
from app.formats.xliff.rules.structure import name_of
from app.i18n import N_, Message

TWICE = N_("The id “{value}” stands twice where it may stand once (<{element}> in line {line}).")
LANGUAGE = N_("<{element}> in line {line} is in “{value}”, but the file says “{other}”.")
NO_TARGET = N_("The file has translations but does not say in which language; it lacks “trgLang”.")
SPACE = N_("Source and target treat white space otherwise (<{element}> in line {line}).")
ORDER = N_("The order of the targets contradicts itself (<{element}> in line {line}).")
SKELETON = N_("<{element}> in line {line} must hold either a skeleton or an address of one.")
NO_SEGMENT = N_("<{element}> in line {line} holds no segment.")
SUBSTATE = N_("<{element}> in line {line} has “{attribute}” without “{other}”.")
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def identity(root: etree._Element) -> Iterator[Message]:
    """What is named twice, or says of itself what cannot be."""
    yield from once(child for child in root if local(child) == "file")
    for element in root.iter("{*}file", "{*}group", "{*}unit", "{*}notes", "{*}originalData", "{*}glossary", "{*}matches", "{*}metadata"):
        yield from _inside(element)
    for unit in root.iter("{*}unit"):
        yield from _unit(root, unit)
    for skeleton in root.iter("{*}skeleton"):
        if (skeleton.get("href") is None) == (not len(skeleton) and not (skeleton.text or "").strip()):
            yield said(SKELETON, skeleton)


def once(elements: Iterable[etree._Element]) -> Iterator[Message]:
    """Whether ids differ."""
    seen = set[str]()
    for element in elements:
        name = element.get("id") or element.get(XML_ID)
        if name is not None and name in seen:
            yield said(TWICE, element, value=name)
        if name is not None:
            seen.add(name)


def _inside(element: etree._Element) -> Iterator[Message]:
    name = local(element)
    if name == "file":
        for kind in ("group", "unit"):
            yield from once(element.iter(f"{{*}}{kind}"))
    if name in {"file", "group", "unit"}:
        yield from once(_foreign(element))
        yield from once(item for data in element.iterfind("{*}resourceData") for item in data)
    elif name in {"glossary", "metadata"}:
        yield from once(element.iter("*"))
    else:
        yield from once(element.iterchildren("*"))


def _foreign(element: etree._Element) -> Iterator[etree._Element]:
    """The elements of other namespaces that belong to a file, group or unit itself."""
    for child in element.iterchildren("*"):
        if name_of(str(child.tag)).startswith("ext:"):
            yield from child.iter("*")


def _unit(root: etree._Element, unit: etree._Element) -> Iterator[Message]:
    parts = [child for child in unit if local(child) in {"segment", "ignorable"}]
    if not any(local(part) == "segment" for part in parts):
        yield said(NO_SEGMENT, unit)
    for part in parts:
        if part.get("subState") is not None and part.get("state") is None:
            yield said(SUBSTATE, part, attribute="subState", other="state")
        for text in part.iterchildren("*"):
            yield from _language(root, text)
        spaces = {inherited(text, XML_SPACE, "default") for text in part.iterchildren("*")}
        if len(spaces) > 1:
            yield said(SPACE, part)
    yield from _order(parts)


def _language(root: etree._Element, text: etree._Element) -> Iterator[Message]:
    wanted = {"source": root.get("srcLang"), "target": root.get("trgLang")}.get(local(text), "")
    if local(text) == "target" and not wanted:
        yield said(NO_TARGET, text)
    spoken = inherited(text, XML_LANG) if wanted else ""
    if wanted and spoken and spoken.lower() != wanted.lower():
        yield said(LANGUAGE, text, value=spoken, other=wanted)


def _order(parts: list[etree._Element]) -> Iterator[Message]:
    targets = [(number, target) for number, part in enumerate(parts, 1) for target in part if local(target) == "target"]
    places = Counter(target.get("order", str(number)) for number, target in targets)
    for _number, target in targets:
        order = target.get("order")
        if order is not None and (places[order] > 1 or not order.isdecimal() or not 1 <= int(order) <= len(parts)):
            yield said(ORDER, target)
