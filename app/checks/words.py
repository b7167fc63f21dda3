"""Doubled words, and compounds that lost their hyphen."""

import re
from collections.abc import Iterable

from app.checks.check import Check, Hit, example
from app.evidence.names import english_names
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Severity, Side, Span
from app.style import Profile

_DOUBLED = re.compile(r"\b([^\W\d_]+)[ \xa0]+(\1)\b(?!-)")
_ANY_CASE = re.compile(r"\b([^\W\d_]+)[ \xa0]+((?i:\1))\b(?!-)")
# Words that German may say twice in a row: articles and pronouns („die, die die Stadt“ without its comma, „sie sie“), and for emphasis.
_RIGHT_TWICE = frozenset(
    "der die das dem den des sie es ihr ihm er wir wer was nein ja sehr so nie immer ganz lange bla ha ho na tick tack hin her"
    " weiter und viel mehr schnell gleich aus zu in an auf mit als wenn bis pro kann war ist sind hat haben wurde werden sein".split()
)
_HEADS = (
    "Sprecher|Sprecherin|Chef|Chefin|Manager|Managerin|Mitarbeiter|Mitarbeiterin|Produkt|Produkte|Modell|Modelle|Aktie|Aktien|Gründer|Gründerin|Vorstand"
    "|Vertreter|Vertreterin|Team|Konzern|Kunde|Kunden|Nutzer|Nutzerin|Bericht|Direktor|Direktorin|Berater|Beraterin|Anwalt|Anwältin|Forscher|Forscherin|Experte"
    "|Expertin|Experten|Analyst|Analystin|Reporter|Reporterin|Korrespondent|Korrespondentin|Video|Videos|App|Software|Plattform|Werk|Fabrik|Filiale|Projekt"
    "|Programm|System|Technologie|Daten|Server|Sender|Agentur|Spieler|Trainer|Fans|Fan|Insider|Angestellte|Beschäftigte|Entwickler|Ingenieur|Ingenieure|Gruppe"
    "|Impfung|Impfstoff|Test|Tests|Fall|Fälle|Infektion|Pandemie|Variante|Ausbruch|Maßnahmen|Regeln|Abkommen|Gipfel|Mission|Mitglied|Mitglieder|Staaten|Länder"
    "|Präsident|Präsidentin|Regierung|Minister|Ministerin|Botschafter|Botschafterin|Truppen|Soldaten|Kommission|Kommissar|Gesetz|Richtlinie"
)
_GAP = re.compile(rf"\b((?:[A-Z][a-z]*[A-Z]\w*|[A-Z]{{2,6}}(?:-\d+)?)) ({_HEADS})\b(?!-)")


def _doubled(_story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    text = row.target.plain
    for match in _DOUBLED.finditer(text) if tokens(text).doubled else ():
        word = match[1]
        if word.lower() not in _RIGHT_TWICE and len(word) > 1 and match[0] not in row.source.plain and not word[0].isupper():
            span = Span(match.end(1), match.end())
            fix = Fix(Message(N_("Remove the second")), (Edit(row.unit, span, ""),))
            yield Hit((row.place(Side.TARGET, *match.span()),), Message(N_("“{word}” twice in a row."), {"word": word}), None, None, (fix,))


def _gaps(_story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    """A firm or an abbreviation right before a German noun; in an apposition (die Gruppe QRT) the noun comes first."""
    for match in _GAP.finditer(row.target.plain):
        if match[0] not in row.source.plain and _is_modifier(row, match[1]):
            right = f"{match[1]}-{match[2]}"
            fix = Fix(Message(N_("Write “{right}”"), {"right": right}), (Edit(row.unit, Span(*match.span()), right),))
            message = Message(N_("“{words}” is one word in German: “{right}”."), {"words": match[0], "right": right})
            yield Hit((row.place(Side.TARGET, *match.span()),), message, None, None, (fix,))


def _is_modifier(row: Row, name: str) -> bool:
    """Whether the source has the name right before a common noun: „a TelCo spokesperson“, not „told TelCo customers“ by chance only."""
    bare = name.partition("-")[0]
    return bool(re.search(rf"\b{re.escape(bare)}(?:-\d+)? [a-z]", row.source.plain)) or not any(
        n.word == bare for n in english_names(row.source.plain)
    )


DOUBLED = Check(
    id="language.doubled-word",
    title=N_("Word twice in a row"),
    category=Category.DUPLICATION,
    severity=Severity.MINOR,
    what=N_("Looks for a word that stands twice in a row, except where German may say it twice."),
    why=N_("The eye skips it, the printed page does not."),
    silence=N_("Words that German doubles rightly, names and what the source doubles pass."),
    flags=(
        example(("They came with the bus.", "Sie kamen mit dem dem roten roten Bus.")),
        example(("He said that it rains.", "Er sagte, dass dass es regnet.")),
        example(("The mayor spoke.", "Die Bürgermeisterin sprach sprach gestern.")),
        example(("It is not true.", "Es ist nicht nicht wahr.")),
    ),
    passes=(
        example(("Those who lead the town", "Diejenigen, die die Stadt führen")),
        example(("She had them.", "Sie hatte sie sie sehen lassen.")),
        example(("A very, very long day in Baden Baden", "Ein sehr sehr langer Tag in Baden Baden")),
        example(("No no, he said.", "Nein nein, sagte er.")),
    ),
    of_row=_doubled,
)

GAP = Check(
    id="language.compound-gap",
    title=N_("Compound with a gap"),
    category=Category.MISSPELLING,
    severity=Severity.MINOR,
    what=N_("Looks for a firm's name or an abbreviation that stands before a German noun without a hyphen."),
    why=N_("English joins nouns by a space, German by a hyphen: TelCo-Sprecherin."),
    silence=N_("Dismiss it where both are two names."),
    confidence=0.8,
    flags=(
        example(("A TelCo spokeswoman said no.", "Eine TelCo Sprecherin sagte Nein.")),
        example(("QRT members voted.", "QRT Mitglieder stimmten ab.")),
        example(("The EU summit failed.", "Der EU Gipfel scheiterte.")),
        example(("A WaterLab engineer left.", "Ein WaterLab Ingenieur ging.")),
    ),
    passes=(
        example(("A TelCo spokeswoman said no.", "Eine TelCo-Sprecherin sagte Nein.")),
        example(("The group QRT voted.", "Die Gruppe QRT stimmte ab.")),
        example(("According to QRT Report", "Laut QRT Report")),
        example(("For TelCo, software is all.", "Für TelCo ist Software alles.")),
    ),
    of_row=_gaps,
)

CHECKS = (DOUBLED, GAP)
