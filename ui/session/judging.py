"""Judging many findings at once, and the checks themselves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.i18n import _
from app.model import Finding
from app.style import Profile
from ui.session.searching import Searching
from ui.session.sentences import described

if TYPE_CHECKING:  # loaded when somebody looks at them
    from app.article.dismissals import Dismissed


class Judging(Searching):
    """What a reader decides about findings and checks; each decision is one step."""

    @property
    def set_aside(self) -> list[Finding]:
        """The findings that were called no error, as `findings` are ordered."""
        return self._sift().aside

    def dismiss_all(self, findings: Sequence[Finding], reason: str = "") -> None:
        """Call findings no errors where they are, and stay at the row."""
        self._do(lambda article: article.dismiss(*findings, reason=reason))

    def recall(self, findings: Sequence[Finding]) -> None:
        """Let findings that were called no error count again, wherever that was said."""
        prints = {finding.fingerprint for finding in findings}
        for dismissal in [each for each in self.project.dismissals if each.fingerprint in prints]:
            if (step := self.project.revoke(dismissal)) is not None:
                self.announce(step)
        self._do(lambda article: article.recall(*findings))

    def as_hint(self, check: str) -> None:
        """Let a check only hint from now on, in this project."""
        self.use_profile(self.project.profile.as_hint(check))

    def switch_off(self, check: str) -> None:
        """Run a check no more, in this project."""
        self.use_profile(self.project.profile.without(check))

    def use_profile(self, profile: Profile) -> None:
        """Check by another profile from now on, in this project; nothing where it is the same."""
        if profile != self.project.profile:
            self.settle()
            self.announce(self.project.use(profile))
            self._count_anew()

    def dismissals(self) -> "list[Dismissed]":
        """Everything in the project that was called no error, wherever it is kept."""
        from app.article.dismissals import dismissals

        return dismissals(self.project)

    def revoke(self, dismissed: "Dismissed") -> None:
        """Let what a dismissal hides count as an error again."""
        from app.article.dismissals import revoke

        self.settle()
        if (step := revoke(self.project, dismissed)) is not None:
            self.announce(step)
            self._count_anew()

    def undo_project(self) -> None:
        """Take back the last step that concerned the whole project; an article that was added leaves the desk with that."""
        self.settle()
        undone, step = self.project.log.undoable(None), self.project.undo()
        if undone is None or step is None:
            return
        self.announce(step)
        if self.article is not None and self.article not in self.project.articles:
            self.show_article(next(iter(self.project.articles), None))
        self._count_anew()
        self.told.emit(_("Taken back: {what}").format(what=described(undone, None)))

    def _count_anew(self) -> None:
        """The counts of the other stories, where there are any, and those of this one."""
        self.surveyed.emit()
        if len(self.project.articles) > 1:
            self.survey()
