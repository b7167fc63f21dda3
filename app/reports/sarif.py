"""Findings as SARIF 2.1.0, the format in which code hosts and build servers take what a checker says."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from app.article import Article
from app.checks import CHECKS
from app.formats import PLAIN
from app.i18n import _
from app.model import Edit, Finding, Fix, Place, Severity, Side, Span
from app.reports.contract import document_span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

LEVELS = {Severity.CRITICAL: "error", Severity.MAJOR: "error", Severity.MINOR: "warning", Severity.NEUTRAL: "note"}
"""What SARIF calls the severities; a hint is a note whatever it would be."""


def sarif(article: Article, findings: Sequence[Finding], names: tuple[str, str]) -> dict[str, Any]:
    """The log of one run; `names` are the addresses (URI) of the source's and the translation's file.

    Regions are given for plain text alone: nowhere else is the text of a Document the text of its file. Columns count code
    points.
    """
    rules = [check.id for check in CHECKS]
    rules += sorted({finding.check for finding in findings} - set(rules))
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "Gegenlesen", "version": version("gegenlesen"), "rules": [_rule(name) for name in rules]}},
                "columnKind": "unicodeCodePoints",
                "artifacts": [{"location": {"uri": name}} for name in names],
                "results": [_result(article, finding, rules, names) for finding in findings],
            }
        ],
    }


def _rule(name: str) -> dict[str, Any]:
    check = next((each for each in CHECKS if each.id == name), None)
    rule: dict[str, Any] = {"id": name}
    if check is not None:
        rule |= {"shortDescription": {"text": _(check.title)}, "defaultConfiguration": {"level": LEVELS[check.severity]}}
    return rule


def _result(article: Article, finding: Finding, rules: Sequence[str], names: tuple[str, str]) -> dict[str, Any]:
    places = finding.on(Side.TARGET) or finding.on(Side.SOURCE)
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rules.index(finding.check),
        "level": "note" if finding.hint else LEVELS[finding.severity],
        "message": {"text": finding.message.render()},
        "locations": [_location(article, place, names) for place in places[:1]],
        "partialFingerprints": {"gegenlesen/1": finding.fingerprint or finding.check},
        "rank": round(100 * finding.confidence, 1),
        "properties": {"severity": finding.severity.value, "category": finding.category.value},
    }
    other = [place for place in finding.places if place not in places[:1]]
    if other:
        result["relatedLocations"] = [_location(article, place, names) for place in other]
    fixes = [_fix(article, fix, names[1]) for fix in finding.fixes if article.target.origin == PLAIN]
    return result | ({"fixes": fixes} if fixes else {})


def _location(article: Article, place: Place, names: tuple[str, str]) -> dict[str, Any]:
    document = article.source if place.side is Side.SOURCE else article.target
    at = 0 if place.side is Side.SOURCE else 1
    physical: dict[str, Any] = {"artifactLocation": {"uri": names[at], "index": at}}
    stretch = document_span(article, place)
    if document.origin == PLAIN and stretch.end > stretch.start:
        plain = document.text.plain
        region = {"charOffset": stretch.start, "charLength": stretch.end - stretch.start}
        start, end = _line(plain, stretch.start), _line(plain, stretch.end)
        physical["region"] = region | {"startLine": start[0], "startColumn": start[1], "endLine": end[0], "endColumn": end[1]}
    return {"physicalLocation": physical}


def _line(plain: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    return plain.count("\n", 0, offset) + 1, offset - plain.rfind("\n", 0, offset)


def _fix(article: Article, fix: Fix, name: str) -> dict[str, Any]:
    edits = list(fix.edits)
    edits += [Edit(unit, Span(0, len(article.unit(unit).target.plain)), "") for unit in fix.remove]
    replacements = []
    for edit in edits:
        stretch = document_span(article, Place(edit.unit, Side.TARGET, edit.span))
        region = {"charOffset": stretch.start, "charLength": stretch.end - stretch.start}
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    change = {"artifactLocation": {"uri": name, "index": 1}, "replacements": replacements}
    return {"description": {"text": fix.label.render()}, "artifactChanges": [change]}
