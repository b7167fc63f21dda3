"""The head of a news story: what agencies keep apart from its body, and where each of it goes."""

from collections.abc import Callable, Container, Iterable, Sequence
from datetime import datetime
from itertools import takewhile
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct
from msgspec.structs import replace

from app.errors import UserError
from app.formats.beside import field_part, field_place, ranked_fields
from app.formats.parts import NO_TEXT, WORDLESS, Part, Place, is_headline
from app.formats.rewriting import Changes, together
from app.i18n import N_
from app.model import OBJECT, BlockKind, Document, Text
from app.model.fields import ALT, EMBARGO, IDENTIFIER, Field, names

ORDER = (BlockKind.KICKER, BlockKind.TITLE, BlockKind.DECK, BlockKind.BYLINE, BlockKind.DATELINE)
"""The kinds of blocks that open a story, as a reader meets them."""

HEADLINE = "headline"
"""How the names of fields begin that are further headlines."""

Found = tuple[Part, Place]
"""A block and where it stands."""


class Head(Struct, frozen=True):
    """A story taken apart for writing: what opens it by kind, its fields, and the rest in order."""

    openings: tuple[Part, ...]
    fields: tuple[tuple[str, str], ...]
    body: tuple[Part, ...]

    def texts(self, kind: BlockKind) -> list[Text]:
        """The texts of this kind that open the story."""
        return [part.text for part in self.openings if part.kind is kind]

    def first(self, kind: BlockKind) -> str:
        """The words of the first text of this kind; empty where there is none."""
        return next((plain(text) for text in self.texts(kind)), "")

    def field(self, field: Field) -> list[str]:
        """What the story says in a field, block by block."""
        return [words for name, words in self.fields if name == field.name]

    def listed(self, field: Field) -> list[str]:
        """The names that the story lists in a field, each alone."""
        return list(names(", ".join(self.field(field))))

    def others(self, *taken: Field) -> list[tuple[str, str]]:
        """The fields that are none of these, by name."""
        names = {field.name for field in taken}
        return [(name, words) for name, words in self.fields if name not in names]


def taken_apart(parts: Sequence[Part], single: Iterable[BlockKind] = ()) -> Head:
    """The blocks of a story as head and body; of the `single` kinds only the first opens it, the others stay in the body."""
    fields = tuple((part.attribute("name"), plain(part.text)) for part in parts if part.kind is BlockKind.FIELD)
    told = [part for part in parts if part.kind is not BlockKind.FIELD]
    openings, body, once = list[Part](), list[Part](), set(single)
    for part in takewhile(lambda part: part.kind in ORDER, told):
        known = {each.kind for each in openings}
        (body if part.kind in once & known else openings).append(part)
    return Head(tuple(openings), fields, (*body, *told[len(openings) + len(body) :]))


def doubled(head: Head, marked: Container[BlockKind], repeated: Container[BlockKind]) -> list[Part]:
    """What opens the story and stands in the body too.

    That is what says more than its words, of the kinds of which the head keeps no marks (`marked`), and what the body says again, of the
    kinds that the head keeps at all (`repeated`): who reads the file takes the one for the other.
    """
    again = {_said(part) for part in head.body}
    return [part for part in head.openings if (part.kind in marked and part.text.marks) or (part.kind in repeated and _said(part) in again)]


def plain(text: Text) -> str:
    """The words of a text alone."""
    return text.plain.replace(OBJECT, "").strip()


def in_order(head: Sequence[Found], body: Sequence[Found], fields: Sequence[Found], behind: Sequence[Found] = ()) -> list[Found]:
    """What was found in a file as a story: what opens it in the order of `ORDER`, its fields behind the title, the body, what comes behind.

    What the head says again in the words of the body, or what comes behind, is one block, whose other place is a copy.
    Raises UserError when there is not a word of text.
    """
    told = _titled(body) if not any(part.kind is BlockKind.TITLE for part, _place in head) else list(body)
    places = {_said(part): place for part, place in reversed(told)}
    opens, follows, titles = list[Found](), list[Found](), set[Said]()
    for part, place in (*head, *behind):
        same = places.get(_said(part))
        if same is not None:
            same.copies.append(place)
            titles.add(_said(part))
            continue
        places[_said(part)] = place
        (opens if part.kind in ORDER else follows).append((part, place))
    story = [*opens, *((_called(part, BlockKind.TITLE) if _is_title(part, titles) else part, place) for part, place in told), *follows]
    if all(part.kind in WORDLESS for part, _place in story):
        raise UserError(NO_TEXT)
    opening = list(takewhile(lambda found: found[0].kind in ORDER, story))
    story = [*sorted(opening, key=lambda found: ORDER.index(found[0].kind)), *story[len(opening) :]]
    at = field_place([part for part, _place in story])
    return [*story[:at], *ranked_fields(_new(fields, story)), *story[at:]]


def alt_fields(pictures: Iterable[Found]) -> list[Found]:
    """The alt texts of pictures as fields, one for each address, that stand in these places."""
    found: dict[str, Found] = {}
    for part, place in pictures:
        address, words = part.attribute("src"), part.attribute("alt")
        if words and address not in found:
            found[address] = (field_part(ALT.name, words, ("src", address)), place)
        elif words and found[address][0].text.plain == words:
            found[address][1].copies.append(place)
    return list(found.values())


def _new(fields: Sequence[Found], story: Sequence[Found]) -> list[Found]:
    """The fields that say something new: a further headline that repeats a block of the story is a copy of it."""
    places = {plain(part.text): place for part, place in story if part.kind not in WORDLESS}
    found = list[Found]()
    for part, place in fields:
        name = part.attribute("name")
        same = places.get(plain(part.text)) if name.startswith(HEADLINE) else None
        if same is None:
            found.append((part, place))
        else:
            same.copies.append(place)
    return found


def _titled(body: Sequence[Found]) -> list[Found]:
    """The body with its first heading of level 1 as the title, or the heading that opens it."""
    at = next((at for at, (part, _place) in enumerate(body) if is_headline(part)), -1)
    opens = next((at for at, (part, _place) in enumerate(body) if part.kind not in WORDLESS), -1)
    if at < 0 and opens >= 0 and body[opens][0].kind is BlockKind.HEADING:
        at = opens
    return [(_called(part, BlockKind.TITLE) if number == at else part, place) for number, (part, place) in enumerate(body)]


def _called(part: Part, kind: BlockKind) -> Part:
    return part if part.kind is kind else replace(part, kind=kind, attributes=())


Said = tuple[BlockKind, str]


def _said(part: Part) -> Said:
    """By what a block is known again where a file has it twice: a heading of level 1 is a title, a picture its address."""
    if part.kind in WORDLESS:
        return part.kind, part.attribute("src")
    title = is_headline(part)
    return BlockKind.TITLE if title else part.kind, plain(part.text)


def _is_title(part: Part, titles: Container[Said]) -> bool:
    """Whether a heading of the body is the title that the head has too."""
    return is_headline(part) and _said(part) in titles


def identity(document: Document, head: Head) -> str:
    """The address by which a story is known: its own, or one that follows from its words."""
    own = next((words for words in head.field(IDENTIFIER) if is_address(words)), "")
    return own or f"{GENERATED}{uuid5(NAMESPACE_URL, document.text.plain)}"


def is_address(words: str) -> bool:
    """Whether an id is an address as it stands: a scheme, a colon, and no white space."""
    scheme, colon, rest = words.partition(":")
    return bool(colon and rest) and scheme.isascii() and scheme.replace("-", "").isalnum() and not set(words) & set(' \t\n<>"{}|\\^`')


def moment(head: Head, field: Field = EMBARGO) -> str:
    """The moment until which a story is embargoed, or another, as XML and JSON write it; empty where it says none, or in words."""
    for words in head.field(field):
        try:
            found = datetime.fromisoformat(words)
        except ValueError:
            continue
        if found.tzinfo is not None:
            return found.isoformat(timespec="seconds")
    return ""


def in_body(what: Changes, is_body: Callable[[int], bool]) -> Changes:
    """The same changes, new blocks behind one of the body, -1 for its beginning: those behind the head open it.

    Raises UserError for a new field, which would need a place of its own in the file.
    """
    if what.fields:
        raise UserError(NO_PLACE)

    def behind(number: int) -> int:
        return next((at for at in range(number, -1, -1) if is_body(at)), -1)

    return Changes(what.changed, what.removed, together((behind(number), parts) for number, parts in what.added.items()))


GENERATED = "urn:uuid:"
"""How an id begins that only tells items apart, and is of no use to people; this program gives such ids too."""

OTHER_RENDITIONS = N_("The file holds the text in other renditions too ({count}), which stay as they are.")

NO_PLACE = N_("The file it came in has no place for what is new in the story; write it in a format of your choice instead.")
