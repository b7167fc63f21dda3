"""Elements and attributes of XML by their names without a namespace, in which versions of one format differ and nothing else."""

from collections.abc import Iterator

from lxml import etree


def local(element: etree._Element) -> str:
    """The name of an element; empty for a comment or an instruction."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: etree._Element | None, name: str = "val") -> str:
    """The value of an attribute; empty where it is missing. Without a name it is the one in which Word keeps most values."""
    if element is None:
        return ""
    return next((str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child of this name, or the child of that child and so on."""
    for name in names:
        if element is None:
            return None
        element = next((found for found in element if local(found) == name), None)
    return element


def named(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """All descendants of this name."""
    return (found for found in element.iterdescendants() if local(found) == name)


def parent_of(element: etree._Element) -> etree._Element:
    """The element around another one, or the root itself."""
    parent = element.getparent()
    return element if parent is None else parent


def words_in(element: etree._Element | None) -> str:
    """All text inside an element, without white space at its ends."""
    return "" if element is None else "".join(map(str, element.itertext())).strip()


def line_in(element: etree._Element) -> str:
    """All text inside an element as one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def cut_out(element: etree._Element) -> None:
    """Take an element out of its tree; what is written behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        element.tail = None
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "") or None
    else:
        parent.text = (parent.text or "") + (element.tail or "") or None
    element.tail = None
    parent.remove(element)
