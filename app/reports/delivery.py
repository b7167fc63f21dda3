"""The delivery note: one page for the web editor about a story that was handed over."""

from collections.abc import Sequence

from app.article import Article, composed
from app.article.cautions import Caution, cautions
from app.article.deliveries import changes_since, last_delivery
from app.article.labels import labels
from app.article.linklist import VERDICTS, Verdict, links
from app.article.restraint import embargo, holds
from app.formats.parts import parts_of
from app.i18n import _, speaking
from app.model import BlockKind, Finding, Severity
from app.model.fields import FIELDS, value
from app.reports.changes import inline
from app.reports.findings import hashes
from app.reports.page import Column, Facts, Item, Kind, Paragraph, Report, Section, Table, Tone, stamp
from app.style import Profile

GRAVE = frozenset({Severity.CRITICAL, Severity.MAJOR})


def delivery_note(
    article: Article, findings: Sequence[Finding], language: str, reviewer: str = "", profile: Profile | None = None
) -> Report:
    """Open points, links, captions, fields and what changed since the last delivery, in the words of `language` (``de`` or ``en``).

    `findings` are the open ones; the `profile` says which fields the desk wants.
    """
    with speaking(language):
        points = _points(article, findings, cautions(article, findings, profile))
        return Report(
            kind="delivery",
            title=article.title,
            language=language,
            result=_("with open points") if points else _("nothing open"),
            tone=Tone.MAJOR if points else Tone.GOOD,
            sections=(
                Section(_("Open points"), (_points_table(article, points),)),
                Section(_("Links"), (_links(article),)),
                Section(_("Captions"), (_captions(article),)),
                Section(_("Fields"), (_fields(article),)),
                Section(_("Changes since the last delivery"), (_changes(article),)),
            ),
            stamp=stamp(language, reviewer, hashes(article)),
        )


def _points(article: Article, findings: Sequence[Finding], warned: Sequence[Caution]) -> list[tuple[int, str]]:
    """Unit (0: the whole story) and what is open there."""
    held = [(0, _("Legal hold by {owner}: {reason}").format(owner=each.owner, reason=each.reason)) for each in holds(article)]
    until = [(0, _("Embargo until {time}").format(time=moment))] if (moment := embargo(article)) else []
    grave = [(f.units[0] if f.units else 0, f.message.render()) for f in findings if f.severity in GRAVE and not f.hint]
    noted = [(unit.id, unit.note) for unit in article.units if unit.note and not unit.removed]
    work = [(unit.id, _("Needs work.")) for unit in article.units if unit.needs_work and not unit.note and not unit.removed]
    return [*held, *until, *grave, *noted, *work, *((each.unit, each.message.render()) for each in warned)]


def _points_table(article: Article, points: Sequence[tuple[int, str]]) -> Item:
    if not points:
        return Paragraph(_("Nothing is open."), Tone.GOOD)
    names = labels(article)
    rows = tuple((names.get(unit, "–"), said) for unit, said in points)
    return Table(_("To be settled before it appears"), (Column(_("Row"), Kind.SHORT), Column(_("What"), Kind.WIDE)), rows)


def _links(article: Article) -> Item:
    found, names = links(article), labels(article)
    if not found:
        return Paragraph(_("The story has no links."))
    columns = (Column(_("Row"), Kind.SHORT), Column(_("Words")), Column(_("Address"), Kind.CODE), Column(_("Verdict")))
    rows = tuple((names[link.unit], link.words, link.address, _(VERDICTS[link.verdict])) for link in found)
    strong = frozenset(at for at, link in enumerate(found) if link.verdict is not Verdict.SAME)
    return Table(_("Every link of the story"), columns, rows, strong)


def _captions(article: Article) -> Item:
    figures = [
        (part.attribute("src") or None, part.text.plain or None, part.attribute("alt") or None)
        for part in parts_of(composed(article))
        if part.kind is BlockKind.FIGURE
    ]
    if not figures:
        return Paragraph(_("The story has no pictures."))
    return Table(_("Pictures"), (Column(_("Picture"), Kind.CODE), Column(_("Caption"), Kind.STORY), Column(_("Alt text"))), tuple(figures))


def _fields(article: Article) -> Item:
    document = composed(article)
    facts = [(_(field.title), said) for field in FIELDS if (said := value(document, field))]
    return Facts(tuple(facts)) if facts else Paragraph(_("No fields are filled in."))


def _changes(article: Article) -> Item:
    last, names = last_delivery(article), labels(article)
    if last is None:
        return Paragraph(_("The story was not delivered before."))
    changed = changes_since(article, last.revision)
    if not changed:
        return Paragraph(_("Nothing was changed since then."))
    language = article.target.language
    rows = tuple((names[unit], inline(then.plain, now.plain, language)) for unit, then, now in changed)
    return Table(
        _("As it went out last and as it is now"), (Column(_("Row"), Kind.SHORT), Column(_("Translation, with changes"), Kind.STORY)), rows
    )
