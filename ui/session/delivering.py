"""Handing the story out: what stops it, the ways it can go, and what is remembered of where it went."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.article import Article, composed
from app.article.deliveries import Delivery, changed_since_delivery, delivered, last_delivery
from app.article.restraint import EMBARGO, HeldError, Hold, embargo, hold, holds, lift, require_free, require_unheld
from app.i18n import _
from app.model import Finding, Step
from ui.session.keeping import Keeping

if TYPE_CHECKING:  # file formats are loaded when they are needed, so that the window is there at once
    from app.deliver.clipboard import Payload
    from app.deliver.export import Came

FILE, CLIPBOARD, WORDPRESS = "file", "clipboard", "wordpress"
"""Kinds of deliveries."""

CLEAN, BLOCKS = "html", "blocks"
"""What was put on the clipboard: clean HTML, or the block markup of WordPress."""


class Delivering(Keeping):
    """Verbs of delivery. Every way out goes through the gate and is remembered."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing delivered."""
        super().__init__(parent)
        self._changed: tuple[Article | None, int, bool] = (None, 0, False)

    def blocking(self) -> list[Finding]:
        """The critical findings that stop the story from going out."""
        from app.deliver.gate import blocking

        if self.article is None:
            return []
        self.settle()
        self.check_now()
        return blocking(self.article, self.findings)

    def wave_through(self, findings: Sequence[Finding], reason: str) -> None:
        """Let critical findings, and an embargo that is in the way, pass for a reason that is recorded."""
        from app.deliver.gate import wave_through

        self._do(lambda article: wave_through(article, findings, reason, embargo_too=True))

    def waiting(self) -> str:
        """The embargo that stops the story until it is waved through, in one sentence; empty where none does."""
        from app.deliver.gate import waiting

        return str((self.article is not None and waiting(self.article)) or "")

    def cautions(self) -> list[str]:
        """What to look at once more before the story goes out, a line each with the row that it is about."""
        from app.article.cautions import caution_lines

        return caution_lines(self.article, self.findings, self.project.profile) if self.article is not None else []

    @property
    def came(self) -> "Came | None":
        """The file in which the story came in; None where nothing of it is kept."""
        from app.pipeline import came

        if self.article is None or self.store is None:
            return None
        self.saver.flush()
        found = came(self.project, self.store, self.article)
        return found if found.data else None

    def restraint(self) -> str:
        """Why the story must stay in the house, in one sentence; empty where nothing holds it."""
        return self._said_by(require_free)

    def held(self) -> str:
        """The legal hold that nothing but its owner ends, in one sentence; empty without one."""
        return self._said_by(require_unheld)

    def _said_by(self, require: Callable[[Article], None]) -> str:
        if self.article is not None:
            try:
                require(self.article)
            except HeldError as error:
                return str(error)
        return ""

    def holds(self) -> tuple[Hold, ...]:
        """The legal holds in force, oldest first."""
        return holds(self.article) if self.article is not None else ()

    def embargo(self) -> str:
        """The moment before which the story may not appear; empty without an embargo."""
        return embargo(self.article) if self.article is not None else ""

    def hold(self, owner: str, reason: str, rows: Sequence[int] = ()) -> None:
        """Put the story, or some of its rows, on legal hold. Raises UserError without an owner or a reason."""
        self._restrain(lambda article: hold(article, owner, reason, rows))

    def lift(self, held: Hold) -> None:
        """Lift a hold, signed. Raises UserError for anybody but its owner."""
        self._restrain(lambda article: lift(article, held))

    def set_embargo(self, until: datetime | None) -> None:
        """Let nothing leave before a moment, or whenever it is done."""
        said = until.isoformat(timespec="minutes") if until else None
        self._restrain(lambda article: article.note_field(EMBARGO, said) if article.fields.get(EMBARGO) != said else None)

    def _restrain(self, verb: Callable[[Article], Step | None]) -> None:
        """As `_do`, but what is in the way is for the dialog that asked."""
        assert self.article is not None
        self.settle()
        step = verb(self.article)
        if step is not None:
            self.announce(step)

    def last_delivery(self) -> Delivery | None:
        """Where the story went last; None while it never did."""
        return last_delivery(self.article) if self.article is not None else None

    def changed_since_delivery(self) -> bool:
        """Whether the story reads otherwise than when it went out last."""
        if self.article is None:
            return False
        now = (self.article, self.project.log.revision)
        if self._changed[:2] != now:  # a long story is put together only when something was done
            self._changed = (*now, changed_since_delivery(self.article))
        return self._changed[2]

    def export(self, name: str, path: Path, *, manifest: bool = False) -> None:
        """Write the corrected story in the format of this name, or with ``same`` in the file it came in; raises UserError.

        A `manifest` goes beside it as ``NAME.manifest.json``.
        """
        from app.deliver.export import SAME, export

        assert self.article is not None
        self.settle()
        self.check_now()
        protected = [self.path] if self.path else []
        missed = export(self.article, self.findings, name, path, protected, self.came if name == SAME else None)
        if manifest:
            from app.reports.manifest import write_manifest

            write_manifest(self.article, self.findings, self.project.dismissals, path)
        self.remember(FILE, str(path.absolute()), name)
        told = _("Exported to “{path}”.").format(path=path)
        self.told.emit(" ".join([told, *(message.render() for message in missed)]))

    def write_note(self, path: Path, language: str) -> None:
        """Write the delivery note for the web editor; raises UserError."""
        from app import durable
        from app.reports.html import html_page
        from app.review.reports import article_report

        assert self.article is not None
        self.settle()
        self.check_now()
        note = article_report("delivery", self.project, self.article, language, lambda: self.findings)
        durable.write(path, html_page(note).encode(), protected=[self.path] if self.path else [])
        self.told.emit(_("The delivery note is in “{path}”.").format(path=path))

    def for_cms(self, form: str = CLEAN) -> "Payload":
        """The corrected story for pasting into a CMS, as clean HTML or as block markup; raises UserError where it is stopped."""
        from app.deliver.clipboard import blocks_payload, payload
        from app.deliver.gate import require_open

        assert self.article is not None
        self.settle()
        self.check_now()
        require_open(self.article, self.findings)
        return (blocks_payload if form == BLOCKS else payload)(composed(self.article))

    def remember(self, kind: str, place: str, form: str = "") -> None:
        """Keep that the story has just gone out as it stands."""
        self._do(lambda article: delivered(article, kind, place, form=form))
