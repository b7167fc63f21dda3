"""Marking errors in the text that came in. Every verb performs one Step; correcting the text later changes no mark."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from app.article import Article, Project
from app.errors import UserError
from app.i18n import N_
from app.model import ArticleSplice, DocumentSplice, ErrorMark, Finding, MarkSplice, Place, Severity, Side, Splice, Step, well_formed
from app.quality.effort import Effort, effort
from app.quality.marks import anchored, fitting, place_now, place_of
from app.quality.scorecard import Scorecard, scorecard
from app.quality.typology import MQM, TYPOLOGIES, Typology, typology
from app.quality.words import word_count

TYPOLOGY = "typology"
"""The field of the project that keeps its typology: the id of one that comes with the program, or a whole one as JSON."""

SCORE = "score"
"""The field of an article that keeps ESA's score, 0 to 100."""


def typology_of(project: Project) -> Typology:
    """The typology that the project's marks are of; MQM core unless the desk chose another."""
    kept = project.fields.get(TYPOLOGY, MQM.id)
    return msgspec.json.decode(kept, type=Typology) if kept.startswith("{") else typology(kept)


def use_typology(project: Project, chosen: Typology) -> Step:
    """Mark by another typology from now on; a desk's own is kept in the project whole."""
    kept = chosen.id if chosen in TYPOLOGIES else msgspec.json.encode(chosen).decode()
    return project.set_field(TYPOLOGY, kept)


def received_revision(article: Article) -> int:
    """The revision with which the translation under review came in: that of its import, or of its last new version."""
    for step in reversed(article.log.steps):
        for splice in step.splices:
            new_version = _renews(splice) and step.article == article.id
            added = isinstance(splice, ArticleSplice) and any(head.id == article.id for head in splice.after)
            if new_version or added:
                return step.revision
    return 0


def mark(article: Article, typology: Typology, place: Place, kind: str, severity: Severity, *, note: str = "", reading: int = 1) -> Step:
    """Mark an error where `place` stands now. Raises UserError for words that did not come in, or a kind that is marked elsewhere."""
    fitting(typology, kind, severity, place.side)
    made = _mark(article, place, kind, severity, _next_id(article), received_revision(article))
    return article.mark((), (replace(made, note=well_formed(note), reading=reading),))


def accept(
    article: Article,
    typology: Typology,
    *findings: Finding,
    kind: str | None = None,
    severity: Severity | None = None,
    reading: int = 1,
) -> Step | None:
    """Mark findings as errors in one step, as their checks see them unless `kind` or `severity` say otherwise.

    A finding that is marked already, points at nothing on the side of its kind, or stands in words that did not come in, is
    left out; None when none remains.
    """
    there = {(each.unit, each.side, each.span, each.check) for each in article.marks if each.reading == reading}
    made: list[ErrorMark] = []
    number, came = _next_id(article), received_revision(article)
    for finding in findings:
        chosen = typology.type(kind) if kind else typology.kind_of(finding)
        place = place_of(finding, chosen.side)
        if place is None:
            continue
        try:
            new = _mark(article, place, chosen.id, severity or typology.nearest(finding.severity), number + len(made), came)
        except UserError:
            continue
        if (new.unit, new.side, new.span, finding.check) not in there:
            made.append(replace(new, check=finding.check, reading=reading))
    return article.mark((), made) if made else None


def change(
    article: Article,
    typology: Typology,
    mark_id: int,
    *,
    kind: str | None = None,
    severity: Severity | None = None,
    note: str | None = None,
) -> Step | None:
    """Give a mark another kind, severity or note; None when nothing changes. Raises UserError as `mark` does, KeyError for no mark."""
    was = mark_with_id(article, mark_id)
    now = replace(
        was,
        category=was.category if kind is None else kind,
        severity=was.severity if severity is None else severity,
        note=was.note if note is None else well_formed(note),
    )
    fitting(typology, now.category, now.severity, now.side)
    return article.mark((was,), (now,)) if now != was else None


def delete(article: Article, *mark_ids: int) -> Step | None:
    """Take marks away; None when none of them is there."""
    gone = tuple(each for each in article.marks if each.id in mark_ids)
    return article.mark(gone, ()) if gone else None


def mark_with_id(article: Article, mark_id: int) -> ErrorMark:
    """The mark with this id; raises KeyError when there is none."""
    found = next((each for each in article.marks if each.id == mark_id), None)
    if found is None:
        raise KeyError(mark_id)
    return found


def marks_of(article: Article, reading: int = 1) -> list[ErrorMark]:
    """The marks of one reading in the order of the text: a blind second reader is shown those of the second reading only.

    Marks in an earlier version of the translation stay in the article's history, but count no more.
    """
    if not article.marks:
        return []
    places, marked = {unit.id: at for at, unit in enumerate(article.units)}, _marked_in(article)
    mine = (each for each in article.marks if each.reading == reading and marked.get(each.id) == article.target.digest)
    return sorted(mine, key=lambda m: (places.get(m.unit, 0), m.side, m.span))


def shown(article: Article, each: ErrorMark) -> Place | None:
    """Where a mark stands in the text as it is now; None where its words are gone from their row."""
    try:
        unit = article.unit(each.unit)
    except KeyError:
        return None
    if each.side is Side.SOURCE:
        plain = article.source_text(unit).plain
        return place_now(each, plain, plain)
    return place_now(each, unit.target.plain, article.imported_text(unit).plain)


def set_score(article: Article, score: int | None) -> Step:
    """Give an article ESA's score; raises UserError for anything but 0 to 100."""
    if score is not None and not 0 <= score <= 100:
        raise UserError(N_("A score lies between 0 and 100."))
    return article.set_field(SCORE, None if score is None else str(score))


def card(article: Article, typology: Typology, units: Iterable[int] | None = None) -> Scorecard:
    """The scorecard of an article by the marks of the first reading; with `units`, of these rows only."""
    wanted = None if units is None else set(units)
    rows = [unit for unit in article.units if wanted is None or unit.id in wanted]
    marks = [each for each in marks_of(article) if wanted is None or each.unit in wanted]
    words = sum(word_count(article.source_text(unit).plain) for unit in rows)
    score = article.fields.get(SCORE)
    return scorecard(typology, marks, words, int(score) if score else None)


def article_effort(article: Article) -> Effort:
    """How much was changed since the text came in."""
    return effort((article.imported_text(u).plain, "" if u.removed else u.target.plain) for u in article.units)


def _marked_in(article: Article) -> dict[int, str]:
    """For each mark the digest of the translation in which it was set."""
    now = article.first[1].digest
    found: dict[int, str] = {}
    for splice in (splice for step in article.log.of(article.id) for splice in step.splices):
        if isinstance(splice, DocumentSplice) and splice.side is Side.TARGET:
            now = splice.after
        elif isinstance(splice, MarkSplice):
            for each in splice.after:
                found.setdefault(each.id, now)
    return found


def _renews(splice: Splice) -> bool:
    return isinstance(splice, DocumentSplice) and splice.side is Side.TARGET


def _mark(article: Article, place: Place, kind: str, severity: Severity, number: int, came: int) -> ErrorMark:
    unit = article.unit(place.unit)
    if place.side is Side.SOURCE:
        received = now = article.source_text(unit).plain
    else:
        received, now = article.imported_text(unit).plain, unit.target.plain
    span = anchored(now, received, place.span)
    return ErrorMark(number, unit.id, place.side, span, span.of(received), came, kind, severity)


def _next_id(article: Article) -> int:
    """One above every number that a mark ever had here, so that a mark that is undone and one that is new are never confused."""
    splices = (splice for step in article.log.of(article.id) for splice in step.splices)
    return max((each.id for splice in splices if isinstance(splice, MarkSplice) for each in splice.after), default=0) + 1
