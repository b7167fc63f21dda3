"""The desk's terms: used where they belong, and never the forbidden ones."""

from collections.abc import Iterator

from app.checks.check import Check, Hit, example
from app.evidence.story import Row, Story
from app.evidence.termbase import found
from app.evidence.termindex import used
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Place, Severity, Side, Span
from app.style import Profile, Term


def _missing(story: Story, row: Row, profile: Profile) -> Iterator[Hit]:
    if not row.target.plain or not row.source.plain:
        return
    for term in used(profile.terms, row.source.plain, story.source_language):
        there = found(term.source, row.source.plain, story.source_language)
        if term.targets and not _rendered(story, row, term) and not _misused(story, row, term):
            yield Hit(
                places=tuple(Place(row.unit, Side.SOURCE, span) for span in there),
                message=Message(N_("“{term}” is to be rendered as {targets}."), {"term": term.source, "targets": _listed(term.targets)}),
            )


def _rendered(story: Story, row: Row, term: Term) -> bool:
    """In the row or beside it: a term may move to the next sentence with its clause."""
    return any(found(target, near.target.plain, story.target_language) for near in story.around(row) for target in term.targets)


def _misused(story: Story, row: Row, term: Term) -> list[tuple[str, Span]]:
    allowed = [span for target in term.targets for span in found(target, row.target.plain, story.target_language)]
    spans = [(bad, span) for bad in term.forbidden for span in found(bad, row.target.plain, story.target_language)]
    return [(bad, span) for bad, span in spans if not any(good.covers(span) for good in allowed)]


def _forbidden(story: Story, row: Row, profile: Profile) -> Iterator[Hit]:
    for term in used(profile.terms, row.source.plain, story.source_language):
        for bad, span in _misused(story, row, term):
            yield Hit(
                places=(
                    Place(row.unit, Side.TARGET, span),
                    *(Place(row.unit, Side.SOURCE, at) for at in found(term.source, row.source.plain, story.source_language)[:1]),
                ),
                message=Message(
                    N_("“{bad}” is not to be used for “{term}”; write {targets}."),
                    {"bad": bad, "term": term.source, "targets": _listed(term.targets)},
                ),
                fixes=_fixes(row, term, bad, span),
            )


def _fixes(row: Row, term: Term, bad: str, span: Span) -> tuple[Fix, ...]:
    """A fix only where the word stands uninflected, so that the right term fits as it is."""
    if span.of(row.target.plain) != bad:
        return ()
    return tuple(Fix(Message(N_("Write “{word}”"), {"word": word}), (Edit(row.unit, span, word),)) for word in term.targets[:3])


def _listed(words: tuple[str, ...]) -> str:
    return " / ".join(f"„{word}“" for word in words)


_TERMS = Profile(
    terms=(
        Term("drone strike", ("Drohnenangriff",), ("Drohnenschlag",)),
        Term("city council", ("Stadtrat", "Gemeinderat"), ("Stadtparlament",)),
        Term("EPA", ("Umweltbehörde EPA",)),
    )
)
"""The terms that the examples speak of."""

CHECKS = (
    Check(
        id="term.termbase",
        title=N_("Term not used"),
        category=Category.TERMINOLOGY,
        severity=Severity.MAJOR,
        what=N_("A term of the desk's termbase stands in the source, and none of its renderings in the translation or beside it."),
        why=N_("Readers and search engines know one name for one thing; a desk agrees on it once."),
        flags=(
            example(("The city council met.", "Die Ratsversammlung trat zusammen.")),
            example(("Three drone strikes hit the port.", "Drei Luftschläge trafen den Hafen.")),
            example(("The EPA agreed.", "Das Amt stimmte zu.")),
            example(("He joined the city council.", "Er wurde Abgeordneter.")),
        ),
        passes=(
            example(("The city council met.", "Der Stadtrat trat zusammen.")),
            example(("Three drone strikes hit the port.", "Drei Drohnenangriffe trafen den Hafen.")),
            example(("After the drone strike he left.", "Nach der Drohnenangriffsserie ging er.")),
            example(("The city council members left.", "Die Mitglieder des Gemeinderats gingen.")),
        ),
        of_row=_missing,
        silence=N_("Dismiss it here when the term does not apply, or take it out of the termbase."),
        profile=_TERMS,
    ),
    Check(
        id="term.forbidden",
        title=N_("Term not to be used"),
        category=Category.TERMINOLOGY,
        severity=Severity.MAJOR,
        what=N_("A rendering that the desk's termbase forbids for a term of the source."),
        why=N_("Somebody decided against this word, usually after a complaint."),
        flags=(
            example(("The drone strike failed.", "Der Drohnenschlag misslang.")),
            example(("Drone strikes went on.", "Die Drohnenschläge gingen weiter.")),
            example(("The city council met.", "Das Stadtparlament trat zusammen.")),
            example(("The city council's vote", "Die Abstimmung des Stadtparlaments")),
        ),
        passes=(
            example(("The drone strike failed.", "Der Drohnenangriff misslang.")),
            example(("The municipal parliament met.", "Das Stadtparlament trat zusammen.")),
            example(("The city council met.", "Der Stadtrat trat zusammen.")),
            example(("A blow by drone.", "Ein Drohnenschlag.")),
        ),
        of_row=_forbidden,
        silence=N_("Dismiss it here when the word is right for once, or change the termbase."),
        profile=_TERMS,
    ),
)
