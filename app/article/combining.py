"""Two copies of one project that were corrected apart, as one: row by row, by their logs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from app.article.article import Article
from app.article.log import PURGED
from app.article.project import Project
from app.article.rows import joined
from app.model import ArticleHead, DismissalSplice, DocumentSplice, FieldSplice, RowSplice, Splice, Step, Unit


class Conflict(Struct, frozen=True):
    """A row that was changed here and there in different ways; here is what stands, until someone decides.

    `unit` is the row's id here and `who` the person who changed it last in the other copy. `base`, `mine` and `theirs` are the
    row as it was before they parted, as it is here and as it is there; None where it does not stand any more.
    """

    article: int
    unit: int
    who: str
    base: Unit
    mine: Unit
    theirs: Unit | None


class Joined(Struct, frozen=True):
    """An article that only the other copy had: as it is here now, its first rows, and the step that listed it."""

    article: Article
    units: tuple[Unit, ...]
    step: Step


class Combination(Struct, frozen=True):
    """What combining has done, in the order in which it must be saved: `performed` holds articles that came in, and steps.

    `documents` are Documents of the other copy that steps lead to, by digest: the store must have them before the steps.
    """

    performed: tuple[Joined | Step, ...]
    conflicts: tuple[Conflict, ...]
    documents: tuple[str, ...]


def parting(mine: Sequence[Step], theirs: Sequence[Step]) -> int:
    """The revision up to which two logs are the same; a step that was purged from one of them counts as the same."""
    for number, (one, other) in enumerate(zip(mine, theirs, strict=False)):
        if one != other and PURGED not in {one.op, other.op}:
            return number
    return min(len(mine), len(theirs))


def combine(project: Project, other: Project, first_rows: Mapping[int, tuple[Unit, ...]]) -> Combination:
    """Perform on `project` what was done in another copy of it since they parted, each step under the name of who did it.

    `first_rows` are the rows with which the articles of the other copy came in, by their number there. What was undone there is
    left out, and so is what is there already, as from an earlier combination. Where a row was changed on both sides,
    differently, nothing is done: that is a `Conflict`. An article that got a new version of its texts there and was corrected
    here comes in as one more article. Articles that were dropped there stay.
    """
    base = parting(project.log.steps, other.log.steps)
    later = [step for step in other.log.steps[base:] if step.op != PURGED]
    changed = {step.article for step in project.log.steps[base:]}
    done = Counter(_gist(step) for step in project.log.steps[base:])
    performed: list[Joined | Step] = []
    conflicts: list[Conflict] = []
    documents = list[str]()
    for article in other.articles:
        here = project.shelf.get(article.id)
        if here is None or here.head != article.head:
            if not _has(project, article.head):
                performed += _joined(project, article, first_rows[article.id], list(lasting(other.log.steps, article.id)))
                documents += article.versions
            continue
        steps = [step for step in lasting(later, article.id) if not _taken(done, step)]
        renewed = any(isinstance(splice, DocumentSplice) for step in steps for splice in step.splices)
        if renewed and article.id in changed:
            performed += _one_more(project, article)
        else:
            merging = _Merging(here, article)
            performed += merging.performed(steps)
            conflicts += merging.conflicts()
            documents += article.versions if renewed else ()
    performed += filter(None, [_of_the_project(project, step) for step in lasting(later, None) if not _taken(done, step)])
    return Combination(tuple(performed), tuple(conflicts), tuple(documents))


def decide(article: Article, conflict: Conflict) -> Step | None:
    """Let the other copy's version of a row take the place of the one that stands, as a step of who made it; None if it is there."""
    with article.log.signed(conflict.who):
        if conflict.theirs is None:
            return article.remove(conflict.unit)
        mine = article.unit(conflict.unit)
        chosen = replace(conflict.theirs, id=mine.id, source=mine.source, imported=mine.imported)
        return article.reshape("combine", article.replacing([chosen]))


def lasting(steps: Sequence[Step], article: int | None) -> Iterator[Step]:
    """The steps of one article, or of the project, that were not undone again among these; an undoing of earlier ones is a step."""
    kept: dict[int, Step] = {}
    known = {step.revision: step for step in steps}
    for step in (step for step in steps if step.article == article):
        if step.op == "undo" and step.refers in kept:
            del kept[step.refers]
        elif step.op == "redo" and step.refers in known:
            kept[step.refers] = known[step.refers]
        else:
            kept[step.revision] = replace(step, op="combine", refers=None) if step.refers else step
    yield from kept.values()


class _Merging:
    """The steps of another copy's article performed on the one that is here, as far as they concern rows that are as they were."""

    def __init__(self, here: Article, there: Article) -> None:
        self._here, self._there = here, there
        here.versions |= {document.digest: document for document in (*there.versions.values(), there.source, there.target)}
        self._ids: dict[int, int] = {}
        self._left: dict[int, tuple[Unit, str]] = {}

    def performed(self, steps: Sequence[Step]) -> Iterator[Step]:
        for step in steps:
            splices = list[Splice]()
            for fitting in (kept for splice in step.splices for kept in self._fitting(splice, step.who)):
                self._here.apply(fitting)
                splices.append(fitting)
            if splices:
                with self._here.log.signed(step.who, step.when):
                    yield self._here.log.write(self._here.id, step.op, tuple(splices))

    def conflicts(self) -> Iterator[Conflict]:
        """The rows that were left out and are still not the same."""
        for unit, (base, who) in self._left.items():
            mine, theirs = self._here.unit(unit) if self._here.holds(unit) else None, self._version(unit, base)
            if mine is not None and (theirs is None or _content(mine) != _content(theirs)):
                yield Conflict(self._here.id, unit, who, base, mine, theirs)

    def _version(self, unit: int, base: Unit) -> Unit | None:
        """A row as it is there, with what was cut off it into rows of their own that did not come in."""
        found = None
        for other in self._there.units:
            own = self._ids.get(other.id, other.id)
            if own == unit:
                found = joined(found, other) if found else other
            elif own < 0 and found is not None and _overlap(base, other):
                found = joined(found, other)
        return found

    def _fitting(self, splice: Splice, who: str) -> Iterator[Splice]:
        match splice:
            case RowSplice(anchor, before, after) if [unit.id for unit in before] == [unit.id for unit in after]:
                for one, other in zip(before, after, strict=True):
                    yield from self._changed(self._own(one), self._own(other), who)
            case RowSplice(anchor, before, after):
                yield from self._reshaped(anchor, before, after, who)
            case FieldSplice(name, before, after):
                if self._here.fields.get(name) == before != after:
                    yield splice
            case _:
                yield splice

    def _changed(self, before: Unit, after: Unit, who: str) -> Iterator[RowSplice]:
        if not self._here.holds(before.id):
            return
        mine = self._here.unit(before.id)
        both = None if before.id in self._left else merged(before, mine, after)
        if both is None:
            self._left[before.id] = (self._left.get(before.id, (before, ""))[0], who)
        else:
            yield from self._here.replacing([both])

    def _reshaped(self, anchor: int, before: tuple[Unit, ...], after: tuple[Unit, ...], who: str) -> Iterator[RowSplice]:
        """Rows that become others, when they stand here just so and none of them waits for a decision."""
        own = tuple(self._own(unit) for unit in before)
        old = {unit.id for unit in before}
        fresh = [unit.id for unit in after if unit.id not in old and unit.id not in self._ids]
        at = self._anchor(self._ids.get(anchor, anchor), own)
        if at is None:
            self._ids |= {number: -number for number in fresh}
            for unit in own:
                self._left.setdefault(unit.id, (unit, who))
        else:
            self._ids |= {old_id: number for number, old_id in enumerate(fresh, self._here.last_id + 1)}
            yield RowSplice(at, own, tuple(self._own(unit) for unit in after))

    def _anchor(self, anchor: int, units: tuple[Unit, ...]) -> int | None:
        """The unit behind which these rows stand here, None when they do not; a new row finds another place when its own is gone."""
        here = self._here.units
        known = anchor == 0 or self._here.holds(anchor)
        if not units:
            return anchor if known else here[-1].id if here else 0
        at = self._here.position(anchor) + 1 if known and anchor else 0
        stands = tuple(here[at : at + len(units)]) == units and not any(unit.id in self._left for unit in units)
        return anchor if known and stands else None

    def _own(self, unit: Unit) -> Unit:
        return replace(unit, id=self._ids[unit.id]) if unit.id in self._ids else unit


def merged(base: Unit, mine: Unit, theirs: Unit) -> Unit | None:
    """A row changed on both sides, field by field; None where both changed one field differently, or one rewrote what the other took out.

    How far the row is goes with its text: nobody has confirmed words that somebody else wrote meanwhile.
    """
    rewritten, rewritten_there = (unit.target != base.target for unit in (mine, theirs))
    if (rewritten and theirs.removed > base.removed) or (rewritten_there and mine.removed > base.removed):
        return None
    changes = {"state": mine.state} if rewritten else {"state": theirs.state} if rewritten_there else {}
    for name in (name for name in Unit.__struct_fields__ if name not in changes):
        was, here, there = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        if there not in (was, here):
            if here != was:
                return None
            changes[name] = there
    return replace(mine, **changes)


def _content(unit: Unit) -> Unit:
    """A row without what no person decides on."""
    return replace(unit, id=0, score=1.0, doubt=0.0, by_hand=False)


def _gist(step: Step) -> tuple[object, ...]:
    """What a step is known by in another log: not its number, and not the ids of rows, which may be others there."""
    rows = [unit.target.plain for splice in step.splices if isinstance(splice, RowSplice) for unit in splice.after]
    others = [repr(splice) for splice in step.splices if not isinstance(splice, RowSplice)]
    return step.article, step.op, step.when, step.who, *rows, *others


def _taken(done: Counter[tuple[object, ...]], step: Step) -> bool:
    gist = _gist(step)
    if not done[gist]:
        return False
    done[gist] -= 1
    return True


def _overlap(first: Unit, second: Unit) -> bool:
    pairs = ((first.source, second.source), (first.imported, second.imported))
    return any(one is not None and other is not None and one.overlap(other) > 0 for one, other in pairs)


def _has(project: Project, head: ArticleHead) -> bool:
    return any(replace(article.head, id=head.id) == head for article in project.shelf.values())


def _joined(project: Project, article: Article, units: tuple[Unit, ...], steps: Sequence[Step]) -> Iterator[Joined | Step]:
    """An article that only the other copy has, with what was done to it there."""
    here, step = project.add(article.head.title, *article.first, units)
    yield Joined(here, units, step)
    yield from _Merging(here, article).performed(steps)


def _one_more(project: Project, article: Article) -> Iterator[Joined]:
    """An article of the other copy as it is now, beside the one that is here; nothing when it has come in before."""
    known = (article.source.digest, article.target.digest, article.units)
    if all((each.source.digest, each.target.digest, each.units) != known for each in project.articles):
        here, step = project.add(article.title, article.source, article.target, tuple(article.units))
        yield Joined(here, tuple(article.units), step)


def _of_the_project(project: Project, step: Step) -> Step | None:
    """The fields and dismissals of the project that a step of the other copy set, where they are still as they were."""
    splices = [
        splice
        for splice in step.splices
        if isinstance(splice, DismissalSplice) or (isinstance(splice, FieldSplice) and project.fields.get(splice.name) == splice.before)
    ]
    for splice in splices:
        project.apply(splice)
    if not splices:
        return None
    with project.log.signed(step.who, step.when):
        return project.log.write(None, step.op, tuple(splices))
