"""A folder of files that belong together by their names: ``x.en.txt`` and ``x.de.txt``, ``en/x.docx`` and ``de/x.docx``."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from msgspec import Struct

from app import formats, pipeline
from app.article import Project
from app.errors import Progress, UserError, no_progress
from app.i18n import N_, Message
from app.pipeline import Material
from app.store import Store

LANGUAGES = {
    pipeline.SOURCE: "en eng english englisch source src original orig en-us en-gb en_us en_gb".split(),
    pipeline.TARGET: "de deu ger german deutsch target tgt translation uebersetzung übersetzung de-de de-at de-ch de_de de_at de_ch".split(),
}
"""Parts of file names and names of folders that say which language a file holds."""

PART = re.compile(r"(?:en|de)[_-](?:us|gb|de|at|ch)(?![^.\s_/-])|[^.\s_/-]+", re.IGNORECASE)
"""A part of a name, with the country behind a language: ``en-GB``."""


class Pair(Struct, frozen=True):
    """The two files of a story, and what their names have in common."""

    name: str
    source: Path
    target: Path


class Folder(Struct, frozen=True):
    """The pairs of a folder by their names; `notes` say what was left out."""

    pairs: tuple[Pair, ...]
    notes: tuple[Message, ...]


def pairs_in(path: Path) -> Folder:
    """The pairs of a folder and the folders in it. Raises UserError where there are none."""
    files = sorted(each for each in path.rglob("*") if each.is_file() and not each.name.startswith("."))
    groups: defaultdict[str, list[Path]] = defaultdict(list)
    for each in files:
        if formats.is_story(each):
            groups[_core(each.relative_to(path))].append(each)
    pairs, alone = [], []
    for name, members in sorted(groups.items()):
        pair = _ordered(members, path) if len(members) == 2 else None
        if pair is None:
            alone += members
        else:
            pairs.append(Pair(name, *pair))
    if not pairs:
        raise UserError(
            N_("There are no pairs in “{name}”: name the files of a pair alike, as story.en.txt and story.de.txt."), name=path.name
        )
    notes = (Message(N_("“{name}” has no partner of its name, or more than one: it was left out."), {"name": str(each)}) for each in alone)
    return Folder(tuple(pairs), tuple(notes))


def read_pairs(path: Path, notes: list[Message], progress: Progress = no_progress) -> Iterator[tuple[Material, Material]]:
    """Source and translation of each pair of a folder; what a person should know is added to `notes`.

    A pair that cannot be read is left out, which is said. Raises UserError where not one is left.
    """
    folder, none = pairs_in(path), True
    notes += folder.notes
    for done, pair in enumerate(folder.pairs):
        progress(done, len(folder.pairs))
        try:
            read = pipeline.from_files(pair.source, pair.target)
        except UserError as error:
            notes.append(Message(N_("“{name}” was left out: {reason}"), {"name": pair.name, "reason": error.message}))
            continue
        notes += (Message(N_("“{name}”: {reason}"), {"name": each.name, "reason": note}) for each in read for note in each.reading.notes)
        none = False
        yield read
    if none:
        raise UserError(N_("Not one pair in “{name}” can be read. {reason}"), name=path.name, reason=notes[-1].render())


def keep_folder(project: Project, store: Store, path: Path, progress: Progress = no_progress) -> tuple[Message, ...]:
    """Make an article of each pair of a folder, add it to the project and save it; what a person should know comes back.

    Raises UserError as `read_pairs` does.
    """
    notes = list[Message]()
    for read in read_pairs(path, notes, progress):
        pipeline.keep(project, store, *read)
    return tuple(notes)


def _core(relative: PurePath) -> str:
    """What the names of a pair have in common: everything but the ending and what says a language."""
    kept = [part for part in PART.findall(relative.with_suffix("").as_posix()) if not _language(part)]
    return "-".join(kept).casefold() or relative.stem.casefold()


def _language(part: str) -> str:
    return next((language for language, names in LANGUAGES.items() if part.casefold() in names), "")


def _named(relative: PurePath) -> str:
    """The language that a name says; "" for none, or more than one."""
    said = {_language(part) for part in PART.findall(relative.with_suffix("").as_posix())} - {""}
    return said.pop() if len(said) == 1 else ""


def _ordered(members: Sequence[Path], folder: Path) -> tuple[Path, Path] | None:
    """Two files as source and translation, by their names, else by what they say; None where both say the same."""
    said = [_named(each.relative_to(folder)) for each in members]
    if said[0] == said[1]:
        try:
            first, second = (pipeline.from_file(each) for each in members)
        except UserError:
            return None
        if said[0] and first.name == second.name:
            return None
        swap = pipeline.in_order(first, second)[0] is second
    else:
        swap = said[0] == pipeline.TARGET or said[1] == pipeline.SOURCE
    return (members[1], members[0]) if swap else (members[0], members[1])
