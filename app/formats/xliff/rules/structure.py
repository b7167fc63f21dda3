"""Elements, attributes and values, each where the table has it."""

from collections.abc import Iterator

from lxml import etree

from app.formats.nodes import local
from app.formats.xliff.rules.elements import CORE, ELEMENTS, MODULE_ATTRIBUTES, MODULES, VALUE, Element
from app.formats.xliff.rules.rule import said
from app.i18n import N_, Message

CONTENT = N_("What stands in <{element}> in line {line} is incomplete or in the wrong order: {children}.")
TEXT = N_("<{element}> in line {line} may not hold text.")
MISSING = N_("<{element}> in line {line} lacks the attribute “{attribute}”.")
STRANGE = N_("<{element}> in line {line} may not have the attribute “{attribute}”.")
VALUED = N_("“{value}” cannot be the value of “{attribute}” (<{element}> in line {line}).")
UNKNOWN = N_("There is no element <{element}> in this module (line {line}).")


def name_of(tag: str) -> str:
    """The name of an element or attribute with the prefix of its module: none for the core, ``ext`` for what is not XLIFF's."""
    namespace, _brace, name = tag.removeprefix("{").rpartition("}")
    if not namespace or CORE.fullmatch(namespace):
        return name
    return f"{MODULES.get(namespace, 'ext')}:{name}"


def structure(root: etree._Element) -> Iterator[Message]:
    """What stands where it may not, or does not stand where it must."""
    for element in root.iter("*"):
        name = name_of(str(element.tag))
        known = ELEMENTS.get(name)
        if known is not None and not (name in {"source", "target"} and _within(element, "res")):
            yield from _content(element, known)
            yield from _attributes(element, known)
        elif known is None and name.partition(":")[0] in {"mtc", "gls", "mda", "res", "val", "ctr"}:
            yield said(UNKNOWN, element)


def _within(element: etree._Element, module: str) -> bool:
    parent = element.getparent()
    return parent is not None and name_of(str(parent.tag)).startswith(f"{module}:")


def _content(element: etree._Element, known: Element) -> Iterator[Message]:
    children = [name_of(str(child.tag)) for child in element.iterchildren("*")]
    if not known.children.fullmatch("".join(f"{child} " for child in children)):
        yield said(CONTENT, element, children=", ".join(map(str, children[:6])) or "–")
    if not known.text and any((text or "").strip() for text in (element.text, *(child.tail for child in element))):
        yield said(TEXT, element)


def _attributes(element: etree._Element, known: Element) -> Iterator[Message]:
    values = {name_of(str(key)): str(value) for key, value in element.attrib.items()}
    for name in known.required:
        if name not in values:
            yield said(MISSING, element, attribute=name)
    for name, value in values.items():
        module, _colon, bare = name.rpartition(":")
        lent = MODULE_ATTRIBUTES.get(module, {}).get(bare)
        if name in known.attributes or lent:
            if not VALUE[lent or known.attributes[name]].fullmatch(value):
                yield said(VALUED, element, attribute=name, value=value[:60])
        elif not module or module in MODULE_ATTRIBUTES or not _may_have(element, known, name):
            yield said(STRANGE, element, attribute=name)


def _may_have(element: etree._Element, known: Element, name: str) -> bool:
    """Whether an element may have an attribute of another namespace; of those that may have any, only a match must not say a language."""
    if known.others == "*":
        return name != "xml:lang" or local(element) != "match"
    return known.others == "+" and name.partition(":")[0] not in {"ext", "xml"}
