"""Words taken at their face: false friends, idioms and formulas word for word, offices under the wrong title."""

from collections.abc import Iterable

from app.checks.check import Check, Hit, RowFunction, example
from app.checks.idioms import IDIOMS
from app.checks.lookalikes import LOOKALIKES
from app.checks.offices import OFFICES
from app.evidence.country import is_american
from app.evidence.story import Row, Story
from app.evidence.traps import Traps
from app.i18n import N_, Message
from app.model import Category, Severity, Side
from app.style import Profile


def _look(traps: Traps) -> RowFunction:
    def look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
        if row.source.plain and row.target.plain:
            for trap, ours, theirs in traps.caught(row.source.plain, row.target.plain):
                if trap.american and not is_american(story):
                    continue
                places = row.place(Side.SOURCE, ours.start, ours.end), row.place(Side.TARGET, theirs.start, theirs.end)
                said = {"source": ours.of(row.source.plain), "target": theirs.of(row.target.plain), "right": trap.right}
                yield Hit(places, Message(N_("“{source}” is not “{target}”; usually it is “{right}”."), said))

    return look


FALSE_FRIEND = Check(
    id="meaning.false-friend",
    title=N_("False friend"),
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    what=N_("Looks for English words whose German look-alike means something else, where both stand in the row."),
    why=N_("Lawmakers are members of parliament; der Gesetzgeber is the legislature."),
    silence=N_("Dismiss it where the German word translates another word of the sentence."),
    confidence=0.75,
    flags=(
        example(("US administration officials declined to comment.", "Verwaltungsbeamte wollten sich nicht äußern.")),
        example(("Several lawmakers objected.", "Mehrere Gesetzgeber widersprachen.")),
        example(("The bill passed the House on Friday.", "Am Freitag passierte der Entwurf das Haus.")),
        example(("She eventually agreed.", "Sie stimmte eventuell zu.")),
        example(("It was a sensible plan.", "Es war ein sensibler Plan.")),
    ),
    passes=(
        example(("Administration officials declined to comment.", "Regierungsvertreter wollten sich nicht äußern.")),
        example(("Several lawmakers objected.", "Mehrere Abgeordnete widersprachen.")),
        example(("The bill passed the House.", "Das Repräsentantenhaus nahm den Entwurf an.")),
        example(("They may change the plan.", "Sie ändern eventuell den Plan.")),
    ),
    of_row=_look(LOOKALIKES),
)

CALQUE = Check(
    id="meaning.calque",
    title=N_("Idiom word for word"),
    category=Category.MISTRANSLATION,
    severity=Severity.MINOR,
    what=N_("Looks for English idioms and formulas that the translation takes word for word."),
    why=N_("“Survived by his wife” is a formula of obituaries: it says whom somebody leaves behind."),
    silence=N_("Dismiss it where the text plays with the words."),
    confidence=0.75,
    flags=(
        example(("He is survived by his wife.", "Er wurde von seiner Frau überlebt.")),
        example(("They threw the coach under the bus.", "Sie warfen den Trainer unter den Bus.")),
        example(("Prices rose nationwide, said the US agency.", "Die Preise stiegen bundesweit, so die US-Behörde.")),
        example(("At the end of the day, it is a game.", "Am Ende des Tages ist es ein Spiel.")),
    ),
    passes=(
        example(("He is survived by his wife.", "Er hinterlässt seine Frau.")),
        example(("They threw the coach under the bus.", "Sie ließen den Trainer fallen.")),
        example(("The bag lay under the bus.", "Die Tasche lag unter dem Bus.")),
        example(("Shops closed at the end of the week.", "Am Ende der Woche schlossen die Läden.")),
    ),
    of_row=_look(IDIOMS),
)

OFFICE = Check(
    id="name.office",
    title=N_("Office under the wrong title"),
    category=Category.TERMINOLOGY,
    severity=Severity.MAJOR,
    what=N_("Looks for offices of state whose literal German name is another office."),
    why=N_("The Secretary of State is the foreign minister, not one of many Staatssekretäre."),
    silence=N_("Dismiss it where the office is that of a single state."),
    confidence=0.75,
    flags=(
        example(("The US Attorney General resigned.", "Der US-Generalstaatsanwalt trat zurück.")),
        example(("Secretary of State Ada Quist flew to Ostheim.", "Staatssekretärin Ada Quist flog nach Ostheim.")),
        example(("The Treasury Secretary objected.", "Der Finanzsekretär widersprach.")),
        example(("House Speaker Brandner spoke.", "Haussprecher Brandner sprach.")),
    ),
    passes=(
        example(("The Attorney General resigned.", "Die US-Justizministerin trat zurück.")),
        example(("Secretary of State Ada Quist flew to Ostheim.", "Außenministerin Ada Quist flog nach Ostheim.")),
        example(("A junior minister left.", "Ein Staatssekretär ging.")),
        example(("The secretary took notes.", "Der Sekretär schrieb mit.")),
    ),
    of_row=_look(OFFICES),
)

CHECKS = (FALSE_FRIEND, CALQUE, OFFICE)
