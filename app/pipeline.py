"""One pair to an article: read, cut into sentences, align, make rows, check."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from app import durable, formats
from app.alignment import align, plausible, units
from app.article import Article, Project, story_of_article
from app.deliver.export import Came
from app.deliver.returning import holder
from app.errors import Progress, UserError, no_progress
from app.evidence.language import language_of
from app.formats import Reading
from app.formats.rows import laid_out
from app.i18n import N_, Message
from app.model import Document, Finding, Step, Text, Unit
from app.safe.limits import read_limited
from app.segmentation import segments
from app.store import Original, Store
from app.style import Profile, Term

SOURCE, TARGET = "en", "de"
RECOGNISED_FROM = 12
"""Words that a text must have before its language is held against it."""


class Material(Struct, frozen=True):
    """One language version on its way in: what was read, its name for people and the bytes it came as."""

    reading: Reading
    name: str
    data: bytes

    @property
    def document(self) -> Document:
        """The Document that was read."""
        return self.reading.document


def from_file(path: Path, language: str = "", *, whole: bool = False) -> Material:
    """Read a file, of a web page the `whole` or only the story; raises UserError for what cannot be read."""
    return from_bytes(read_limited(path), path, language, whole=whole)


def from_bytes(data: bytes, path: Path, language: str = "", *, whole: bool = False) -> Material:
    """Read a file whose bytes are at hand, the path being only its name; raises UserError for what cannot be read."""
    return Material(formats.read_bytes(data, path, language, whole=whole), durable.shown(path.name), data)


def from_text(text: str, language: str = "", name: str = "") -> Material:
    """Take a text as it was pasted or handed over."""
    return Material(formats.read_text(text, language), name, text.encode("utf-8", "replace"))


def from_files(source: Path, target: Path, *, whole: bool = False) -> tuple[Material, Material]:
    """Read a pair of files, as `from_file`; raises UserError when both are one file or the languages are the wrong way round."""
    pair = from_file(source, SOURCE, whole=whole), from_file(target, TARGET, whole=whole)
    two_files(source, target)
    return facing(*pair)


def two_files(source: Path, target: Path) -> None:
    """Nothing when these are two files; raises UserError when both names lead to one."""
    if source.samefile(target):
        raise UserError(N_("Both names lead to the same file. Give the English story and its German translation."))


def facing(source: Material, target: Material) -> tuple[Material, Material]:
    """Both as they are; raises SwappedError when the languages are the wrong way round."""
    if swapped(source, target):
        raise SwappedError(
            N_("{source} is German and {target} is English. Give the English story first."), source=source.name, target=target.name
        )
    return source, target


class SwappedError(UserError):
    """The German text stands where the English one belongs; swapping them is the cure."""


def swapped(source: Material, target: Material) -> bool:
    """Whether both texts are long enough to tell, and each is in the language of the other."""
    return _speaks(source) == TARGET and _speaks(target) == SOURCE


def in_order(first: Material, second: Material) -> tuple[Material, Material]:
    """Two texts in any order as source and translation."""
    return (second, first) if swapped(first, second) or _speaks(first) == TARGET != _speaks(second) else (first, second)


def _speaks(material: Material) -> str:
    plain = material.document.text.plain
    return language_of(plain) if len(plain.split()) >= RECOGNISED_FROM else ""


def rows_of(source: Document, target: Document, progress: Progress = no_progress, terms: Sequence[Term] = ()) -> tuple[Unit, ...]:
    """The rows of a new article; `terms` are those of the desk. `progress` may raise Cancelled."""
    cut = segments(source), segments(target)
    links = align(source, target, cut, progress, terms)
    return tuple(units(source, target, cut, links))


def take_in(
    project: Project, source: Material, target: Material, progress: Progress = no_progress, terms: Sequence[Term] | None = None
) -> tuple[Article, Step]:
    """Make an article of a pair and add it to the project; `terms` are those of the desk, the project's where none are given."""
    rows = rows_of(source.document, target.document, progress, project.profile.terms if terms is None else terms)
    title = target.document.title or source.document.title or target.name
    return project.add(title[:120], source.document, target.document, rows)


def strangers(article: Article) -> tuple[Message, ...]:
    """A word of warning when the two texts of a new article hardly say the same; nothing otherwise."""
    if plausible(article.units):
        return ()
    return (Message(N_("These two texts have almost nothing in common. Check that they are the same story before you work on it.")),)


def keep(project: Project, store: Store, source: Material, target: Material, progress: Progress = no_progress) -> Article:
    """Make an article of a pair, add it to the project and save it."""
    article, step = take_in(project, source, target, progress)
    originals = [Original(each.document, each.name, each.data) for each in (source, target)]
    store.add(step, originals[0], originals[1], article.units)
    return article


def alone(source: Material) -> Material:
    """The translation that is still to come, for a story that came alone: a Document of the same format without a word."""
    return Material(Reading(Document(TARGET, source.document.origin, Text(), ())), source.name, b"")


class Bitext(Struct, frozen=True):
    """The articles of one aligned file, with the steps that added them, and what a person should know about how it was read."""

    taken: tuple[tuple[Article, Step], ...]
    notes: tuple[Message, ...]


def take_in_aligned(project: Project, path: Path, data: bytes, progress: Progress = no_progress) -> Bitext:
    """Make an article of each story of an aligned file and add it to the project; nothing is aligned. The path is only a name.

    Raises UserError for what cannot be read, before anything was added.
    """
    form, aligned = formats.read_aligned(data, path)
    taken = []
    for done, story in enumerate(aligned.stories):
        progress(done, len(aligned.stories))
        laid = laid_out(story, form.name)
        title = story.title or laid.target.title or laid.source.title or path.stem
        taken.append(project.add(title[:120], laid.source, laid.target, laid.units))
    return Bitext(tuple(taken), aligned.notes)


def keep_aligned(project: Project, store: Store, path: Path, data: bytes, progress: Progress = no_progress) -> Bitext:
    """Make articles of an aligned file, add them to the project and save them; the file itself is kept with the first of them."""
    bitext = take_in_aligned(project, path, data, progress)
    name = durable.shown(path.name)
    for number, (article, step) in enumerate(bitext.taken):
        held = b"" if number else data
        store.add(step, Original(article.source, name, held), Original(article.target, name, b""), article.units)
    return bitext


def came(project: Project, store: Store, article: Article) -> Came:
    """The file in which an article came in: kept with it, or with the first article of the aligned file that held them all."""
    original = store.original(holder(article))
    earlier = sorted((number for number in project.shelf if number < article.id), reverse=True)
    while not original.data and earlier:
        other = store.original(project.shelf[earlier.pop(0)].source.digest)
        original = other if other.name == original.name else original
    return Came(original.name, original.data, project.articles)


def check(article: Article, profile: Profile | None = None) -> list[Finding]:
    """All findings of an article that nobody dismissed, gravest first."""
    from app import checks  # takes longer than reading and aligning a story, which needs none

    found = checks.run(story_of_article(article), profile)
    return [finding for finding in found if not article.dismissed(finding)]
