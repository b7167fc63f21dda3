"""Commas that are certain: before dass and ob, before um … zu, and behind a clause that opens the sentence."""

import re
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.evidence.pieces import cuts
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Severity, Side, Span
from app.style import Profile

_NO_COMMA = frozenset(
    """
    und oder sowie als wie ohne statt anstatt außer auch nur so nicht bis noch weder sondern aber denn allem anderem gerade eben besonders selbst
    vielleicht wohl schon allein zumal vielmehr insbesondere beziehungsweise bzw sogar etwa vorausgesetzt angenommen gesetzt kaum je dadurch
    daran darauf dafür damit davon dazu dagegen darin darum darüber einerseits andererseits zum teils lediglich möglicherweise einfach vermutlich offenbar
    wahrscheinlich erst hauptsächlich vornehmlich genau bloß egal dann da weil dass ob wenn geschweige vom das die der den dem ein eine mehr sei es
    hauptsache ausgenommen abgesehen ungeachtet entweder schlicht später früher kurz lange gleich stets teilweise nämlich also ja doch nun
    """.split()
)
"""Words behind which a subordinate clause may begin without a comma of its own, and adverbs that belong to its conjunction."""
_CLAUSE = re.compile(r" (?P<word>dass|weil|obwohl|ob)\b(?= \w)")
_GROUP = re.compile(
    r"(?P<gap> (?<=[^\W\d_]{2}.))(?P<word>ohne|um|anstatt|statt)(?: [^\W\d_][\w-]*){1,7}? (?:zu [a-zäöüß]{2,}(?:en|ern|eln|un)|[a-zäöüß]{2,}zu[a-zäöüß]{3,}en)(?=[.,;:!?)“”»«–]|$)"
)
_OPENED = re.compile(r"[„“\"»«]?(?:Obwohl|Nachdem|Weil|Sobald|Falls|Bevor|Obgleich|Indem|Solange) (?!und )")
_OPENING = frozenset({"obwohl", "nachdem", "weil", "sobald", "falls", "bevor", "obgleich", "indem", "solange"})
_BREAK = re.compile(r"[,;:–—?!…(]| - ")
_FINITE = re.compile(
    r"(?P<first>\b(?:ist|war|sind|waren|hat|hatte|haben|hatten|wird|wurde|wurden|werden|kann|konnte|muss|musste|soll|sollte|will|wollte|\w+(?:te|ten)))"
    r"(?P<gap> )(?P<second>(?:ist|war|sind|waren|hat|hatte|haben|hatten|wird|wurde|wurden|werden|kann|können|konnte|konnten|muss|müssen|musste|mussten|soll|sollen|will|wollen|kam|kamen|ging|gingen|gab|sagte|blieb|blieben|begann|begannen)\b)"
)
_SIGNS = frozenset({"dass", "weil", "obwohl", "ob", "ohne", "um", "anstatt", "statt"})


def _look(_story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    text = row.target.plain
    if not _SIGNS.isdisjoint(tokens(text).known):
        for gap, word in (*_clauses(text), *_groups(text)):
            yield _hit(row, gap, Message(N_("A comma is missing before “{word}”."), {"word": word}))
    for span in cuts(text) if not _OPENING.isdisjoint(tokens(text).known) and _OPENED.search(text) else ():
        yield from _opening(row, span)


def _clauses(text: str) -> Iterator[tuple[Span, str]]:
    for match in _CLAUSE.finditer(text):
        before, word = _word_before(text, match.start()), match["word"]
        if not before or before.lower() in _NO_COMMA or (word != "dass" and not _ends_clause(before)):
            continue
        yield Span(match.start(), match.start() + 1), word


def _word_before(text: str, end: int) -> str:
    """The letters right before an offset."""
    start = end
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:end]


_ADVERBS = frozenset("eben gegen wegen neben oben unten innen außen morgen selten soeben hinten zusammen mittlerweilen übrigen".split())


def _ends_clause(word: str) -> bool:
    """Whether a word can hardly be an adverb that belongs to the conjunction: a finite verb or participle."""
    if re.fullmatch(r"[a-zäöüß]{2,}en", word):
        return word not in _ADVERBS
    return bool(
        re.fullmatch(
            r"[a-zäöüß]+(?:te|ten|ierte?n?|iert)|ge[a-zäöüß]+t|[a-zäöüß]{2,}(?:ging|kam|blieb|sprach|schrieb|schwieg|starb)(?:en)?|ging|kam|blieb|weiß|fragt|prüft|bleibt",
            word,
        )
    )


def _groups(text: str) -> Iterator[tuple[Span, str]]:
    for match in _GROUP.finditer(text):
        before, inside = _word_before(text, match.start()), text[match.start("word") : match.end()]
        verb = _ends_clause(before) if match["word"] == "um" else len(before) > 4 and before.islower() and not _GOVERNS.match(before)
        if before.lower() not in _NO_COMMA and (verb or before in _PARTICLES) and " und " not in inside:
            yield Span(*match.span("gap")), match["word"]


_GOVERNS = re.compile(
    r"(?:ver|be)?(?:such|ginn|gann|gonn|hoff|schl[oi][ßs]|droh|schien|schein|pfleg|stand|mag|moch|gel[ai]ng|wag|plan|bereit|erlaub|zwing|zwang|fähig|möglich|schwer|leicht|fort|fahr|fuhr|hör|vermeid|vermied|versprach|versprech|müss|muss|könn|konn|soll|woll|werd|wurd|hatt|hab)"
)
"""Verbs and adjectives whose own infinitive „zu …“ may be: „versuchte ohne Hilfe zu entkommen“."""


_PARTICLES = frozenset("zusammen ab an auf aus ein mit vor weg zurück weiter fort los her hin nieder teil statt fest".split())
"""Parts of a verb that end its clause: „kam zusammen, um …“."""


def _opening(row: Row, span: Span) -> Iterator[Hit]:
    """„Obwohl es regnete kamen Tausende.“: two finite verbs in a row and no comma in the whole sentence."""
    sentence = span.of(row.target.plain)
    opened = _OPENED.match(sentence)
    meeting = _FINITE.search(sentence) if opened and not _BREAK.search(sentence) else None
    if opened and meeting and not meeting["first"].startswith(("werd", "word", "hab")):
        gap = Span(*meeting.span("gap")).shifted(span.start)
        word = opened[0].strip(' „“"»«')
        yield _hit(row, gap, Message(N_("A comma is missing behind the clause that begins with “{word}”."), {"word": word}))


def _hit(row: Row, gap: Span, message: Message) -> Hit:
    fix = Fix(Message(N_("Put a comma")), (Edit(row.unit, gap, ", "),))
    text = row.target.plain
    start = text.rfind(" ", 0, gap.start) + 1
    end = text.find(" ", gap.end)
    return Hit((row.place(Side.TARGET, start, len(text) if end < 0 else end),), message, fixes=(fix,))


COMMA = Check(
    id="language.comma",
    title=N_("Comma missing"),
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    what=N_(
        "Looks for commas that German always has: before dass, weil and ob, before um … zu and ohne … zu, behind a clause that opens the sentence."
    ),
    why=N_("English has no comma there, and a machine that follows its source leaves it out."),
    silence=N_("Dismiss it where two words belong together, as in „vorausgesetzt dass“."),
    confidence=0.8,
    flags=(
        example(("She said that it rains.", "Sie sagte dass es regnet.")),
        example(("He stayed because he was ill.", "Er blieb weil er krank war.")),
        example(("They asked whether it was over.", "Sie fragten ob es vorbei sei.")),
        example(("He left without paying.", "Er ging fort ohne ein Wort zu sagen.")),
        example(("The council met to vote.", "Der Rat kam zusammen um über den Plan abzustimmen.")),
        example(("Although it rained, many came.", "Obwohl es regnete kamen viele.")),
    ),
    passes=(
        example(("She said that it rains.", "Sie sagte, dass es regnet und dass es schneit.")),
        example(("It is so cold that nobody came.", "Es ist so kalt, so dass niemand kam, ohne dass jemand klagte.")),
        example(("Not because it rains", "Nicht weil es regnet, sondern vor allem weil es schneit, blieb er.")),
        example(("It is about saving money.", "Es geht darum, Geld zu sparen, und um mehr.")),
        example(("She had to leave without him.", "Sie musste ohne ihn zu der Sitzung fahren und versuchte ohne Karte heimzukommen.")),
        example(("After the rain", "Nachdem es geregnet hatte, kam die Sonne.")),
    ),
    of_row=_look,
)

CHECKS = (COMMA,)
