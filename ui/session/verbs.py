"""The reviewer's verbs as slots."""

from collections.abc import Callable, Mapping, Sequence

from app.article.linklist import Link, mended
from app.i18n import N_, _, ngettext
from app.model import Dismissal, Finding, Fix, Opening, Text
from ui.session.shaping import Shaping

Scope = str
HERE, ARTICLE, EVERYWHERE = "here", "article", "everywhere"

REASONS = (N_("checked against the source"), N_("as in the source"), N_("house style"), N_("intended"))
"""What a critical finding may be waved through with."""


class Verbs(Shaping):
    """What a reviewer does to rows and findings. A verb without arguments means the current row or finding."""

    # Text

    def restore(self) -> None:
        """Give the current row back the translation it came with."""
        self._do(lambda article: article.restore(self.current))

    def put_back(self, texts: Mapping[int, Text]) -> None:
        """Give rows texts that they had once, in one step; rows that are not there any more are left out."""
        self._do(lambda article: article.edit_all({unit.id: texts[unit.id] for unit in article.units if unit.id in texts}))

    def copy_source(self) -> None:
        """Put the source of the current row into its translation."""
        self._do(lambda article: article.edit(self.current, article.source_text(article.unit(self.current))))

    def begin(self, opening: Opening, unit_id: int | None = None) -> None:
        """Let a row begin a block, or join it to the row before."""
        self._do(lambda article: article.begin(unit_id or self.current, opening))

    # States

    def confirm(self) -> None:
        """Confirm the current row and go on to the next."""
        self._do(lambda article: article.confirm(self.current))
        self.next_row()

    def confirm_paragraph(self) -> None:
        """Confirm the paragraph of the current row and go on behind it."""
        self.settle()
        units = self.paragraph(self.current)
        self._confirm([unit.id for unit in units])
        if units:
            self.go_to(units[-1].id)
            self.next_row()

    def confirm_to_here(self) -> None:
        """Confirm every row down to the current one."""
        if self.article is not None:
            self.settle()
            self._confirm([unit.id for unit in self.article.units[: self.article.position(self.current) + 1]])

    def _confirm(self, unit_ids: list[int]) -> None:
        """Confirm rows; those with an open major or critical finding are left out, and counted."""
        ready = [unit_id for unit_id in unit_ids if not self.grave_at(unit_id)]
        self._do(lambda article: article.confirm(*ready))
        if left := len(unit_ids) - len(ready):
            sentence = ngettext(
                "{count} row with a major or critical finding was left open.",
                "{count} rows with a major or critical finding were left open.",
                left,
            )
            self.told.emit(sentence.format(count=left))

    def reopen(self) -> None:
        """Take the confirmation of the current row back."""
        self._do(lambda article: article.reopen(self.current))

    def needs_work(self) -> None:
        """Mark the current row as needing work."""
        self._do(lambda article: article.flag(self.current))

    def note(self, text: str, unit_id: int | None = None) -> None:
        """Write a row's note."""
        self._do(lambda article: article.note(unit_id or self.current, text.strip()))

    # Rows

    def remove_passage(self, unit_id: int | None = None) -> None:
        """Take the passage of a row out of the story."""
        self._do(lambda article: article.remove(*(unit.id for unit in self.passage(unit_id or self.current))))

    def bring_back(self, unit_id: int | None = None) -> None:
        """Put a removed passage back into the story."""
        self._do(lambda article: article.bring_back(*(unit.id for unit in self.passage(unit_id or self.current))))

    # Findings

    def apply_fix(self) -> None:
        """Apply the first fix of the current finding and go on; an inserted passage without one is taken out."""
        finding = self.finding_here
        if finding is not None and finding.fixes:
            self.fix(finding.fixes[0])
        elif self.unit is not None and self.unit.source is None and not self.unit.removed:
            self._then_on(self.remove_passage)
        else:
            self.told.emit(_("There is no ready repair here: type over the marked words."))

    def fix(self, *fixes: Fix) -> None:
        """Apply repairs and go on to the next finding."""
        self._then_on(lambda: self._do(lambda article: article.fix(*fixes)))

    def mend_links(self, chosen: Sequence[Link]) -> None:
        """Let links lead where the source leads, in one step."""
        self._do(lambda article: mended(article, chosen))

    def dismiss(self, scope: Scope = HERE, reason: str = "", finding: Finding | None = None) -> None:
        """Call a finding no error (here, in the article, everywhere) and go on to the next."""
        wrong = finding or self.finding_here
        if wrong is not None:
            self._then_on(lambda: self._dismiss(wrong, scope, reason))

    def _dismiss(self, finding: Finding, scope: Scope, reason: str) -> None:
        if scope == EVERYWHERE:
            self.announce(self.project.dismiss(Dismissal(finding.fingerprint, finding.check, reason)))
        else:
            self._do(lambda article: article.dismiss(finding, everywhere=scope == ARTICLE, reason=reason))

    def _then_on(self, verb: Callable[[], None]) -> None:
        """Perform a verb and go to the finding that followed the current one in the list, if it is still there."""
        following, revision = self._following(), self.project.log.revision
        verb()
        left = next((twin for finding in following if (twin := self._twin(finding)) is not None), None)
        if self.project.log.revision > revision and left is not None:
            self.focus(left)

    # History

    def undo(self) -> None:
        """Take back the last step on this article and go to its row."""
        self._do(lambda article: article.undo(), follow=True)

    def redo(self) -> None:
        """Repeat the step that was taken back last and go to its row."""
        self._do(lambda article: article.redo(), follow=True)
