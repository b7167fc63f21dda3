"""A report as one self-contained page: nothing is loaded from anywhere, every word is escaped by the serialiser."""

from importlib import resources

from lxml import etree, html
from lxml.html import builder as E  # noqa: N812 - lxml's own name for its tag builder

from app.i18n import _, speaking
from app.reports.page import (
    KINDS,
    Bars,
    Cell,
    Chart,
    Column,
    Curve,
    Facts,
    Item,
    Kind,
    Paragraph,
    Report,
    Run,
    Strip,
    Table,
    Tone,
    Words,
    number,
)
from app.reports.svg import drawn, legend
from app.reports.visible import visible

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What the page may load: nothing but the style inside it."""


def html_page(report: Report) -> str:
    """The page; its colours follow the reader's light or dark screen, and paper."""
    style = (resources.files("resources") / "reports" / "page.css").read_text(encoding="utf-8")
    with speaking(report.language):
        parts = [_section(section.title, section.items, report.language) for section in report.sections]
        page = E.HTML(
            E.HEAD(
                E.META(charset="utf-8"),
                E.META({"http-equiv": "Content-Security-Policy", "content": POLICY}),
                E.META(name="viewport", content="width=device-width, initial-scale=1"),
                E.META(name="color-scheme", content="light dark"),
                E.META(name="generator", content="Gegenlesen"),
                E.TITLE(visible(report.title)),
                E.STYLE(style),
            ),
            E.BODY(E.MAIN(_head(report), *parts), E.FOOTER(E.H2(_("About this report")), _facts(report.stamp))),
            lang=report.language,
        )
    return f"<!doctype html>\n{html.tostring(page, encoding='unicode')}\n"


def _head(report: Report) -> html.HtmlElement:
    parts = [E.P(_(KINDS[report.kind]), E.CLASS("kind")), E.H1(visible(report.title))]
    if report.result:
        parts.append(E.P(E.SPAN(visible(report.result), E.CLASS(f"result {report.tone}")), " ", visible(report.lead), E.CLASS("lead")))
    elif report.lead:
        parts.append(E.P(visible(report.lead), E.CLASS("lead")))
    return E.HEADER(*parts)


def _section(title: str, items: tuple[Item, ...], language: str) -> html.HtmlElement:
    return E.SECTION(E.H2(visible(title)), *(_item(item, language) for item in items))


def _item(item: Item, language: str) -> html.HtmlElement:
    match item:
        case Paragraph(text, tone):
            return E.P(visible(text), E.CLASS(tone or "plain"))
        case Facts():
            return _facts(item)
        case Table():
            return _table(item, language)
        case Bars() | Strip() | Curve():
            return _figure(item, language)


def _facts(facts: Facts) -> html.HtmlElement:
    pairs = [E.DIV(E.DT(visible(name)), E.DD(visible(value))) for name, value in facts.facts]
    return E.DL(*pairs, E.CLASS("large" if facts.large else "facts"))


def _table(table: Table, language: str) -> html.HtmlElement:
    head = E.TR(*(E.TH(visible(column.title), E.CLASS(column.kind), scope="col") for column in table.columns))
    rows = []
    for at, row in enumerate(table.rows):
        cells = [_cell(cell, column, language) for cell, column in zip(row, table.columns, strict=True)]
        rows.append(E.TR(*cells, E.CLASS("strong")) if at in table.strong else E.TR(*cells))
    return E.DIV(E.TABLE(E.CAPTION(visible(table.caption)), E.THEAD(head), E.TBODY(*rows)), E.CLASS("scroll"))


def _cell(cell: Cell, column: Column, language: str) -> html.HtmlElement:
    made = E.TD(E.CLASS(column.kind))
    match cell:
        case None:
            pass
        case Words(runs, spoken):
            made.extend(_run(run) for run in runs)
            if spoken:
                made.set("lang", spoken)
        case str():
            made.append(E.SPAN(visible(cell)))
        case _:
            made.append(E.SPAN(number(cell, language, 2)))
    if column.kind is Kind.CODE:
        made.set("translate", "no")
    return made


def _run(run: Run) -> html.HtmlElement:
    words = visible(run.text)
    match run.tone:
        case Tone.PLAIN:
            return E.SPAN(words)
        case Tone.INSERTED:
            return E.INS(words)
        case Tone.DELETED:
            return E.DEL(words)
        case Tone.SOFT:
            return E.SPAN(words, E.CLASS("soft"))
        case tone:
            return E.MARK(words, E.CLASS(tone))


def _figure(chart: Chart, language: str) -> html.HtmlElement:
    keys = [E.SPAN(E.I(E.CLASS(f"key {tone}")), visible(name)) for tone, name in legend(chart)]
    parts: list[html.HtmlElement | etree._Element] = [E.FIGCAPTION(E.STRONG(visible(chart.title)), *keys), drawn(chart, language)]
    return E.FIGURE(*parts)
