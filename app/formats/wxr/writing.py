"""Elements of an export as WordPress writes them."""

import re

from app.model.fields import hyphenated
from app.safe.places import UNWRITABLE, quoted

END = "]]>"
PLAIN = re.compile(r"[\w /:.,+-]*")


def cdata(words: str) -> str:
    """Words between the brackets of a CDATA section, of several where the words hold its end."""
    return f"<![CDATA[{UNWRITABLE.sub('', words).replace(END, ']]]]><![CDATA[>')}]]>"


def term(domain: str, name: str) -> str:
    """A category or a tag of a post."""
    return f'<category domain="{domain}" nicename="{quoted(hyphenated(name))}">{cdata(name)}</category>'


def meta(key: str, value: str) -> str:
    """What a post keeps under a key."""
    return f"<wp:postmeta><wp:meta_key>{cdata(key)}</wp:meta_key><wp:meta_value>{cdata(value)}</wp:meta_value></wp:postmeta>"
