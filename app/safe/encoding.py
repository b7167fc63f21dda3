"""Bytes to text: the encoding is decided, named and never guessed silently."""

import codecs
import re

from msgspec import Struct

from app.errors import UserError
from app.i18n import N_, Message

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other."""

SNIFFED = 8000
"""A NUL this near the beginning means that a file is no text (the rule of git)."""

DECLARABLE = re.compile(r"utf-8|cp\d|iso8859|ascii|koi8|mac|gb|big5|shift_jis|euc_")
"""Encodings in which a file can name its own: the name must be readable byte by byte."""
LATIN = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""As the WHATWG encoding standard has it: what is called Latin-1 is Windows-1252."""

SOUND = 4
"""So many letters beyond ASCII must read well as UTF-8 for each that does not."""

WESTERN = 0.7
"""The share of characters below U+0100 in Western text, quotation marks and dashes among them being above."""

REPLACEMENT = "\ufffd"
BREAKS = {0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
OBJECTS = {0xFFFC: " "}
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def mark_of(data: bytes) -> bytes:
    """The byte order mark with which a file begins; empty where there is none."""
    return next((mark for mark, _encoding in BOMS if data.startswith(mark)), b"")


def encoded(mark: bytes, text: str, encoding: str) -> bytes:
    """A text as the bytes of a file: behind its mark and in its encoding, or in bare UTF-8 where that lacks a character of it."""
    try:
        return mark + text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode("utf-8")


class Decoded(Struct, frozen=True):
    """A text with the name of its encoding and what a person should know about how it was read."""

    text: str
    encoding: str
    notes: tuple[Message, ...] = ()


def decoded(data: bytes) -> Decoded:
    """The text of a file: by its byte order mark, else UTF-8, else Windows-1252, which is said.

    Raises UserError for bytes that are no text in any of them.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _by_mark(data.removeprefix(mark), encoding)
    if b"\0" in data[:SNIFFED]:
        wide = _wide(data)
        if wide:
            return wide
        raise UserError(N_("This is not a text file; save the story as plain text, Markdown, HTML or DOCX."))
    try:
        return _cleaned(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _damaged(data) or _western(data)


def decoded_as(data: bytes, encoding: str) -> Decoded:
    """The text of a file that names its encoding; one that is unknown or wrong is decided as in `decoded`, and that is said."""
    try:
        name = codecs.lookup(encoding).name
        if DECLARABLE.match(name):
            return _cleaned(data.decode(LATIN.get(name, name)), name)
    except (LookupError, UnicodeDecodeError):
        pass
    result = decoded(data)
    wrong = Message(
        N_("The file says it is {named}, which it is not; {encoding} was assumed."), {"named": encoding, "encoding": result.encoding}
    )
    return Decoded(result.text, result.encoding, (wrong, *result.notes))


def cleaned(text: str) -> Decoded:
    """A text that was never bytes; what no program can store or show is replaced one code point by one, so offsets hold."""
    return _cleaned(text, "")


def _by_mark(data: bytes, encoding: str) -> Decoded:
    try:
        return _cleaned(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        raise UserError(N_("The file says it is {encoding} but is damaged; save it again as UTF-8."), encoding=encoding.upper()) from None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: Western text has a NUL in every second byte; None for anything else."""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        halves = data[first:SNIFFED:2]
        if halves.count(0) > len(halves) * WESTERN and not data[1 - first : SNIFFED : 2].count(0):
            assumed = Message(N_("The file does not say its encoding; {encoding} was assumed."), {"encoding": encoding.upper()})
            result = _by_mark(data, encoding)
            return Decoded(result.text, result.encoding, (assumed, *result.notes))
    return None


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a few bytes broken, which Windows-1252 would turn into gibberish altogether; None for anything else."""
    text = data.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    if sum(sign > "\x7f" for sign in text) < broken * (SOUND + 1):
        return None
    note = Message(
        N_("The file is damaged: characters that could not be read stand as {mark} ({count})."), {"count": str(broken), "mark": REPLACEMENT}
    )
    result = _cleaned(text, "utf-8")
    return Decoded(result.text, result.encoding, (note, *result.notes))


def _western(data: bytes) -> Decoded:
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\v\x1a" for byte in data[:SNIFFED])
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not text or controls:
        raise UserError(N_("The file is neither UTF-8 nor Windows-1252 text; save it again as UTF-8."))
    assumed = Message(N_("The file is not UTF-8; Windows-1252 was assumed. If umlauts look wrong, save it again as UTF-8."))
    result = _cleaned(text, "windows-1252")
    return Decoded(result.text, result.encoding, (assumed, *result.notes))


def _cleaned(text: str, encoding: str) -> Decoded:
    """Replace one by one: U+2028, U+2029 and U+0085 are line breaks, U+FFFC is left by a lost picture, NUL is nothing."""
    plain, bad = UNSTORABLE.subn(REPLACEMENT, text.translate(BREAKS | OBJECTS))
    if not bad:
        return Decoded(plain, encoding)
    note = Message(N_("Characters that are no text were replaced by {mark}: {count}."), {"mark": REPLACEMENT, "count": str(bad)})
    return Decoded(plain, encoding, (note,))
