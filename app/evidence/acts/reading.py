"""How the words of a short text are read: which classes of the vocabulary they belong to, where, and how it is set.

A text is never compared with a list of sentences. Its words are looked up in classes of meaning (verbs of translating, nouns
for a piece of text, an address to the reader …), and a cue asks for classes together, with a weight. A new wording of the
same act brings the same classes in another order.
"""

import math
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from string import ascii_lowercase, digits

from msgspec import Struct

from app.evidence.acts.vocabulary import VOCABULARY
from app.evidence.language import is_english
from app.evidence.patterns import sought
from app.evidence.tokens import START, tokens

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_LABEL = re.compile(r"[\s#*+»>\-–•(\[]*[^\W_]+(?:[\s/\-–&,.]{1,3}[^\W_]+){0,5}\s*(?:\([^()]{1,40}\)\s*)?(?::|\*\*:|：)(?=\W|\Z)")
_LIST = re.compile(r"(?:^|\s)\(?(?:\d{1,2}|[a-d])[.)]\s+\S")
_QUOTED = re.compile(
    r"„[^„“”]*[“”]|“[^“”]*”|»(?=\S)[^»«]*«|«(?=\S)[^»«]*»|(?<!\w)\"[^\"]*\"(?!\w)|‚[^‚‘]*‘"
    r"|(?:„|»(?=\S))[^„“”»«]*$|^[^„“”»«\"]*[“”«](?=[\s,.!?]|$)|(?<!\w)\"[^\"]*$|^[^\"„]*[\w.!?,]\"(?=[\s,.]|$)"
)
"""Words in quotation marks, also where a row begins or ends inside a quotation."""

_WRITING = frozenset({"meta", "text", "title", "remark"})
QUOTE = "„…“"
"""Stands for a quotation that was left out."""

_CLAUSE_ENDS = frozenset({"", ",", ".", ";", "!", ":"})
_ARROW = re.compile(r"[»→▶►➤➜⇒›➔☞👉🔗📩📧⬇↓▼]|(?:^|\s)(?:>>|->|=>)(?:\s|$)")
_ARROWS = "»→▶►➤➜⇒›➔☞👉🔗📩📧⬇↓▼>"
_STOP = re.compile(r"[.!?…]['\"“”’»«)\]]*\s*$")
_SHOUT = re.compile(r"[^\w]*(?:[A-ZÄÖÜ]{2,3}\W+){0,2}[A-ZÄÖÜ]{4,}(?![a-zäöüß])")


class Reading(Struct, frozen=True):
    """A text as the cues see it, and in lower case.

    `tags` holds the classes of all its words; ``^class`` for the word it begins with (after „bitte“, a number or a label),
    ``$class`` for the last word of a clause, and what the setting says: ``label``, ``colon``, ``caps``, ``arrow``, ``list``,
    ``question``, ``no-stop``, ``brief`` (up to 5 words), ``short`` (up to 12), ``english``, ``about-text`` and ``all-about-text``
    (one word, two different words that speak about writing).
    """

    text: str
    lower: str
    tags: frozenset[str]


class Cue(Struct, frozen=True):
    """A combination of tags that speaks for an act, or against it when the weight is negative, and perhaps a pattern on the text."""

    weight: float
    needs: frozenset[str]
    lacks: frozenset[str]
    pattern: str

    def fits(self, reading: Reading) -> bool:
        """Whether this text shows the combination."""
        if not self.needs <= reading.tags or self.lacks & reading.tags:
            return False
        return not self.pattern or sought(self.pattern).search(reading.text, reading.lower) is not None


def cue(weight: float, tags: str, pattern: str = "") -> Cue:
    """A `Cue` of tags divided by spaces, those with ``!`` in front absent, and a pattern on the text (case does not count)."""
    names = tags.split()
    lacks = frozenset(name[1:] for name in names if name[0] == "!")
    needs = frozenset(name for name in names if name[0] != "!")
    unknown = {name.lstrip("^$") for name in needs | lacks} - VOCABULARY.keys() - SETTING
    if unknown:
        raise ValueError(f"no such class of words: {sorted(unknown)}")
    return Cue(weight, needs, lacks, pattern)


SETTING = frozenset(
    {
        "about-text",
        "all-about-text",
        "label",
        "colon",
        "caps",
        "arrow",
        "list",
        "question",
        "exclamation",
        "no-stop",
        "brief",
        "short",
        "english",
        "quote",
    }
)
"""The tags that do not come from a class of words."""


def _starts(stem: str) -> Iterator[str]:
    """How words with a stem begin, as `Tokens.starts` has it; figures divide words there."""
    letters = stem.rstrip(digits)
    if len(letters) < START:
        yield from (letters + rest for rest in ("", *ascii_lowercase, *"äöüß"))
    else:
        yield letters[:START]


def _tables() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    whole: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for name, words in VOCABULARY.items():
        for word in words.split():
            (stems if word[-1] == "*" else whole).setdefault(word.rstrip("*"), set()).add(name)
    return {word: frozenset(names) for word, names in whole.items()}, {word: frozenset(names) for word, names in stems.items()}


_WHOLE, _STEMS = _tables()
_WRITING_STARTS = frozenset(
    start for name in _WRITING for word in VOCABULARY[name].split() for start in _starts(word.rstrip("*").partition("-")[0])
)
_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=65536)
def classes(word: str) -> frozenset[str]:
    """The classes of one word in lower case, by the word itself or a stem it begins with; a compound also by its last part."""
    found = set(_WHOLE.get(word, _NONE))
    for end in range(3, len(word) + 1):
        found |= _STEMS.get(word[:end], _NONE)
    if "-" in word:
        found |= classes(word.rpartition("-")[2])
        found |= classes(word.partition("-")[0])
    return frozenset(found)


BRIEF, SHORT = 5, 12
"""Words up to which a text is brief, and short."""

LONGEST = 600
"""Characters of a text that are read: no act needs more, and a file may hold a million without a full stop."""


@lru_cache(maxsize=16384)
def read(text: str) -> Reading:
    """The classes and the setting of a text, of which the beginning is read."""
    text = text[:LONGEST]
    words = [(match.start(), match.group().lower().replace("’", "'")) for match in _WORD.finditer(text)]
    known = [(at, classes(word)) for at, word in words]
    ends = [at + len(word) for at, word in words]
    tags: set[str] = set().union(*(names for _, names in known))
    label = _LABEL.match(text)
    for start in (0, label.end() if label else None):
        if start is not None:
            tags.update(f"^{name}" for name in _opening([names for at, names in known if at >= start]))
    last = [names for (at, names), end in zip(known, ends, strict=True) if text[end : end + 1] in _CLAUSE_ENDS]
    tags.update(f"${name}" for names in last for name in names)
    tags |= setting(text)
    if "meta" in tags:
        tags.add("about-text")
    if speaks_of_text(text):
        tags.add("all-about-text")
    return Reading(text, text.lower(), frozenset(tags))


def speaks_of_text(text: str) -> bool:
    """Whether two different words speak of writing, one of them of nothing else."""
    if tokens(text).starts.isdisjoint(_WRITING_STARTS):
        return False
    words = {match.lower() for match in _WORD.findall(text[:LONGEST])}
    about = [names for names in map(classes, words) if names & _WRITING]
    return len(about) > 1 and any("meta" in names for names in about)


def _opening(known: list[frozenset[str]]) -> frozenset[str]:
    """The classes of the first words that carry weight: „Bitte immer nur …“ is passed over, but its classes count as well."""
    opening: set[str] = set()
    for names in known[:5]:
        opening |= names
        if "lead" not in names:
            break
    return frozenset(opening)


@lru_cache(maxsize=16384)
def setting(text: str) -> frozenset[str]:
    """What punctuation, case and length say, of the beginning of a text."""
    text = text[:LONGEST]
    stripped, words = text.strip(), _counted(text)
    signs = {
        "label": (":" in text or "：" in text) and _LABEL.match(text) is not None,
        "colon": stripped.rstrip("*_ ").endswith(":"),
        "caps": bool(_SHOUT.match(text)),
        "arrow": any(map(text.__contains__, _ARROWS)) and _ARROW.search(text) is not None,
        "list": len(_LIST.findall(text)) > 1,
        "question": stripped.rstrip('“”"»«').endswith("?"),
        "exclamation": "!" in stripped,
        "no-stop": not _STOP.search(stripped),
        "brief": words <= BRIEF,
        "short": words <= SHORT,
        "english": is_english(text),
        "quote": stripped[:1] in '„“”"»«',
    }
    return frozenset(name for name, there in signs.items() if there)


def _counted(text: str) -> int:
    """The number of words, or some number above `SHORT` where there are surely more."""
    sure = sum(map(str.isalpha, text.split()))
    return sure if sure > SHORT else len(_WORD.findall(text))


def unquoted(text: str) -> str:
    """The text with what stands in quotation marks left out."""
    return _QUOTED.sub(QUOTE, text) if any(mark in text for mark in '„“”"»«‚') else text


def weigh(reading: Reading, cues: Iterable[Cue]) -> float:
    """The sum of the weights of the cues that fit."""
    tags = reading.tags
    return sum(known.weight for known in cues if known.needs <= tags and known.fits(reading))


def probability(weight: float, needed: float) -> float:
    """A weight as a confidence: one half at `needed`, near 1 three points above."""
    return 1 / (1 + math.exp(needed - weight))
