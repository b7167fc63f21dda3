"""What somebody corrected in a copy of the story, row by row, to be accepted one by one."""

from msgspec import Struct

from app.alignment.rows import opening_of
from app.article.article import Article
from app.article.compose import SEPARATOR, begun, joint
from app.article.standing import places
from app.errors import UserError
from app.i18n import N_
from app.model import PARAGRAPH_BREAK, Block, BlockKind, Document, Joint, Opening, Span, Step, Text


class Hunk(Struct, frozen=True):
    """One difference: a row's text here and in the copy.

    `after` is empty for a row that the copy has no longer. `unit` is 0 for a text that no row has: it stands before the row
    `follower` (0: at the end) and begins with `opening`.
    """

    unit: int
    before: str
    after: Text
    follower: int = 0
    opening: Opening = Joint()


def hunks(article: Article, copy: Document) -> tuple[Hunk, ...]:
    """Where a copy of the corrected story says something else than the rows, in order. White space at line ends does not count."""
    story, ids, spans = _laid_out(article)
    found = places(story, spans, copy)
    result = list[Hunk]()
    for number, (row, span, stands) in enumerate(found):
        after = copy.excerpt(span) if span else Text()
        if row is None:
            assert span is not None
            follower = next((ids[place.row] for place in found[number + 1 :] if place.row is not None), 0)
            result.append(Hunk(0, "", after, follower, opening_of(copy, span)))
        elif not stands:
            result.append(Hunk(ids[row], article.unit(ids[row]).target.plain, after))
    return tuple(result)


def accept(article: Article, hunk: Hunk, who: str) -> Step | None:
    """Let one hunk take effect as a step by the person who corrected the copy; accept hunks that are new texts in order.

    Raises UserError when the row has changed since the copy was compared.
    """
    with article.log.signed(who):
        if not hunk.unit:
            return article.insert(_before(article, hunk.follower), hunk.after.plain, hunk.opening)
        if not article.holds(hunk.unit) or article.unit(hunk.unit).target.plain != hunk.before:
            raise UserError(N_("This row has changed since the copy was compared: compare the copy again."))
        if not hunk.after.plain:
            return article.remove(hunk.unit)
        return article.edit(hunk.unit, hunk.after if PARAGRAPH_BREAK in hunk.after.plain else hunk.after.plain)


def _before(article: Article, follower: int) -> int:
    """The unit behind which a text must be inserted to stand before `follower`."""
    units = article.units
    at = article.position(follower) if article.holds(follower) else len(units)
    return units[at - 1].id if at else 0


def _laid_out(article: Article) -> tuple[Document, list[int], list[Span | None]]:
    """The corrected story as one Document, the ids of the rows in it and where each stands."""
    plain, starts = "", [0]
    ids, spans, kinds = list[int](), list[Span | None](), list[BlockKind]()
    for unit, start in begun(article):
        if start is None:
            plain += joint(unit).plain
        else:
            plain += SEPARATOR if plain else ""
            starts[len(kinds) :] = [len(plain)]
            kinds.append(start.kind)
        ids.append(unit.id)
        spans.append(Span(len(plain), len(plain) + len(unit.target.plain)))
        plain += unit.target.plain
    ends = [*(start - len(SEPARATOR) for start in starts[1 : len(kinds)]), len(plain)]
    blocks = [
        Block(each, Span(start + at, start + at + len(piece)))
        for each, start, end in zip(kinds, starts, ends, strict=False)
        for at, piece in _pieces(plain[start:end])
    ]
    return Document(article.target.language, article.target.origin, Text(plain), tuple(blocks)), ids, spans


def _pieces(text: str) -> list[tuple[int, str]]:
    """A block that holds paragraph breaks as the blocks it stands for, each with its offset."""
    found, at = [], 0
    for piece in text.split(PARAGRAPH_BREAK):
        found.append((at, piece))
        at += len(piece) + 1
    return found
