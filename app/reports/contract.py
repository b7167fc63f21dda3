"""The contract ``gegenlesen.check/1``: what `check` says about a pair, for programs."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from app import diff
from app.article import Article
from app.checks import ENGINE
from app.model import Edit, Finding, Place, Side, Span, Unit
from app.quality.risk import article_risk, row_risks

SCHEMA = "gegenlesen.check/1"


class Stretch(Struct, frozen=True):
    """Code points of a Document's text, `end` exclusive."""

    start: int
    end: int


def check_record(article: Article, findings: Sequence[Finding], name: str | float, *, texts: bool = False) -> dict[str, Any]:
    """An article and its findings as an object of the schema; with `texts`, the Documents' texts come along."""
    risks = row_risks(article.units, findings)
    record: dict[str, Any] = {
        "schema": SCHEMA,
        "id": name,
        "engine": ENGINE,
        "lang": {"source": article.source.language, "target": article.target.language},
        "risk": article_risk(risks),
        "units": [_unit(unit, risks.get(unit.id, 0.0)) for unit in article.units],
        "findings": [_finding(article, finding) for finding in findings],
    }
    if texts:
        record |= {"source_text": article.source.text.plain, "target_text": article.target.text.plain}
    return record


def document_span(article: Article, place: Place) -> Stretch:
    """A place, which counts in the text of its row now, as a stretch of the Document's text.

    Where the row was corrected, the stretch is that of the imported text behind it.
    """
    unit = article.unit(place.unit)
    if place.side is Side.SOURCE:
        document, span, at = article.source, unit.source, place.span
    else:
        document, span = article.target, unit.imported
        was, now = article.imported_text(unit).plain, unit.target.plain
        at = place.span if was == now else Span(diff.position(was, now, place.span.start), diff.position(was, now, place.span.end))
    if span is None:
        return Stretch(0, 0)
    return Stretch(document.offset(span, at.start), document.offset(span, at.end))


def _unit(unit: Unit, risk: float) -> dict[str, Any]:
    return {
        "id": unit.id,
        "source": msgspec.to_builtins(Stretch(unit.source.start, unit.source.end)) if unit.source else None,
        "target": msgspec.to_builtins(Stretch(unit.imported.start, unit.imported.end)) if unit.imported else None,
        "score": round(unit.score, 4),
        "doubt": round(unit.doubt, 4),
        "risk": risk,
    }


def _finding(article: Article, finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 3),
        "category": finding.category.value,
        "units": list(finding.units),
        "source": _stretches(article, finding.on(Side.SOURCE)),
        "target": _stretches(article, finding.on(Side.TARGET)),
        "message": finding.message.render(),
        "fixes": [
            {"label": fix.label.render(), "edits": [_edit(article, edit) for edit in fix.edits], "remove": list(fix.remove)}
            for fix in finding.fixes
        ],
    }


def _stretches(article: Article, places: Iterable[Place]) -> list[dict[str, int]]:
    return [msgspec.to_builtins(document_span(article, place)) for place in places]


def _edit(article: Article, edit: Edit) -> dict[str, Any]:
    stretch = document_span(article, Place(edit.unit, Side.TARGET, edit.span))
    return {"start": stretch.start, "end": stretch.end, "text": edit.text}
