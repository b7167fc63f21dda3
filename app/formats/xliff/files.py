"""XLIFF files as stories, one for each file element, and back into the same bytes."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from types import ModuleType

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from app.errors import UserError
from app.formats.coded import same
from app.formats.codes.keeping import with_codes
from app.formats.format import Aligned, Bilingual, Pair
from app.formats.nodes import local
from app.formats.rewriting import Piece
from app.formats.slots import XML_LANG, Slot
from app.formats.xliff import one, two
from app.formats.xliff.rules import broken
from app.i18n import N_, Message
from app.safe.places import PlacedXml
from app.safe.xml import parse_xml

LEFT_OUT = {
    "untranslatable": N_("Left as they are, since the file says that they are not to be translated: segments ({count})."),
    "sub": N_("Left as they are: texts inside codes ({count})."),
}


class Opened(Struct, frozen=True):
    """A story with the segments it was read from."""

    story: Bilingual
    file: etree._Element
    slots: tuple[Slot, ...]


def read(data: bytes) -> Aligned:
    """The stories of an XLIFF file. Raises UserError for what is none, and for a file that breaks the rules of its version."""
    left_out = Counter[str]()
    opened = _opened(parse_xml(data), left_out)
    notes = tuple(Message(LEFT_OUT[name], {"count": str(count)}) for name, count in left_out.items() if count)
    return Aligned(tuple(each.story for each in opened), notes)


def write_back(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same file with the targets, states and notes of these stories.

    Where the rules do not let a translation lose a code, the codes it lost are put back at its end. Raises UserError when the
    file would break a rule even so.
    """
    written = _written(data, stories)
    if broken(parse_xml(written)) is None:
        return written
    kept = _written(data, _with_codes(data, stories))
    trouble = broken(parse_xml(kept))
    if trouble:
        raise UserError(trouble.template, **trouble.arguments)
    return kept


def _with_codes(data: bytes, stories: Sequence[Bilingual]) -> list[Bilingual]:
    """The stories with all codes in the translations that changed."""

    def kept(old: Pair, new: Pair) -> Pair:
        if not new.target.plain or same(old.target, new.target):
            return new
        return replace(new, target=with_codes(with_codes(new.target, old.target), old.source))

    before = _opened(parse_xml(data), Counter())
    both = [(story, zip(opened.story.pairs, story.pairs, strict=True)) for opened, story in zip(before, stories, strict=True)]
    return [replace(story, pairs=tuple(kept(old, new) for old, new in pairs)) for story, pairs in both]


def _written(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    placed = PlacedXml(data)
    pieces = list[Piece]()
    for opened, story in zip(_opened(placed.root, Counter()), stories, strict=True):
        version = _version(placed.root)
        pairs = iter(zip(opened.slots, story.pairs, strict=True))
        for _unit, group in groupby(pairs, key=lambda pair: pair[0].unit):
            slots, now = zip(*group, strict=True)
            if any(slot.pair != pair for slot, pair in zip(slots, now, strict=True)):
                pieces += version.changes(placed, slots, now)
        pieces += _target_language(placed, opened, story)
    return placed.replaced(pieces)


def _version(root: etree._Element) -> ModuleType:
    return two if root.get("version", "").startswith("2.") else one


def _opened(root: etree._Element, left_out: Counter[str]) -> list[Opened]:
    if local(root) != "xliff":
        raise UserError(N_("This is not an XLIFF file; its root is “{name}”."), name=local(root))
    trouble = broken(root)
    if trouble:
        raise UserError(trouble.template, **trouble.arguments)
    return [_file(root, file, left_out) for file in root if local(file) == "file"]


def _file(root: etree._Element, file: etree._Element, left_out: Counter[str]) -> Opened:
    if _version(root) is two:
        slots, languages = two.slots(file, left_out), (root.get("srcLang"), root.get("trgLang"))
    else:
        slots, languages = one.slots(file, left_out), (file.get("source-language"), file.get("target-language"))
    source, target = languages[0] or "en", languages[1] or _declared(slots) or "de"
    title = file.get("original", "").replace("\\", "/").rpartition("/")[2]
    return Opened(Bilingual(title, source, target, tuple(slot.pair for slot in slots)), file, tuple(slots))


def _declared(slots: Sequence[Slot]) -> str:
    return next((lang for slot in slots if slot.target is not None and (lang := slot.target.get(XML_LANG))), "")


def _target_language(placed: PlacedXml, opened: Opened, story: Bilingual) -> list[Piece]:
    """A file with translations has to name their language."""
    if not any(pair.target.plain for pair in story.pairs):
        return []
    holder, name = (placed.root, "trgLang") if _version(placed.root) is two else (opened.file, "target-language")
    named = holder.get(name) or (holder is opened.file and holder.get("target-language"))
    return [] if named else [placed.with_attribute(holder, name, story.target_language)]
