"""An article as the segments of an aligned file."""

from app.article import Article
from app.article.compose import joint
from app.formats import Bilingual, Pair
from app.model import BlockKind, BlockStart, Span, Text, Unit


def bilingual(article: Article) -> Bilingual:
    """All rows with their source, the translation as it was received and as it is now; a removed row has no translation."""
    pairs, end = list[Pair](), 0
    for unit in article.units:
        pairs.append(_pair(article, unit, end, first=not pairs))
        end = unit.source.end if unit.source else end
    return Bilingual(article.title, article.source.language, article.target.language, tuple(pairs))


def _pair(article: Article, unit: Unit, end: int, *, first: bool) -> Pair:
    """One row; `end` is where the source of the rows before it ends."""
    start = unit.opening if isinstance(unit.opening, BlockStart) else BlockStart(BlockKind.PARAGRAPH) if first else None
    return Pair(
        source=article.source_text(unit),
        target=Text() if unit.removed else unit.target,
        between=(_between(article, unit, end), joint(unit)) if start is None else None,
        kind=start.kind if start else BlockKind.PARAGRAPH,
        attributes=start.attributes if start else (),
        state=unit.state,
        needs_work=unit.needs_work,
        note=unit.note,
        imported=article.imported_text(unit),
        errors=tuple(mark for mark in article.marks if mark.unit == unit.id),
    )


def _between(article: Article, unit: Unit, end: int) -> Text:
    """What stands before a row's source in its block; a space where it begins one."""
    if unit.source is None or article.source.block_at(unit.source.start).span.start >= max(end, 1):
        return Text(" ")
    return article.source.excerpt(Span(min(end, unit.source.start), unit.source.start))
