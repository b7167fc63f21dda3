"""The head of a Markdown file: the lines between two rules in which Hugo, Jekyll and others keep a story's fields.

It is YAML, of which those lines are read that hold words or a list of words at the margin. Everything else, what is nested
above all, is no field of a story and stays as it is written.
"""

import json
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from app.formats.parts import writable
from app.model import Span, Text
from app.model.fields import CATEGORIES, COPYRIGHT, DATE, EMBARGO, IDENTIFIER, KEYWORDS, SEO_TITLE, SLUG, TEASER, Field, names

HEAD = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
LINE = re.compile(r"[^\r\n]*(?:\r?\n|\Z)")
KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+|(?=\r?\n|$))")
ITEM = re.compile(r"([ \t]*-[ \t]+)([^\r\n]*?)[ \t]*(?=\r?\n|$)")
FLOW = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,"'\[\]{}][^,\[\]{}]*?)\s*(?:,|$)""")
DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
SINGLE = re.compile(r"'(?:[^']|'')*'")
COMMENT = re.compile(r"\s+#.*")
OTHER_SIGNS = "[]{}&*!|>%@`,#?-"
"""What begins something else than plain words."""
PLAIN = re.compile(r"[^\W\d_][^:#\"'\[\]{},&*!|>%@`]*|\d+|\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
"""Words that need no quotation marks, numbers and dates."""
RESERVED = frozenset("true false yes no on off null".split())

NAMES = {
    "seo_title": SEO_TITLE,
    "seo-title": SEO_TITLE,
    "seotitle": SEO_TITLE,
    "meta_title": SEO_TITLE,
    "description": TEASER,
    "teaser": TEASER,
    "summary": TEASER,
    "excerpt": TEASER,
    "slug": SLUG,
    "keywords": KEYWORDS,
    "tags": KEYWORDS,
    "categories": CATEGORIES,
    "category": CATEGORIES,
    "copyright": COPYRIGHT,
    "date": DATE,
    "embargo": EMBARGO,
    "id": IDENTIFIER,
}
"""What the heads of files call our fields; the first of a field that is there has it, another is one of its own."""
WRITTEN = {SEO_TITLE: "seo_title", TEASER: "description", KEYWORDS: "tags"}
"""Names in a head of our own where they are others than the field's."""
TITLE, LANGUAGES = "title", ("lang", "language")


class Style(StrEnum):
    """How a value is written."""

    WORDS = "words"
    FOLDED = "folded"
    FLOW = "flow"
    ITEMS = "items"


class Entry(Struct, frozen=True):
    """A line of the head: its name in small letters, what it says (a list with commas), and where its value stands in the file."""

    name: str
    words: str
    span: Span
    style: Style = Style.WORDS
    raw: tuple[tuple[str, str], ...] = ()
    lead: str = ""

    def written(self, words: str) -> str:
        """Other words in the same style; a name of a list that stays is written as it was."""
        if self.style in {Style.WORDS, Style.FOLDED}:
            quote = self.raw[0][1][:1] if self.raw else ""
            return scalar(words, quote)
        known = dict(self.raw)
        listed = [known.get(name) or scalar(name) for name in names(words)]
        if self.style is Style.FLOW:
            return f"[{', '.join(listed)}]"
        return self.lead.join(["", *listed]) if listed else " []"


class Head(Struct, frozen=True):
    """The head of a file: what could be read of it, the names of all its lines, and where the text begins."""

    entries: tuple[Entry, ...]
    names: tuple[str, ...]
    end: int

    def entry(self, *names: str) -> Entry | None:
        """The line with the first of these names that is there."""
        return next((entry for name in names for entry in self.entries if entry.name == name), None)

    def fields(self) -> Iterator[tuple[str, Entry]]:
        """The lines that are fields, each with the name under which it is a block."""
        taken = set[Field]()
        for name, field in NAMES.items():
            if (entry := self.entry(name)) is not None:
                yield (name if field in taken else field.name), entry
                taken.add(field)


def head_of(text: str) -> Head:
    """The head of a file; an empty one where it has none."""
    found = HEAD.match(text)
    lines = list(_lines(text, *found.span(1))) if found else []
    keys = [(at, key) for at, span in enumerate(lines) if (key := KEY.match(text, span.start, span.end))]
    if not found or not keys:
        return Head((), (), 0)
    ends = [at for at, _key in keys[1:]] + [len(lines)]
    read = ((key[1].lower(), _entry(text, key, lines[at + 1 : end])) for (at, key), end in zip(keys, ends, strict=True))
    pairs = [(name, entry) for name, entry in read]
    return Head(tuple(entry for _name, entry in pairs if entry), tuple(name for name, _entry in pairs), found.end())


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        found = LINE.match(text, start, end)
        assert found is not None
        yield Span(start, found.end())
        start = max(found.end(), start + 1)


def _entry(text: str, key: re.Match[str], more: Sequence[Span]) -> Entry | None:
    """The value behind a key, which may go on in the lines up to the next one; None where it is none of words."""
    line_end = LINE.match(text, key.end())
    assert line_end is not None
    first = text[key.end() : line_end.end()].rstrip()
    span = Span(key.end(), key.end() + len(first))
    name = key[1].lower()
    following = [line for line in more if line.of(text).strip() and not line.of(text).lstrip().startswith("#")]
    if not first:
        return _items(text, name, key.end(), following)
    if re.fullmatch(r"[>|][+-]?\d?[+-]?", first):
        words = " ".join(line.of(text).strip() for line in following)
        end = following[-1].start + len(following[-1].of(text).rstrip()) if following else span.end
        return _spoken(name, words, Span(span.start, end), Style.FOLDED)
    if following:
        return None
    if first[0] == "[":
        return _flow(text, name, span)
    return _one_line(name, first, span.start)


def _spoken(name: str, words: str, span: Span, style: Style, raw: str = "") -> Entry | None:
    clean = writable(Text(words.strip())).plain
    return Entry(name, clean, span, style, ((clean, raw),) if raw else ()) if clean else None


def _one_line(name: str, first: str, start: int) -> Entry | None:
    raw = _bare(first)
    words = unquoted(raw)
    return None if words is None else _spoken(name, words, Span(start, start + len(raw)), Style.WORDS, raw)


def _bare(value: str) -> str:
    """A value without the comment behind it."""
    for quoted in (DOUBLE, SINGLE):
        if found := quoted.match(value):
            return found[0] if not COMMENT.sub("", value[found.end() :]).strip() else value
    return COMMENT.sub("", value)


def _flow(text: str, name: str, span: Span) -> Entry | None:
    value = _bare(span.of(text)).rstrip()
    inside = value[1:-1]
    found = list(FLOW.finditer(inside))
    if not value.endswith("]") or "".join(each[0] for each in found).rstrip(", ") != inside.rstrip(", "):
        return None
    return _listed(name, [each[1] for each in found], Span(span.start, span.start + len(value)), Style.FLOW, "")


def _items(text: str, name: str, start: int, lines: Sequence[Span]) -> Entry | None:
    found = [ITEM.match(text, line.start, line.end) for line in lines]
    if not found or found[0] is None or not all(found):
        return None
    items = [each for each in found if each]
    lead = text[start : items[0].end(1)]
    return _listed(name, [_bare(each[2]) for each in items], Span(start, items[-1].end(2)), Style.ITEMS, lead)


def _listed(name: str, raw: Sequence[str], span: Span, style: Style, lead: str) -> Entry | None:
    said = [(words, each) for each in raw if (words := unquoted(each)) is not None]
    if len(said) < len(raw) or any("," in words or not words for words, _raw in said):
        return None
    return Entry(name, ", ".join(words for words, _raw in said), span, style, tuple(said), lead) if said else None


def unquoted(raw: str) -> str | None:
    """What a value says; None for one that is not words."""
    if DOUBLE.fullmatch(raw):
        try:
            return str(json.loads(raw, strict=False))
        except ValueError:
            return None
    if SINGLE.fullmatch(raw):
        return raw[1:-1].replace("''", "'")
    return raw.strip() if raw and raw[0] not in OTHER_SIGNS + "\"'" else None


def scalar(words: str, quote: str = "") -> str:
    """Words as a value, in these quotation marks or, without any, plain where YAML allows it."""
    if quote == "'" and words.isprintable():
        return "'" + words.replace("'", "''") + "'"
    if quote != '"' and PLAIN.fullmatch(words) and words.casefold() not in RESERVED and words == words.strip():
        return words
    return json.dumps(words, ensure_ascii=False)


def line(field: Field, words: str) -> str:
    """A field as a line of a head."""
    name = WRITTEN.get(field, field.name.replace(" ", "_"))
    value = f"[{', '.join(map(scalar, names(words)))}]" if field in {KEYWORDS, CATEGORIES} else scalar(words)
    return f"{name}: {value}"
