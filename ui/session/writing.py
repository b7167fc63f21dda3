"""From a verb to a step that is saved, announced and checked; and what is being typed until then."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.article import Article
from app.errors import UserError
from app.model import RowSplice, Step, Text, Unit
from ui.session.checking import Checking
from ui.session.sentences import described

KEEP_PAUSE = 400
"""Milliseconds within which what is typed goes to the project file: often enough for a crash, seldom enough for a slow disk."""


class Writing(Checking):
    """The one way by which a change comes about."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with an empty project."""
        super().__init__(parent)
        self._keep_pause = QTimer(self, singleShot=True, interval=KEEP_PAUSE)
        self._keep_pause.timeout.connect(self._keep_drafts)
        self.pausing.connect(self.keep_now)

    def draft(self, unit_id: int, text: str) -> None:
        """Keep what is being typed in a row; leaving the row makes it one step."""
        if self.article is None or text == self.text(unit_id) or self._refused():
            return
        self.drafts[unit_id] = text
        if not self._keep_pause.isActive():
            self._keep_pause.start()
        self._draft_pause.start()
        self.drafted.emit(unit_id)

    def edit(self, unit_id: int, text: str | Text) -> None:
        """Give a row another translation; a plain string keeps links and emphasis word by word."""
        self._do(lambda article: article.edit(unit_id, text), settle=False)
        if self.article is not None and self.drafts.pop(unit_id, None) is not None:
            self.saver.undraft(self.article.id, unit_id)

    def settle(self) -> None:
        """Make a step of every draft."""
        for unit_id, text in list(self.drafts.items()):
            self.edit(unit_id, text)

    def keep_now(self) -> None:
        """Send what is being typed to the file without waiting for a pause, as when one turns to another window."""
        if self._keep_pause.isActive():
            self._keep_pause.stop()
            self._keep_drafts()

    def _keep_drafts(self) -> None:
        for unit_id, text in self.drafts.items():
            if self.article is not None:
                self.saver.draft(self.article.id, unit_id, text)

    def close(self) -> None:
        """Make steps of the drafts and finish the file; raises UserError when the last steps cannot be saved."""
        self.settle()
        self.leaving.emit()
        for pause in (self._read_pause, self._pause, self._draft_pause, self._keep_pause):
            pause.stop()
        self.saver.close()

    def announce(self, step: Step) -> None:
        """Save a step that was performed, check the rows it touched and tell everybody."""
        self.saver.record(step)
        self._retell(step)
        here = self.article is not None and step.article == self.article.id
        splices = [splice for splice in step.splices if here and isinstance(splice, RowSplice)]
        if any([u.id for u in splice.before] != [u.id for u in splice.after] for splice in splices):
            self._labels = {}
        changed = {unit.id for splice in splices for unit in _changed(splice)}
        for unit_id in changed:
            self.drafts.pop(unit_id, None)
        if here and not changed and self._checked[1:2] == (step.revision - 1,):
            self._checked = self._key()  # words did not change, so what was found still holds
        self._check_rows(changed)
        self.stepped.emit(step)
        self.checked.emit()
        self.told.emit(described(step, self.article))
        self._pause.start()

    def _do(self, verb: Callable[[Article], Step | None], *, settle: bool = True, follow: bool = False) -> None:
        """Perform a verb on the article; what the user can act on goes to the message bar."""
        if self.article is None or self._refused():
            return
        if settle:
            self.settle()
        try:
            step = verb(self.article)
        except UserError as error:
            self.failed.emit(error)
            return
        if step is not None:
            before = self.current
            self.current = self._place(step, follow=follow)
            self.announce(step)
            if self.current != before:
                self._face_row()
                self.moved.emit(self.current)

    def _refused(self) -> bool:
        """Whether the file can only be read, which is said then."""
        store = self.store
        if store is None or store.writable:
            return False
        self.failed.emit(store.closed())
        return True

    def _face_row(self) -> None:
        """Make the gravest finding of the current row the current one, unless it is about this row already."""
        if self.finding is None or self.current not in self.finding.units:
            self.finding = next(iter(self.findings_at(self.current)), None)

    def _place(self, step: Step, *, follow: bool) -> int:
        """The current row after a step: one that is there; undo and redo go to the row they changed."""
        assert self.article is not None
        here = {unit.id for unit in self.article.units}
        rows = [splice for splice in step.splices if isinstance(splice, RowSplice)]
        touched = [unit.id for splice in rows for unit in splice.after] + [splice.anchor for splice in rows]
        if self.current not in here or (follow and touched and self.current not in touched):
            return next((unit_id for unit_id in touched if unit_id in here), self.article.units[0].id)
        return self.current


def _changed(splice: RowSplice) -> list[Unit]:
    """The rows of a splice whose texts changed or that came or went, as they were and as they are."""
    was, now = ({unit.id: unit for unit in units} for units in (splice.before, splice.after))
    return [unit for unit in (*splice.before, *splice.after) if _texts(was.get(unit.id)) != _texts(now.get(unit.id))]


def _texts(unit: Unit | None) -> object:
    return unit and (unit.source, unit.target.plain, unit.removed)
