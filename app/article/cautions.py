"""What to look at once more before a story is handed over: it stops nothing, and only a person can say whether it is right."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from app.article.article import Article
from app.article.compose import composed
from app.article.labels import labels
from app.formats.parts import Part, parts_of
from app.i18n import N_, Message
from app.model import BlockKind, Document, Finding, MarkKind, Severity
from app.model.fields import SLUG, field_named, hyphenated, value
from app.safe.links import IMAGE_SCHEMES, safe_address
from app.style import Profile

COUNTED = {
    BlockKind.TITLE: N_("title"),
    BlockKind.DECK: N_("deck"),
    BlockKind.BYLINE: N_("byline"),
    BlockKind.CAPTION: N_("caption"),
    BlockKind.CREDIT: N_("credit"),
}
"""Blocks of which the translation should have as many as the source, and what they are called."""


class Caution(Struct, frozen=True):
    """One thing to look at: the check that says so, why, and the unit it is about; 0 is the whole story."""

    check: str
    message: Message
    unit: int = 0


def cautions(article: Article, findings: Iterable[Finding], profile: Profile | None = None) -> list[Caution]:
    """All cautions about a story as it stands; `findings` are the open ones, the `profile` says which fields the desk wants."""
    document = composed(article)
    ours, theirs = parts_of(document), parts_of(article.source)
    return [
        *_untouched(article, findings),
        *_renewed(article),
        *_fields(document, article.source, (profile or Profile()).fields),
        *_blocks(ours, theirs),
        *_markup(ours),
    ]


def caution_lines(article: Article, findings: Iterable[Finding], profile: Profile | None = None) -> list[str]:
    """The same in words, a line each with the row that it is about."""
    names = labels(article)
    return [f"{names.get(each.unit, '')} {each.message.render()}".strip() for each in cautions(article, findings, profile)]


def _untouched(article: Article, findings: Iterable[Finding]) -> Iterator[Caution]:
    """Rows that were confirmed over an open critical finding, and a story of which nobody touched a row."""
    grave = {unit for finding in findings if finding.severity is Severity.CRITICAL and not finding.hint for unit in finding.units}
    for unit in article.units:
        if unit.id in grave and unit.confirmed and not unit.removed:
            yield Caution("delivery.untouched", Message(N_("This row is confirmed although a critical finding is open in it.")), unit.id)
    if not any(unit.confirmed or unit.removed or article.edited(unit) for unit in article.units):
        yield Caution("delivery.untouched", Message(N_("Nobody has confirmed or corrected a row of this story.")))


def _renewed(article: Article) -> Iterator[Caution]:
    told = Message(N_("The source of this row changed after it was translated, and nobody has confirmed the row since."))
    return (Caution("delivery.source-changed", told, unit.id) for unit in article.units if unit.source_before and not unit.removed)


def _fields(document: Document, source: Document, wanted: Sequence[str]) -> Iterator[Caution]:
    """Fields that the desk wants or the source has and the translation lacks, and what is wrong with those that it has."""
    there = [name for name in sorted(source.fields) if field_named(name).spoken or name == SLUG.name]
    for field in map(field_named, dict.fromkeys([*wanted, *there])):
        if not value(document, field):
            yield Caution("delivery.fields", Message(N_("The field “{field}” is empty."), {"field": Message(field.title)}))
    for field in map(field_named, sorted(document.fields)):
        length = max((block.span.length for block in document.blocks if block.attribute("name") == field.name), default=0)
        if field.limit and length > field.limit:
            told = N_("The field “{field}” has {count} characters; more than {limit} are cut off or not read.")
            about: dict[str, str | Message] = {"field": Message(field.title), "count": str(length), "limit": str(field.limit)}
            yield Caution("delivery.profile", Message(told, about))
    said = value(document, SLUG)
    if said and said != hyphenated(said):
        yield Caution(
            "delivery.profile", Message(N_("The slug “{slug}” holds more than small letters, digits and hyphens."), {"slug": said})
        )


def _blocks(ours: Sequence[Part], theirs: Sequence[Part]) -> Iterator[Caution]:
    """Titles, bylines, captions and credits that the source has and the translation lacks, and pictures without an alt text."""
    here, there = (Counter(part.kind for part in parts) for parts in (ours, theirs))
    for kind, name in COUNTED.items():
        if here[kind] < there[kind]:
            told = N_("Of {count} blocks that are a {block} in the source, the translation has {other}.")
            about: dict[str, str | Message] = {"count": str(there[kind]), "block": Message(name), "other": str(here[kind])}
            yield Caution("delivery.profile" if kind in {BlockKind.CAPTION, BlockKind.CREDIT} else "delivery.fields", Message(told, about))
    for part in ours:
        if part.kind is BlockKind.FIGURE and not part.attribute("alt"):
            yield Caution("delivery.fields", Message(N_("The picture “{address}” has no alt text."), {"address": part.attribute("src")}))


def _markup(parts: Iterable[Part]) -> Iterator[Caution]:
    """What a CMS would not take: embedded things, codes, and addresses that run or open something."""
    for part in parts:
        marks = [dict(mark.attributes) | {"kind": mark.kind} for mark in part.text.marks]
        links = [mark["href"] for mark in marks if mark["kind"] is MarkKind.LINK and "href" in mark]
        pictures = [dict(part.attributes)] if part.kind is BlockKind.FIGURE else [mark for mark in marks if "src" in mark]
        unsafe = [address for address in links if not safe_address(address)]
        unsafe += [each["src"] for each in pictures if each.get("src") and not safe_address(each["src"], IMAGE_SCHEMES)]
        codes = [mark.get("shows", "") for mark in marks if mark["kind"] is MarkKind.PROTECTED and "src" not in mark]
        embedded = [part.attribute("src")] if part.kind is BlockKind.EMBED else []
        for what in (*unsafe, *codes, *embedded):
            yield Caution(
                "delivery.allowed-markup", Message(N_("“{words}” is no part of what a CMS takes and stays out."), {"words": what or "…"})
            )
