"""PO files as one story, and back into the same lines."""

import codecs
import re
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from app.errors import UserError
from app.formats.coded import characters, coded, edges, same
from app.formats.format import Aligned, Bilingual, Pair
from app.formats.parts import NO_TEXT
from app.formats.po.entries import Entry, Part, entries, spelled
from app.formats.rows import state_of
from app.i18n import N_
from app.model import State, Text
from app.safe.encoding import decoded, mark_of

CHARSET = re.compile(rb"Content-Type:[^\"]*charset=([\w.:-]+)", re.IGNORECASE)
LANGUAGE = re.compile(r"^Language:[ \t]*([A-Za-z]{2,3}(?:[_-][A-Za-z0-9]+)*)", re.MULTILINE)
FUZZY = re.compile(r"#,(?:[^\n]*,)?[ \t]*fuzzy[ \t]*(?=,|$)")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
NOTE = re.compile(r"#(?:[ \t](.*))?$")


class Slot(Struct, frozen=True):
    """One plural form of a message, and the pair that was read from it."""

    entry: Entry
    part: Part
    pair: Pair


class File(Struct, frozen=True):
    """The lines of a file, how they are encoded, and the forms that can be translated."""

    lines: list[str]
    mark: bytes
    encoding: str
    slots: list[Slot]
    language: str


def read(data: bytes) -> Aligned:
    """The one story of a PO file. Raises UserError for a line that is none of PO's and for a file without messages."""
    file = _read(data)
    if not file.slots:
        raise UserError(NO_TEXT)
    notes = () if CHARSET.search(data) else decoded(data).notes
    return Aligned((Bilingual("", "en", file.language, tuple(slot.pair for slot in file.slots)),), notes)


def _read(data: bytes) -> File:
    mark = mark_of(data)
    declared = CHARSET.search(data)
    encoding = declared[1].decode("ascii") if declared and declared[1] != b"CHARSET" else _assumed(data)
    try:
        text = data.removeprefix(mark).decode(codecs.lookup(encoding).name)
    except (LookupError, UnicodeDecodeError):
        raise UserError(N_("The file says it is {encoding}, which it is not; save it again as UTF-8."), encoding=encoding) from None
    lines = LINE.findall(text)
    found = list(entries(lines))
    header = next((entry.text("msgstr") for entry in found if not entry.text("msgid")), "")
    language = LANGUAGE.search(header)
    slots = [slot for entry in found if entry.text("msgid") for slot in _slots(lines, entry)]
    return File(lines, mark, encoding, slots, language[1].replace("_", "-") if language else "de")


def _assumed(data: bytes) -> str:
    """The encoding of a file that does not say any."""
    return "utf-8" if decoded(data).encoding == "utf-8" else "windows-1252"


def _slots(lines: Sequence[str], entry: Entry) -> list[Slot]:
    comments = lines[entry.lines.start : entry.parts[0].lines.start]
    fuzzy = any(FUZZY.match(line.rstrip()) for line in comments)
    context = entry.text("msgctxt")
    return [
        Slot(entry, part, _pair(entry, part, fuzzy=fuzzy, note="" if at else _note(comments), context=context))
        for at, part in enumerate(entry.translations)
    ]


def _pair(entry: Entry, part: Part, *, fuzzy: bool, note: str, context: str) -> Pair:
    single = part.keyword in {"msgstr", "msgstr[0]"}
    target = edges(coded(part.text))[1]
    return Pair(
        source=edges(coded(entry.text("msgid" if single else "msgid_plural")))[1],
        target=target,
        attributes=(("context", context),) if context else (),
        state=state_of(State.INITIAL if fuzzy else None, target),
        needs_work=fuzzy,
        note=note,
    )


def _note(comments: Sequence[str]) -> str:
    """What translators noted."""
    return "\n".join(found[1] or "" for line in comments if (found := NOTE.match(line.rstrip("\r\n")))).strip()


def write_back(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same lines; those of translations that changed are written anew, with the flags and comments of their message."""
    file = _read(data)
    texts = dict(enumerate(file.lines))
    newline = "\r\n" if file.lines and file.lines[0].endswith("\r\n") else "\n"
    pairs = zip(file.slots, stories[0].pairs, strict=True)
    for _entry, group in groupby(pairs, key=lambda pair: id(pair[0].entry)):
        forms = list(group)
        for slot, pair in forms:
            if not same(slot.pair.target, pair.target):
                _put(texts, slot.part.lines.start, slot.part.lines.end, _string(slot, pair, newline))
        slot, pair = forms[0]
        _comment(texts, file.lines, slot, pair.note, needs_work=any(now.needs_work for _slot, now in forms), newline=newline)
    try:
        return file.mark + "".join(texts[at] for at in sorted(texts)).encode(file.encoding)
    except UnicodeEncodeError as error:
        sign = error.object[error.start : error.end]
        raise UserError(
            N_("The file’s encoding ({encoding}) has no “{sign}”; save it as UTF-8 first."), encoding=file.encoding, sign=sign
        ) from None


def _put(texts: dict[int, str], start: int, end: int, text: str) -> None:
    for at in range(start, end):
        texts[at] = ""
    texts[start] = text


def _string(slot: Slot, pair: Pair, newline: str) -> str:
    pattern = slot.part.text if slot.pair.target.plain else slot.entry.text("msgid")
    before, _core, after = edges(coded(pattern))
    whole = before + pair.target + after if pair.target.plain else Text()
    return spelled(slot.part.keyword, characters(whole), newline)


def _comment(texts: dict[int, str], lines: Sequence[str], slot: Slot, note: str, *, needs_work: bool, newline: str) -> None:
    """Write a message's flag and comments where they differ."""
    start, end = slot.entry.lines.start, slot.entry.parts[0].lines.start
    if needs_work != slot.pair.needs_work:
        flags = next((at for at in range(start, end) if lines[at].startswith("#,")), None)
        if flags is not None:
            said = [flag.strip() for flag in lines[flags][2:].split(",") if flag.strip() not in {"", "fuzzy"}]
            said = ["fuzzy", *said] if needs_work else said
            texts[flags] = f"#, {', '.join(said)}{newline}" if said else ""
        elif needs_work:
            texts[end] = f"#, fuzzy{newline}{texts[end]}"
    if note != slot.pair.note:
        for at in range(start, end):
            texts[at] = "" if NOTE.match(lines[at].rstrip("\r\n")) else texts[at]
        texts[start] = "".join(f"# {line}{newline}" for line in note.split("\n") if note) + texts[start]
