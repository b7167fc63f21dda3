"""Which language a run of words is in: function words, endings and letters that only one language has.

Made for stretches too short for a statistical identifier: four words of English left in a German sentence must be seen, and
a German sentence full of English names must not be.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from app.evidence.tokens import tokens
from app.model import Span

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word: letters with apostrophes inside. Hyphens divide words, because „KI-Tools“ has a part in each language."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = _words(
    """
    the of and to with from by for at on into onto about after before between against through during over under above
    below which who whom whose what where when why how this that these those there here it its it's he she they them
    their theirs you your yours we our ours us my mine me i i'm i've i'll i'd is are was were be been being have has had
    having do does did doesn't didn't don't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't can
    could will would shall should may might must not no nor or but if because while although though since until unless
    than then also only just even still yet very too more most less least much many some any all both each every other
    another such own same again once never always often already however out up down off as an a his her him not said
    says say would've could've we've you've they've we're you're they're he's she's that's there's let's who's what's
    """
)
_GERMAN = _words(
    """
    der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen keinem keiner ist
    sind war waren sei seien wäre wären wird werden wurde wurden worden geworden hat haben hatte hatten habe hätte
    hätten kann können konnte könnte könnten muss müssen musste soll sollen sollte will wollen wollte darf dürfen mag
    ich du er sie es wir ihr ihn ihm ihnen ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner mein meine unser
    unsere dein sich mich mir dich dir uns euch wer was wo wann wie warum welche welcher welches dass daß wenn weil
    obwohl während bevor nachdem damit als ob denn doch auch nur noch schon sehr mehr viel viele alle alles jede jeder
    jedes dieser diese dieses diesen diesem jener hier dort da dann nun jetzt immer nie oft wieder mit von vom zu zum
    zur bei beim nach aus auf an am im in ins über unter vor hinter neben zwischen durch für gegen ohne um bis seit
    wegen trotz laut etwa rund man so sagte sagt heißt gibt mal ja nein mein
    """
)
_OTHERS = {
    "fr": "le la les des du une est sont était être avec pour dans sur pas plus que qui où nous vous ils elle elles leur leurs cette ces "
    "mais aux ont été aussi très comme sans sous entre après avant je ne se ce au et il",
    "es": "el los las una unas del con por para que qué quien como pero más muy está están fue ser son sus su este esta estos ya "
    "también cuando donde desde hasta entre sobre sin hay no y lo se al ha han",
    "it": "il lo gli della delle degli dei del che chi con per una sono è era stato più non come anche questo questa nel nella dal "
    "alla al ai sul ma ed hanno ha si",
    "pt": "os uma umas dos das do da com por para que não mais muito está foi ser são seu sua este esta também quando onde desde até "
    "entre sobre sem há ao à pelo pela em um",
    "nl": "het een van en dat niet zijn wordt werd werden met voor naar bij uit ook maar nog wel deze dit die heeft hebben hij zij "
    "wij ze er om aan als dan door over te",
    "da": "det den og er ikke til af på med som har var blev ved men også efter hvor hun han de et vi jeg kan skal vil fra om",
    "sv": "och att det är inte som på med av för till från har var blev men också efter där hon han vi jag kan ska vill om ett en",
    "pl": "nie się jest na że do z w i o to był była były jak ale po za przez dla od który która które ich jego jej oraz",
    "cs": "je se na že do v a s o to byl byla byly jak ale po za pro od který která které jejich jeho její také není",
    "tr": "ve bir bu için ile de da çok olarak olan daha ama ne gibi kadar sonra en her değil mi var yok",
}
_BY_OTHER: dict[str, frozenset[str]] = {code: _words(words) for code, words in _OTHERS.items()}

_ENGLISH_ENDING = re.compile(
    r"(?:ing|ings|edly|ously|fully|ally|ness|ship|ology|ought|aught|tions?|ments?|ies|ied|wh\w+|th\w+|\w+(?:'s|n't|'re|'ve|'ll))$"
)
_GERMAN_SHAPE = re.compile(r"[äöüß]|(?:ung|ungen|lich\w*|keit|heit|schaft|isch\w*|enden?|ierte?n?|ieren|sch\w*|ge\w+t)$")
_NEITHER = _ENGLISH & _GERMAN | frozenset(
    {"in", "so", "will", "war", "die", "an", "am", "was", "man", "hat", "bald", "arm", "also", "most", "her", "fast", "still", "all"}
)
_GERMAN_WHEN_CAPITAL = frozenset({"US", "WHO", "IT", "Not", "These", "Mine"})
"""Forms that look like English function words and are German abbreviations and nouns."""
_ENGLISH_ONLY, _GERMAN_ONLY = _ENGLISH - _GERMAN - _NEITHER - {"us"}, _GERMAN - _NEITHER

JUDGED = 20_000
"""Code points from which the language of a whole story is told."""


class Guess(Struct, frozen=True):
    """What a text is written in: an ISO 639 code or a script's name, and the share of the evidence that says so."""

    code: str
    share: float
    evidence: int


@lru_cache(maxsize=65536)
def leaning(word: str) -> int:
    """What one word says: 2 an English function word, 1 English in shape, 0 nothing, -1 German in shape, -2 a German one."""
    folded = word.lower().replace("’", "'")
    if folded in _NEITHER or word in _GERMAN_WHEN_CAPITAL:
        return 0
    if folded in _GERMAN:
        return -2
    if folded in _ENGLISH:
        return 2
    if _GERMAN_SHAPE.search(folded):
        return -1
    return 1 if word[:1].islower() and len(word) > 4 and _ENGLISH_ENDING.search(folded) else 0


def is_function_word(word: str) -> bool:
    """Whether this is an article, pronoun, preposition, conjunction or auxiliary of English or German."""
    return word.lower() in _ENGLISH or word.lower() in _GERMAN


class Balance(Struct, frozen=True, gc=False):
    """How many words of a text there are, and how many of them are unmistakably English or German function words."""

    words: int
    english: int
    german: int


@lru_cache(maxsize=16384)
def balance(text: str) -> Balance:
    """The function words of a text, counted."""
    words = tokens(text).words
    return Balance(len(words), sum(map(_ENGLISH_ONLY.__contains__, words)), sum(map(_GERMAN_ONLY.__contains__, words)))


@lru_cache(maxsize=8192)
def guess(text: str) -> Guess:
    """The language of a stretch of text: ``de``, ``en``, another code, a script such as ``cyrillic``, or ``""`` when unsure."""
    foreign = script(text)
    if foreign:
        return Guess(foreign, 1.0, len(text))
    words = [word.lower().replace("’", "'") for word in WORD.findall(text)]
    counts = {"en": sum(word in _ENGLISH for word in words), "de": sum(word in _GERMAN for word in words)}
    counts |= {code: sum(word in known for word in words) for code, known in _BY_OTHER.items()}
    total = sum(1 for word in words if any(word in known for known in (_ENGLISH, _GERMAN, *_BY_OTHER.values())))
    best = max(counts, key=lambda code: (counts[code], code in {"de", "en"}))
    if not counts[best]:
        return Guess("", 0.0, 0)
    return Guess(best, counts[best] / total, counts[best])


def is_english(text: str) -> bool:
    """Whether a text as a whole is English rather than German."""
    known = balance(text)
    if not known.english or known.german > known.english:
        return False
    leanings = [leaning(word) for word in WORD.findall(text)]
    return sum(lean for lean in leanings if lean > 0) > 2 * -sum(lean for lean in leanings if lean < 0)


def language_of(text: str) -> str:
    """``en`` or ``de``, whichever the beginning of a text leans to; empty where neither leads."""
    total = sum(leaning(word) for word in WORD.findall(text[:JUDGED]))
    if not total:
        return ""
    return "en" if total > 0 else "de"


def script(text: str) -> str:
    """The script, in lower case, in which more than half of the letters are written, if it is not Latin; otherwise ``""``."""
    if text.isascii():
        return ""
    letters = [character for character in text if character.isalpha()]
    named = [_script_of(character) for character in letters if character > "\u02ff"]
    best = max(set(named), key=named.count, default="")
    return best if best not in {"", "latin"} and named.count(best) * 2 > len(letters) else ""


@lru_cache(maxsize=4096)
def _script_of(character: str) -> str:
    name = unicodedata.name(character, "").lower().split()
    return "" if not name else "han" if name[0] == "cjk" else name[0]


def foreign_script_runs(text: str, least: int = 2) -> list[tuple[Span, str]]:
    """Stretches of at least `least` letters in a script other than Latin, with the script's name."""
    if text.isascii():
        return []
    found = []
    for run in re.finditer(r"[^\W\d_\u0000-\u036f\u1e00-\u1eff]+(?:[^\w]*[^\W\d_\u0000-\u036f\u1e00-\u1eff]+)*", text):
        name = script(run.group())
        letters = sum(character.isalpha() for character in run.group())
        if name and letters >= least:
            found.append((Span(run.start(), run.end()), name))
    return found


def english_runs(text: str, least: int = 4) -> list[Span]:
    """Stretches of at least `least` words that read as English, with two function words or more in lower case among them.

    A run is cut where a word that leans German stands; a name or an unknown word beside it belongs to it when only a space
    lies between.
    """
    words = list(WORD.finditer(text))
    found = []
    for first, last in _ranges([leaning(word.group()) for word in words]):
        run = _trimmed(text, words[first:last])
        if len(run) >= least and _speaks_english(run):
            found.append(Span(run[0].start(), run[-1].end()))
    return found


def _ranges(leanings: Sequence[int]) -> list[tuple[int, int]]:
    """Index ranges without a word that leans German."""
    ranges, start = [], 0
    for at, lean in enumerate([*leanings, -2]):
        if lean < 0:
            if at > start:
                ranges.append((start, at))
            start = at + 1
    return ranges


def _trimmed(text: str, words: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """The words from the first that leans English to the last, and one more on either side that belongs to them."""
    english = [at for at, word in enumerate(words) if leaning(word.group()) > 0]
    if not english:
        return ()
    first, last = english[0], english[-1]
    if first and text[words[first - 1].end() : words[first].start()].isspace():
        first -= 1
    if last + 1 < len(words) and text[words[last].end() : words[last + 1].start()].isspace():
        last += 1
    return words[first : last + 1]


def _speaks_english(run: Sequence[re.Match[str]]) -> bool:
    """Two English function words in lower case, and mostly lower case: „The Wall of the Moms“ is a name."""
    texts = [word.group() for word in run]
    lower = sum(text[0].islower() for text in texts)
    return sum(leaning(text) == 2 and text[0].islower() for text in texts) >= 2 and lower * 2 > len(texts)
