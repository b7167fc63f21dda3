"""A story as alignment's evidence and the checks see it: rows of clean text, nothing else."""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from app.model import OBJECT, BlockKind, Mark, MarkKind, Place, Side, Span, Text
from app.model.unit import DOUBTFUL

MARKED = re.compile("⟦([^⟦⟧→|]*)([→|])([^⟦⟧→|]+)⟧")


class Row(Struct, frozen=True):
    """One row now; removed rows are not part of a `Story`.

    `kind` is that of the block the translation lies in (of the source's block where there is no translation), `starts`
    whether the row begins it, `paragraph` its number counted over the translation. `source_block` is the number of the
    source's block, -1 where nothing stands in the source; `tight`: the translation's block begins on the very next line, where
    others are set apart by an empty one. `doubt` is the probability that the pairing is wrong.
    """

    unit: int
    source: Text
    target: Text
    kind: BlockKind = BlockKind.PARAGRAPH
    source_kind: BlockKind = BlockKind.PARAGRAPH
    starts: bool = True
    paragraph: int = 0
    source_block: int = -1
    doubt: float = 0.0
    touched: bool = False
    tight: bool = False

    def text(self, side: Side) -> Text:
        """The text of one side."""
        return self.source if side is Side.SOURCE else self.target

    def place(self, side: Side, start: int = 0, end: int | None = None) -> Place:
        """A place in this row: the whole text of a side unless offsets are given."""
        return Place(self.unit, side, Span(start, len(self.text(side).plain) if end is None else end))

    def sure(self, confidence: float) -> float:
        """A confidence in what the two sides say to each other: half of it where they may not belong together."""
        return confidence * (0.5 if self.doubt >= DOUBTFUL else 1)

    @property
    def added(self) -> bool:
        """Whether the translation has nothing opposite in the source."""
        return bool(self.target.plain) and not self.source.plain

    @property
    def missing(self) -> bool:
        """Whether the source has nothing opposite in the translation."""
        return bool(self.source.plain) and not self.target.plain


class Story(Struct, frozen=True, dict=True):
    """All rows of an article, in order. Languages are BCP 47."""

    rows: tuple[Row, ...]
    source_language: str = "en"
    target_language: str = "de"

    @property
    def translation(self) -> str:
        """The translations of all rows, divided by spaces: what no row has is looked for once."""
        if "_translation" not in self.__dict__:
            self.__dict__["_translation"] = " ".join(row.target.plain for row in self.rows)
        whole: str = self.__dict__["_translation"]
        return whole

    def index(self, unit: int) -> int:
        """The position of a unit's row; raises KeyError for one that is not part of the story."""
        return self._positions()[unit]

    def row(self, unit: int) -> Row:
        """The row of a unit; raises KeyError for one that is not part of the story."""
        return self.rows[self.index(unit)]

    def holds(self, unit: int) -> bool:
        """Whether a unit's row is part of the story."""
        return unit in self._positions()

    def revised(self, rows: Iterable[Row]) -> "Story":
        """With other rows in the place of those of the same units, which must be there; takes no time for the others."""
        revised = list(self.rows)
        for row in rows:
            revised[self.index(row.unit)] = row
        story = replace(self, rows=tuple(revised))
        story.__dict__["_places"] = self._positions()
        return story

    def _positions(self) -> dict[int, int]:
        if "_places" not in self.__dict__:
            self.__dict__["_places"] = {row.unit: at for at, row in enumerate(self.rows)}
        places: dict[int, int] = self.__dict__["_places"]
        return places

    def around(self, row: Row, reach: int = 1) -> tuple[Row, ...]:
        """The row with up to `reach` neighbours on either side."""
        at = self.index(row.unit)
        return self.rows[max(0, at - reach) : at + reach + 1]


def story_of(*pairs: tuple[str, str], source_language: str = "en", target_language: str = "de") -> Story:
    """A story from plain pairs of source and translation, each a paragraph of its own; "" stands for nothing opposite.

    A source that begins with "# " is a headline, a translation that begins with a line break stands close to the one before;
    "⟦words→address⟧" is a link, "⟦words→*⟧" is set off, "⟦words|name⟧" stands for words inside a code, "⟦|name⟧" for a code among words.
    """
    rows = (
        Row(
            unit=number,
            source=_marked(source.removeprefix("# ")),
            target=_marked(target.removeprefix("\n")),
            tight=target.startswith("\n"),
            kind=BlockKind.TITLE if source.startswith("# ") else BlockKind.PARAGRAPH,
            source_kind=BlockKind.TITLE if source.startswith("# ") else BlockKind.PARAGRAPH,
            paragraph=number - 1,
            source_block=number - 1 if source else -1,
        )
        for number, (source, target) in enumerate(pairs, 1)
    )
    return Story(tuple(rows), source_language, target_language)


def _marked(plain: str) -> Text:
    found = MARKED.search(plain)
    if found is None:
        return Text(plain)
    words, sign, name = found.groups()
    mark = _mark(Span(0, len(words or OBJECT)), sign, name, around=bool(words))
    return Text(plain[: found.start()]) + Text(words or OBJECT, (mark,)) + _marked(plain[found.end() :])


def _mark(span: Span, sign: str, name: str, *, around: bool) -> Mark:
    if sign == "→":
        return Mark(span, MarkKind.EMPHASIS) if name == "*" else Mark(span, MarkKind.LINK, (("href", name),))
    return Mark(span, MarkKind.PAIRED if around else MarkKind.PROTECTED, (("code", name),))
