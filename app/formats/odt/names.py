"""Elements and attributes of an OpenDocument file by their names without a namespace, which say enough."""

from lxml import etree


def local(element: etree._Element) -> str:
    """The name of an element; empty for a comment or an instruction."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: etree._Element | None, name: str) -> str:
    """The value of an attribute; empty where it is missing."""
    if element is None:
        return ""
    return next((str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
