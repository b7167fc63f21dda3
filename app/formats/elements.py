"""Blocks to elements of clean HTML: nothing but what a CMS keeps, every character escaped, every address checked."""

from collections.abc import Callable, Iterable, Sequence
from html import escape, unescape
from itertools import groupby

from app.formats.inline import Run, nested, sign
from app.formats.parts import Part, tables
from app.model import BlockKind, Mark, MarkKind, Text
from app.safe.links import IMAGE_SCHEMES, safe_address

CLASSED = frozenset({BlockKind.KICKER, BlockKind.DECK, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT, BlockKind.CAPTION})
ELEMENTS = {MarkKind.STRONG: "strong", MarkKind.EMPHASIS: "em", MarkKind.CODE: "code"}
GROUPED = {
    BlockKind.LIST_ITEM: "list",
    BlockKind.QUOTATION: "quotation",
    BlockKind.TABLE_CELL: "table",
    BlockKind.FIGURE: "figure",
    BlockKind.CAPTION: "figure",
}


def blocks(parts: Iterable[Part], *, classes: bool) -> list[str]:
    """The elements of a story; what belongs together (list items, cells, a figure and its caption) in one."""
    found = []
    for family, group in groupby(parts, key=lambda part: GROUPED.get(part.kind, "")):
        if family:
            found += GROUPS[family](list(group))
        else:
            found += [block(part, classes=classes) for part in group if part.kind is not BlockKind.EMBED]
    return [element for element in found if element]


def block(part: Part, *, classes: bool) -> str:
    """One block as an element; `classes` say which block it is where HTML has no element for it."""
    if part.kind is BlockKind.RULE:
        return "<hr>"
    if part.kind is BlockKind.TITLE:
        return f"<h1>{inline(part.text)}</h1>"
    if part.kind is BlockKind.HEADING:
        level = min(4, max(2, int(part.attribute("level", "2"))))
        return f"<h{level}>{inline(part.text)}</h{level}>"
    if part.kind is BlockKind.CODE:
        return f"<pre><code>{code(part.text)}</code></pre>"
    name = f' class="{part.kind.value}"' if classes and part.kind in CLASSED else ""
    return f"<p{name}>{inline(part.text)}</p>"


def as_markup(words: str) -> str:
    """Words where a CMS keeps HTML: their signs are escaped only where a browser would take them for something else."""
    return escape(words, quote=False) if "<" in words or unescape(words) != words else words


def inline(text: Text) -> str:
    """A text with its marks as HTML."""
    return nested(text, leaf, element)


def leaf(run: Run) -> str:
    """A stretch of characters, a line break or a picture."""
    mark = sign(run)
    if mark is not None and mark.kind is MarkKind.LINE_BREAK:
        return "<br>"
    if mark is not None:
        return _picture(dict(mark.attributes))
    return escape(run.text, quote=False)


def element(mark: Mark, inner: str) -> str:
    """What was written inside a mark, in its element; a link that must not be one is its words alone."""
    if mark.kind is not MarkKind.LINK:
        return f"<{ELEMENTS[mark.kind]}>{inner}</{ELEMENTS[mark.kind]}>"
    address = safe_address(dict(mark.attributes).get("href", ""))
    return f'<a href="{escape(address)}">{inner}</a>' if address else inner


def _picture(attributes: dict[str, str]) -> str:
    address = safe_address(attributes.get("src", ""), IMAGE_SCHEMES)
    return f'<img src="{escape(address)}" alt="{escape(attributes.get("alt", ""))}">' if address else ""


def code(text: Text) -> str:
    """The lines of a code block; a line break is a line end there."""
    return nested(text, lambda run: "\n" if sign(run) else escape(run.text, quote=False), lambda _mark, inner: inner)


def _figures(parts: Sequence[Part]) -> list[str]:
    """Pictures, each with the captions that follow it; a caption without a picture is a paragraph."""
    found: list[list[str]] = []
    for part in parts:
        if part.kind is BlockKind.FIGURE:
            found.append([_picture(dict(part.attributes))])
        else:
            caption = inline(part.text)
            if found and found[-1][0]:
                found[-1].append(f"<figcaption>{caption}</figcaption>")
            else:
                found.append(["", f"<p>{caption}</p>"])
    return ["".join(pieces) if not pieces[0] else f"<figure>{''.join(pieces)}</figure>" for pieces in found if any(pieces)]


def _quotations(parts: Sequence[Part]) -> list[str]:
    return ["<blockquote>" + "".join(f"<p>{inline(part.text)}</p>" for part in parts) + "</blockquote>"]


def _cells(parts: Sequence[Part]) -> list[str]:
    return [f"<table>{''.join(_rows(table))}</table>" for table in tables(parts)]


def _rows(parts: Sequence[Part]) -> Iterable[str]:
    for _row, cells in groupby(parts, key=lambda part: part.attribute("row")):
        yield "<tr>" + "".join(_row_cells(list(cells))) + "</tr>"


def _row_cells(parts: Sequence[Part]) -> Iterable[str]:
    """The cells of a row, with empty ones where a column was empty; paragraphs of one cell stay together."""
    column = 0
    for place, group in groupby(parts, key=lambda part: int(part.attribute("column", "1"))):
        cells = list(group)
        yield "<td></td>" * max(0, place - column - 1)
        column = place
        tag = "th" if cells[0].attribute("header") else "td"
        texts = [inline(cell.text) for cell in cells]
        yield f"<{tag}>{texts[0] if len(texts) == 1 else ''.join(f'<p>{text}</p>' for text in texts)}</{tag}>"


def _lists(parts: Sequence[Part]) -> list[str]:
    """Lists, nested by depth; another kind of list at the same depth begins anew."""
    open_tags, written, lists = list[str](), "", list[str]()
    for part in parts:
        depth, tag = max(1, int(part.attribute("depth", "1"))), "ol" if part.attribute("list") == "number" else "ul"
        depth = min(depth, len(open_tags) + 1)
        while len(open_tags) > depth or (len(open_tags) == depth and (open_tags[-1] != tag or part.attribute("start"))):
            written += f"</li></{open_tags.pop()}>"
        if not open_tags and written:
            lists.append(written)
            written = ""
        if len(open_tags) == depth:
            written += "</li>"
        else:
            open_tags.append(tag)
            written += _list_start(tag, part.attribute("start"))
        written += f"<li>{inline(part.text)}"
    return [*lists, written + "".join(f"</li></{tag}>" for tag in reversed(open_tags))]


def _list_start(tag: str, start: str) -> str:
    return f'<{tag} start="{start}">' if start.isdecimal() else f"<{tag}>"


GROUPS: dict[str, Callable[[Sequence[Part]], list[str]]] = {
    "list": _lists,
    "quotation": _quotations,
    "table": _cells,
    "figure": _figures,
}
