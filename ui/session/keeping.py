"""What is done to the project as a whole: new versions of its texts, copies that others corrected, articles that come and go."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from app.errors import UserError
from app.i18n import _, ngettext
from app.model import Side
from ui.jobs import Job
from ui.session.spelling import Spelling

if TYPE_CHECKING:  # loaded with the first file
    from app.article.combining import Conflict
    from app.article.hunks import Hunk
    from app.pipeline import Material
    from app.store import Store
    from app.store.combining import Copy


Read = TypeVar("Read")

PAGE = "html"
"""The origin of a text that is the story of a saved web page."""


class Keeping(Spelling):
    """Verbs on the project. `compared` brings the corrections that a copy holds, `parted` what two copies changed differently.

    `purging` names the story that is being removed for good: until it names none, nothing may be changed.
    """

    compared = Signal(object)
    parted = Signal(object)
    purging = Signal(str)

    def rename(self, title: str) -> None:
        """Give the story on the desk another name in the list."""
        self._do(lambda article: article.set_field("title", title.strip()) if title.strip() != article.title else None)
        self.surveyed.emit()

    def move_article(self, by: int) -> None:
        """Move the story on the desk up (-1) or down (1) in the list."""
        if self.article is None:
            return
        at = self.project.articles.index(self.article) + by
        if 0 <= at < len(self.project.articles) and (step := self.project.move(self.article.id, at)) is not None:
            self.announce(step)
            self.surveyed.emit()

    def purge_article(self) -> None:
        """Remove the story on the desk for good, from history and backups too; there is no way back. `purging` says when that begins and ends."""
        if self.article is None or self.store is None:
            return
        self.settle()
        try:
            self.saver.flush()
        except UserError as error:
            self.failed.emit(error)
            return
        article = self.article
        self.purging.emit(article.title)
        self.saver.ask(partial(_purged, article.id), partial(self._end_purge, article.id, article.title))

    def _end_purge(self, number: int, title: str, done: int | UserError) -> None:
        self.purging.emit("")
        if isinstance(done, UserError):
            self.failed.emit(done)
            return
        self.project.purge(number)
        self.show_article(next(iter(self.project.articles), None))
        self.saver.back_up()
        self.surveyed.emit()
        words = ngettext("“{title}” is gone, from {count} backup too.", "“{title}” is gone, from {count} backups too.", done)
        self.told.emit(words.format(title=title, count=done))

    def renew(self, side: Side, path: Path) -> None:
        """Take in a new version of one side; rows whose text still stands keep everything, the others are to be read again."""
        self._from_file(path, side, lambda material: self._take_version(side, material))

    def _take_version(self, side: Side, material: "Material") -> None:
        from app.store import Original

        if self.article is None:
            return
        self.settle()
        known = {unit.id for unit in self.article.units}
        document = material.document
        step = self.article.renew(side, document)
        if step is None:
            self.told.emit(_("This is the version that is here already."))
            return
        self.saver.keep(Original(document, material.name, material.data))
        self.announce(step)
        self.show_article(self.article)
        changed = [u.id for u in self.article.units if u.source_before or u.target_before or u.id not in known]
        if changed:
            self.go_to(changed[0])
        count = len(changed)
        self.noticed.emit(ngettext("{count} row to read again.", "{count} rows to read again.", count).format(count=count))

    def take_whole_pages(self) -> None:
        """Take in all of the saved web pages of a story; its rows keep everything, and each page is a step that can be undone."""
        article, store = self.article, self.store
        if article is None or store is None:
            return
        self.settle()
        try:
            self.saver.flush()
            documents = ((Side.SOURCE, article.source), (Side.TARGET, article.target))
            pages = [(side, store.original(document.digest)) for side, document in documents if document.origin == PAGE]
        except UserError as error:
            self.failed.emit(error)
            return

        def read(_progress: object) -> "list[tuple[Side, Material]]":
            from app import pipeline

            languages = {Side.SOURCE: pipeline.SOURCE, Side.TARGET: pipeline.TARGET}
            return [(side, pipeline.from_bytes(page.data, Path(page.name), languages[side], whole=True)) for side, page in pages]

        def take(found: "list[tuple[Side, Material]]") -> None:
            for side, material in found:
                self._take_version(side, material)

        self._beside(read, take)

    def compare_copy(self, path: Path) -> None:
        """Look what a copy that someone corrected elsewhere says differently; `compared` brings it."""
        self._from_file(path, Side.TARGET, lambda material: self.compared.emit(self._hunks(material)))

    def accept_hunks(self, found: "Sequence[Hunk]", who: str) -> None:
        """Take corrections of a copy over, each a step by the person who made it."""
        from app.article.hunks import accept

        for hunk in found:
            self._do(partial(accept, hunk=hunk, who=who))

    def combine(self, path: Path) -> None:
        """Bring in what was done in another copy of this project; `parted` brings the rows that both changed, if there are any."""
        store, project = self.store, self.project
        if store is None:
            return
        heads = project.heads()

        def read(_progress: object) -> "Copy":
            from app.store.combining import copy_at

            return copy_at(path, store.project_id, heads)

        job = Job(self, read)
        job.finished.connect(lambda other: self._take_copy(other) if self.project is project else None)
        job.failed.connect(self.failed.emit)
        job.start()

    def _take_copy(self, other: "Copy") -> None:
        """Perform here what was done there; it is saved in its order like any other step, behind a backup."""
        from app.article.combining import combine
        from app.store.combining import changes

        self.settle()
        self.saver.back_up()
        done = combine(self.project, other.project, other.first_rows)
        for change in changes(done, other):
            self.saver.save(change)
        number = self.article.id if self.article is not None else 0
        self.show_article(self.project.shelf.get(number) or next(iter(self.project.articles), None))
        self.surveyed.emit()
        count = len(done.performed)
        self.told.emit(ngettext("{count} step came in.", "{count} steps came in.", count).format(count=count))
        if done.conflicts:
            self.parted.emit(done.conflicts)

    def decide(self, conflicts: "Sequence[Conflict]") -> None:
        """Let the other copy's version of these rows stand."""
        from app.article.combining import decide

        for conflict in conflicts:
            step = decide(self.project.article(conflict.article), conflict)
            if step is not None:
                self.announce(step)

    def _hunks(self, material: "Material") -> "tuple[Hunk, ...]":
        from app.article.hunks import hunks

        self.settle()
        return hunks(self.article, material.document) if self.article is not None else ()

    def _from_file(self, path: Path, side: Side, take: "Callable[[Material], None]") -> None:
        """Read a file and go on with what it holds."""

        def read(_progress: object) -> "Material":
            from app import pipeline

            return pipeline.from_file(path, pipeline.SOURCE if side is Side.SOURCE else pipeline.TARGET)

        self._beside(read, take)

    def _beside(self, read: Callable[[object], Read], take: Callable[[Read], None]) -> None:
        """Read away from the window's thread and go on with what came, unless another story has come onto the desk."""
        article = self.article
        job = Job(self, read)
        job.finished.connect(lambda found: take(found) if self.article is article else None)
        job.failed.connect(self.failed.emit)
        job.start()


def _purged(number: int, store: "Store") -> int | UserError:
    """Purge an article on the thread of the file: how many backups were written anew, or what stood in the way."""
    from app.store.sending import clear_outgoing

    try:
        done = store.purge(number)
        clear_outgoing()
    except UserError as error:
        return error
    return done
