"""Files to Documents and back. One file a format; `FORMATS` is the registry, and adding a format is one file and one line here."""

from pathlib import Path

from app.errors import UserError
from app.formats.docx import DOCX, DOCX_CHANGES, DOCX_TABLE
from app.formats.format import Aligned, Bilingual, Format, Pair, Piece, Reading, Record, Remark, Revision, Tracked
from app.formats.html import BLOCKS, HTML, HTML_PAGE
from app.formats.jsonl import JSONL
from app.formats.markdown import MARKDOWN
from app.formats.newsml import NEWSML
from app.formats.ninjs import NINJS, NINJS_22
from app.formats.nitf import NITF
from app.formats.odt import ODT
from app.formats.po import PO
from app.formats.table import CSV, XLSX
from app.formats.text import TEXT
from app.formats.text.reader import document_of_text
from app.formats.tmx import TMX
from app.formats.wxr import WXR
from app.formats.xliff import XLIFF, XLIFF_12
from app.i18n import N_
from app.safe import apart
from app.safe.encoding import cleaned
from app.safe.limits import read_limited

FORMATS: tuple[Format, ...] = (
    HTML,
    HTML_PAGE,
    BLOCKS,
    MARKDOWN,
    TEXT,
    DOCX,
    DOCX_CHANGES,
    JSONL,
    XLIFF,
    XLIFF_12,
    TMX,
    PO,
    DOCX_TABLE,
    CSV,
    XLSX,
    ODT,
    NITF,
    NEWSML,
    NINJS,
    NINJS_22,
    WXR,
)
PLAIN = TEXT.name
"""The one format whose Documents keep the text exactly as it was read."""

FOREIGN = (
    ".bmp .doc .dot .eml .epub .gif .gz .jpeg .jpg .json .msg .numbers .odp .ods .pages .pdf .png .ppt .pptx .rar .rtf"
    " .svg .tar .webp .xls .xml .zip"
)
"""Endings that name another format, unless a reader recognises the file: its text would be taken for the story's."""


def format_named(name: str) -> Format:
    """The format of this name (``txt``, ``html`` …); raises UserError for a name that none has."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise UserError(N_("There is no format “{name}”; choose one of: {names}."), name=name, names=", ".join(known.name for known in FORMATS))


def format_for(data: bytes, path: Path) -> Format:
    """The format of one language version, by the ending of its name and, where that leaves it open, by its bytes.

    Plain text for an unknown ending. Raises UserError for the ending of a format that holds no such thing.
    """
    ending = path.suffix.lower()
    named = _named(ending)
    if any(known.read_aligned and known.recognises is None for known in named):
        raise UserError(N_("“{name}” holds both languages; open it alone."), name=path.name)
    found = next((known for known in named if known.read and (known.recognises is None or known.recognises(data))), None)
    if found is None and ending and ending in FOREIGN.split():
        raise UserError(N_("“{name}” cannot be read as a story; save it as DOCX, HTML, Markdown or plain text."), name=path.name)
    return found or TEXT


def is_story(path: Path) -> bool:
    """Whether a file holds one language version of a story; it is opened only where the ending of its name leaves that open."""
    asked = any(known.read and known.recognises for known in _named(path.suffix.lower()))
    try:
        return format_for(read_limited(path) if asked else b"", path).read is not None
    except UserError:
        return False


def endings() -> tuple[str, ...]:
    """The endings of all files that can be read, each with its dot."""
    return tuple(dict.fromkeys(ending for known in FORMATS if known.read or known.read_aligned for ending in known.endings))


def _named(ending: str) -> list[Format]:
    return [known for known in FORMATS if ending in known.endings]


def read_file(path: Path, language: str = "") -> Reading:
    """The Document of a file and what a person should know about how it was read; `language` is BCP 47, "" to recognise it.

    Raises UserError for whatever cannot be read; nothing but this one file is opened.
    """
    return read_bytes(read_limited(path), path, language)


def read_bytes(data: bytes, path: Path, language: str = "", *, whole: bool = False) -> Reading:
    """As `read_file`, of a file whose bytes are at hand; the path is only a name. `whole` keeps what surrounds the story of a web page."""
    known = format_for(data, path)
    known = HTML_PAGE if whole and known is HTML else known
    assert known.read is not None
    try:
        return apart.read(known.read, Reading, data, language)
    except UserError as error:
        raise UserError(N_("“{name}”: {reason}"), name=path.name, reason=error) from None


def aligned_format_for(data: bytes, path: Path) -> Format | None:
    """The format of a file that holds both languages, by its ending and, where that leaves it open, by its bytes; else None."""
    named = (known for known in _named(path.suffix.lower()) if known.read_aligned)
    return next((known for known in named if known.recognises is None or known.recognises(data)), None)


def read_aligned(data: bytes, path: Path) -> tuple[Format, Aligned]:
    """The stories of an aligned file and its format; the path is only a name. Raises UserError for whatever cannot be read."""
    known = aligned_format_for(data, path)
    if known is None or known.read_aligned is None:
        raise UserError(N_("“{name}” is not a file that holds both languages."), name=path.name)
    try:
        return known, apart.read(known.read_aligned, Aligned, data)
    except UserError as error:
        raise UserError(N_("“{name}”: {reason}"), name=path.name, reason=error) from None


def read_text(text: str, language: str = "", origin: str = PLAIN) -> Reading:
    """The Document of a text that was pasted or came in a batch; its offsets are those of the text as given."""
    clean = cleaned(text)
    return Reading(document_of_text(clean.text, language, origin), clean.notes)


__all__ = [
    "FORMATS",
    "PLAIN",
    "Aligned",
    "Bilingual",
    "Format",
    "Pair",
    "Piece",
    "Reading",
    "Record",
    "Remark",
    "Revision",
    "Tracked",
    "aligned_format_for",
    "endings",
    "format_for",
    "format_named",
    "is_story",
    "read_aligned",
    "read_bytes",
    "read_file",
    "read_text",
]
