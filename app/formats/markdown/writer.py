"""Blocks to Markdown that reads back as the same blocks; where its signs cannot say it, HTML's tags do."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from app.formats.beside import without_fields
from app.formats.coded import LITERAL
from app.formats.inline import Run, nested, runs, sign
from app.formats.markdown.escaping import at_line_start, code_fence, code_span, destination, escaped
from app.formats.markdown.head import line
from app.formats.markdown.reader import walked
from app.formats.parts import Part, parts_of, tables
from app.formats.xhtml import SHORTCODE
from app.model import Attributes, BlockKind, Document, Mark, MarkKind, Text
from app.model.fields import field_named
from app.safe.links import IMAGE_SCHEMES, safe_address

NO_CODES: Mapping[Attributes, str] = {}
BREAK = "\\\n"
SIGNS = {MarkKind.STRONG: "**", MarkKind.EMPHASIS: "*"}
TAGS = {MarkKind.STRONG: "strong", MarkKind.EMPHASIS: "em"}
GROUPED = {BlockKind.LIST_ITEM: "list", BlockKind.QUOTATION: "quotation", BlockKind.TABLE_CELL: "table"}


def write(document: Document) -> bytes:
    """The story as CommonMark with tables, UTF-8, its fields in a head of YAML."""
    parts, fields = without_fields(parts_of(document, literal=False))
    lines = "".join(f"{line(field_named(each.attribute('name')), each.text.plain)}\n" for each in fields)
    return (f"---\n{lines}---\n\n" * bool(lines) + written(parts) + "\n").encode("utf-8")


def written(parts: Iterable[Part]) -> str:
    """Blocks as Markdown, a blank line between them."""
    blocks: list[str] = []
    for family, group in groupby(parts, key=lambda part: GROUPED.get(part.kind, "")):
        members = list(group)
        blocks += GROUPS[family](members) if family else map(_block, members)
    return "\n\n".join(block for block in blocks if block)


def _block(part: Part) -> str:
    if part.kind is BlockKind.RULE:
        return "---"
    if part.kind is BlockKind.EMBED:
        return ""
    if part.kind is BlockKind.FIGURE:
        return _picture(dict(part.attributes))
    if part.kind is BlockKind.CODE:
        return _code(part.text)
    if part.kind in {BlockKind.TITLE, BlockKind.HEADING}:
        level = 1 if part.kind is BlockKind.TITLE else min(6, max(2, int(part.attribute("level", "2"))))
        return f"{'#' * level} {inline(part.text).replace(BREAK, '<br>')}"
    return _lines(part.text)


def _lines(text: Text) -> str:
    return "\n".join(at_line_start(line) for line in inline(text).split("\n"))


def inline(text: Text, codes: Mapping[Attributes, str] = NO_CODES) -> str:
    """A text with its marks: by Markdown's signs if they read back as the same marks, else by HTML's tags.

    `codes` are those of the file into which the text goes, by what their marks say: as they are written, or their start tags.
    """

    def run(each: Run) -> str:
        mark = sign(each)
        return codes.get(mark.attributes) or _run(each) if mark is not None and mark.kind is MarkKind.PROTECTED else _run(each)

    def around(marked: Callable[[Mark, str], str]) -> Callable[[Mark, str], str]:
        return lambda mark, inner: _paired(codes, mark, inner) if mark.kind is MarkKind.PAIRED else marked(mark, inner)

    signed = nested(text, run, around(_with_signs), paired=True)
    if not any(mark.kind in SIGNS for mark in text.marks) or _reads_as(signed, text):
        return signed
    return nested(text, run, around(_with_tags), paired=True)


def _paired(codes: Mapping[Attributes, str], mark: Mark, inner: str) -> str:
    tag = codes.get(mark.attributes, "")
    return f"{tag}{inner}</{dict(mark.attributes)['code']}>" if tag else inner


def _reads_as(markdown: str, text: Text) -> bool:
    """Whether Markdown reads a stretch back as this text; „**“ next to a quotation mark inside a word, for one, is lost."""
    parts = walked("\n".join(at_line_start(line) for line in f"x {markdown}".split("\n"))).parts
    return len(parts) == 1 and _meanings(parts[0].text)[2:] == _meanings(text)


def _meanings(text: Text) -> list[tuple[str, frozenset[MarkKind]]]:
    """Every code point with what marks say about it, white space aside: whether a space is bold means nothing."""
    each = [(sign_, frozenset(mark.kind for mark in run.marks)) for run in runs(text) for sign_ in run.text]
    return [(sign_, kinds) for sign_, kinds in each if not sign_.isspace() or MarkKind.LINE_BREAK in kinds]


def _run(run: Run) -> str:
    mark = sign(run)
    if mark is not None:
        return BREAK if mark.kind is MarkKind.LINE_BREAK else _code_sign(dict(mark.attributes))
    return run.text if _is_code(run) else escaped(run.text)


def _is_code(run: Run) -> bool:
    return any(mark.kind is MarkKind.CODE for mark in run.marks)


def _with_signs(mark: Mark, inner: str) -> str:
    """A mark by Markdown's signs, which have to touch the words they enclose."""
    if mark.kind not in SIGNS:
        return _code_or_link(mark, inner)
    bare = inner.strip()
    before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    return f"{before}{SIGNS[mark.kind]}{bare}{SIGNS[mark.kind]}{after}" if bare else inner


def _with_tags(mark: Mark, inner: str) -> str:
    return f"<{TAGS[mark.kind]}>{inner}</{TAGS[mark.kind]}>" if mark.kind in TAGS else _code_or_link(mark, inner)


def _code_or_link(mark: Mark, inner: str) -> str:
    if mark.kind is MarkKind.CODE:
        return code_span(inner) if inner.strip() else inner
    address = safe_address(dict(mark.attributes).get("href", ""))
    return f"[{inner}]({destination(address)})" if address else inner


def _code_sign(attributes: dict[str, str]) -> str:
    literal = attributes.get(LITERAL, "")
    if attributes.get("code") == SHORTCODE:
        return literal
    return escaped(literal) or _picture(attributes)


def _picture(attributes: dict[str, str]) -> str:
    address = safe_address(attributes.get("src", ""), IMAGE_SCHEMES)
    return f"![{escaped(attributes.get('alt', ''))}]({destination(address)})" if address else ""


def _code(text: Text) -> str:
    plain = nested(text, lambda run: "\n" if sign(run) else run.text, lambda _mark, inner: inner)
    fence = code_fence(plain)
    return f"{fence}\n{plain}\n{fence}"


def _quotations(parts: Sequence[Part]) -> list[str]:
    return ["\n>\n".join(_prefixed(_lines(part.text), "> ", "> ") for part in parts)]


def _prefixed(text: str, first: str, rest: str) -> str:
    return first + text.replace("\n", f"\n{rest}")


def _lists(parts: Sequence[Part]) -> list[str]:
    """Lists, nested by depth. A comment parts two numbered lists, which Markdown would take for one."""
    lines, open_items = list[str](), list[tuple[str, int]]()
    for part in parts:
        name, start = part.attribute("list", "bullet"), part.attribute("start")
        depth = min(max(1, int(part.attribute("depth", "1"))), len(open_items) + 1)
        del open_items[depth:]
        if len(open_items) == depth:
            last, number = open_items.pop()
            if start and last == name == "number":
                lines += ["", _indent(open_items) + "<!-- -->", ""]
            open_items.append((name, number + 1 if last == name and not start else int(start or 1)))
        else:
            open_items.append((name, int(start or 1)))
        lines.append(_item(part.text, open_items))
    return ["\n".join(lines)]


def _item(text: Text, open_items: Sequence[tuple[str, int]]) -> str:
    outer = _indent(open_items[:-1])
    return _prefixed(_lines(text), outer + _marker(*open_items[-1]), _indent(open_items))


def _marker(name: str, number: int) -> str:
    return f"{number}. " if name == "number" else "- "


def _indent(open_items: Iterable[tuple[str, int]]) -> str:
    return " " * sum(len(_marker(name, number)) for name, number in open_items)


def _tables(parts: Sequence[Part]) -> list[str]:
    return ["\n".join(_rows(table)) for table in tables(parts)]


def _rows(parts: Sequence[Part]) -> Iterable[str]:
    """The lines of a table, the one under the head row included: Markdown has no table without a head."""
    width = max(int(part.attribute("column", "1")) for part in parts)
    for number, (_row, group) in enumerate(groupby(parts, key=lambda part: part.attribute("row"))):
        cells = [""] * width
        for part in group:
            at = int(part.attribute("column", "1")) - 1
            text = inline(part.text).replace(BREAK, "<br>").replace("|", "\\|")
            cells[at] = f"{cells[at]}<br>{text}" if cells[at] else text
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield f"|{' --- |' * width}"


GROUPS: dict[str, Callable[[Sequence[Part]], list[str]]] = {"list": _lists, "quotation": _quotations, "table": _tables}
