"""Where the blocks of the corrected story come from."""

from collections.abc import Iterable, Iterator

from app.article.article import Article
from app.article.compose import blocks_of
from app.model import Side, Unit


def stems(article: Article, side: Side = Side.TARGET) -> tuple[int, ...]:
    """For each block of the corrected story the number of the imported block of that side from which it stems, -1 for a new one.

    A block stems from the first one in which its rows stood, the pieces of a row that spanned several blocks from those in
    turn. The numbers rise: a block that was moved before another counts as new.
    """
    found, last = list[int](), -1
    here: Iterator[int] = iter(())
    for _start, _text, rows in blocks_of(article):
        if rows:
            here = iter(_blocks(article, side, rows))
        stem = next((number for number in here if number > last), -1)
        found.append(stem)
        last = max(last, stem)
    return tuple(found)


def _blocks(article: Article, side: Side, rows: Iterable[Unit]) -> list[int]:
    """The numbers of the blocks in which rows stood on one side, in order."""
    document = article.source if side is Side.SOURCE else article.target
    spans = [span for row in rows if (span := row.source if side is Side.SOURCE else row.imported)]
    return sorted({number for span in spans for number in range(document.block_index(span.start), document.block_index(span.end - 1) + 1)})
