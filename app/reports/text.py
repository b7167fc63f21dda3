"""Findings for a terminal."""

from collections.abc import Sequence

from app.article import Article
from app.i18n import N_, _, ngettext
from app.model import Finding, Severity, Side
from app.reports.contract import document_span

WIDTH = 76
WORDS = {
    Severity.CRITICAL: N_("CRITICAL"),
    Severity.MAJOR: N_("MAJOR"),
    Severity.MINOR: N_("minor"),
    Severity.NEUTRAL: N_("hint"),
}
"""What a report calls the severities."""


def findings_as_text(article: Article, findings: Sequence[Finding]) -> str:
    """One paragraph a finding: severity, check, line of the translation (or source), the words, the reason."""
    if not findings:
        return _("Nothing suspicious found.") + "\n"
    parts = [_paragraph(article, finding) for finding in findings]
    count = len(findings)
    parts.append(ngettext("{count} finding.", "{count} findings.", count).format(count=count))
    return "\n\n".join(parts) + "\n"


def _paragraph(article: Article, finding: Finding) -> str:
    lines = [f"{_(WORDS[finding.severity]):<9} {finding.check}   {_line(article, finding)}"]
    for side, name in ((Side.SOURCE, _("source")), (Side.TARGET, _("translation"))):
        words = quoted(article, finding, side)
        if words:
            lines.append(f"    {name}: {words}")
    lines.append(f"    {finding.message.render()}")
    lines += [f"    → {fix.label.render()}" for fix in finding.fixes[:1]]
    return "\n".join(lines)


def quoted(article: Article, finding: Finding, side: Side, width: int = WIDTH) -> str:
    """The words that a finding points at on one side, shortened to `width` characters."""
    words = " … ".join(place.span.of(_shown(article, place.unit, side)).strip() for place in finding.on(side))
    words = " ".join(words.split())
    return words if len(words) <= width else words[: width - 1] + "…"


def _shown(article: Article, unit_id: int, side: Side) -> str:
    unit = article.unit(unit_id)
    return article.source_text(unit).plain if side is Side.SOURCE else unit.target.plain


def _line(article: Article, finding: Finding) -> str:
    places = finding.on(Side.TARGET) or finding.on(Side.SOURCE)
    if not places:
        return ""
    document = article.target if places[0].side is Side.TARGET else article.source
    number = document.text.plain.count("\n", 0, document_span(article, places[0]).start) + 1
    name = _("translation") if places[0].side is Side.TARGET else _("source")
    return _("{text}, line {number}").format(text=name, number=number)
