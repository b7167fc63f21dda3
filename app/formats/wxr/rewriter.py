"""A corrected story in the export it came in: only the elements change that say otherwise, and in the content only the words."""

from collections.abc import Iterable, Iterator

from lxml import etree

from app.errors import UserError
from app.formats.elements import as_markup
from app.formats.format import Revision
from app.formats.parts import Part, is_alt
from app.formats.pictures import alt_places
from app.formats.rewriting import OTHERWISE, Changes, Piece, changes, counted_anew, of_text, stitched
from app.formats.source import Source, quoted
from app.formats.weaving import Hand, Weaving
from app.formats.wxr.blocks import BlockWeaving, without_emptied
from app.formats.wxr.classic import is_classic
from app.formats.wxr.reader import CONTENT, Post, bare, namespace, post_of
from app.formats.wxr.writing import cdata, meta, term
from app.model import Span
from app.model.fields import CATEGORIES, KEYWORDS, SEO_TITLE, SLUG, TEASER, field_named, hyphenated, names, slug
from app.safe.places import PlacedXml, escaped

CLASSIC = Hand(parting="\n\n")
DOMAINS = {CATEGORIES.name: "category", KEYWORDS.name: "post_tag"}


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same export with the story as it is now. Raises UserError when it does not hold what the revision was made from."""
    file = PlacedXml(data)
    post, _others = post_of(file.root, revision.before.language)
    what = changes(revision, post.document)
    if not what:
        return data
    return file.replaced(Returning(file, post).pieces(what))


class Returning:
    """Changes to one post of an export."""

    def __init__(self, file: PlacedXml, post: Post) -> None:
        self._file, self._post = file, post
        self._own = post.own
        self._title = 0 if post.titled else -1

    def pieces(self, what: Changes) -> list[Piece]:
        """What to replace in the file by what."""
        now = what.words
        pieces = list[Piece]()
        if self._title in now:
            pieces += self._texts("title", as_markup(now[self._title]))
        content = self._content(what, {number: words for number, words in now.items() if number in self._own})
        if content != self._post.content:
            pieces += self._texts(CONTENT, content)
        for number, words in now.items():
            if number in self._own:
                pieces += self._field(number, words)
        return [*pieces, *self._added(what.fields)]

    def _texts(self, name: str, words: str) -> list[Piece]:
        element = next(self._post.item.iterchildren(name), None)
        if element is None:
            raise UserError(OTHERWISE)
        return [self._text(element, words)]

    def _text(self, element: etree._Element, words: str) -> Piece:
        """Other words in an element, in the spelling that it has: as CDATA or with escapes, with the line ends of the file."""
        place = self._file.place(element)
        raw = self._file.source(place.inner) if place.inner else ""
        plain = bool(raw) and "<![CDATA[" not in raw
        written = _spelled(words, raw) if plain else cdata(words)
        written = written.replace("\n", "\r\n") if "\r\n" in raw else written
        if place.inner is not None:
            return place.inner, written
        tag = self._file.source(place.outer).removesuffix("/>").rstrip()
        return place.outer, f"{tag}>{written}</{tag.split()[0].removeprefix('<')}>"

    def _content(self, what: Changes, fields: dict[int, str]) -> str:
        """The content as it is now."""
        post = self._post
        source = Source(post.content, post.root)
        places, titled = post.walk.gathering.places, int(post.titled)
        text = counted_anew(of_text(what, self._own), lambda number: max(number - titled, -1), range(titled))
        weaving = Weaving(source, places, CLASSIC) if is_classic(post.content) else BlockWeaving(source, places)
        blocks = [block for number, block in enumerate(post.document.blocks) if number not in self._own][titled:]
        pictures = alt_places(source, blocks, places)
        said = {post.document.blocks[number].attribute("src"): words for number, words in fields.items() if self._is_alt(number)}
        alts = [(span, quoted(words)) for address, words in said.items() for span in pictures.get(address, ())]
        woven = stitched(post.content, [*weaving.pieces(text), *alts])
        return without_emptied(woven, post.content) if text.removed else woven

    def _is_alt(self, number: int) -> bool:
        return is_alt(self._post.document.blocks[number])

    def _field(self, number: int, words: str) -> Iterator[Piece]:
        beside = self._post.fields[number - self._own.start]
        name = beside.part.attribute("name")
        if name in DOMAINS:
            yield from self._terms(name, beside.elements, words)
        elif beside.elements and name == SLUG.name:
            yield from [self._text(beside.elements[0], hyphenated(words))] if words else []
        elif beside.elements:
            yield self._text(beside.elements[0], as_markup(words) if field_named(name).spoken else words)

    def _terms(self, name: str, elements: tuple[etree._Element, ...], words: str) -> Iterator[Piece]:
        """Another list of names: those that stay are left alone, the others stand in the places of those that are gone."""
        known = {bare(element.text or ""): element for element in elements}
        fresh = [each for each in names(words) if each not in known]
        gone = [element for each, element in known.items() if each not in names(words)]
        for element, other in zip(gone, fresh, strict=False):
            yield self._text(element, as_markup(other))
            yield self._file.with_attribute(element, "nicename", slug(other))
        for element in gone[len(fresh) :]:
            yield self._file.place(element).outer, ""
        more = "".join(f"\n\t\t{term(DOMAINS[name], each)}" for each in fresh[len(gone) :])
        if more:
            end = self._file.place(elements[-1]).outer.end
            yield Span(end, end), more

    def _added(self, parts: Iterable[Part]) -> Iterator[Piece]:
        """Fields that the post did not have; one that an export has no place for stays out."""
        wp = namespace(self._file.root)
        elements = {TEASER.name: f"{{{wp}excerpt/}}encoded", SLUG.name: f"{{{wp}}}post_name"}
        end = self._file.place(self._post.item).inner
        for part in parts:
            name, words = part.attribute("name"), part.text.plain
            there = next(self._post.item.iterchildren(elements[name]), None) if name in elements else None
            if there is not None:
                yield self._text(there, hyphenated(words) if name == SLUG.name else as_markup(words))
            elif end is not None and (name in DOMAINS or name == SEO_TITLE.name):
                lines = [term(DOMAINS[name], each) for each in names(words)] if name in DOMAINS else [meta("_yoast_wpseo_title", words)]
                yield Span(end.end, end.end), "".join(f"\t{line}\n\t" for line in lines)


def _spelled(words: str, raw: str) -> str:
    """Words with escapes, of which the one that is needed nowhere else stands where it stood before."""
    written = escaped(words)
    return written if "&gt;" in raw or "]]&gt;" in written else written.replace("&gt;", ">")
