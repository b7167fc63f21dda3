"""Findings as one self-contained HTML page: nothing is loaded from anywhere, every word is escaped by the serialiser."""

from collections.abc import Sequence
from itertools import pairwise

from lxml import html
from lxml.html import builder as E  # noqa: N812 - lxml's own name for its tag builder

from app.article import Article
from app.i18n import _, ngettext
from app.model import Finding, Side, Span, Unit
from app.reports.text import WORDS

STYLE = """
:root{--bg:#f3f2ef;--paper:#fff;--line:#d9d5cd;--ink:#1d1c1a;--soft:#5c5851;--critical:#b3261e;--major:#7a2fa0;--minor:#4a5a6a;--neutral:#4a5a6a}
@media (prefers-color-scheme:dark){:root{--bg:#161719;--paper:#26282c;--line:#3a3d43;--ink:#e9e7e2;--soft:#b3aea5;--critical:#ff8a80;--major:#d6a2f5;
--minor:#b4c2cf;--neutral:#b4c2cf}}
@media print{:root{--bg:#fff;--paper:#fff;--ink:#000}}
body{margin:2rem auto;max-width:70rem;padding:0 1rem;background:var(--bg);color:var(--ink);font:16px/1.5 "Source Serif 4","Noto Serif",Georgia,serif}
h1{font-size:1.6rem;line-height:1.25}p.sum,th,td.f,footer{font-family:Inter,"Noto Sans",sans-serif;font-size:.85rem}p.sum,footer{color:var(--soft)}
table{width:100%;border-collapse:collapse}td,th{width:37%;vertical-align:top;text-align:left;padding:.45rem .7rem;border-bottom:1px solid var(--line)}
td.f{width:26%}mark{background:none;color:inherit;text-decoration-line:underline;text-decoration-thickness:2px;text-underline-offset:3px}
.critical{text-decoration-color:var(--critical);text-decoration-style:solid}.major{text-decoration-color:var(--major);text-decoration-style:dashed}
.minor,.neutral{text-decoration-color:var(--minor);text-decoration-style:dotted}b.critical{color:var(--critical)}b.major{color:var(--major)}
b.minor,b.neutral{color:var(--minor)}b{text-decoration:none}.none{color:var(--soft);font-style:italic}tr.with{background:var(--paper)}
"""


def findings_page(article: Article, findings: Sequence[Finding], language: str) -> str:
    """The whole article with its findings beside the rows they touch; `language` is that of the page's own words."""
    by_unit: dict[int, list[Finding]] = {}
    for finding in findings:
        for unit_id in finding.units:
            by_unit.setdefault(unit_id, []).append(finding)
    count = len(findings)
    rows = [_row(article, unit, by_unit.get(unit.id, [])) for unit in article.units if not unit.removed]
    head = E.TR(E.TH(_("Source")), E.TH(_("Translation")), E.TH(_("Findings")))
    page = E.HTML(
        E.HEAD(E.META(charset="utf-8"), E.TITLE(article.title), E.STYLE(STYLE)),
        E.BODY(
            E.H1(article.title),
            E.P(ngettext("{count} finding.", "{count} findings.", count).format(count=count), E.CLASS("sum")),
            E.TABLE(E.THEAD(head), E.TBODY(*rows)),
        ),
        lang=language,
    )
    return f"<!doctype html>\n{html.tostring(page, encoding='unicode')}\n"


def _row(article: Article, unit: Unit, findings: Sequence[Finding]) -> html.HtmlElement:
    source, target = article.source_text(unit).plain, unit.target.plain
    cells = [
        _cell(source, Side.SOURCE, unit.id, findings, article.source.language, _("nothing in the source")),
        _cell(target, Side.TARGET, unit.id, findings, article.target.language, _("missing in the translation")),
        E.TD(E.CLASS("f"), *[_reason(finding) for finding in findings if finding.units[0] == unit.id]),
    ]
    return E.TR(*cells, E.CLASS("with")) if findings else E.TR(*cells)


def _cell(plain: str, side: Side, unit_id: int, findings: Sequence[Finding], language: str, empty: str) -> html.HtmlElement:
    if not plain:
        return E.TD(E.SPAN(empty, E.CLASS("none")))
    spans = [(place.span, f) for f in reversed(findings) for place in f.on(side) if place.unit == unit_id and place.span.length]
    return E.TD(*_marked(plain, spans), lang=language)


def _marked(plain: str, spans: Sequence[tuple[Span, Finding]]) -> list[html.HtmlElement | str]:
    """The text in pieces; each marked piece has the class of the gravest finding over it (the last in `spans`)."""
    borders = sorted({0, len(plain), *(at for span, _finding in spans for at in (span.start, span.end))})
    pieces: list[html.HtmlElement | str] = []
    for start, end in pairwise(borders):
        over = [finding for span, finding in spans if span.start <= start and end <= span.end]
        words = _visible(plain[start:end])
        pieces.append(E.MARK(words, E.CLASS(over[-1].severity.value)) if over else words)
    return pieces


def _visible(words: str) -> str:
    """Without the control characters that no HTML or XML can hold."""
    return "".join(char if char.isprintable() or char in "\n\t" else "\ufffd" if char < " " else char for char in words)


def _reason(finding: Finding) -> html.HtmlElement:
    severity = _(WORDS[finding.severity])
    return E.DIV(E.B(severity, E.CLASS(finding.severity.value)), f" {finding.check}", E.BR(), _visible(finding.message.render()))
