"""The verbs that reshape rows: join, split, move a border, take apart, link, insert, delete, align again."""

from app.i18n import _
from app.model import BlockKind, BlockStart, Joint, Opening, RowSplice, Side
from ui.jobs import Job
from ui.session.moving import Moving


class Shaping(Moving):
    """What a reviewer does to the rows themselves; without arguments the current row is meant."""

    def join(self) -> None:
        """Join the current row with the next one."""
        self._do(lambda article: article.join(self.current))

    def split(self, at_source: int, at_target: int) -> None:
        """Split the current row at an offset in each of its texts."""
        self._do(lambda article: article.split(self.current, at_source, at_target))

    def border_up(self, side: Side = Side.TARGET) -> None:
        """Move the last sentence of the current row to the next one."""
        self._do(lambda article: article.border_up(self.current, side))

    def border_down(self, side: Side = Side.TARGET) -> None:
        """Move the first sentence of the next row to the current one."""
        self._do(lambda article: article.border_down(self.current, side))

    def move_border(self, unit_id: int, side: Side, at: int, *, down: bool) -> None:
        """Move words over the border below a row: with `down` those of its own text from `at` on, else the next row's up to `at`."""
        self._do(lambda article: (article.border_up if down else article.border_down)(unit_id, side, at))

    def detach(self) -> None:
        """Take the two sides of the current row apart."""
        self._do(lambda article: article.detach(self.current))

    def link(self) -> None:
        """Link the current row to the next one, which has only the other side."""
        self._do(lambda article: article.link(self.current))

    def insert_row(self) -> None:
        """Insert an empty row below the current one and go there."""
        self._insert(Joint())

    def insert_subhead(self) -> None:
        """Insert a subhead below the current row and go there."""
        self._insert(BlockStart(BlockKind.HEADING))

    def block(self) -> int:
        """The id of the row that begins the block of the current row."""
        assert self.article is not None
        units, here = self.article.units, self.article.position(self.current)
        return next((units[at].id for at in range(here, -1, -1) if isinstance(units[at].opening, BlockStart)), units[0].id)

    def preceded(self) -> bool:
        """Whether there is a row before the current one."""
        return self.article is not None and self.article.position(self.current) > 0

    def set_kind(self, kind: BlockKind, level: str = "") -> None:
        """Make the block of the current row one of this kind; `level` is that of a heading."""
        if self.article is not None:
            opening = BlockStart(kind, (("level", level),) if level else ())
            self._do(lambda article: article.begin(self.block(), opening))

    def part(self) -> None:
        """Let a paragraph begin at the current row."""
        self._do(lambda article: article.begin(self.current, BlockStart(BlockKind.PARAGRAPH)))

    def unite(self) -> None:
        """Let the current row go on in the block of the row before."""
        self._do(lambda article: article.begin(self.current, Joint()))

    def delete_row(self) -> None:
        """Delete the current row, which was inserted by hand."""
        self._do(lambda article: article.delete(self.current))

    def realign(self) -> None:
        """Align all rows again, but for those that a person touched."""
        self._realign(None)

    def realign_from_here(self) -> None:
        """Align the rows from the current one on again, but for those that a person touched."""
        self._realign(self.current)

    def _insert(self, opening: Opening) -> None:
        self._do(lambda article: article.insert(self.current, opening=opening))
        if self.article is not None:
            at = self.article.position(self.current)
            self.go_to(self.article.units[min(at + 1, len(self.article.units) - 1)].id)

    def _realign(self, first: int | None) -> None:
        """Work it out beside the window; a text that was changed meanwhile keeps its rows."""
        if self.article is None:
            return
        self.settle()
        article, revision = self.article, self.project.log.revision
        terms = self.project.profile.terms
        job = Job(self, lambda progress: article.realigned(first, progress, terms))

        def take(splices: tuple[RowSplice, ...]) -> None:
            if self.article is not article or self.project.log.revision != revision:
                return
            if not splices:
                self.told.emit(_("Aligning again changes nothing."))
            self._do(lambda there: there.reshape("realign", splices))

        job.finished.connect(take)
        job.failed.connect(self.failed.emit)
        job.start()
