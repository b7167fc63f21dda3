"""The article as a page of rows: laid out on demand, measured when seen, kept in step with the model."""

from PySide6.QtCore import QModelIndex, QObject, Signal

from app.model import Severity, Side, Unit
from ui.desk.columns import Columns, columns
from ui.desk.evidence import Evidence
from ui.desk.heights import Heights
from ui.desk.page import Group, Page, Shape
from ui.desk.prose import Prose
from ui.desk.scrolling import Scroll
from ui.desk.setting import Copy, Setting, Slip
from ui.desk.strip import Entry, field_of_row
from ui.desk.typesetting import Underline
from ui.models.units import UnitModel
from ui.session import Session, View
from ui.theme import Theme


class Sheet(QObject):
    """Rows, heights and place; `changed` after rows became different.

    `raised` holds the rows of the current group, laid out by the view as they are with their fields and the finding card.
    """

    changed = Signal()

    def __init__(self, session: Session, model: UnitModel, theme: Theme, parent: QObject) -> None:
        """Follow a model."""
        super().__init__(parent)
        self.session = session
        self.model = model
        self.theme = theme
        self.width = 800
        self.page = Page((), None)
        self.evidence = Evidence()
        self.raised: dict[int, Slip] = {}
        self.setting = Setting(theme, columns(self.width, theme), session.view)
        self.scroll = Scroll(Heights(), self.measure)
        model.dataChanged.connect(self._change)
        model.rowsInserted.connect(self._insert)
        model.rowsRemoved.connect(self._remove)

    @property
    def columns(self) -> Columns:
        """Where the columns lie."""
        return self.setting.columns

    @property
    def position(self) -> int:
        """Where the current row stands; -1 when there is none."""
        return self.model.position(self.session.current)

    @property
    def group(self) -> Group | None:
        """The rows that are current together."""
        position = self.position
        return self.page.group(position) if position >= 0 else None

    def unit(self, position: int) -> Unit:
        """The row at a position."""
        return self.model.units[position]

    def open(self) -> None:
        """Lay out another article from the top."""
        self.setting = self._fresh()
        self.evidence = Evidence(self.session.findings)
        self._leaf()
        self._estimate()
        window = self.scroll.window
        self.scroll = Scroll(self.scroll.heights, self.measure)
        self.scroll.window = window

    def relay(self, width: int, theme: Theme) -> None:
        """Lay out everything anew for another width, theme or view."""
        self.width, self.theme = width, theme
        fresh, before = self._fresh(), self.setting
        if (fresh.columns, fresh.theme, fresh.view, fresh.blind) != (before.columns, before.theme, before.view, before.blind):
            self.setting = fresh
            self._estimate()

    def compare(self) -> None:
        """Lay out everything anew where another translation is shown."""
        if self.session.view is View.OPINION:
            self.setting = self._fresh()
            self._estimate()

    def slip(self, position: int) -> Slip:
        """The row laid out."""
        raised = self.raised.get(position)
        return raised or self.flat(position)

    def flat(self, position: int, *, single: bool = False) -> Slip:
        """The row laid out as it is when it is not current; with `single` by itself, even where it is shown as part of a passage."""
        article = self.model.article
        assert article is not None
        copy = Copy(article, self.page, self.model.units, self.session.drafts, self.session.opinion)
        return self.setting.slip(copy, position, single=single)

    def opened(self, group: Group) -> bool:
        """Whether removed rows are shown in full, as they are where changes or the original are looked at."""
        return group.shape is not Shape.FOLD or self.session.view in {View.CHANGES, View.ORIGINAL}

    def members(self, position: int) -> range:
        """The rows that are shown in the place of a row."""
        group = self.page.group(position)
        whole = group.shape is not Shape.ROW and position not in self.raised
        return range(group.first, group.end) if whole else range(position, position + 1)

    def number(self, position: int) -> str:
        """What stands in the margin: the whole name at the head of a paragraph, the number within it elsewhere."""
        label = self.session.label(self.unit(position).id)
        if label.endswith("+"):
            return ""
        _paragraph, dot, sentence = label.partition(".")
        return sentence if dot and sentence != "1" else label

    def entry(self, position: int) -> Entry | None:
        """The field of a CMS that a row belongs to, if any, with the lengths of its texts now."""
        article, unit = self.model.article, self.unit(position)
        assert article is not None
        field = field_of_row(unit, self.page.kinds[position], article.source)
        if field is None:
            return None
        return Entry(field, (len(article.source_text(unit).plain) if unit.source else 0, len(self.session.text(unit.id))))

    def worst(self, position: int) -> Severity | None:
        """The gravest finding in a row, or in the passage shown in its place; the raised rows of one show it once."""
        if position in self.raised and position != min(self.raised):
            return None
        found = (self.evidence.worst(self.unit(at).id) for at in self.members(position))
        return max((severity for severity in found if severity), key=lambda severity: severity.rank, default=None)

    def underlines(self, position: int) -> tuple[list[Underline], list[Underline]]:
        """What findings point to in both texts of a row as they are shown."""
        unit, slip = self.unit(position).id, self.slip(position)
        source = self.evidence.shown(unit, Side.SOURCE, slip.source.prose) if slip.source else []
        if slip.target is None or self.session.view is View.ORIGINAL:
            return source, []
        if not slip.parts:
            return source, self.evidence.shown(unit, Side.TARGET, slip.target.prose)
        return source, [line for part, shift in slip.parts for line in self.evidence.shown(part, Side.TARGET, Prose(""), shift)]

    def measure(self, position: int) -> int:
        """The exact height of a row, entered into the heights."""
        height = self.slip(position).height
        self.scroll.heights[position] = height
        return height

    def _fresh(self) -> Setting:
        """Nothing laid out, in the width, theme and view of now."""
        view = self.session.view
        return Setting(self.theme, columns(self.width, self.theme, alone=view is View.COLD), view, blind=self.session.blind)

    def _leaf(self) -> None:
        """Look through the rows again."""
        article = self.model.article
        self.raised = {}
        self.page = Page(self.model.units, article.source if article else None)

    def _estimate(self) -> None:
        """Estimate all heights; the place stays in the same row."""
        self.raised = {}
        if not self.scroll.window:
            self.scroll.heights = Heights([0] * len(self.model.units))
            return
        self.scroll.heights = Heights(self.setting.estimates(self.page, self.model.units))
        self.scroll.row = max(0, min(self.scroll.row, len(self.model.units) - 1))

    def _change(self, first: QModelIndex, last: QModelIndex) -> None:
        positions = range(first.row(), last.row() + 1)
        natural = all(self.page.fits(at, self.unit(at)) for at in positions)
        leads = {self.unit(self.page.group(at).first).id for at in positions}
        self.setting.forget(*leads, *(self.unit(at).id for at in positions))
        if not natural:
            self._regroup(positions)
        self.changed.emit()

    def _regroup(self, positions: range) -> None:
        """Gather the rows anew after some changed their nature; heights that were measured stay where nothing changed."""
        touched = {at for position in positions for at in range(self.page.group(position).first, self.page.group(position).end)}
        self._leaf()
        touched.update(at for position in positions for at in range(self.page.group(position).first, self.page.group(position).end))
        for at in touched | {at + 1 for at in touched}:
            if at < len(self.model.units):
                self.setting.forget(self.unit(at).id)
        for at in touched:
            self.scroll.heights[at] = self.slip(at).height

    def _insert(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._rebuild(first, 0, last - first + 1)

    def _remove(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._rebuild(first, last - first + 1, 0)

    def _rebuild(self, at: int, gone: int, come: int) -> None:
        """Rows came or went: the others keep their heights."""
        self._leaf()
        self.setting.forget(*(unit.id for unit in self.model.units[max(0, at - 1) : at + come + 1]))
        heights = self.scroll.heights.listed()
        heights[at : at + gone] = [0] * come
        self.scroll.heights = Heights(heights)
        for position in range(max(0, at - 1), min(len(heights), at + come + 1)):
            self.measure(position)
        if self.scroll.row >= at + gone:
            self.scroll.row += come - gone
        self.scroll.row = max(0, min(self.scroll.row, len(heights) - 1))
        self.changed.emit()
