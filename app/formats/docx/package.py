"""The parts of a DOCX file that hold text: read through the safe archive, parsed by the safe parser."""

import posixpath

from lxml import etree
from msgspec import Struct

from app.errors import UserError
from app.formats.nodes import child, named, value
from app.i18n import N_
from app.safe.archive import Archive
from app.safe.xml import parse_xml

OLE = b"\xd0\xcf\x11\xe0"
ZIP = b"PK"
OFFICE_DOCUMENT = "/officeDocument"


class Relation(Struct, frozen=True):
    """What a relation id stands for: the target as written, and whether it lies outside the file."""

    target: str
    external: bool


class Package(Struct, frozen=True):
    """An opened DOCX: the body's parent, what its relation ids mean, the roots of the parts it needs."""

    document: etree._Element
    relations: dict[str, Relation]
    styles: etree._Element | None
    numbering: etree._Element | None
    margins: bool
    main: str


def opened(data: bytes) -> Package:
    """Open a DOCX file; raises UserError for anything else, and for one that is damaged or hostile."""
    if data.startswith(OLE):
        raise UserError(N_("This is an old Word file or one with a password; save it as DOCX without a password."))
    if not data.startswith(ZIP):
        raise UserError(N_("This is not a Word document; save the story as DOCX, HTML, Markdown or plain text."))
    archive = Archive(data)
    kinds = {kind: relation.target for kind, relation in _relations(archive, "").values()}
    main = next((target for kind, target in kinds.items() if kind.endswith(OFFICE_DOCUMENT)), "word/document.xml").lstrip("/")
    text = archive.read(main)
    if text is None:
        raise UserError(N_("There is no Word document in this file; save the story as DOCX again."))
    related = _relations(archive, main)
    return Package(
        document=parse_xml(text),
        relations={name: relation for name, (_kind, relation) in related.items()},
        styles=_part(archive, main, related, "/styles"),
        numbering=_part(archive, main, related, "/numbering"),
        margins=any(_has_text(archive, main, relation) for kind, relation in related.values() if kind.endswith(("/header", "/footer"))),
        main=main,
    )


def _relations(archive: Archive, part: str) -> dict[str, tuple[str, Relation]]:
    """The relations of a part by id, each with its type."""
    folder, name = posixpath.split(part)
    data = archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    if data is None:
        return {}
    return {
        value(element, "Id"): (value(element, "Type"), Relation(value(element, "Target"), value(element, "TargetMode") == "External"))
        for element in named(parse_xml(data), "Relationship")
    }


def _path(main: str, relation: Relation) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(main), relation.target)).lstrip("/")


def _part(archive: Archive, main: str, related: dict[str, tuple[str, Relation]], kind: str) -> etree._Element | None:
    found = next((relation for name, relation in related.values() if name.endswith(kind) and not relation.external), None)
    data = archive.read(_path(main, found)) if found else None
    return None if data is None else parse_xml(data)


def _has_text(archive: Archive, main: str, relation: Relation) -> bool:
    data = None if relation.external else archive.read(_path(main, relation))
    return data is not None and any((element.text or "").strip() for element in named(parse_xml(data), "t"))


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """Whether a property that can be on or off is on; None where nothing is said."""
    found = child(properties, name)
    return None if found is None else value(found) not in {"0", "false", "off", "none"}
