"""A broken rule as one sentence."""

from lxml import etree

from app.formats.nodes import local
from app.i18n import Message


def said(template: str, element: etree._Element, **arguments: object) -> Message:
    """What is wrong about an element: the template has ``{element}`` and ``{line}`` and whatever else is given."""
    values = {"element": local(element), "line": element.sourceline} | arguments
    return Message(template, {name: str(value) for name, value in values.items()})
