"""A ninjs file to a Document: whichever version it is, its strings by what they are."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree
from msgspec import Struct

from app.errors import UserError
from app.formats.agency.heads import GENERATED, HEADLINE, OTHER_RENDITIONS, Found, alt_fields, in_order, plain
from app.formats.agency.value import MARKUP, Value
from app.formats.beside import field_part, pictured
from app.formats.format import Reading
from app.formats.parts import Part, Place, joined
from app.formats.xhtml import bare, note_left_out
from app.i18n import N_, Message
from app.model import OBJECT, BlockKind, Text
from app.model.fields import COPYRIGHT, DATE, EMBARGO, IDENTIFIER, KEYWORDS, SEO_TITLE, SLUG, TEASER
from app.safe.json import Path, parse_json
from app.safe.links import IMAGE_SCHEMES, safe_address

NO_NINJS = N_("The file is no news item in ninjs; save the story as ninjs, NITF, NewsML-G2, HTML or DOCX.")

HEADLINES = {"kicker": BlockKind.KICKER, "deck": BlockKind.DECK, "sub": BlockKind.DECK, "subheadline": BlockKind.DECK}
DESCRIPTIONS = {"summary", "deck", "lead", "text", "html", "xhtml", "main", ""}
"""Roles of descriptions that open the story."""
FIELDS = {"seo": SEO_TITLE.name, "teaser": TEASER.name}
"""Roles that are fields by another name."""

STRINGS = (
    (SLUG, ("slugline",)),
    (COPYRIGHT, ("copyrightnotice", "copyrightNotice", "copyrightholder", "copyrightHolder")),
    (DATE, ("contentcreated", "contentCreated")),
    (EMBARGO, ("embargoed", "embargoedUntil")),
)
"""Fields by the names of strings, of which the first counts that says something."""
RENDITIONS = 8
"""More renditions of one text nobody sends; further ones are not looked at."""

PICTURES = frozenset({"picture", "graphic", "photo", "image"})
SUBJECTS = {"keyword": KEYWORDS.name, "category": "categories"}


class Said(Place):
    """A block that is a whole string of the file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


class Inside(Place):
    """A block of the text in a string of the file, by its number there."""

    def __init__(self, path: Path, value: Value, number: int) -> None:
        super().__init__()
        self.path, self.value, self.number = path, value, number


class Described(Place):
    """The alt text of a picture in the text in a string of the file."""

    def __init__(self, path: Path, value: Value, image: etree._Element) -> None:
        super().__init__()
        self.path, self.value, self.image = path, value, image


class Entry(Struct, frozen=True):
    """One of several strings for the same: what it is for, where it stands, what it says, and whether it holds HTML."""

    role: str
    path: Path
    words: str
    markup: bool


class Item(Struct, frozen=True):
    """The blocks of a file in the order of a story, where each stands, and what was left out.

    `body` is the string that was read as the text, `others` are the other renditions of it.
    """

    parts: tuple[Part, ...]
    places: tuple[Place, ...]
    left_out: Counter[str]
    body: Path | None
    others: tuple[tuple[Path, Value], ...]


def read(data: bytes, language: str) -> Reading:
    """Read a ninjs file. Raises UserError for one without a text, for any other JSON, and for one that is damaged or hostile."""
    value = parse_json(data)
    said = language or language_of(value)
    item = item_of(value, said)
    own = _told(item)
    stale = sum(not own <= {plain(part.text) for part in text.walk.parts} for _path, text in item.others)
    notes = [Message(OTHER_RENDITIONS, {"count": str(stale)})] if stale else []
    return Reading(joined(item.parts, said, "ninjs"), (*notes, *note_left_out(item.left_out)))


def language_of(value: Any) -> str:
    """The language that an item says it is in, as BCP 47; empty for none."""
    return _string(value, "language").strip().replace("_", "-")


def item_of(value: Any, said: str) -> Item:
    """The story of a news item; `said` is its language. Raises UserError for anything else."""
    if not isinstance(value, dict):
        raise UserError(NO_NINJS)
    bodies = sorted(_entries(value, "body", "bodies"), key=_rank)
    values = [(entry.path, Value(entry.words, said, markup=entry.markup)) for entry in bodies[:RENDITIONS]]
    body = [found for path, text in values[:1] for found in _inside(path, text)]
    alts = [found for path, text in values[:1] for found in _described(path, text)]
    fields = [*_fields(value), *alt_fields([*alts, *_associated(value)])]
    found = in_order(list(_head(value, said)), body, fields, list(_pictures(value, said)))
    return Item(
        parts=tuple(part for part, _place in found),
        places=tuple(place for _part, place in found),
        left_out=sum((text.walk.left_out for _path, text in values[:1]), Counter[str]()),
        body=next((path for path, _text in values), None),
        others=tuple(values[1:]),
    )


def _rank(entry: Entry) -> int:
    """HTML before bare text, and last what is a file of another format in a string, of which the words alone can be read."""
    return 2 if entry.words.lstrip().startswith(("<?xml", "<nitf")) else int(not entry.markup)


def _told(item: Item) -> frozenset[str]:
    """The texts of the body, the title aside: a rendition that has them all is corrected with it."""
    own = (part for part, place in zip(item.parts, item.places, strict=True) if isinstance(place, Inside) and place.path == item.body)
    return frozenset(plain(part.text) for part in own if part.kind is not BlockKind.TITLE) - {""}


def _inside(path: Path, text: Value) -> Iterator[Found]:
    for number, part in enumerate(text.walk.parts):
        yield part, Inside(path, text, number)


def _described(path: Path, text: Value) -> Iterator[Found]:
    for part, image in pictured(text.walk.parts, text.places):
        if image.get("alt"):
            yield part, Described(path, text, image)


def _said(kind: BlockKind, words: str, path: Path) -> Iterator[Found]:
    if words := bare(words):
        yield Part(kind, Text(words)), Said(path)


def _field(name: str, words: str, path: Path) -> Iterator[Found]:
    if words := bare(words):
        yield field_part(name, words), Said(path)


def _head(value: dict[str, Any], said: str) -> Iterator[Found]:
    titled = False
    for entry in _entries(value, "headline", "headlines"):
        kind = HEADLINES.get(entry.role)
        if kind is None and not titled and entry.role not in FIELDS:
            titled, kind = True, BlockKind.TITLE
        if kind is not None:
            yield from _opening(kind, entry, said)
    for entry in _entries(value, "description", "descriptions"):
        if entry.role in DESCRIPTIONS:
            yield from _opening(BlockKind.DECK, entry, said)
    for name in ("byline", "by"):
        yield from _said(BlockKind.BYLINE, _string(value, name), (name,))


def _opening(kind: BlockKind, entry: Entry, said: str) -> Iterator[Found]:
    """A string of the head as blocks of this kind, in whatever paragraphs it has."""
    if not entry.markup:
        yield from _said(kind, entry.words, entry.path)
        return
    for part, place in _inside(entry.path, Value(entry.words, said, markup=True)):
        yield Part(kind, part.text), place


def _fields(value: dict[str, Any]) -> Iterator[Found]:
    for field, names in STRINGS:
        name = next((name for name in names if _string(value, name).strip()), "")
        yield from _field(field.name, _string(value, name), (name,))
    headlines = [entry for entry in _entries(value, "headline", "headlines") if entry.role not in HEADLINES]
    title = next((entry for entry in headlines if entry.role not in FIELDS), None)
    titles = [entry for entry in headlines if entry is not title]
    beside = [entry for entry in _entries(value, "description", "descriptions") if entry.role not in DESCRIPTIONS]
    for entry in (*titles, *beside):
        yield from _field(FIELDS.get(entry.role, entry.role or HEADLINE), entry.words, entry.path)
    for number, subject in enumerate(_list(value, "subjects")):
        if (rel := _string(subject, "rel")) in SUBJECTS:
            yield from _field(SUBJECTS[rel], _string(subject, "name"), ("subjects", number, "name"))
    if not _string(value, "uri").startswith(GENERATED):
        yield from _field(IDENTIFIER.name, _string(value, "uri"), ("uri",))


def _pictures(value: dict[str, Any], said: str) -> Iterator[Found]:
    """The pictures that belong to a story, each with its caption and who made it."""
    for path, item in _associations(value):
        if figure := _figure(item):
            yield figure, Place()
        captions = [*_entries(item, "description", "descriptions"), *_entries(item, "body", "bodies")]
        for entry in captions[:1]:
            for part, place in _opening(BlockKind.CAPTION, entry, said):
                yield part, _under(path, place)
        for by in ("byline", "by"):
            for part, place in _said(BlockKind.CREDIT, _string(item, by), (by,)):
                yield part, _under(path, place)


def _associated(value: dict[str, Any]) -> Iterator[Found]:
    """The pictures that belong to a story, at the headlines that describe them."""
    for path, item in _associations(value):
        if (figure := _figure(item)) and figure.attribute("alt"):
            yield figure, Said((*path, *_entries(item, "headline", "headlines")[0].path))


def _associations(value: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    associated = value.get("associations")
    named = associated.items() if isinstance(associated, dict) else enumerate(associated if isinstance(associated, list) else ())
    for name, item in named:
        if isinstance(item, dict) and _string(item, "type") in PICTURES:
            yield ("associations", name), item


def _figure(item: dict[str, Any]) -> Part | None:
    """A picture by the first of its renditions that has an address; its headline says what is on it."""
    headline = next((bare(entry.words) for entry in _entries(item, "headline", "headlines")), "")
    address = _address(item)
    return Part(BlockKind.FIGURE, Text(OBJECT), (("src", address), ("alt", headline))) if address else None


def _under(above: Path, place: Place) -> Place:
    """A place in an object that is itself a part of the file."""
    assert isinstance(place, Said | Inside)
    place.path = (*above, *place.path)
    return place


def _address(item: dict[str, Any]) -> str:
    """The address of the first rendition that has one."""
    renditions = item.get("renditions")
    listed = renditions.values() if isinstance(renditions, dict) else _list(item, "renditions")
    addresses = (safe_address(_string(each, "href"), IMAGE_SCHEMES) for each in listed)
    return next(filter(None, addresses), "")


def _entries(value: dict[str, Any], one: str, many: str) -> list[Entry]:
    """The strings for one purpose: a list of objects in versions 2 and 3, names that begin alike in version 1."""
    found = []
    for number, each in enumerate(_list(value, many)):
        role, kind = _string(each, "role").lower(), _string(each, "contenttype") or _string(each, "contentType")
        unsaid = not kind and role != "text" and one != "headline"
        markup = "html" in (kind or role) or "nitf" in (kind or role).lower() or (unsaid and bool(MARKUP.search(_string(each, "value"))))
        found.append(Entry(role, (many, number, "value"), _string(each, "value"), markup))
    for name in value:
        role = name.removeprefix(one).removeprefix("_").lower()
        if name == one or name.startswith(f"{one}_"):
            found.append(Entry(role, (name,), _string(value, name), "html" in role))
    return [entry for entry in found if entry.words.strip()]


def _list(value: Any, name: str) -> list[Any]:
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def _string(value: Any, name: str) -> str:
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""
