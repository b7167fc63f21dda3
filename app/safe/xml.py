"""The only parsers of XML and HTML in the program: no network, no DTD, no entities, no depth without end."""

import re
from itertools import islice

from lxml import etree

from app.errors import UserError
from app.i18n import N_

ELEMENTS = 150_000
"""Elements that a page may have: those of a hundred novels."""

DEEP = "EXCESSIVE DEPTH|RESOURCE LIMIT|HUGE INPUT"
DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
SUBSET = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?<!DOCTYPE[^>\[]*\[", re.IGNORECASE)
"""A document type with declarations of its own: HTML has none, and its parser would leave them standing in the text."""
TEXT_LIMIT = re.compile(DEEP, re.IGNORECASE)


def parse_xml(data: bytes, *, doctype: bool = False) -> etree._Element:
    """The root of an XML file; nothing outside it is opened.

    Raises UserError for what is not well-formed, nests too deep or declares entities, and for any document type unless
    `doctype` allows one (which is then never loaded).
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UserError(DAMAGED, line=error.lineno or 1, reason=error.msg) from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and (not doctype or list(declared.iterentities())):  # type: ignore[union-attr] # lxml-stubs do not know it
        raise UserError(DECLARES)
    return root


def parse_html(text: str) -> etree._Element | None:
    """The root element of an HTML page or fragment, None where there is not even text.

    Raises UserError when the page nests so deep that a part of it would be lost, has no end of elements, or declares entities of its own.
    """
    if SUBSET.match(text):
        raise UserError(DECLARES)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    data = DECLARED.sub("", text).encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if TEXT_LIMIT.search(error.msg or ""):
            raise UserError(TOO_DEEP) from None
        return None
    endless = root is not None and next(islice(root.iter(), ELEMENTS, None), None) is not None
    if endless or any(TEXT_LIMIT.search(entry.message) for entry in parser.error_log):
        raise UserError(TOO_DEEP)
    return root


DAMAGED = N_("The file is damaged (line {line}: {reason}); save it again.")
DECLARES = N_("The file declares entities or a document type, which a story never needs; it was not opened.")
TOO_DEEP = N_("The file is nested too deeply or holds a text too long to be a story; save only the article.")
