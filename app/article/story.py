"""An article as its checks see it."""

from app.article.article import Article
from app.evidence.story import Row, Story
from app.model import BlockKind, BlockStart


def story_of_article(article: Article) -> Story:
    """The rows as they are now; removed ones are left out."""
    rows, kind, paragraph = [], BlockKind.PARAGRAPH, -1
    starts = False
    for unit in article.units:
        if isinstance(unit.opening, BlockStart):
            kind, starts = unit.opening.kind, True
            paragraph += 1
        if unit.removed:
            continue
        block = article.source.block_index(unit.source.start) if unit.source else -1
        rows.append(
            Row(
                unit=unit.id,
                source=article.source_text(unit),
                target=unit.target,
                kind=kind,
                source_kind=article.source.blocks[block].kind if block >= 0 else kind,
                starts=starts,
                paragraph=max(0, paragraph),
                source_block=block,
                doubt=unit.doubt,
                touched=article.edited(unit),
            )
        )
        starts = False
    return Story(tuple(rows), article.source.language, article.target.language)
