"""Doubled words, and compounds that lost their hyphen."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from app.checks.check import Check, Hit, example
from app.evidence import lexicon
from app.evidence.morphology import german_stem
from app.evidence.names import english_names
from app.evidence.story import Row, Story
from app.evidence.tokens import START, tokens
from app.evidence.vocabulary import is_listed
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Severity, Side, Span
from app.style import Profile

_DOUBLED = re.compile(r"\b([^\W\d_]+)[ \xa0]+(\1)\b(?!-)")
_ANY_CASE = re.compile(r"\b([^\W\d_]+)[ \xa0]+((?i:\1))\b(?!-)")
# Words that German may say twice in a row: articles and pronouns („die, die die Stadt“ without its comma, „sie sie“), and for emphasis.
_RIGHT_TWICE = frozenset(
    "der die das dem den des sie es ihr ihm er wir wer was nein ja sehr so nie immer ganz lange bla ha ho na tick tack hin her"
    " weiter und viel mehr schnell gleich aus zu in an auf mit als wenn bis pro sein".split()
)
_HEADS = (
    "Sprecher|Sprecherin|Chef|Chefin|Manager|Managerin|Mitarbeiter|Mitarbeiterin|Produkt|Produkte|Modell|Modelle|Aktie|Aktien|Gründer|Gründerin|Vorstand"
    "|Vertreter|Vertreterin|Team|Konzern|Kunde|Kunden|Nutzer|Nutzerin|Bericht|Direktor|Direktorin|Berater|Beraterin|Anwalt|Anwältin|Forscher|Forscherin|Experte"
    "|Expertin|Experten|Analyst|Analystin|Reporter|Reporterin|Korrespondent|Korrespondentin|Video|Videos|App|Software|Plattform|Werk|Fabrik|Filiale|Projekt"
    "|Programm|System|Technologie|Daten|Server|Sender|Agentur|Spieler|Trainer|Fans|Fan|Insider|Angestellte|Beschäftigte|Entwickler|Ingenieur|Ingenieure|Gruppe"
    "|Impfung|Impfstoff|Test|Tests|Fall|Fälle|Infektion|Pandemie|Variante|Ausbruch|Maßnahmen|Regeln|Abkommen|Gipfel|Mission|Mitglied|Mitglieder|Staaten|Länder"
    "|Präsident|Präsidentin|Regierung|Minister|Ministerin|Botschafter|Botschafterin|Truppen|Soldaten|Kommission|Kommissar|Gesetz|Richtlinie"
)
_HEAD_STARTS = frozenset(head[:START].lower() for head in _HEADS.split("|"))
_GAP = re.compile(rf"([A-Z](?<!\w.)(?:[a-z]*[A-Z]\w*|[A-Z]{{1,5}}(?:-\d+)?)) ({_HEADS})\b(?!-)")


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
    for match in _GAP.finditer(row.target.plain) if not _HEAD_STARTS.isdisjoint(tokens(row.target.plain).starts) else ():
        if match[0] not in row.source.plain and _is_modifier(row, match[1]):
            right = f"{match[1]}-{match[2]}"
            fix = Fix(Message(N_("Write “{right}”"), {"right": right}), (Edit(row.unit, Span(*match.span()), right),))
            message = Message(N_("“{words}” is one word in German: “{right}”."), {"words": match[0], "right": right})
            yield Hit((row.place(Side.TARGET, *match.span()),), message, None, None, (fix,))


_COUNTED = re.compile(r"\s(?:\d|[IVX]+\b|[A-Z]\b)")
"""What makes the noun before it a name of one of many: Brücke Nummer 3, Reaktor Block B."""
_LINKED = re.compile(r"(?:ungs|heits|keits|schafts|täts)$")
"""With these begins a compound, and ends no word: „Gesundheits“."""
_MEASURES = frozenset(
    german_stem(word)
    for word in """
    prozent million millionen milliarde milliarden billion billionen dutzend tausend hundert euro dollar pfund franken rubel yen cent paar art stück liter
    kilo gramm tonne tonnen meter kilometer grad jahr jahre monat monate woche wochen tag tage stunde stunden minute minuten mal mutter vater familie
    ende anfang mitte hälfte teil doktor professor herr frau präsident kanzler minister könig papst general
    """.split()
)
"""Nouns that stand before another one by right: measures, titles, Mutter Natur."""


def _open(_story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    """Two German nouns side by side that are one word: the first ends as only a part does, or both render neighbours of the source."""
    for first, second, start, inside in _side_by_side(row.target.plain) if row.source.plain else ():
        if first in row.source.plain or second in row.source.plain or f"{first} {second}".lower() in tokens(row.source.plain).lower:
            continue
        linked = _LINKED.search(first) is not None
        span = Span(start, start + len(first) + 1 + len(second))
        counted = _COUNTED.match(row.target.plain, span.end) is not None
        if linked or (inside and not counted and _is_compound(row.source.plain, first, second)):
            right = f"{first}{second.lower()}"
            message = Message(N_("“{words}” is one word in German: “{right}”."), {"words": f"{first} {second}", "right": right})
            sure = linked or is_listed(right)
            fixes = (Fix(Message(N_("Write “{right}”"), {"right": right}), (Edit(row.unit, span, right),)),) if sure else ()
            yield Hit((row.place(Side.TARGET, span.start, span.end),), message, None, None, fixes)


def _side_by_side(text: str) -> Iterator[tuple[str, str, int, bool]]:
    """Neighbouring capitalised words with the offset of the first, and whether it stands inside a sentence."""
    for match in _SIDE_BY_SIDE.finditer(text):
        before = text[: max(0, match.start() - 1)].rpartition(" ")[2]
        yield match["first"], match["second"], match.start(), before.isalpha()


_SIDE_BY_SIDE = re.compile(r"(?P<first>[A-ZÀ-Þ](?<![^ ].)[a-zß-ÿ]{2,}) (?=(?P<second>[A-ZÄÖÜ][a-zäöüß]{2,})(?![\w-]))")


def _is_compound(source: str, first: str, second: str) -> bool:
    stem = german_stem(first)
    return stem not in _MEASURES and not second.lower().startswith(stem[:5]) and _neighbours(source, first, second)


def _neighbours(source: str, first: str, second: str) -> bool:
    """Whether two German nouns render two English ones that stand side by side in small letters; a verb only where they make a listed word."""
    not_verbs = "" if is_listed(first + second) else "v"
    words = [word if word.islower() else "" for word in _PLAIN.findall(source)]
    pairs = [pair for pair in pairwise(words) if all(pair) and not _PLURAL.search(pair[0])]
    return any(_renders(one, first, "a") and _renders(other, second, not_verbs) for one, other in pairs)


def _renders(english: str, german: str, others: str) -> bool:
    """Whether a German noun renders an English one that is never one of other parts of speech, too."""
    kinds = lexicon.kinds(english)
    return "n" in kinds and kinds.isdisjoint(others) and german_stem(german) in lexicon.english(english).stems


_PLURAL = re.compile(r"(?<![sui])s$")
_PLAIN = re.compile(r"[^\W\d_]+|[^\w\s]")


def _is_modifier(row: Row, name: str) -> bool:
    """Whether the source has the name right before a common noun: „a TelCo spokesperson“, not „told TelCo customers“ by chance only."""
    bare = name.partition("-")[0]
    return bool(re.search(rf"\b{re.escape(bare)}(?:-\d+)? [a-z]", row.source.plain)) or not any(
        n.word == bare for n in english_names(row.source.plain)
    )


def _both(story: Story, row: Row, profile: Profile) -> Iterable[Hit]:
    yield from _gaps(story, row, profile)
    yield from _open(story, row, profile)


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
    what=N_(
        "Looks for a firm's name or an abbreviation that stands before a German noun without a hyphen, and for two nouns that are one word."
    ),
    why=N_("English joins nouns by a space, German by a hyphen or not at all: TelCo-Sprecherin, Busfahrer."),
    silence=N_("Dismiss it where both are two names."),
    confidence=0.8,
    flags=(
        example(("A TelCo spokeswoman said no.", "Eine TelCo Sprecherin sagte Nein.")),
        example(("QRT members voted.", "QRT Mitglieder stimmten ab.")),
        example(("The EU summit failed.", "Der EU Gipfel scheiterte.")),
        example(("A WaterLab engineer left.", "Ein WaterLab Ingenieur ging.")),
        example(("The security council met.", "Der Sicherheits Rat tagte.")),
        example(("A bus driver fell asleep.", "Ein Bus Fahrer schlief ein.")),
    ),
    passes=(
        example(("A TelCo spokeswoman said no.", "Eine TelCo-Sprecherin sagte Nein.")),
        example(("The group QRT voted.", "Die Gruppe QRT stimmte ab.")),
        example(("According to QRT Report", "Laut QRT Report")),
        example(("For TelCo, software is all.", "Für TelCo ist Software alles.")),
        example(("Work on bridge number 3 begins.", "Die Arbeit an Brücke Nummer 3 beginnt.")),
        example(("A million people saw Mother Nature.", "Eine Million Menschen sahen Mutter Natur.")),
    ),
    of_row=_both,
)

CHECKS = (DOUBLED, GAP)
