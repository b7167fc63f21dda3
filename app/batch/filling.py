"""A batch into a project: each pair an article, checked beforehand, so that its queue opens at once."""

from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app import checks, pipeline
from app.article import Article, Project, story_of_article
from app.batch.inputs import Input
from app.batch.pairs import FIELDS, id_of, lost, materials, pair_of
from app.batch.running import run
from app.batch.task import Setting, Task
from app.errors import Progress, UserError, no_progress
from app.model import Finding, Unit
from app.review import cache
from app.store import Original, Store

NAME = "batch-id"
"""The field of an article that keeps what its pair was called, so that a second run leaves it alone."""


class Taken(Struct, frozen=True):
    """A pair that was read, aligned and checked elsewhere."""

    pair: dict[str, Any]
    source: pipeline.Material
    target: pipeline.Material
    units: tuple[Unit, ...]
    found: tuple[Finding, ...]


class Filled(Struct, frozen=True):
    """What became of a batch: how many articles were added, how many had been there, and each pair that could not be read, with why."""

    added: int
    there: int
    unread: tuple[tuple[str, str], ...]


def take_line(line: str, setting: Setting) -> Taken | dict[str, Any]:
    """Read, align and check the pair of one line; a pair that cannot be read gives an object with ``error``."""
    name: Any = None
    try:
        pair = pair_of(line)
        name = pair["id"]
        source, target = materials(pair, setting.folder)
        article, _step = pipeline.take_in(Project(), source, target, terms=setting.profile.terms)
    except UserError as error:
        return {"id": name, "error": str(error)}
    found = checks.run(story_of_article(article), setting.profile)
    return Taken({key: pair[key] for key in ("id", *FIELDS) if key in pair}, source, target, tuple(article.units), tuple(found))


TAKE = Task(take_line, lost)


def fill(
    batch: Input,
    path: Path,
    setting: Setting,
    jobs: int | None = None,
    progress: Progress = no_progress,
    *,
    scheduler: str | None = None,
) -> Filled:
    """Put every pair of a batch into a project file, which is made where there is none; pairs that are in it already stay.

    Articles are saved one by one, so that an interrupted run loses nothing and the next one goes on. The project's own
    profile decides where it has one. Raises UserError for the file and the cluster.
    """
    if not path.exists():
        Store.create(path).close()
    store, project = Store.open(path)
    try:
        return fill_open(batch, project, store, setting, jobs, progress, scheduler=scheduler)
    finally:
        store.close()


def fill_open(
    batch: Input,
    project: Project,
    store: Store,
    setting: Setting,
    jobs: int | None = None,
    progress: Progress = no_progress,
    *,
    scheduler: str | None = None,
) -> Filled:
    """As `fill`, for a project whose file is open."""
    if "profile" not in project.fields:
        store.record(project.use(setting.profile))
    setting = replace(setting, folder=batch.folder, profile=project.profile)
    halves = {(each.source.digest, each.target.digest): each for each in project.articles if NAME not in each.fields}
    there = {article.fields.get(NAME) for article in project.articles}
    waiting = [line for line in batch.lines if _called(id_of(line)) not in there]
    unread = []
    for done, result in enumerate(run(TAKE, waiting, setting, jobs, scheduler), 1):
        if isinstance(result, Taken):
            _add(project, store, result, halves)
        else:
            unread.append((_called(result["id"]), str(result["error"])))
        progress(done, len(waiting))
    return Filled(len(waiting) - len(unread), len(batch.lines) - len(waiting), tuple(unread))


def _called(name: object) -> str:
    return "" if name is None else str(name)


def _add(project: Project, store: Store, taken: Taken, halves: dict[tuple[str, str], Article]) -> None:
    """One article with everything that is known of it; its name comes last, since it says that nothing is missing.

    `halves` are articles without a name of a batch, by the digests of their texts: one that an interrupted run left is used.
    """
    source, target = taken.source.document, taken.target.document
    article = halves.pop((source.digest, target.digest), None)
    new = article is None
    if article is None:
        title = _text(taken.pair.get("title")) or target.title or source.title or _called(taken.pair["id"])
        article, step = project.add(title[:120], source, target, taken.units)
        originals = [Original(each.document, each.name, each.data) for each in (taken.source, taken.target)]
        store.add(step, originals[0], originals[1], article.units)
    said = {name: _text(taken.pair.get(name)) for name in FIELDS if name != "title"} | {NAME: _called(taken.pair["id"])}
    store.record(article.set_fields({name: value for name, value in said.items() if value}))
    if new:
        cache.keep(project, store, article, taken.found)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
