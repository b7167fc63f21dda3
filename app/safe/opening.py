"""How an XML file begins, by which its format is known before anything parses it."""

from contextlib import suppress
from xml.parsers import expat

from msgspec import Struct

LOOKED_AT = 64 * 1024
"""Bytes of a file that are looked at: the root of a file stands within its first few kilobytes."""

BETWEEN = "\n"


class Opening(Struct, frozen=True):
    """The root of an XML file: its name, its namespace ("" for none), and all namespaces that it declares."""

    name: str = ""
    namespace: str = ""
    declared: frozenset[str] = frozenset()


class _FoundError(Exception):
    """There is no need to look further."""


def opening(data: bytes) -> Opening:
    """How an XML file begins, from its first bytes alone; without a name for anything else.

    Of a file that declares entities, which no reader takes, the name is that in its document type: not one of them is looked at.
    """
    found, declared = [Opening()], set[str]()
    parser = expat.ParserCreate(namespace_separator=BETWEEN)

    def doctype(name: str, *_where: object) -> None:
        found.append(Opening(name))

    def entity(*_what: object) -> None:
        raise _FoundError

    def namespace(_prefix: str | None, address: str | None) -> None:
        declared.add(address or "")

    def start(name: str, _attributes: object) -> None:
        address, _between, bare = name.rpartition(BETWEEN)
        found.append(Opening(bare, address, frozenset(declared)))
        raise _FoundError

    parser.StartDoctypeDeclHandler, parser.EntityDeclHandler = doctype, entity
    parser.StartNamespaceDeclHandler, parser.StartElementHandler = namespace, start
    with suppress(_FoundError, expat.ExpatError, LookupError, ValueError):
        parser.Parse(data[:LOOKED_AT], False)  # noqa: FBT003 - the library's own switch: there is more to come
    return found[-1]
