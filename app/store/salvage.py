"""What is still sound in the bytes of a damaged project file."""

import hashlib
import zlib
from collections import defaultdict
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec.structs import replace

from app.article import Article, Log
from app.errors import UNDECODABLE, UserError
from app.model import ArticleHead, ArticleSplice, Document, RowSplice, Splice, Step, Text, Unit
from app.store import pages
from app.store.reading import unpacked
from app.store.schema import TABLES, seal

LANGUAGES = ("", "en", "de")
"""Asked one after the other when a Document is read from its original again."""

Unmade = (zlib.error, *UNDECODABLE)
"""What decoding raises for a sound row that another version wrote, or one who means harm."""


class Salvage(msgspec.Struct, dict=True):
    """Sound rows by what they are: `documents` by digest, `imported` units and `rows` (rank, unit) by article, `steps` by revision.

    `doubtful` are documents whose text is there but not as it was written, under the digest of what is left. What is worked
    out from the rows is remembered: ask for it when all have been taken.
    """

    documents: dict[str, pages.Row] = {}
    doubtful: dict[str, pages.Row] = {}
    heads: dict[int, ArticleHead] = {}
    imported: dict[int, tuple[Unit, ...]] = {}
    rows: defaultdict[int, list[tuple[int, Unit]]] = msgspec.field(default_factory=lambda: defaultdict(list))
    steps: dict[int, Step] = {}
    drafts: dict[tuple[int, int], pages.Row] = {}

    @cached_property
    def articles(self) -> list[int]:
        """The articles that can be made again: both Documents are there."""
        return [number for number, head in sorted(self.heads.items()) if {head.source, head.target} <= self.documents.keys()]

    @cached_property
    def whole(self) -> bool:
        """Whether no step is missing, no article that a step speaks of and none's entry on the list, and no Document of an article."""
        articles = {step.article for step in self.steps.values()} - {None}
        splices = [splice for step in self.steps.values() for splice in step.splices if isinstance(splice, ArticleSplice)]
        entered = {head.id for splice in splices for head in splice.after}
        complete = len(self.steps) == max(self.steps, default=0)
        return complete and articles <= set(self.articles) <= entered and set(self.articles) == set(self.heads)

    @cached_property
    def history(self) -> defaultdict[int | None, list[Step]]:
        """The sound steps of every article, oldest first."""
        found: defaultdict[int | None, list[Step]] = defaultdict(list)
        for _, step in sorted(self.steps.items()):
            found[step.article].append(step)
        return found

    def present(self, article: int) -> list[Unit]:
        """The sound rows of an article, in order; of several with one id, what its history says last or else any."""
        last = {unit.id: unit for step in self.history[article] for unit in _units(step, "after")}
        chosen = {unit.id: (rank, unit) for rank, unit in self.rows[article]}
        chosen |= {unit.id: (rank, unit) for rank, unit in self.rows[article] if last.get(unit.id) == unit}
        return [unit for _, unit in sorted(chosen.values(), key=lambda row: row[0])]

    def newer(self, article: int) -> list[Unit]:
        """Rows of an article that its history does not know, in order: the steps that led to them are lost."""
        known = [*self.imported[article]]
        for step in self.history[article]:
            known += (*_units(step, "before"), *_units(step, "after"))
        seen = set(map(msgspec.json.encode, known))
        return [unit for unit in self.present(article) if msgspec.json.encode(unit) not in seen]


def _units(step: Step, when: str) -> list[Unit]:
    return [unit for splice in step.splices if isinstance(splice, RowSplice) for unit in getattr(splice, when)]


def salvage(data: bytes) -> Salvage:
    """Every sound row of a file, whatever else is damaged."""
    found = Salvage()
    for row in pages.rows(data):
        table = next((table for table in TABLES if row and seal(table, *row[:-1]) == row[-1]), None)
        try:
            if table is not None:
                _take(found, table, row)
            elif len(row) == 5 and isinstance(row[2], bytes) and isinstance(row[3], bytes):
                _take_damaged_document(found, row[2], row)
        except Unmade:
            continue
    _complete(found)
    return found


def _take(found: Salvage, table: str, row: pages.Row) -> None:
    match table, row:
        case "document", (str() as digest, *_):
            found.documents[digest] = row[:-1]
        case "article", (int() as number, str() as title, str() as source, str() as target, _, bytes() as imported, _):
            found.imported[number] = unpacked(imported)
            found.heads[number] = ArticleHead(number, title, source, target)
        case "unit", (int() as article, _, int() as rank, _, bytes() as data, _):
            found.rows[article].append((rank, msgspec.json.decode(data, type=Unit)))
        case "step", (int() as number, article, str() as op, str() as time, str() as who, refers, bytes() as data, _):
            splices = msgspec.json.decode(data, type=tuple[Splice, ...])
            found.steps[number] = Step(number, _number(article), op, time, who, splices, _number(refers))
        case "draft", (int() as article, int() as unit, _, str() as time, _):
            if time >= str(found.drafts.get((article, unit), ("", "", "", ""))[3]):
                found.drafts[article, unit] = row[:-1]


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _take_damaged_document(found: Salvage, content: bytes, row: pages.Row) -> None:
    """A Document whose row was altered: often only in its original, or in what can be read from the original again."""
    from app.formats import read_bytes  # every reader there is: only for a file that is damaged

    digest, name, _, original, _ = row
    if hashlib.sha256(content).hexdigest() == digest:
        found.documents[digest] = row[:-1]
        return
    assert isinstance(original, bytes)
    for language in LANGUAGES:
        with suppress(UserError):
            document = read_bytes(original, Path(str(name)), language).document
            if document.digest == digest:
                found.documents[digest] = (digest, str(name), msgspec.json.encode(document), original)
                return
    document = msgspec.json.decode(content.decode(errors="replace"), type=Document)
    found.doubtful[str(digest)] = (document.digest, str(name), msgspec.json.encode(document), original)


def _complete(found: Salvage) -> None:
    """Articles whose own row is lost, from the step that listed them; Documents that are doubtful where there is no better."""
    for step in found.steps.values():
        for head in (head for splice in step.splices if isinstance(splice, ArticleSplice) for head in splice.after):
            if head.id not in found.heads and found.rows[head.id]:
                found.heads[head.id] = head
                found.imported[head.id] = tuple(_rewound(found, head.id))
    for digest in list(found.doubtful):
        if digest in found.documents:
            del found.doubtful[digest]
    mended = {digest: str(row[0]) for digest, row in found.doubtful.items()}
    found.documents |= {str(row[0]): row for row in found.doubtful.values()}
    for number, head in found.heads.items():
        source, target = mended.get(head.source, head.source), mended.get(head.target, head.target)
        found.heads[number] = replace(head, source=source, target=target)


def _rewound(found: Salvage, article: int) -> list[Unit]:
    """The rows as they came in: those that are there now, with the history taken back; as they are where that fails."""
    nothing = Document("", "", Text(), ())
    rows = found.present(article)
    table = Article(article, "", nothing, nothing, rows, Log())
    try:
        for step in reversed(found.history[article]):
            for splice in (splice for splice in step.inverse if isinstance(splice, RowSplice)):
                table.apply(splice)
    except LookupError:
        return rows
    return table.units


def merged(rows: list[Unit], newer: list[Unit]) -> list[Unit]:
    """The newer rows, and between them those of `rows` whose places in the Documents they leave free."""
    fresh = {unit.id for unit in newer}
    left = [unit for unit in rows if unit.id not in fresh and not any(_overlap(unit, other) for other in newer)]
    order = {unit.id: at for at, unit in enumerate(rows)}
    result: list[Unit] = []
    for unit in newer:
        while left and _precedes(left[0], unit, order):
            result.append(left.pop(0))
        result.append(unit)
    return result + left


def _overlap(first: Unit, second: Unit) -> bool:
    pairs = ((first.source, second.source), (first.imported, second.imported))
    return any(one is not None and other is not None and one.overlap(other) for one, other in pairs)


def _precedes(first: Unit, second: Unit, order: dict[int, int]) -> bool:
    if first.source and second.source:
        return first.source < second.source
    if first.imported and second.imported:
        return first.imported < second.imported
    return order[first.id] < order.get(second.id, -1)
