"""Rows laid out for painting: what stands in each cell, and how high the row is."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from app.article import Article
from app.i18n import _, ngettext
from app.model import Block, BlockKind, BlockStart, Document, Opening, Span, Text, Unit
from ui.desk.columns import Columns
from ui.desk.page import Group, Page, Shape
from ui.desk.prose import CODE_SIGN, LINE_BREAK, Look, Prose, Stretch, changes, displayable, joined, opinion, running
from ui.desk.typesetting import RUNNING, Cell, Style, em, indent_of, leading_of, least_of, style_of
from ui.session import Session, View
from ui.theme import Theme

KEPT = 600
"""Rows that stay laid out: some twenty screens."""

PAD = 3
"""Pixels above and below the text of a row at 100 %."""

LETTER = 0.52
"""The width of an average letter in ems, with the ragged edge."""

TIGHT = frozenset({BlockKind.FIELD, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})
"""Kinds that stand close together; a run of them is set off like a paragraph."""

WORDS_OF_FOLD = 60
"""Characters of a removed passage that its folded line shows."""


class Slip(Struct, frozen=True):
    """A row laid out. `lead` is the air above its text, `height` everything, in pixels; a height of 0 is not painted.

    `source` and `target` are None where the side is empty; `label` is what the line of a removed text says. `parts` names
    the units of a passage and where each begins in its text. In the current group `paper` says where its card begins and
    ends, `texts` how high the texts are and `card` where the finding lies, all from the top of the row.
    """

    shape: Shape
    lead: int
    height: int
    source: Cell | None = None
    target: Cell | None = None
    label: str = ""
    parts: tuple[tuple[int, int], ...] = ()
    paper: tuple[int, int] = (0, 0)
    texts: int = 0
    card: int = 0


HIDDEN = Slip(Shape.ROW, 0, 0)


class Copy(Struct, frozen=True):
    """What is set: the article, its rows and how they lie on the page, what is being typed, and what others say of a row by its id."""

    article: Article
    page: Page
    units: Sequence[Unit]
    drafts: Mapping[int, str]
    opinion: Callable[[int], str]

    def text(self, unit: Unit) -> Text:
        """A row's translation now."""
        draft = self.drafts.get(unit.id)
        return unit.target if draft is None else Text(draft)


class Setting:
    """Lays out the rows of an article for one width, theme and view, and keeps the latest."""

    def __init__(self, theme: Theme, columns: Columns, view: View, *, blind: bool = False) -> None:
        """Begin with nothing laid out."""
        self.theme = theme
        self.columns = columns
        self.view = view
        self.blind = blind
        self._kept: OrderedDict[int, Slip] = OrderedDict()

    @property
    def pad(self) -> int:
        """The air above and below the text of a row."""
        return round(self.theme.pixels(PAD))

    def forget(self, *unit_ids: int) -> None:
        """Lay these rows out anew when they are wanted again."""
        for unit_id in unit_ids:
            self._kept.pop(unit_id, None)

    def slip(self, copy: Copy, position: int, *, single: bool = False) -> Slip:
        """The row at a position; with `single` a member of a passage stands by itself."""
        unit = copy.units[position]
        found = None if single else self._kept.get(unit.id)
        if found is None:
            found = self._lay(copy, position, single=single)
            if not single:
                self._kept[unit.id] = found
                if len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        elif not single:
            self._kept.move_to_end(unit.id)
        return found

    def air(self, page: Page, position: int) -> int:
        """The air above a row that begins a paragraph."""
        if not page.starts[position]:
            return 0
        kind = page.kinds[position]
        air = style_of(kind).air if position else 0.3
        if kind in TIGHT and position and page.kinds[position - 1] is not kind:
            air = RUNNING.air
        return round(air * em(self.theme))

    def estimates(self, page: Page, units: Sequence[Unit]) -> list[int]:
        """About how high every row will be, from the lengths of its texts alone."""
        sizes = {kind: self._size(style_of(kind)) for kind in BlockKind}
        leasts = {kind: least_of(style_of(kind), self.theme) for kind in BlockKind}
        alone, pads, found = self.columns.alone, 2 * self.pad, []
        for unit, kind, starts in zip(units, page.kinds, page.starts, strict=True):
            leading, per_line, air = sizes[kind]
            source = 0 if alone or unit.source is None else unit.source.length
            lines = max(source, len(unit.target.plain)) // per_line + 1
            found.append(max(lines * leading, leasts[kind]) + pads + (air if starts else 0))
        for position in page.hidden():
            found[position] = 0
        return found

    def _size(self, style: Style) -> tuple[int, int, int]:
        """Of a style: the leading, how many characters fill a line, the air above a paragraph."""
        size = em(self.theme)
        room = self.columns.cell - indent_of(style, self.theme, self.columns.cell)
        return leading_of(style, self.theme), max(8, round(room / (size * style.size * LETTER))), round(style.air * size)

    def style(self, page: Page, position: int) -> Style:
        """How a row is set."""
        return style_of(page.kinds[position])

    def translation(self, copy: Copy, unit: Unit) -> Prose:
        """What the view shows of a row's translation."""
        article, text = copy.article, copy.text(unit)
        match self.view:
            case View.ORIGINAL:
                return running(article.imported_text(unit))
            case View.CHANGES:
                return changes(article.imported_text(unit).plain, Text() if unit.removed else text, blind=self.blind)
            case View.OPINION if other := copy.opinion(unit.id):
                return opinion(text, other, blind=self.blind)
            case _:
                return running(text)

    def _lay(self, copy: Copy, position: int, *, single: bool) -> Slip:
        group = copy.page.group(position)
        if single or group.shape is Shape.ROW:
            return self._row(copy, position)
        if position != group.first:
            return HIDDEN
        if group.shape is Shape.FOLD and self.view in {View.TEXT, View.COLD}:
            return HIDDEN if self.view is View.COLD else self._fold(copy, group)
        return self._passage(copy, group)

    def _row(self, copy: Copy, position: int) -> Slip:
        unit = copy.units[position]
        style, lead = self.style(copy.page, position), self.air(copy.page, position) + self.pad
        source = None if unit.source is None or self.columns.alone else self._cell(self._source(copy, position), style)
        prose = wordless(self.translation(copy, unit), copy.page.kinds[position], described(unit.opening))
        target, label = self._cell(prose, style) if prose.text else None, ""
        if unit.removed and self.view in {View.TEXT, View.COLD}:
            target, label = None, folded(copy.article, [unit])
        if self.columns.alone and target is None:
            return HIDDEN
        least = max(least_of(style, self.theme), leading_of(RUNNING, self.theme) if target is None else 0)
        height = max([least, *(cell.height for cell in (source, target) if cell)])
        return Slip(Shape.ROW, lead, lead + height + self.pad, source, target, label)

    def _source(self, copy: Copy, position: int) -> Prose:
        article, at = copy.article, copy.units[position].source
        assert at is not None
        prose = running(article.source_text(copy.units[position]))
        return wordless(prose, copy.page.kinds[position], article.source.block_at(at.start).attribute("alt"))

    def _passage(self, copy: Copy, group: Group) -> Slip:
        page, members = copy.page, copy.units[group.first : group.end]
        ends = [LINE_BREAK if page.starts[at] else " " for at in range(group.first + 1, group.end)] + [""]
        parts = [(self.translation(copy, unit), end) for unit, end in zip(members, ends, strict=True)]
        label = (
            ""
            if group.size == 1 or self.view is View.COLD
            else ngettext("one passage, {count} sentence", "one passage, {count} sentences", group.size)
        )
        note = "  " + label.format(count=group.size).replace(" ", "\u00a0") if label else ""
        prose = joined([*parts, (Prose(note, (Stretch(Span(0, len(note)), Look.SOFT),)), "")])
        target = self._cell(prose, self.style(page, group.first))
        lead = max(self.air(page, group.first), round(em(self.theme) * RUNNING.air)) + self.pad
        shifts = accumulate((len(part.text) + len(end) for part, end in parts[:-1]), initial=0)
        named = tuple(zip((unit.id for unit in members), shifts, strict=True))
        return Slip(Shape.PASSAGE, lead, lead + target.height + self.pad, None, target, parts=named)

    def _fold(self, copy: Copy, group: Group) -> Slip:
        lead = self.pad * 2
        height = round(self.theme.pixels(26))
        return Slip(Shape.FOLD, lead, height + 2 * lead, label=folded(copy.article, copy.units[group.first : group.end]))

    def _cell(self, prose: Prose, style: Style) -> Cell:
        return Cell(prose, style, self.columns.cell, self.theme)


def badge(session: Session, unit: Unit) -> str:
    """How many sentences stand opposite how many, where the numbers differ; they are counted when the findings are there."""
    article, translation = session.article, session.text(unit.id)
    if article is None or session.unchecked or unit.source is None or not translation:
        return ""
    counts = sentences(article.source.language, article.source_text(unit).plain), sentences(article.target.language, translation)
    return f"{counts[0]}→{counts[1]}" if counts[0] != counts[1] else ""


@lru_cache(maxsize=4096)
def sentences(language: str, plain: str) -> int:
    """How many sentences a text has."""
    from app.segmentation import segments

    return len(segments(Document(language, "row", Text(plain), (Block(BlockKind.PARAGRAPH, Span(0, len(plain))),))))


def folded(article: Article, units: Sequence[Unit]) -> str:
    """What the folded line of removed rows says, without what brings them back."""
    text = " ".join((unit.target.plain if unit.removed else article.imported_text(unit).plain) for unit in units)
    words = len(text.split())
    flat = displayable(" ".join(text.split()))
    shown = flat if len(flat) <= WORDS_OF_FOLD else f"{flat[:WORDS_OF_FOLD].rpartition(' ')[0]} …"
    return ngettext("{count} word removed: {text}", "{count} words removed: {text}", words).format(count=words, text=shown)


def described(opening: Opening) -> str:
    """What a picture shows, as far as its block says."""
    return dict(opening.attributes).get("alt", "") if isinstance(opening, BlockStart) else ""


def wordless(prose: Prose, kind: BlockKind, described: str = "") -> Prose:
    """A name for what has no words: a picture with its description, a rule, an embed."""
    if prose.text.strip() != CODE_SIGN:
        return prose
    if kind is BlockKind.RULE:
        return Prose("⁂")
    name = _("picture") if kind is BlockKind.FIGURE else _("embedded")
    return Prose(f"[{name}: {described}]" if described else f"[{name}]")
