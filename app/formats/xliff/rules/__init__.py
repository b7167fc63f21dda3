"""The rules of XLIFF 2.0 to 2.2 and its modules: what a file breaks first, in one sentence.

They are those of the OASIS specifications, as a table (`elements`) and functions. A file of version 1.2 is read as it is: hardly any
keeps to its schema.
"""

from itertools import chain

from lxml import etree

from app.formats.xliff.rules.identity import identity
from app.formats.xliff.rules.inline import inline
from app.formats.xliff.rules.modules import modules
from app.formats.xliff.rules.rule import said
from app.formats.xliff.rules.structure import structure
from app.i18n import N_, Message

VERSION = N_("There is no XLIFF of version “{version}”; this program reads 1.0 to 1.2 and 2.0 to 2.2.")
RULES = (structure, identity, inline, modules)
"""In this order: the later ones rely on what the earlier ones have looked at."""


def broken(root: etree._Element) -> Message | None:
    """The first rule that a file breaks; None for a sound one, and for any of version 1."""
    version = root.get("version", "")
    if version in {"1.0", "1.1", "1.2"}:
        return None
    if version not in {"2.0", "2.1", "2.2"}:
        return said(VERSION, root, version=version)
    return next(chain.from_iterable(rule(root) for rule in RULES), None)
