"""A corrected story back in the ninjs file it came in: words change in their strings, and in every rendition that has the same."""

from collections.abc import Iterator

from msgspec.structs import replace

from app.errors import UserError
from app.formats.agency.heads import NO_PLACE, in_body, plain
from app.formats.agency.value import Value
from app.formats.format import Revision
from app.formats.ninjs.reader import Described, Inside, Item, Said, item_of
from app.formats.parts import Part, joined
from app.formats.rewriting import Change, Changes, Piece, changes, unnamed
from app.formats.weaving import covered
from app.model import Text
from app.safe.json import Path, PlacedJson


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same file with the story as it is now. Raises UserError when it does not hold what the revision was made from."""
    placed, said = PlacedJson(data), revision.before.language
    item = item_of(placed.value, said)
    what = changes(revision, joined(item.parts, said, "ninjs"))
    return placed.replaced(Rewriting(placed, item).pieces(what)) if what else data


class Rewriting:
    """Changes to the strings of one file."""

    def __init__(self, placed: PlacedJson, item: Item) -> None:
        self._placed, self._item = placed, item

    def pieces(self, what: Changes) -> list[Piece]:
        """What to replace in the file by what. Raises UserError for a new field, which would need a place of its own."""
        what = in_body(what, self._is_body)
        if what.added and self._item.body is None:
            raise UserError(NO_PLACE)
        pieces = [piece for number, after in _said(what).items() for piece in self._whole(number, after)]
        for path, (value, numbers) in self._values().items():
            pieces += self._inside(path, value, what.among(numbers))
        for path, value in self._item.others:
            pieces += self._inside(path, value, _echoed(what.among(self._alike(value)), value))
        return pieces

    def _is_body(self, number: int) -> bool:
        place = self._item.places[number]
        return isinstance(place, Inside) and place.path == self._item.body

    def _whole(self, number: int, after: Part | None) -> Iterator[Piece]:
        """Where a block is all of a string, and where the file says it again."""
        place = self._item.places[number]
        for each in (place, *place.copies):
            if isinstance(each, Said):
                yield self._placed.whole(each.path), _plain(after)
            elif isinstance(each, Described):
                signs = self._placed.signs(each.path)
                yield from ((covered(signs, span), words) for span, words in each.value.described(each.image, _plain(after)))
            elif isinstance(each, Inside) and each is not place:
                once = Changes({}, (each.number,), {}) if after is None else Changes({each.number: Change(Text(), after)}, (), {})
                yield from self._inside(each.path, each.value, _echoed(once, each.value))

    def _values(self) -> dict[Path, tuple[Value, dict[int, int]]]:
        """The strings that hold several blocks, and the numbers of these in the file and in the string."""
        found: dict[Path, tuple[Value, dict[int, int]]] = {}
        for number, place in enumerate(self._item.places):
            if isinstance(place, Inside):
                numbers = {-1: -1} if place.path == self._item.body else {}
                found.setdefault(place.path, (place.value, numbers))[1][number] = place.number
        return found

    def _inside(self, path: Path, value: Value, what: Changes) -> list[Piece]:
        """Changes to the text in a string."""
        if not what:
            return []
        signs = self._placed.signs(path)
        return [(covered(signs, span), words) for span, words in value.pieces(what)]

    def _alike(self, value: Value) -> dict[int, int]:
        """The blocks of the body that another rendition has too, and their numbers there."""
        free: dict[str, list[int]] = {}
        for number, part in reversed(list(enumerate(value.walk.parts))):
            free.setdefault(_plain(part), []).append(number)
        own = ((number, free.get(_plain(part))) for number, part in enumerate(self._item.parts) if self._is_body(number))
        return {number: there.pop() for number, there in own if there}


def _said(what: Changes) -> dict[int, Part | None]:
    """What each block that changes says now; None for one that is gone."""
    return {**{number: change.after for number, change in what.changed.items()}, **dict.fromkeys(what.removed)}


def _echoed(what: Changes, value: Value) -> Changes:
    """The same changes in another text that has these blocks; one without markup takes the words alone."""

    def fitting(part: Part) -> Part:
        return part if value.markup else replace(part, text=Text(_plain(part)))

    changed = {number: Change(unnamed(value.walk.parts[number].text), fitting(change.after)) for number, change in what.changed.items()}
    return Changes(changed, what.removed, {number: tuple(map(fitting, parts)) for number, parts in what.added.items()})


def _plain(part: Part | None) -> str:
    return plain(part.text) if part is not None else ""
