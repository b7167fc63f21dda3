"""The report of what was changed in an article: each row as it came in and as it is, in one line."""

from app import diff
from app.article import Article
from app.article.labels import labels
from app.diff import Change
from app.i18n import _, ngettext, speaking
from app.model import Unit
from app.quality.effort import Effort, effort
from app.reports.findings import hashes
from app.reports.page import Column, Facts, Kind, Paragraph, Report, Run, Section, Table, Tone, Words, number, stamp, words


def changes_report(article: Article, language: str, reviewer: str = "") -> Report:
    """What was changed since the translation came in, in the words of `language` (``de`` or ``en``)."""
    with speaking(language):
        changed = [unit for unit in article.units if unit.removed or article.edited(unit)]
        done = effort((article.imported_text(u).plain, "" if u.removed else u.target.plain) for u in article.units)
        return Report(
            kind="changes",
            title=article.title,
            language=language,
            lead=_lead(len(changed)),
            sections=(
                Section(_("At a glance"), (_glance(article, changed, done, language),)),
                Section(_("Changes"), (_table(article, changed),) if changed else (Paragraph(_("Nothing was changed.")),)),
            ),
            stamp=stamp(language, reviewer, hashes(article)),
        )


def inline(before: str, after: str, language: str) -> Words:
    """Both versions in one line: what went is deleted, what came is inserted."""
    runs: list[Run] = []
    for chunk in diff.chunks(before, after):
        if chunk.change is Change.EQUAL:
            runs.append(Run(chunk.after.of(after)))
            continue
        runs += [Run(chunk.before.of(before), Tone.DELETED)] if chunk.before.length else []
        runs += [Run(chunk.after.of(after), Tone.INSERTED)] if chunk.after.length else []
    return Words(tuple(runs), language)


def _lead(count: int) -> str:
    return ngettext("{count} row was changed.", "{count} rows were changed.", count).format(count=count)


def _glance(article: Article, changed: list[Unit], done: Effort, language: str) -> Facts:
    return Facts(
        (
            (_("rows changed"), f"{len(changed)} / {len(article.units)}"),
            (_("removed"), str(sum(unit.removed for unit in changed))),
            (_("words edited"), f"{done.edits} / {done.words}"),
            (_("editing effort"), f"{number(100 * done.share, language)} %"),
        ),
        large=True,
    )


def _table(article: Article, changed: list[Unit]) -> Table:
    names = labels(article)
    return Table(
        _("As it came in and as it is now"),
        (
            Column(_("Row"), Kind.SHORT),
            Column(_("Source"), Kind.STORY),
            Column(_("Translation, with changes"), Kind.STORY),
            Column(_("Note")),
        ),
        tuple(
            (
                names[unit.id],
                words(article.source_text(unit).plain, article.source.language),
                inline(article.imported_text(unit).plain, "" if unit.removed else unit.target.plain, article.target.language),
                unit.note or None,
            )
            for unit in changed
        ),
    )
