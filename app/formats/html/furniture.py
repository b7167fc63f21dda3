"""What stands on a saved page before and after its story: menus, appeals, related stories, imprints."""

from lxml import etree

from app.formats.parts import WORDLESS, Gathering, Part, is_headline
from app.i18n import N_, Message
from app.model import BlockKind

FURNITURE = frozenset({"nav", "footer", "form", "aside", "iframe"})
"""Elements of a page that a desk's own HTML does not have."""
LINKS = 8
"""So many list items that are nothing but a link make a menu."""

TELLING = 25
"""Code points: shorter lines stand in menus as well as in stories."""

ENOUGH = 0.5
"""The share of the words in long paragraphs that a story has to hold: with less, the library found something else."""
LONG = 80

NAMED, QUOTED = 12, 40
"""How many blocks left out are named, and how many code points of each."""

AROUND = N_("Before and after the story, {count} blocks were left out: {words}.")


def without_furniture(root: etree._Element, page: str, gathering: Gathering) -> tuple[Message, ...]:
    """Take from what was gathered of a whole page what stands before and after its story, and say what that was.

    Nothing is ever taken from between two of the story's paragraphs, and nothing at all from a page that looks like a plain
    article, that says itself where its story is, or of which the library makes no sense.
    """
    if not _is_whole(root):
        return ()
    first, last = _story(gathering.parts, page)
    out = [*gathering.parts[:first], *gathering.parts[last:]]
    if not out:
        return ()
    gathering.parts[:], gathering.places[:] = gathering.parts[first:last], gathering.places[first:last]
    words = [_words(part) for part in out if part.kind is not BlockKind.FIGURE]
    named = "; ".join(f"“{each[:QUOTED]}{'…' if len(each) > QUOTED else ''}”" for each in words[:NAMED])
    return (Message(AROUND, {"count": str(len(out)), "words": named + ("; …" if len(words) > NAMED else "")}),)


def _is_whole(root: etree._Element) -> bool:
    if next(root.iter("article", "main"), None) is not None or any(element.get("role") == "main" for element in root.iter(etree.Element)):
        return False
    if any(element.tag in FURNITURE or element.get("role") == "navigation" for element in root.iter(etree.Element)):
        return True
    items = (item for item in root.iter("li") if len(item) == 1 and item[0].tag == "a" and not (item.text or "").strip())
    return sum(1 for _item in items) >= LINKS


def _story(parts: list[Part], page: str) -> tuple[int, int]:
    """Where among the parts the story begins and ends: at the headline, or else the first and the last line that the library took."""
    from trafilatura import extract

    whole = (0, len(parts))
    found = " ".join((extract(page, include_comments=False, favor_recall=True) or "").split())
    taken = [at for at, part in enumerate(parts) if len(_words(part)) >= TELLING and _words(part) in found]
    if not taken:
        return whole
    headlines = [at for at, part in enumerate(parts[: taken[0]]) if is_headline(part)]
    first, last = min([*headlines, taken[0]]), taken[-1] + 1
    while last < len(parts) and (parts[last].kind in WORDLESS or _words(parts[last]) in found):
        last += 1
    held, long = (sum(len(_words(part)) for part in some if len(_words(part)) >= LONG) for some in (parts[first:last], parts))
    return (first, last) if held >= long * ENOUGH else whole


def _words(part: Part) -> str:
    return " ".join(part.text.plain.split())
