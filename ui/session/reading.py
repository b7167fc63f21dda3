"""From paths or pasted texts to an open project file; runs on a worker thread. `who` is stamped on the steps of the project."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from importlib.resources import as_file, files
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from app import settings
from app.article import Article, Log, Project
from app.durable import trouble
from app.errors import Progress, UserError, no_progress
from app.i18n import N_, Message, language
from app.places import Place, place_of
from app.style import usual_profile

if TYPE_CHECKING:  # loaded on the worker thread with the first story, so that the window is there at once
    from app.model import Step
    from app.pipeline import Material
    from app.store import Original, Store
    from app.style import Term
    from ui.session.sites import Login

Told = TypeVar("Told")

ENDING = ".gegenlesen"
SAMPLE = "sample"
"""How the project of the sample story is called."""

LANGUAGE_TAG = re.compile(r"[._-](?:de|deu|german|deutsch|en|eng|english|englisch)$", re.IGNORECASE)
"""What names of one language version end in; a project holds both languages, so its name goes without."""

UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What file names cannot hold on one of the systems."""

LONGEST_NAME = 60


class Opened(Struct, frozen=True):
    """A project that was read, its file, what was being typed in it, how it was left; `notes` want to be read, `told` is by the way."""

    project: Project
    store: "Store"
    drafts: dict[tuple[int, int], str] = {}
    notes: tuple[Message, ...] = ()
    told: Message | None = None
    place: Place = Place()


class Addition(Struct, frozen=True):
    """An article that was read, not yet part of any open project, with the files it came from."""

    article: Article
    originals: "tuple[Original, Original]"


class Additions(Struct, frozen=True):
    """Articles that were read for an open project, in order; `notes` want to be read."""

    found: tuple[Addition, ...]
    notes: tuple[Message, ...]


def prepare() -> None:
    """Load the engine, so that the first story opens at once."""
    import_module("app.pipeline")


def read(paths: list[Path], who: str, progress: Progress) -> Opened:
    """Open one project file, or make a project of the two files of a story, in any order, of a file with both, or of a folder of pairs.

    Raises UserError.
    """
    from app import formats
    from app.safe.limits import read_limited

    match paths:
        case [path] if path.suffix.lower() == ENDING:
            return read_project(path, who)
        case [first, second] if ENDING not in {first.suffix.lower(), second.suffix.lower()}:
            source, target, told = _pair_of(first, second)
            opened = read_pair(source, target, _beside(second), who, progress)
            return replace(opened, notes=(*told, *opened.notes))
        case [path] if path.is_dir():
            return read_folder(path, who, progress)
        case [path]:
            data = read_limited(path)
            if formats.aligned_format_for(data, path) is not None:
                return read_aligned(path, data, who, progress)
            raise UserError(N_("“{name}” is one file: give the English story and its German translation together."), name=path.name)
    raise UserError(N_("Give one project, or two files: the English story and its German translation."))


def read_addition(first: Path, second: Path, terms: "Sequence[Term]", progress: Progress) -> Additions:
    """Read the two files of a story, in any order, for an open project whose desk has these terms. Raises UserError."""
    source, target, told = _pair_of(first, second)
    return Additions((_addition(source, target, terms, progress),), (*told, *source.reading.notes, *target.reading.notes))


def read_folder_addition(path: Path, terms: "Sequence[Term]", progress: Progress) -> Additions:
    """Read the pairs of a folder for an open project whose desk has these terms. Raises UserError."""
    from app.batch.folder import read_pairs

    notes = list[Message]()
    return Additions(tuple(_addition(*read, terms) for read in read_pairs(path, notes, progress)), tuple(notes))


def _addition(source: "Material", target: "Material", terms: "Sequence[Term]", progress: Progress = no_progress) -> Addition:
    from app import pipeline
    from app.store import Original

    article, _step = pipeline.take_in(Project(), source, target, progress, terms)
    return Addition(article, (Original(source.document, source.name, source.data), Original(target.document, target.name, target.data)))


def read_project(path: Path, who: str) -> Opened:
    """Open a project file. Raises UserError."""
    from app.store import Store

    store, project = Store.open(path)
    project.log.who = who
    notes = (store.notice,) if store.notice else _cautions(store)
    return _at_riskiest(Opened(project, store, store.drafts(), notes, place=place_of(store.path)))


def read_sample(who: str, progress: Progress) -> Opened:
    """Open the sample story, with what was corrected in it. Raises UserError."""
    kept = settings.data_folder() / f"{SAMPLE}{ENDING}"
    kept.parent.mkdir(parents=True, exist_ok=True)
    if kept.exists():
        with suppress(UserError):  # damaged, or open in another window: a fresh one is made
            return read_project(kept, who)
    folder = files("resources") / "sample"
    with as_file(folder / "story.en.txt") as source, as_file(folder / "story.de.txt") as target:
        return read_pair(*_pair_of(source, target)[:2], kept, who, progress)


def read_texts(first: str, second: str, who: str, progress: Progress) -> Opened:
    """Make a project of two pasted texts, in any order. Raises UserError."""
    from app import pipeline

    pair = pipeline.in_order(pipeline.from_text(first), pipeline.from_text(second))
    if not all(material.document.text.plain.strip() for material in pair):
        raise UserError(N_("One of the two texts is empty."))
    return read_pair(*pair, settings.projects_folder() / _file_name(pair[1].document.title), who, progress)


def read_posts(login: "Login", first: str, second: str, who: str, progress: Progress) -> Opened:
    """Make a project of two posts of a site, the source first. Raises UserError."""
    from app.deliver.wordpress import found, reading
    from app.pipeline import SOURCE, TARGET, Material

    site = login.site()

    def fetched(which: str, language: str) -> Material:
        post = found(site, which)
        story, page = reading(post, language)
        return Material(story, f"{post.slug or post.id}.html", page)

    progress(0, 2)
    source = fetched(first, SOURCE)
    progress(1, 2)
    target = fetched(second, TARGET)
    return read_pair(source, target, settings.projects_folder() / _file_name(target.document.title), who, progress)


def read_pair(source: "Material", target: "Material", proposal: Path, who: str, progress: Progress) -> Opened:
    """Make a project of a pair, in a file of this name or one like it. Raises UserError."""
    from app import pipeline
    from app.store import Original

    project, judged, told = _fresh(who)
    article, step = pipeline.take_in(project, source, target, progress)  # before there is a file: it may be given up
    originals = [Original(material.document, material.name, material.data) for material in (source, target)]
    store, _ = _written(proposal, judged, lambda store: store.add(step, originals[0], originals[1], article.units))
    return _new(project, store, (*told, *source.reading.notes, *target.reading.notes, *pipeline.strangers(article)))


def read_aligned(path: Path, data: bytes, who: str, progress: Progress) -> Opened:
    """Make a project of a file that holds both languages, segment by segment: XLIFF, TMX, PO … Raises UserError."""
    from app import pipeline

    return _made(path, who, lambda project, store: pipeline.keep_aligned(project, store, path, data, progress).notes)


def read_folder(path: Path, who: str, progress: Progress) -> Opened:
    """Make one project of the pairs in a folder. Raises UserError."""
    from app.batch.folder import keep_folder

    return _made(path, who, lambda project, store: keep_folder(project, store, path, progress))


def read_table(path: Path, who: str, progress: Progress) -> Opened:
    """Make one project of a table or a file of JSON lines with a story in each row, checked on the way. Raises UserError."""
    from app.batch import Setting, fill_open, read_input

    batch = read_input(path)

    def keep(project: Project, store: "Store") -> tuple[Message, ...]:
        done = fill_open(batch, project, store, Setting(language=language()), 1, progress)
        notes = tuple(Message(N_("“{name}” was left out: {reason}"), {"name": name, "reason": reason}) for name, reason in done.unread)
        if not project.articles:
            raise UserError(
                N_("Not one story in “{name}” can be read. {reason}"), name=path.name, reason=notes[-1].render() if notes else ""
            )
        return notes

    return _at_riskiest(_made(path, who, keep))


def _at_riskiest(opened: Opened) -> Opened:
    """A queue that nobody has looked at begins with its riskiest article, as far as the file knows risks."""
    if opened.place.article or len(opened.project.articles) < 2:
        return opened
    from app.quality.risk import article_risk, row_risks
    from app.review.cache import known

    found = known(opened.project, opened.store)
    risks = {
        article.id: article_risk(row_risks(article.units, found[article.id])) for article in opened.project.articles if article.id in found
    }
    return replace(opened, place=replace(opened.place, article=max(risks, key=risks.__getitem__))) if risks else opened


def _made(path: Path, who: str, keep: "Callable[[Project, Store], tuple[Message, ...]]") -> Opened:
    """A project beside a file or folder, into which `keep` puts articles."""
    project, judged, told = _fresh(who)
    store, notes = _written(_beside(path), judged, lambda store: keep(project, store))
    return _new(project, store, (*told, *notes))


def _written(proposal: Path, judged: "Sequence[Step]", fill: "Callable[[Store], Told]") -> "tuple[Store, Told]":
    """A new file of this name or one like it with these steps and what `fill` puts into it; it is gone again when that fails."""
    store = _create(proposal)
    try:
        for each in judged:
            store.record(each)
        return store, fill(store)
    except BaseException:
        store.close()
        store.path.unlink(missing_ok=True)
        raise


def _new(project: Project, store: "Store", notes: tuple[Message, ...]) -> Opened:
    kept = Message(N_("The project is kept in “{path}”."), {"path": str(store.path)})
    return Opened(project, store, notes=(*notes, *_cautions(store)), told=kept)


def _cautions(store: "Store") -> tuple[Message, ...]:
    from app.store.remote import caution

    told = caution(store.path)
    return (told,) if told is not None else ()


def _fresh(who: str) -> "tuple[Project, list[Step], tuple[Message, ...]]":
    """A new project with the profile that is usual here, the step of that, and what a person should know."""
    project = Project(Log(who=who))
    try:
        usual = usual_profile()
    except UserError as error:
        return project, [], (error.message,)
    return project, [project.use(usual)] if usual != project.profile else [], ()


def _pair_of(first: Path, second: Path) -> "tuple[Material, Material, tuple[Message, ...]]":
    """Two files as source and translation, whichever came first, and a word about it when it was the translation."""
    from app import pipeline

    try:
        return *pipeline.from_files(first, second), ()
    except pipeline.SwappedError:
        told = Message(N_("“{name}” is the English story: the two files were swapped."), {"name": second.name})
        return *pipeline.from_files(second, first), (told,)


def _beside(path: Path) -> Path:
    return path.absolute().with_name(LANGUAGE_TAG.sub("", path.stem) + ENDING)


def _file_name(title: str) -> str:
    return (UNSAFE.sub(" ", title)[:LONGEST_NAME].strip(" .") or "story") + ENDING


def _create(proposal: Path) -> "Store":
    """A new project file of that name, or numbered where there is one; where nothing may be written, among the user's projects."""
    from app.store import Store

    try:
        return Store.create(next(path for path in _numbered(proposal) if not path.exists()))
    except UserError:
        folder = settings.projects_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise trouble(folder, error) from error
        return Store.create(next(path for path in _numbered(folder / proposal.name) if not path.exists()))


def _numbered(path: Path) -> Iterator[Path]:
    yield path
    yield from (path.with_stem(f"{path.stem} {number}") for number in count(2))
