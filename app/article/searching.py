"""Finding words in a story, and putting others in their place."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from time import monotonic
from typing import TYPE_CHECKING

from msgspec import Struct

from app.article.article import Article
from app.errors import UserError
from app.i18n import N_
from app.model import Edit, Span, Step, Unit

if TYPE_CHECKING:  # loaded with the first search
    import regex

SECONDS = 2.0
"""How long a story may be searched with a pattern: one that runs away, or dawdles in every row, stops there."""

TOO_SLOW = N_("This pattern takes too long to search with: write it more simply.")


class Where(StrEnum):
    """What is searched of a row."""

    SOURCE = "source"
    TARGET = "target"
    NOTE = "note"


class Query(Struct, frozen=True):
    """What is looked for and how; `replacement` is what would stand instead, None where nothing is to be replaced."""

    words: str
    replacement: str | None = None
    places: frozenset[Where] = frozenset(Where)
    case: bool = False
    whole: bool = False
    pattern: bool = False


class Hit(Struct, frozen=True):
    """Where the words stand: `span` counts in the text that was searched, `after` is what would stand there instead."""

    unit: int
    where: Where
    span: Span
    before: str
    after: str | None = None


Texts = Callable[[Unit, Where], str]
"""Gives the text of a row that is searched."""


def texts_of(article: Article) -> Texts:
    """The texts as they are in the article."""

    def text(unit: Unit, where: Where) -> str:
        if where is Where.SOURCE:
            return article.source_text(unit).plain
        return unit.target.plain if where is Where.TARGET else unit.note

    return text


def hits(article: Article, query: Query, texts: Texts | None = None) -> Iterator[Hit]:
    """Every place of the words, row by row: source, translation, note; removed rows are left out, and nothing is replaced in the source.

    Raises UserError for a pattern that cannot be used, and for one that takes too long.
    """
    if not query.words:
        return
    wanted, text, ends = _compiled(query), texts or texts_of(article), monotonic() + SECONDS
    for unit in article.units:
        for where in Where:
            if where in query.places and not (unit.removed and where is Where.TARGET):
                yield from _hits_in(unit.id, where, text(unit, where), wanted, query, ends)


def replaced(article: Article, found: Iterable[Hit]) -> Step | None:
    """Put what the hits say in the place of what they found, all in one step; None when nothing changes.

    The hits must be those of the article as it is.
    """
    edits, notes = [], dict[int, str]()
    for hit in sorted(found, key=lambda hit: -hit.span.start):
        if hit.after is None or hit.where is Where.SOURCE:
            continue
        if hit.where is Where.TARGET:
            edits.append(Edit(hit.unit, hit.span, hit.after))
        else:
            note = notes.get(hit.unit, article.unit(hit.unit).note)
            notes[hit.unit] = note[: hit.span.start] + hit.after + note[hit.span.end :]
    return article.rewrite(edits, notes)


def _compiled(query: Query) -> "regex.Pattern[str]":
    import regex

    words = query.words if query.pattern else regex.escape(query.words, special_only=True, literal_spaces=True)
    if query.whole:
        words = rf"(?<!\w)(?:{words})(?!\w)"
    try:
        return regex.compile(words, regex.V0 if query.case else regex.V0 | regex.IGNORECASE)
    except regex.error as error:
        raise UserError(N_("This pattern cannot be used: {reason}."), reason=error) from None


def _hits_in(unit: int, where: Where, text: str, wanted: "regex.Pattern[str]", query: Query, ends: float) -> Iterator[Hit]:
    left = ends - monotonic() if query.pattern else None  # words alone cannot run away
    if left is not None and left <= 0:
        raise UserError(TOO_SLOW)
    try:
        for match in wanted.finditer(text, timeout=left):
            if match.end() > match.start():
                after = None if query.replacement is None or where is Where.SOURCE else _instead(match, query)
                yield Hit(unit, where, Span(*match.span()), match.group(), after)
    except TimeoutError:
        raise UserError(TOO_SLOW) from None


def _instead(match: "regex.Match[str]", query: Query) -> str:
    """What stands in the place of a match; the groups of a pattern can be named in it."""
    import regex

    assert query.replacement is not None
    if not query.pattern:
        return query.replacement
    try:
        return str(match.expand(query.replacement))
    except (regex.error, IndexError) as error:
        raise UserError(N_("This replacement cannot be used: {reason}."), reason=error) from None
