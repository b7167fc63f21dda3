"""Single English words left standing in a German sentence."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from app.checks.check import Check, Hit, example
from app.evidence import lexicon
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens
from app.evidence.vocabulary import is_english, is_german
from app.i18n import N_, Message
from app.model import Category, Severity, Side, Span
from app.style import Profile

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LOWER = re.compile(r"[a-z](?<![\w'’<>=/{}`.#@-].)[a-z]{3,}(?![\w<>=/{}`@-])")
_FIRST = re.compile(r"(?:^|[.!?:]\s|[„“\"»(]\s?)(?P<word>[A-Z][a-z]{3,})(?![\w<>=/{}`@’'-])")
_OPENING = frozenset("f")
"""The parts of speech of what is no firm, person or title, as Target and Brown may be: adverbs and other function words."""
_RUN = 3
"""So many English words in a row are a passage left in English, which has a check of its own."""
_ALSO_GERMAN = frozenset(
    """
    will also fast gut kind arm wild warm rang bald toll mode hell lag wert taste rate alter fern enter hinter unter wider rest stern lang links
    simple humane vital solvent unilateral native resolute feminine terrible excellence raison laissez faire live online offline cool okay fair smart
    lakh crore immense irreversible reversible sorry made best worst must have versus plus minus extra super mini maxi retro vegan trans queer woke
    """.split()
)
_WRAPPED = re.compile(r"[„“\"»‚‘'(\[]([^„“”\"»«‚‘’'()\[\]]{1,60})[“”\"«‘’')\]]")


def _look(_story: Story, row: Row, profile: Profile) -> Iterable[Hit]:
    if not row.source.plain or not row.target.plain.strip():
        return
    for span in _left(row.source.plain, row.target.plain):
        word = span.of(row.target.plain)
        if word not in profile.loanwords:
            yield Hit((row.place(Side.TARGET, span.start, span.end),), Message(N_("“{word}” is English."), {"word": word}))


@lru_cache(maxsize=4096)
def _left(source: str, target: str) -> tuple[Span, ...]:
    """The English words of a translation that stand in its source, too, and not in a passage or quotation left in English."""
    lower = tokens(source).lower
    shared = (_bare_words(source) & _bare_words(target)) - _ALSO_GERMAN
    if not any(_is_english_only(word) and _may_stand(word, target) for word in shared):
        return ()
    spans = [Span(*match.span()) for match in _LOWER.finditer(target) if match[0] in lower]
    spans += [Span(*match.span("word")) for match in _FIRST.finditer(target) if _opens_too(match["word"], source)]
    candidates = {span: word for span in spans if (word := span.of(target).lower()) not in _ALSO_GERMAN and _is_english_only(word)}
    if not candidates:
        return ()
    english = [*_kept(lower, target)]
    return tuple(
        span
        for span, word in candidates.items()
        if re.search(rf"\b{word}\b", lower) and not any(start <= span.start < end for start, end in english)
    )


def _bare_words(text: str) -> frozenset[str]:
    """The words of a text, those with an apostrophe also without what follows it."""
    read = tokens(text)
    return (
        read.known.union(word.partition("'")[0] for word in read.known if "'" in word)
        if "'" in read.lower or "’" in read.lower
        else read.known
    )


def _may_stand(word: str, target: str) -> bool:
    """Whether a word in lower case stands in a translation as it is, or with a capital where that does not make it a name."""
    return word in target or (word.capitalize() in target and lexicon.kinds(word) <= _OPENING)


def _opens_too(word: str, source: str) -> bool:
    """Whether the first word of a sentence stands in the source, too, and is none that may be a name."""
    return word in source and bool(kinds := lexicon.kinds(word.lower())) and kinds <= _OPENING


def _kept(source: str, target: str) -> Iterator[tuple[int, int]]:
    """Quotations, brackets and long runs that the translation has word for word as the source."""
    for match in _WRAPPED.finditer(target):
        if " ".join(_WORD.findall(match[1])).lower() in " ".join(_WORD.findall(source)):
            yield match.span()
    words = list(_WORD.finditer(target))
    flat = " " + " ".join(_WORD.findall(source)) + " "
    for at in range(len(words) - _RUN + 1):
        run = words[at : at + _RUN]
        if " " + " ".join(word[0].lower() for word in run) + " " in flat:
            yield run[0].start(), run[-1].end()


@lru_cache(maxsize=20_000)
def _is_english_only(word: str) -> bool:
    """Whether a word is English and has no German twin: „extreme“ is German, too, for its rendering begins with the same letters."""
    if not is_english(word) or is_german(word):
        return False
    return not any(stem[:4] == word[:4] for stem in lexicon.english(word).stems)


ENGLISH_WORD = Check(
    id="language.english-word",
    title=N_("English word left"),
    category=Category.UNTRANSLATED,
    severity=Severity.MINOR,
    what=N_("Looks for single lower-case English words of the source in the German sentence, unless German has the same word."),
    why=N_("A word that the machine skipped stops every reader."),
    silence=N_("Add the loanwords of your desk to the profile; English quotations and titles are never reported."),
    confidence=0.8,
    flags=(
        example(("They fear a wealthy neighbour.", "Sie fürchten einen wealthy Nachbarn.")),
        example(("However, it rained.", "Es regnete, however.")),
        example(("However, it rained.", "However, es regnete.")),
        example(("The mayor and several neighbours came.", "Die Bürgermeisterin und several Nachbarn kamen.")),
        example(("They saw the angry crowd.", "Sie sahen die angry Menge.")),
    ),
    passes=(
        example(("Extreme heat, a naive plan", "Extreme Hitze, ein naive Plan, extreme Kälte")),
        example(("A bank that is “too big to fail”", "Eine Bank, die „too big to fail“ ist")),
        example(("The film “angry sea” won.", "Der Film „angry sea“ gewann.")),
        example(("They went live online.", "Sie gingen live online.")),
        example(("Rain fell.", "Regen fiel.")),
        example(("Target sells its teams and fans.", "Target verkauft seine Teams und Fans.")),
    ),
    of_row=_look,
)

CHECKS = (ENGLISH_WORD,)
