"""Which addresses may go into a document that others open."""

import re

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
CONTROLS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ufffc]+")
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
IMAGE_SCHEMES = frozenset({"http", "https"})


def safe_address(address: str, schemes: frozenset[str] = LINK_SCHEMES) -> str:
    """An address as it may be written into ``href`` or ``src``; empty for one that would run or open something.

    Relative addresses pass; so does nothing that begins with two back slashes, which opens a foreign computer on Windows.
    """
    bare = CONTROLS.sub("", address)
    if bare.replace("\\", "/").startswith("//") and "\\" in bare[:2]:
        return ""
    scheme = SCHEME.match(bare)
    return CONTROLS.sub("%20", address.strip()) if scheme is None or scheme[1].lower() in schemes else ""
