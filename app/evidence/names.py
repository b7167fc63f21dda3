"""Proper names of both texts, and whether one of the source still stands in the translation."""

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

from msgspec import Struct

from app.evidence import dates
from app.evidence.vocabulary import is_english
from app.model import Span

_TOKEN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[’'][A-ZÀ-ÖØ-ÞĀ-Ž])?[^\W\d_]*[a-zà-öø-ÿ][^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…]['”“\"»«)]?\s+|[\u2029]|[„“\"»«]\s?)$")
_NO_NAMES = frozenset(
    """
    the this that these those there then they their them when where what which while who whose why how here his her him she its it and but for from
    with without within into upon over under after before since until during about above below between among against because although though despite
    mr mrs ms dr sir lord lady dame prof professor president prime minister secretary chancellor senator sen rep gov governor mayor king queen prince
    princess pope chief officer captain sergeant general colonel judge justice director chairman chairwoman spokesman spokeswoman head vice deputy
    first second third new old north south east west northern southern eastern western central united national international federal american
    british english german french italian spanish russian chinese japanese indian european african asian australian canadian israeli iranian
    one two three four five six seven eight nine ten all some many most both each every our your you not yes also only even just now today
    yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december street road avenue square park river lake mount university college school hospital court house committee council
    department ministry office party union league club association company bank group airport church state county city town island
    """.split()
)


class Name(Struct, frozen=True):
    """A capitalised word of an English text that is probably part of a name; `first` where it begins a sentence."""

    span: Span
    word: str
    first: bool = False


@lru_cache(maxsize=8192)
def english_names(text: str) -> tuple[Name, ...]:
    """The words of an English text that are probably names or parts of them, in order."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word.lower() not in _NO_NAMES:
            found.append(Name(Span(*match.span()), word, _begins(text, match.start())))
    return tuple(found)


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins at the offset: most names stand behind a word and a space, which is seen at once."""
    plain = at > 1 and text[at - 1] == " " and text[at - 2].isalnum()
    return not plain and _SENTENCE_START.search(text[max(0, at - 4) : at]) is not None


@lru_cache(maxsize=8192)
def capitalised(text: str) -> tuple[Name, ...]:
    """The capitalised words of a German text: nouns and names."""
    return tuple(Name(Span(*match.span()), match[0]) for match in _TOKEN.finditer(text))


@lru_cache(maxsize=8192)
def capitalised_words(text: str) -> tuple[str, ...]:
    """The same without their places, which costs a fraction."""
    return tuple(_TOKEN.findall(text))


_OF_A_PLACE = re.compile(r"(?:ish|[aeiy]an|[ai]ans|ese|ites?)$")


@lru_cache(maxsize=20_000)
def is_translatable(word: str) -> bool:
    """Whether an English word may have a German form of its own: listed, a country or language, made of one, or a month."""
    return is_english(word) or bool(_OF_A_PLACE.search(word)) or dates.is_named(word)


def stands_in(word: str, text: str) -> bool:
    """Whether a name stands in a text as it is, inflected or compounded, or in a similar spelling (Volodya, Wolodja)."""
    if word in text:
        return True
    lower, plain = folded(text), folded(word)
    if plain in lower or (len(plain) > 4 and plain.endswith("s") and plain[:-1] in lower):
        return True
    bones = skeleton(plain)
    return any(alike(bones, skeleton(name)) for name in capitalised_words(text))


def alike(one: str, other: str) -> bool:
    """Whether two skeletons may be one name: they are the same, or the shorter, of at least three letters, begins the longer."""
    if one == other and len(one.removeprefix("a")) > 1:
        return True
    if one[:4] == other[:4] and min(len(one), len(other)) > 3:
        return True
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return len(short) >= 3 and long.startswith(short) and len(long) - len(short) <= max(1, len(short) // 2)


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """In lower case and without accents: Yıldız and Yildiz are one name."""
    lower = text.lower()
    return lower if lower.isascii() else _NOT_ASCII.sub(_plain_letter, lower)


_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def _plain_letter(match: re.Match[str]) -> str:
    letters = match[0].translate(_LETTERS)
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", letters)))


_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss"})
_SOUNDS = (
    ("dsch", ""), ("tsch", "c"), ("sch", "s"), ("tz", "s"), ("ts", "s"), ("ch", "c"), ("sh", "s"), ("zh", "s"), ("kh", "c"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("w", "v"), ("ff", "f"),
    ("z", "s"), ("c", "k"), ("q", "k"), ("x", "ks"), ("y", ""), ("j", ""), ("h", ""),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiou’'\-]")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """The consonants of a name as they sound, so that transliterations meet."""
    heard = folded(word)
    for sound, letter in _SOUNDS:
        heard = heard.replace(sound, letter)
    initial = "a" if heard[:1] in "aeiou" else ""
    return initial + _TWICE.sub(r"\1", _VOWELS.sub("", heard))
