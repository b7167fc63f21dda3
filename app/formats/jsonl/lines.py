"""Lines of JSON to pairs and back; a line that says nothing new is left as it is, to the byte."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from app.errors import UserError
from app.evidence.language import language_of
from app.formats.coded import characters, coded, edges, same
from app.formats.format import Aligned, Bilingual, Pair
from app.formats.parts import NO_TEXT
from app.formats.rows import state_of
from app.i18n import N_
from app.model import BlockKind, ErrorMark, State, Text
from app.safe.json import NOT_UTF8

SOURCES = ("source", "src", "source_text")
TARGETS = ("corrected", "target", "translation", "tgt", "target_text")
"""The names under which a text is looked for, the first that is there."""
LANGUAGES = (("source_language", "srcLang"), ("target_language", "trgLang"))
NEEDS_WORK = "needs_work"

Line = dict[str, Any]


def read(data: bytes) -> Aligned:
    """The one story of a JSONL file; raises UserError for a line that is no object with a source or a translation."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(NOT_UTF8) from None
    lines = [_object(line, number) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not any(_value(line, names) for line in lines for names in (SOURCES, TARGETS)):
        raise UserError(NO_TEXT)
    return Aligned((_story(lines),))


def _story(lines: Sequence[Line]) -> Bilingual:
    pairs, before = [], None
    for line in lines:
        paragraph = line.get("paragraph")
        pairs.append(_pair(line, begins=paragraph is None or paragraph != before))
        before = paragraph
    source, target = (_language(lines, *names) for names in zip(LANGUAGES, (SOURCES, TARGETS), strict=True))
    return Bilingual("", source, target, tuple(pairs))


def _object(line: str, number: int) -> Line:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not any(name in found for name in (*SOURCES, *TARGETS)):
        raise UserError(N_("Line {number} is not a JSON object with “source” and “target”."), number=number)
    return found


def _value(line: Line, names: Iterable[str]) -> str:
    return next((line[name] for name in names if isinstance(line.get(name), str)), "")


def _language(lines: Sequence[Line], names: Sequence[str], texts: Sequence[str]) -> str:
    named = next((value for line in lines if (value := _value(line, names))), "")
    return named or language_of(" ".join(_value(line, texts) for line in lines))


def _pair(line: Line, *, begins: bool) -> Pair:
    target = edges(coded(_value(line, TARGETS)))[1]
    state = next((state for state in State if state.value == line.get("state")), None)
    return Pair(
        source=edges(coded(_value(line, SOURCES)))[1],
        target=target,
        between=None if begins else (Text(" "), Text(" ")),
        kind=next((kind for kind in BlockKind if kind.value == line.get("kind")), BlockKind.PARAGRAPH),
        state=state_of(state, target),
        needs_work=line.get(NEEDS_WORK) is True,
        note=_value(line, ["note"]),
    )


def write_back(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same lines; those whose pair says otherwise now are written anew, with their other values and in their order."""
    (before,), (after,) = read(data).stories, stories
    pairs = iter(zip(before.pairs, after.pairs, strict=True))
    lines = []
    for line in data.split(b"\n"):
        old, new = next(pairs) if line.strip() else (None, None)
        lines.append(line if old is None or new is None or old == new else _rewritten(line, old, new))
    return b"\n".join(lines)


def _rewritten(line: bytes, old: Pair, new: Pair) -> bytes:
    mark = line[: len(line) - len(line.lstrip(b"\xef\xbb\xbf \t"))]
    values: Line = json.loads(line.decode("utf-8-sig"))
    if not same(old.target, new.target):
        name = next((name for name in TARGETS if isinstance(values.get(name), str)), "target")
        before, _core, after = map(characters, edges(coded(values.get(name) or "")))
        values[name] = before + characters(new.target) + after
    values |= _said(old, new)
    return mark + json.dumps(values, ensure_ascii=line.isascii()).encode() + line[len(line.rstrip()) :]


def _said(old: Pair, new: Pair) -> Line:
    """What is new about a pair beside its text."""
    values = {"state": (old.state.value, new.state.value), NEEDS_WORK: (old.needs_work, new.needs_work), "note": (old.note, new.note)}
    return {name: after for name, (before, after) in values.items() if before != after}


def write(stories: Sequence[Bilingual]) -> bytes:
    """One line a pair: source, imported, corrected, state, the errors that people marked, and which paragraph it belongs to."""
    lines, paragraph = [], 0
    for story in stories:
        for number, pair in enumerate(story.pairs):
            paragraph += pair.between is None or not number
            lines.append(json.dumps(_line(story, pair, paragraph), ensure_ascii=False))
    return "".join(f"{line}\n" for line in lines).encode()


def _line(story: Bilingual, pair: Pair, paragraph: int) -> Line:
    return {
        "source": characters(pair.source),
        "imported": characters(pair.imported),
        "corrected": characters(pair.target),
        "source_language": story.source_language,
        "target_language": story.target_language,
        "paragraph": paragraph,
        "kind": pair.kind.value,
        "state": pair.state.value,
        NEEDS_WORK: pair.needs_work,
        "note": pair.note,
        "errors": [_error(error) for error in pair.errors],
    }


def _error(error: ErrorMark) -> Line:
    """A marked error; `start` and `end` count code points in the side's text as it was when the mark was set."""
    return {
        "side": error.side.value,
        "start": error.span.start,
        "end": error.span.end,
        "quote": error.quote,
        "category": error.category,
        "severity": error.severity.value,
        "note": error.note,
    }
