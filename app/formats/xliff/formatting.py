"""What codes of XLIFF mean to a reader: strong, emphasis, links; everything else is a code to be kept."""

import html
import re

from lxml import etree

from app.formats.codes import Dialect, Tags
from app.formats.codes.tags import values_of
from app.formats.nodes import local
from app.model import Attributes, Mark, MarkKind
from app.safe.links import safe_address
from app.safe.places import quoted

FS = "{urn:oasis:names:tc:xliff:fs:2.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
SUBTYPES = {"xlf:b": MarkKind.STRONG, "xlf:i": MarkKind.EMPHASIS}
STYLES = {"b": MarkKind.STRONG, "strong": MarkKind.STRONG, "i": MarkKind.EMPHASIS, "em": MarkKind.EMPHASIS, "code": MarkKind.CODE}
CTYPES = {"bold": MarkKind.STRONG, "italic": MarkKind.EMPHASIS, "x-code": MarkKind.CODE}
NAMES = {MarkKind.STRONG: "strong", MarkKind.EMPHASIS: "em", MarkKind.CODE: "code"}
ADDRESS = re.compile(r"(?:^|[^\\]\\)href,((?:[^\\]|\\[\\,])*)")
"""An address among the attributes that the Format Style module lists: ``name,value`` parted by backslashes."""
HREF = re.compile(r"""<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)

Meant = tuple[MarkKind, Attributes] | None


def meaning_two(element: etree._Element) -> Meant:
    """What a code of version 2 means."""
    if local(element) != "pc":
        return None
    style = element.get(f"{FS}fs", "")
    kind = SUBTYPES.get(element.get("subType", "")) or STYLES.get(style)
    if kind is not None:
        return kind, ()
    if style == "a":
        found = ADDRESS.search(element.get(f"{FS}subFs", ""))
        return _link(re.sub(r"\\([\\,])", r"\1", found[1]) if found else "")
    return _link(_original_address(element)) if element.get("type") == "link" else None


def _original_address(element: etree._Element) -> str:
    """The address in the original code that a link of version 2 refers to."""
    unit = next((around for around in element.iterancestors() if local(around) in {"unit", "match"}), None)
    wanted = element.get("dataRefStart")
    data = () if unit is None else (data for data in unit.iterfind("{*}originalData/{*}data") if data.get("id") == wanted)
    found = HREF.search("".join("".join(map(str, each.itertext())) for each in data))
    return html.unescape(found[1] or found[2] or "") if found else ""


def meaning_one(element: etree._Element) -> Meant:
    """What a code of version 1.2 means."""
    if local(element) != "g":
        return None
    kind = CTYPES.get(element.get("ctype", ""))
    if kind is not None:
        return kind, ()
    return _link(element.get(f"{XLINK}href", "")) if element.get("ctype") == "link" else None


def _link(address: str) -> Meant:
    safe = safe_address(address)
    return (MarkKind.LINK, (("href", safe),)) if safe else None


def added_two(mark: Mark, name: str) -> Tags:
    """The tags of a mark that a file of version 2 did not have."""
    declared = 'xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0"'
    if mark.kind is MarkKind.LINK:
        address = re.sub(r"[\\,]", r"\\\g<0>", dict(mark.attributes).get("href", ""))
        said = f'type="link" {declared} fs:fs="a" fs:subFs="href,{quoted(address)}"'
    else:
        subtype = next((f'subType="{name_}" ' for name_, kind in SUBTYPES.items() if kind is mark.kind), "")
        said = f'type="fmt" {subtype}{declared} fs:fs="{NAMES[mark.kind]}"'
    return Tags(f'<pc id="{name}" {said}>', "</pc>")


def added_one(mark: Mark, name: str) -> Tags:
    """The tags of a mark that a file of version 1.2 did not have."""
    if mark.kind is MarkKind.LINK:
        address = quoted(dict(mark.attributes).get("href", ""))
        return Tags(f'<g id="{name}" ctype="link" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{address}">', "</g>")
    ctype = next(name_ for name_, kind in CTYPES.items() if kind is mark.kind)
    return Tags(f'<g id="{name}" ctype="{ctype}">', "</g>")


STARTS = {"dataRefStart": "dataRef", "equivStart": "equiv", "dispStart": "disp", "subFlowsStart": "subFlows"}
ENDS = {"dataRefEnd": "dataRef", "equivEnd": "equiv", "dispEnd": "disp", "subFlowsEnd": "subFlows"}
HALVES = {"pc": ("sc", "ec"), "mrk": ("sm", "em"), "g": ("bx", "ex")}


def _loose_two(start: str, opens: bool, whole: bool) -> str:
    prefix, _colon, name = start[1:].split(">", maxsplit=1)[0].split(maxsplit=1)[0].rpartition(":")
    values = values_of(start)
    own, others = (STARTS, ENDS) if opens else (ENDS, STARTS)
    said = {own.get(name, name): value for name, value in values.items() if name not in others and not name.startswith("xmlns")}
    declared = {name: value for name, value in values.items() if name.startswith("xmlns")}
    if name == "mrk" and not whole:
        return ""
    if not opens and whole:
        said = {"startRef": said.pop("id", ""), **said}
    if name == "mrk" and not opens:
        said = {"startRef": said["startRef"]}
    elif not whole:
        said["isolated"] = "yes"
    if not opens:
        said.pop("dir", None)
        said = {key: value for key, value in said.items() if ":" not in key}
    tag = HALVES[name][0 if opens else 1]
    written = "".join(f' {key}="{value}"' for key, value in (declared | said).items())
    return f"<{prefix}{':' if prefix else ''}{tag}{written}/>"


def _loose_one(start: str, opens: bool, whole: bool) -> str:  # noqa: ARG001 - the two questions of a Dialect
    name = start[1:].split(">", maxsplit=1)[0].split(maxsplit=1)[0].rpartition(":")[2]
    if name != "g":
        return ""
    number = values_of(start).get("id", "")
    ctype = values_of(start).get("ctype", "")
    kind = f' ctype="{ctype}"' if ctype and opens else ""
    return f'<{HALVES[name][0 if opens else 1]} id="{number}{"" if opens else "-end"}" rid="{number}"{kind}/>'


TWO = Dialect(added_two, _loose_two)
ONE = Dialect(added_one, _loose_one)
