"""Which elements and attributes stand where in XLIFF 2.0 to 2.2 and its modules, and what their values may be."""

import re

from msgspec import Struct

MODULES = {
    "urn:oasis:names:tc:xliff:matches:2.0": "mtc",
    "urn:oasis:names:tc:xliff:glossary:2.0": "gls",
    "urn:oasis:names:tc:xliff:metadata:2.0": "mda",
    "urn:oasis:names:tc:xliff:fs:2.0": "fs",
    "urn:oasis:names:tc:xliff:sizerestriction:2.0": "slr",
    "urn:oasis:names:tc:xliff:validation:2.0": "val",
    "urn:oasis:names:tc:xliff:resourcedata:2.0": "res",
    "urn:oasis:names:tc:xliff:changetracking:2.0": "ctr",
    "urn:oasis:names:tc:xliff:changetracking:2.1": "ctr",
    "urn:oasis:names:tc:xliff:itsm:2.1": "itsm",
    "urn:oasis:names:tc:xliff:pgs:1.0": "pgs",
    "http://www.w3.org/2005/11/its": "its",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
"""Namespaces by the prefix that the tables below use; that of the core has none, any other is ``ext``."""
CORE = re.compile(r"urn:oasis:names:tc:xliff:document:2\.[012]")

VALUES = {
    "yesNo": "yes|no",
    "reorder": "yes|firstNo|no",
    "dir": "ltr|rtl|auto",
    "side": "source|target",
    "meta": "source|target|ignorable",
    "state": "initial|translated|reviewed|final",
    "type": "fmt|ui|quote|link|image|other",
    "note": "[1-9]|10",
    "own": r"[^\s:]+:[^\s:]+",
    "marked": r"generic|comment|term|[^\s:]+:[^\s:]+",
    "match": "am|mt|icm|idm|tb|tm|other",
    "version": r"2\.[012]",
    "space": "default|preserve",
    "fixed": "preserve",
    "form": "none|nfc|nfd",
    "name": r"[\w.:·\-]+",
    "names": r"[\w.:·\-]+(?:\s+[\w.:·\-]+)*",
    "language": r"(?:[A-Za-z]{2,8}|[xXiI](?=-))(?:-[A-Za-z0-9]{1,8})*",
    "positive": "0*[1-9][0-9]*",
    "hex": "(?:[0-9A-Fa-f]{2})+",
    "share": r"\+?(?:100(?:\.0*)?|[0-9]{1,2}(?:\.[0-9]*)?)",
    "html": "a|b|bdo|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|h[1-6]|head|hr|html|i|img|label"
    "|legend|li|ol|p|pre|q|s|samp|select|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul",
    "limits": r"\*|[0-9]+|[0-9]+,(?:[0-9]+|\*)",
    "count": "[0-9]+",
    "text": "(?s:.*)",
}
"""Patterns of values by the names that the tables below use."""

INLINE = "(?:cp |ph |pc |sc |ec |mrk |sm |em )*"
ANY = r"(?:\w+:\S+ )*"
CODE = "canCopy:yesNo canDelete:yesNo canReorder:reorder copyOf:name subType:own type:type"
SPAN = "xml:lang:language xml:space:space"

TABLE = f"""
xliff | version!:version srcLang!:language trgLang:language xml:space:space * | (?:notes )?(?:mda:metadata )?(?:file )+
file | id!:name canResegment:yesNo original translate:yesNo srcDir:dir trgDir:dir xml:space:space * | (?:skeleton )?{ANY}(?:notes )?(?:unit |group )+
skeleton | href | text {ANY}
group | id!:name name canResegment:yesNo translate:yesNo srcDir:dir trgDir:dir type:own xml:space:space * | {ANY}(?:notes )?(?:unit |group )*
unit | id!:name name canResegment:yesNo translate:yesNo srcDir:dir trgDir:dir type:own xml:space:space * | {ANY}(?:notes )?(?:originalData )?(?:segment |ignorable )+
segment | id:name canResegment:yesNo state:state subState:own | source (?:target )?
ignorable | id:name | source (?:target )?
notes | | (?:note )+
note | id:name appliesTo:side category priority:note ref * | text
originalData | | (?:data )+
data | id!:name dir:dir xml:space:fixed | text (?:cp )*
source | {SPAN} | text {INLINE}
target | {SPAN} order:positive | text {INLINE}
cp | hex!:hex |
ph | {CODE} disp equiv id!:name dataRef:name subFlows:names + |
pc | {CODE} canOverlap:yesNo dispEnd dispStart equivEnd equivStart id!:name dataRefEnd:name dataRefStart:name subFlowsEnd:names subFlowsStart:names dir:dir + | text {INLINE}
sc | {CODE} canOverlap:yesNo dataRef:name dir:dir disp equiv id!:name isolated:yesNo subFlows:names + |
ec | {CODE} canOverlap:yesNo dataRef:name dir:dir disp equiv id:name isolated:yesNo startRef:name subFlows:names + |
mrk | id!:name translate:yesNo type:marked ref value * | text {INLINE}
sm | id!:name translate:yesNo type:marked ref value * |
em | startRef!:name |
mtc:matches | | (?:mtc:match )+
mtc:match | id:name matchQuality:share matchSuitability:share origin ref! reference:yesNo similarity:share subType:own type:match * | (?:mda:metadata )?(?:originalData )?source target {ANY}
gls:glossary | | (?:gls:glossEntry )+
gls:glossEntry | id:name ref * | gls:term (?:gls:translation )*(?:gls:definition )?{ANY}
gls:term | source * | text
gls:translation | id:name ref source * | text
gls:definition | source * | text
mda:metadata | id:name | (?:mda:metaGroup )+
mda:metaGroup | id:name category appliesTo:meta | (?:mda:metaGroup |mda:meta |meta )+
mda:meta | type! | text
res:resourceData | | (?:res:resourceItemRef )*(?:res:resourceItem )*
res:resourceItemRef | id:name ref!:name * |
res:resourceItem | mimeType id:name context:yesNo * | (?:notes )?(?:res:source )?(?:res:target )?(?:res:reference )*
res:source | href xml:lang:language * | (?:\\S+ )*
res:target | href xml:lang:language * | (?:\\S+ )*
res:reference | href! xml:lang:language * |
ctr:changeTrack | | (?:ctr:revisions )+
ctr:revisions | appliesTo! ref:name currentVersion:name * | (?:ctr:revision )+
ctr:revision | author datetime version:name * | (?:ctr:item )+
ctr:item | property! * | text
slr:profiles | generalProfile storageProfile | (?:slr:normalization )?{ANY}
slr:normalization | general:form storage:form |
slr:data | profile! * | {ANY}
val:validation | * | (?:val:rule )+
val:rule | isPresent occurs:positive isNotPresent startsWith endsWith existsInSource:yesNo caseSensitive:yesNo normalization:form disabled:yesNo * |
"""
"""An element a line: its attributes (``!`` required, after a colon the value; ``*`` any of other namespaces, ``+`` those of modules),
and its children in order; ``text`` where it may hold characters. A valid file of the suite has ``meta`` of the core's namespace."""

MODULE_ATTRIBUTES = {
    "fs": {"fs": "html", "subFs": "text"},
    "slr": {
        "equivStorage": "text",
        "sizeInfo": "text",
        "sizeInfoRef": "name",
        "sizeRestriction": "limits",
        "storageRestriction": "limits",
    },
}
"""Attributes that modules lend to other elements; those of ITS and of plurals are not looked into."""


class Element(Struct, frozen=True):
    """What an element may hold. `others` says which attributes of foreign namespaces it may have: ``*`` any, ``+`` those of modules."""

    attributes: dict[str, str]
    required: tuple[str, ...]
    others: str
    children: re.Pattern[str]
    text: bool


def _element(attributes: str, children: str) -> Element:
    words = attributes.split()
    named = [
        word.partition(":") if not word.startswith("xml:") else ("xml:" + word.split(":")[1], ":", word.split(":")[2]) for word in words
    ]
    held = children.strip().removeprefix("text").strip()
    return Element(
        {name.removesuffix("!"): kind or "text" for name, _colon, kind in named if name not in {"*", "+"}},
        tuple(name.removesuffix("!") for name, _colon, _kind in named if name.endswith("!")),
        "".join(word for word in words if word in {"*", "+"}),
        re.compile(f"{held} " if held[-1:].isalpha() else held),
        children.strip().startswith("text"),
    )


ELEMENTS = {
    name.strip(): _element(attributes, children)
    for name, attributes, children in (line.split("|", 2) for line in TABLE.strip().splitlines())
}
"""The table, by element."""

VALUE = {name: re.compile(pattern) for name, pattern in VALUES.items()}
