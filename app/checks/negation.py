"""Negations of the source that the translation dropped, and those it made up."""

import re
from collections.abc import Iterable

from app.checks.check import Check, Hit, example
from app.evidence.affirmed import affirms, leaves_behind
from app.evidence.negation import Denial, added_denial, denials, first_denial, hides_denial, softly_denied
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Severity, Side
from app.style import Profile

_SHORT = 20
"""Words up to which a sentence holds little that German could turn into a negation."""

_CERTAIN = 0.9
_LIKELY = 0.7
"""The confidences where the translation keeps a word that asks for the negation, and where words elsewhere in the sentence might deny, and only what is denied is said plainly."""

_PLAIN = re.compile(r"not|never|cannot|\w+n[’']t", re.IGNORECASE)


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if not row.source.plain or not row.target.plain:
        return
    if (made_up := added_denial(row.source.plain, row.target.plain)) and not _wanted(story, row):
        yield _added(row, made_up)
        return
    if (soft := softly_denied(row.source.plain, row.target.plain)) and not _moved(story, row):
        yield _hit(row, soft, _usual(row.source.plain, soft))
        return
    lost = _lost(story, row)
    if lost is not None and not _moved(story, row):
        yield _hit(row, *lost)


def _lost(story: Story, row: Row) -> tuple[Denial, float] | None:
    """The denial of the source that nothing in the translation keeps, with the confidence in that."""
    source, target = row.source.plain, row.target.plain
    lost = [denial for denial in denials(source, story.source_language) if not _kept(row, denial)]
    behind = leaves_behind(source, target)
    if not (lost or behind) or denials(target, story.target_language):
        return None
    if behind:
        return lost[0] if lost else first_denial(source), _CERTAIN
    if not hides_denial(source, target):
        return lost[0], _usual(source, lost[0])
    said = next((denial for denial in lost if affirms(source, target, denial)), None)
    return None if said is None else (said, min(_LIKELY, _usual(source, said)))


def _usual(source: str, denial: Denial) -> float:
    """The confidence in a denial that has nothing opposite: a contrast (“red, not green”) is often put in other words."""
    contrast = source[: denial.span.start].rstrip().endswith((",", "–", "—")) and denial.word.lower() == "not"
    return 0.45 if contrast else 0.85 if _PLAIN.fullmatch(denial.word) else 0.6


def _kept(row: Row, denial: Denial) -> bool:
    """Whether the denial is part of a name or title that the translation leaves in English."""
    phrase = row.source.plain[denial.span.start :].split()[:2]
    return len(phrase) == 2 and " ".join(phrase) in row.target.plain


def _moved(story: Story, row: Row) -> bool:
    """Whether a neighbour denies more often than its source: the sentence border moved."""
    return any(
        len(denials(other.target.plain, story.target_language)) > len(denials(other.source.plain, story.source_language))
        for other in story.around(row)
        if other.unit != row.unit
    )


def _wanted(story: Story, row: Row) -> bool:
    """Whether a neighbour of the source denies what its translation does not: the negation moved here."""
    return any(
        len(denials(other.source.plain, story.source_language)) > len(denials(other.target.plain, story.target_language))
        for other in story.around(row)
        if other.unit != row.unit
    )


def _added(row: Row, denial: Denial) -> Hit:
    short = len(row.source.plain.split()) <= _SHORT
    message = Message(N_("The translation denies (“{word}”); nothing in the source does."), {"word": denial.word})
    places = row.place(Side.TARGET, denial.span.start, denial.span.end), row.place(Side.SOURCE)
    return Hit(places, message, None, row.sure(0.7 if short else 0.55))


def _hit(row: Row, denial: Denial, confidence: float) -> Hit:
    places = row.place(Side.SOURCE, denial.span.start, denial.span.end), row.place(Side.TARGET)
    message = Message(N_("The source denies (“{word}”); nothing in the translation does."), {"word": denial.word})
    return Hit(places, message, None if _PLAIN.fullmatch(denial.word) else Severity.MAJOR, row.sure(confidence))


NEGATION = Check(
    id="meaning.negation",
    title=N_("Negation dropped or added"),
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    what=N_(
        "Looks for a source sentence that denies (not, never, no, without, hardly, refused to …) whose translation has nothing that denies: no negation, "
        "no un-, no verb of refusing, preventing or lacking; and for a translation that denies what the source says."
    ),
    why=N_("A dropped “not” turns a statement into its opposite, and the sentence still reads well."),
    silence=N_("Dismiss it where the translation says the same in positive words."),
    confidence=0.85,
    flags=(
        example(("The mayor did not sign the contract.", "Die Bürgermeisterin unterzeichnete den Vertrag.")),
        example(("Visitors who don't live in Ostheim pay a fee.", "Besucher, die in Ostheim leben, zahlen eine Gebühr.")),
        example(("The tower will never be rebuilt.", "Der Turm wird wieder aufgebaut.")),
        example(("There is no evidence of fraud, Kern said.", "Es gibt Belege für Betrug, sagte Kern.")),
        example(("She couldn’t see the coast from there.", "Von dort konnte sie die Küste sehen.")),
        example(("The firm refused to pay the fine.", "Die Firma zahlte die Geldstrafe.")),
        example(("The council approved the budget.", "Der Rat hat den Haushalt nicht gebilligt.")),
        example(("Two boats were found.", "Es wurden keine Boote gefunden.")),
    ),
    passes=(
        example(("The mayor did not sign the contract.", "Die Bürgermeisterin unterzeichnete den Vertrag nicht.")),
        example(("Results are not expected until May.", "Ergebnisse werden erst im Mai erwartet.")),
        example(("They warned people not to swim.", "Sie warnten davor zu baden.")),
        example(("He was not able to walk.", "Er war unfähig zu gehen.")),
        example(("Not only the mayor came.", "Auch die Bürgermeisterin kam.")),
        example(("She did not accept the offer.", "Sie lehnte das Angebot ab.")),
        example(("The film “No Room to Hide” won.", "Der Film „No Room to Hide“ gewann.")),
        example(("They left without delay.", "Sie brachen sofort auf.")),
        example(("The firm refused to pay.", "Die Firma weigerte sich zu zahlen.")),
        example(("He refused to sign.", "Er wollte nicht unterschreiben.")),
        example(("Children are vaccinated, adults too.", "Nicht nur Kinder werden geimpft, auch Erwachsene.")),
    ),
    of_row=_look,
)

CHECKS = (NEGATION,)
