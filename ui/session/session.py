"""The whole session: the verbs, and the project they work on."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app import places
from app.article import Article, Log, Project, story_of_article
from app.errors import Cancelled, Progress, UserError
from app.evidence.story import Story
from app.i18n import Message, _
from ui.jobs import Job
from ui.session.checking import begun
from ui.session.copying import Copying
from ui.session.reading import (
    Additions,
    Opened,
    read,
    read_addition,
    read_folder_addition,
    read_posts,
    read_sample,
    read_table,
    read_texts,
)
from ui.session.sites import Login


class Session(Copying):
    """One open project with its verbs."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with an empty project."""
        super().__init__(parent)
        self._reading: Job | None = None
        self._left_for_good = False

    @property
    def busy(self) -> bool:
        """Whether a project is being read."""
        return self._reading is not None

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open a project file, or make a project of the two files of a story."""
        self._read(partial(read, list(paths)))

    def open_sample(self) -> None:
        """Open the sample story."""
        self._read(read_sample)

    def open_texts(self, first: str, second: str) -> None:
        """Make a project of two pasted texts."""
        self._read(partial(read_texts, first, second))

    def open_table(self, path: Path) -> None:
        """Make a project of a table with a story in each row."""
        self._read(partial(read_table, path))

    def open_posts(self, login: Login, source: str, target: str) -> None:
        """Make a project of two posts of a site."""
        self._read(partial(read_posts, login, source, target))

    def add_files(self, first: Path, second: Path) -> None:
        """Take another story into the open project and lay it on the desk."""
        if self._reading is None:
            self._start(Job(self, partial(read_addition, first, second, self.project.profile.terms)), self._take_addition)

    def add_folder(self, path: Path) -> None:
        """Take the pairs of a folder into the open project and lay the first of them on the desk."""
        if self._reading is None:
            self._start(Job(self, partial(read_folder_addition, path, self.project.profile.terms)), self._take_addition)

    def drop_article(self) -> None:
        """Take the article on the desk off the list; undoing the step of the project brings it back."""
        if self.article is not None and len(self.project.articles) > 1:
            self.settle()
            step = self.project.drop(self.article.id)
            self.show_article(self.project.articles[0])
            self.announce(step)

    def leave(self) -> None:
        """Finish the open project; the desk is empty then, unless the last steps cannot be saved."""
        self.settle()
        try:
            self.open(Project(Log(who=self.project.log.who)))
        except UserError as error:
            self.failed.emit(error)

    def sign(self, name: str) -> None:
        """Stamp a reviewer's name on every step from now on."""
        self.project.log.who = name

    def _read(self, work: Callable[[str, Progress], Opened]) -> None:
        """Read a project away from the window's thread and lay it on the desk."""
        if self._reading is not None:
            return
        who = self.project.log.who

        def read(progress: Progress) -> tuple[Opened, Story | None]:
            opened = work(who, progress)
            if self._left_for_good:
                opened.store.close()
                raise Cancelled
            return _with_story(opened)

        self._start(Job(self, read), self._take_project)

    def _start(self, job: Job, take: Callable[..., None]) -> None:
        self._reading = job
        job.finished.connect(take)
        job.failed.connect(lambda error: self._end_reading(error=error))
        job.crashed.connect(self._end_reading)
        job.cancelled.connect(lambda: self._end_reading(_("Reading was cancelled.")))
        job.progressed.connect(self.came_in)
        job.start()
        self.told.emit(_("Reading …"))

    def _take_addition(self, additions: Additions) -> None:
        self._reading = None
        self.settle()
        came = list[Article]()
        for each in additions.found:
            read = each.article
            article, step = self.project.add(read.title, read.source, read.target, tuple(read.units))
            self.saver.add(step, each.originals, article.units)
            self.stepped.emit(step)
            came.append(article)
        self.show_article(came[0])
        self.surveyed.emit()
        if len(came) > 1:
            self.survey()
        self._tell_notes(additions.notes)

    def _tell_notes(self, notes: Sequence[Message]) -> None:
        if notes:
            from app.formats.html.furniture import AROUND

            said = " ".join(note.render() for note in notes)
            (self.surrounded if any(note.template == AROUND for note in notes) else self.noticed).emit(said)

    def _take_project(self, result: tuple[Opened, Story | None]) -> None:
        self._reading = None
        opened, story = result
        if self._left_for_good:
            opened.store.close()
            return
        self.settle()
        try:
            self.open(opened.project, opened.store, opened.drafts, story, opened.place)
            places.remember(opened.store.path)
        except UserError as error:
            if self.store is not opened.store:
                opened.store.close()
            self.failed.emit(error)
            return
        if opened.told is not None:
            self.told.emit(opened.told.render())
        self._tell_notes(opened.notes)

    def close(self) -> None:
        """Also give up what is being read."""
        super().close()
        self._left_for_good = True
        self.cancel_reading()

    def cancel_reading(self) -> None:
        """Give up what is being read; nothing of it is left, unless it was there already."""
        if self._reading is not None:
            self._reading.cancel()

    def _end_reading(self, told: str = "", error: UserError | None = None) -> None:
        self._reading = None
        self.told.emit(told)
        if error is not None:
            self.failed.emit(error)
        self.came_in.emit(0, 0)


def _with_story(opened: Opened) -> tuple[Opened, Story | None]:
    """What was read, and the article to begin with as the checks see it."""
    article = begun(opened.project, opened.place)
    return opened, story_of_article(article) if article else None
