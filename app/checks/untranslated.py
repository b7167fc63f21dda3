"""English, or another language, where German should stand."""

import re
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.checks.passage import removal, shortened
from app.evidence.acts import unquoted
from app.evidence.language import WORD, balance, english_runs, foreign_script_runs, guess, is_english, leaning
from app.evidence.passages import passages_at
from app.evidence.pieces import Piece, cuts
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Severity, Side, Span
from app.style import Profile

_QUOTED = re.compile(r"[„“\"»«‚'‘](?P<words>[^„“”\"»«‚‘’]{8,600})[“”\"«»‘’']")
_GERMAN_SHARE = 6
"""A text of which every sixth word is a German function word is German."""

_SURE, _LONG_QUOTE = 6, 10
"""Words from which an English run is critical, and from which a quotation is no slogan, title or verse that may stay."""

_NAMES_OF_LANGUAGES = {
    "fr": N_("French"),
    "es": N_("Spanish"),
    "it": N_("Italian"),
    "pt": N_("Portuguese"),
    "nl": N_("Dutch"),
    "da": N_("Danish"),
    "sv": N_("Swedish"),
    "pl": N_("Polish"),
    "cs": N_("Czech"),
    "tr": N_("Turkish"),
}


def _untranslated(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if not balance(row.target.plain).english:
        return
    for span in _english(row):
        if not _echo(row, span) and not (row.added and _an_act(story, row)):
            yield _english_hit(row, span)


def _english(row: Row) -> Iterator[Span]:
    """The stretches of the translation that are English: whole sentences first, then runs inside German ones."""
    text = row.target.plain
    for cut in cuts(text):
        sentence = cut.of(text)
        words = WORD.findall(sentence)
        if len(words) >= 4 and is_english(sentence) and not _frame_is_german(sentence):
            yield cut
        elif len(words) >= 4:
            yield from (span.shifted(cut.start) for span in _runs(sentence, row.source.plain))


def _frame_is_german(sentence: str) -> bool:
    """Whether what stands outside quotation marks is German: „Die Worte „Here is my answer“ fielen“."""
    frame = unquoted(sentence)
    return frame != sentence and sum(leaning(word) for word in WORD.findall(frame)) < 0


def _runs(sentence: str, source: str) -> list[Span]:
    found = english_runs(sentence) + list(_copied(sentence, source))
    found.sort(key=lambda span: -span.length)
    kept: list[Span] = []
    for span in found:
        if not any(span.overlap(other) for other in kept):
            kept.append(span)
    return sorted(kept)


def _copied(sentence: str, source: str) -> Iterator[Span]:
    """Four words or more that stand in the source in the same order, mostly in lower case, an English function word among them."""
    words = list(WORD.finditer(sentence))
    folded = f" {' '.join(WORD.findall(source))} "
    start = 0
    while start + 4 <= len(words):
        end = start
        while end < len(words) and f" {' '.join(word.group() for word in words[start : end + 1])} " in folded:
            end += 1
        if end - start >= 4 and _ordinary([word.group() for word in words[start:end]]):
            yield Span(words[start].start(), words[end - 1].end())
        start = max(end, start + 1)


def _ordinary(words: list[str]) -> bool:
    lower = [word for word in words if word[0].islower()]
    return len(lower) * 2 > len(words) and any(leaning(word) == 2 for word in lower)


def _an_act(story: Story, row: Row) -> bool:
    return bool(passages_at(story, row))


def _english_hit(row: Row, span: Span) -> Hit:
    text = row.target.plain
    words = len(WORD.findall(span.of(text)))
    quoted = any(m.start("words") <= span.start + 1 and span.end <= m.end("words") + 2 for m in _QUOTED.finditer(text))
    severity = Severity.CRITICAL if words >= _SURE else Severity.MAJOR
    if quoted:
        severity = Severity.MAJOR if words >= _LONG_QUOTE else Severity.MINOR
    places = (row.place(Side.TARGET, span.start, span.end),)
    return Hit(
        places, Message(N_("“{passage}” is not translated."), {"passage": shortened(span.of(text))}), severity, 0.7 if quoted else 0.9
    )


def _echo(row: Row, span: Span) -> bool:
    """Whether the stretch is the source word for word, the whole of it."""
    said, source = " ".join(WORD.findall(span.of(row.target.plain))), " ".join(WORD.findall(row.source.plain))
    return bool(said) and said == source


def _source_echo(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if not balance(row.target.plain).english:
        return
    for span in cuts(row.target.plain) if row.added else _whole(row):
        said = " ".join(WORD.findall(span.of(row.target.plain)))
        if len(said.split()) >= 4 and is_english(said) and said in _sources(story) and (row.added or _echo(row, span)):
            message = Message(N_("“{passage}” is the source, not its translation."), {"passage": shortened(span.of(row.target.plain))})
            fixes = (removal([Piece(row, span)]),) if row.added else ()
            yield Hit((row.place(Side.TARGET, span.start, span.end),), message, fixes=fixes)


def _whole(row: Row) -> tuple[Span, ...]:
    return (Span(0, len(row.target.plain)), *(cuts(row.target.plain) if len(cuts(row.target.plain)) > 1 else ()))


def _sources(story: Story) -> str:
    """All words of the source, joined by spaces."""
    cached: str | None = story.__dict__.get("_source_words")
    if cached is None:
        cached = story.__dict__["_source_words"] = " ".join(" ".join(WORD.findall(row.source.plain)) for row in story.rows)
    return cached


def _other_language(_story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    text = row.target.plain
    for span, _script in foreign_script_runs(text):
        if span.of(text) not in row.source.plain and not foreign_script_runs(row.source.plain):
            yield _foreign(row, span, Message(N_("“{passage}” is in another script."), {"passage": shortened(span.of(text))}))
    counted = balance(text)
    strange = len(text) >= 30 and counted.german * _GERMAN_SHARE < counted.words
    for cut in cuts(text) if strange else ():
        said = cut.of(text)
        known = guess(said)
        if known.code in _NAMES_OF_LANGUAGES and known.evidence >= 5 and known.share >= 0.6 and said[:30] not in row.source.plain:
            yield _foreign(row, cut, Message(N_("“{passage}” is not German."), {"passage": shortened(said)}))


def _foreign(row: Row, span: Span, message: Message) -> Hit:
    return Hit((row.place(Side.TARGET, span.start, span.end),), message)


UNTRANSLATED = Check(
    id="artefact.untranslated",
    title=N_("Not translated"),
    category=Category.UNTRANSLATED,
    severity=Severity.CRITICAL,
    what=N_(
        "An English sentence, or four or more English words in a row, in the German text. In quotation marks it is less grave: slogans, titles and verses may stay."
    ),
    why=N_("The reader asked for German."),
    silence=N_("Put titles and slogans that stay English into quotation marks, or dismiss the finding."),
    flags=(
        example(("The council met behind closed doors and said nothing.", "The council met behind closed doors and said little.")),
        example(("It rained. Nobody came to the fair that day.", "Es regnete. Nobody came to the fair that day.")),
        example(("“We have to talk about this,” she said.", "„We have to talk about this“, sagte sie.")),
        example(
            ("The mayor spoke about the price of bread in the city.", "Der Bürgermeister sprach über the price of bread in the Stadt.")
        ),
    ),
    passes=(
        example(("The film “No Room to Hide” won.", "Der Film „No Room to Hide“ gewann.")),
        example(("The Rolling Thunder Show of the Year was cancelled.", "Die Rolling Thunder Show of the Year wurde abgesagt.")),
        example(("“What a ride,” he wrote.", "„What a ride“, schrieb er.")),
        example(("The start-up sells a tool for teams.", "Das Start-up verkauft ein Tool für Teams.")),
    ),
    of_row=_untranslated,
)

SOURCE_ECHO = Check(
    id="artefact.source-echo",
    title=N_("The source instead of its translation"),
    category=Category.UNTRANSLATED,
    severity=Severity.CRITICAL,
    what=N_("The translation is the source word for word, or a sentence of the source stands beside its translation."),
    why=N_("Models and tools copy what they could not translate."),
    silence=N_("Dismiss it where the text is to stay English."),
    confidence=0.95,
    flags=(
        example(("The council met behind closed doors.", "The council met behind closed doors.")),
        example(("The council met in the town hall.", "Der Rat tagte im Rathaus."), ("", "The council met in the town hall.")),
        example(("It rained all day, and nobody came to the fair.", "It rained all day, and nobody came to the fair.")),
        example(("", "She was the first to leave the room."), ("She was the first to leave the room.", "Sie verließ den Raum als Erste.")),
    ),
    passes=(
        example(("Odile Brandt", "Odile Brandt")),
        example(("Hamburg, May 3", "Hamburg, 3. Mai")),
        example(("The council met.", "Der Rat tagte.")),
        example(("Apple iPhone Air Max Pro", "Apple iPhone Air Max Pro")),
    ),
    of_row=_source_echo,
)

OTHER_LANGUAGE = Check(
    id="artefact.other-language",
    title=N_("Another language"),
    category=Category.UNTRANSLATED,
    severity=Severity.CRITICAL,
    what=N_("A sentence in a language that is neither German nor English, or letters of another script, that the source does not have."),
    why=N_("Models slip into other languages, above all in long texts."),
    silence=N_("Dismiss it where a quotation was put back into its original language."),
    flags=(
        example(("The minister was pleased with it.", "Le ministre était très content avec les résultats de cette année.")),
        example(("The minister was pleased.", "Der Minister war очень доволен.")),
        example(("Rain fell on the city.", "Die Stadt lag im 下雨 Regen.")),
        example(
            ("He said he does not know what is happening there.", "Dijo que no sabe lo que está pasando en la ciudad y que no hay más.")
        ),
    ),
    passes=(
        example(("The sign read “Выход”.", "Auf dem Schild stand „Выход“.")),
        example(("Recep Tayyip Erdogan met Þórdís Gylfadóttir in Łódź.", "Recep Tayyip Erdoğan traf Þórdís Gylfadóttir in Łódź.")),
        example(("He ordered a crème brûlée in the Café de la Paix.", "Er bestellte im Café de la Paix eine Crème brûlée.")),
        example(("The wavelength is 5 μm.", "Die Wellenlänge beträgt 5 μm.")),
    ),
    of_row=_other_language,
)

CHECKS = (UNTRANSLATED, SOURCE_ECHO, OTHER_LANGUAGE)
