"""What a row is called: the paragraph of the source and the sentence in it."""

from collections import Counter
from collections.abc import Iterator

from app.article import Article

PILCROW = "¶"


def labels(article: Article) -> dict[int, str]:
    """The name of every row by unit id: ``¶6.1``, ``¶6`` for a paragraph of one row, ``¶6+`` where the source has nothing."""
    placed = list(_placed(article))
    sizes = Counter(block for _, block, sentence in placed if sentence)
    return {unit: _label(block, sentence, sizes[block]) for unit, block, sentence in placed}


def _placed(article: Article) -> Iterator[tuple[int, int, int]]:
    """Unit id, number of the source's block from 1 and of the row in it; row 0 stands for nothing in the source."""
    block, sentence = 0, 0
    for unit in article.units:
        if unit.source is None:
            yield unit.id, block, 0
            continue
        mine = article.source.block_index(unit.source.start) + 1
        block, sentence = mine, sentence + 1 if mine == block else 1
        yield unit.id, block, sentence


def _label(block: int, sentence: int, size: int) -> str:
    if not sentence:
        return f"{PILCROW}{block}+"
    return f"{PILCROW}{block}.{sentence}" if size > 1 else f"{PILCROW}{block}"
