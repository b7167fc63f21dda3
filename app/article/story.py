"""An article as its checks see it."""

from msgspec.structs import replace

from app.article.article import Article
from app.evidence.story import Row, Story
from app.model import BlockKind, BlockStart, RowSplice, Step, Text, Unit
from app.model.fields import field_of


def story_of_article(article: Article, before: Story | None = None) -> Story:
    """The rows as they are now; removed ones are left out, and fields that hold nothing to compare: one side only, or no words.

    `before` is an earlier story of the same article: rows that are still the same are taken from it, so that a long article
    is told again while a person types.
    """
    rows, kind, paragraph = [], BlockKind.PARAGRAPH, -1
    starts = False
    known = {row.unit: row for row in before.rows} if before else {}
    for unit in article.units:
        if isinstance(unit.opening, BlockStart):
            kind, starts = unit.opening.kind, True
            paragraph += 1
        if not _told(unit):
            continue
        source, row = article.source_text(unit), known.get(unit.id)
        placed = (kind, starts, max(0, paragraph), article.edited(unit))
        if row is not None and _same(row, unit, source) and (row.kind, row.starts, row.paragraph, row.touched) == placed:
            rows.append(row)
            starts = False
            continue
        block = article.source.block_index(unit.source.start) if unit.source else -1
        rows.append(
            Row(
                unit=unit.id,
                source=source,
                target=unit.target,
                kind=kind,
                source_kind=article.source.blocks[block].kind if block >= 0 else kind,
                starts=starts,
                paragraph=max(0, paragraph),
                source_block=block,
                doubt=unit.doubt,
                touched=placed[3],
                tight=unit.imported is not None and starts and article.target.block_index(unit.imported.start) in article.target.tight,
            )
        )
        starts = False
    return Story(tuple(rows), article.source.language, article.target.language)


def retold(article: Article, before: Story, step: Step) -> Story | None:
    """`before` after a step that only gave rows other words or another state; None for a step that did more.

    A step touches a few rows: a long article need not be read again for them.
    """
    changed = list[Row]()
    for splice in step.splices:
        if isinstance(splice, RowSplice):
            if [_nature(unit) for unit in splice.before] != [_nature(unit) for unit in splice.after]:
                return None
            units = (unit for unit in splice.after if _told(unit))
            changed += (replace(before.rows[before.index(u.id)], target=u.target, touched=article.edited(u)) for u in units)
    return before.revised(changed) if changed else before


def _nature(unit: Unit) -> tuple[object, ...]:
    """What, besides its words, decides how a row stands in the story."""
    return unit.id, unit.source, unit.imported, unit.opening, _told(unit), unit.doubt


def _told(unit: Unit) -> bool:
    """Whether a row is part of the story."""
    field = field_of(unit.opening) if isinstance(unit.opening, BlockStart) else None
    return not unit.removed and (field is None or (field.spoken and unit.source is not None and bool(unit.target.plain)))


def _same(row: Row, unit: Unit, source: Text) -> bool:
    """Whether a unit has the texts its row was made of: what did not change is the same object."""
    nothing = not row.source.plain and not source.plain
    return row.target is unit.target and row.doubt == unit.doubt and (row.source is source or nothing)
