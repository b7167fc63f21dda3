"""Texts with marks and codes as XML: each code in the very tag it had in the file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count

from lxml import etree
from msgspec import Struct

from app.formats.codes.reading import PAIRED, Key, keyed
from app.formats.codes.tokens import Pair, Token, tokens
from app.model import Mark, Text
from app.safe.places import NAMED, PlacedXml, escaped, quoted


class Tags(Struct, frozen=True):
    """How a code is written: as one element, or as a start tag and an end tag."""

    start: str
    end: str = ""


class Dialect(Struct, frozen=True):
    """What a format makes of marks: `added` writes the tags of one that the file did not have, under this id.

    `loose` writes the start (or, if not `opens`, the end) of a paired code that cannot nest: by its start tag, and whether its
    other half is there. `renamed` says in which attribute an id stands that must not occur twice.
    """

    added: Callable[[Mark, str], Tags]
    loose: Callable[[str, bool, bool], str]
    renamed: str = "id"


def catalogue(placed: PlacedXml, *elements: etree._Element | None) -> dict[Key, Tags]:
    """The codes inside elements as the file writes them; of two with one key the first counts."""
    found: dict[Key, Tags] = {}
    for element in elements:
        for key, inner in keyed(element) if element is not None else ():
            place = placed.place(inner)
            outer = placed.source(place.outer)
            if key[0] in PAIRED and place.inner is not None:
                start, held = placed.source(place.tag), placed.source(place.inner)
                found.setdefault(key, Tags(start, outer[len(start) + len(held) :]))
            elif key[0] in PAIRED:
                name = outer[1:].split("/")[0].split()[0]
                found.setdefault(key, Tags(f"{outer.removesuffix('/>')}>", f"</{name}>"))
            else:
                found.setdefault(key, Tags(outer))
    return found


def fresh_ids(taken: Iterable[str]) -> Iterator[str]:
    """Ids for codes that are new, none of those that are taken."""
    names = set(taken)
    return (name for number in count(1) if (name := f"m{number}") not in names)


def rendered(text: Text, known: Mapping[Key, Tags], dialect: Dialect, ids: Iterator[str]) -> str:
    """A text as XML: codes in the tags they had, marks of this program in tags of the dialect under the next of the ids.

    A code that the segment never had, as one pasted from elsewhere, is left out. Codes around words that cross each other, or
    of which one half is missing, are written as what they are.
    """
    rendering = _Rendering(known, dialect, ids)
    return "".join(map(rendering.token, tokens(text)))


class _Rendering:
    """Writes the tokens of one text and remembers which codes stand already."""

    def __init__(self, known: Mapping[Key, Tags], dialect: Dialect, ids: Iterator[str]) -> None:
        self._known, self._dialect, self._ids = known, dialect, ids
        self._used = set[Key]()
        self._tags: dict[int, Tags | None] = {}

    def token(self, token: Token) -> str:
        if token.pair is not None:
            return self._half(token.pair, opens=token.opens)
        tags = None if token.key is None else self._once(token.key)
        return tags.start if tags else escaped(token.text)

    def _half(self, pair: Pair, *, opens: bool) -> str:
        if id(pair) not in self._tags:
            self._tags[id(pair)] = self._tags_of(pair)
        tags = self._tags[id(pair)]
        if tags is None:
            return ""
        if pair.nested:
            return tags.start if opens else tags.end
        return self._dialect.loose(tags.start, opens, pair.whole)

    def _tags_of(self, pair: Pair) -> Tags | None:
        tags = self._once(pair.key)
        return self._dialect.added(pair.mark, next(self._ids)) if tags is None and pair.mark is not None else tags

    def _once(self, key: Key) -> Tags | None:
        """The tags of a code; under another id when it stands there a second time."""
        tags = self._known.get(key)
        if tags is None or key not in self._used:
            self._used.add(key)
            return tags
        return Tags(with_value(tags.start, self._dialect.renamed, next(self._ids)), tags.end)


def values_of(tag: str) -> dict[str, str]:
    """The attributes of a start tag, each value as it is written between double quotes."""
    return {
        found[1].decode(): (found[2] or found[3] or b"").decode().replace('"', "&quot;")
        for found in NAMED.finditer(tag.encode())
        if found[1]
    }


def with_value(tag: str, name: str, value: str) -> str:
    """A start tag with another value of an attribute that it has."""
    data = tag.encode()
    for found in NAMED.finditer(data):
        if found[1] == name.encode():
            return (data[: found.start()] + f' {name}="{quoted(value)}"'.encode() + data[found.end() :]).decode()
    return tag
