"""Number words of English and German, one by one: what a single word is worth and how it joins its neighbours."""

import re
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from app.evidence import units
from app.evidence.units import Unit


class Role(StrEnum):
    """How a number word joins the words around it."""

    ONE = "one"  # zero to nineteen, and every German compound: begins a number or ends it
    TEN = "ten"  # twenty to ninety: a digit may follow
    HUNDRED = "hundred"  # multiplies what stands before, adds what follows
    SCALE = "scale"  # thousand and more
    ORDINAL = "ordinal"
    FRACTION = "fraction"  # third, Viertel: divides what stands before
    HALF = "half"  # half a million, eine halbe Million
    VAGUE = "vague"  # hundreds, Dutzende: an order of magnitude only
    ASIDE = "aside"  # both, twice, beide: explains a number opposite, claims nothing itself
    ARTICLE = "article"  # a, ein: one only before a scale or a fraction


class Numeral(Struct, frozen=True):
    """What one word is worth; `unit` where the word carries it (fortnight, dreijährig)."""

    value: float
    role: Role
    unit: Unit | None = None


_ENGLISH_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ENGLISH_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
).split()
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "lakh": 1e5, "crore": 1e7}


def _english() -> dict[str, Numeral]:
    table = {word: Numeral(number, Role.ONE) for number, word in enumerate(_ENGLISH_ONES)}
    table |= {word: Numeral(10 * number, Role.TEN) for number, word in enumerate(_ENGLISH_TENS, 2)}
    table |= {word: Numeral(number, Role.ORDINAL) for number, word in enumerate(_ENGLISH_ORDINALS)}
    table |= {f"{word[:-1]}ieth": Numeral(10 * number, Role.ORDINAL) for number, word in enumerate(_ENGLISH_TENS, 2)}
    table |= {f"{word[:-1]}ies": Numeral(10 * number, Role.ASIDE) for number, word in enumerate(_ENGLISH_TENS, 2)}
    table |= {f"{_ENGLISH_ORDINALS[n]}s": Numeral(n, Role.FRACTION) for n in range(3, 11)}
    table |= {word: Numeral(value, Role.SCALE) for word, value in _SCALES.items()}
    table |= {f"{word}s": Numeral(value, Role.VAGUE) for word, value in _SCALES.items()}
    table |= dict.fromkeys(("m", "mn", "mln", "mil"), Numeral(1e6, Role.SCALE)) | {"k": Numeral(1e3, Role.SCALE)}
    table |= dict.fromkeys(("bn", "bln", "b"), Numeral(1e9, Role.SCALE)) | dict.fromkeys(("tn", "trn"), Numeral(1e12, Role.SCALE))
    table |= {"hundred": Numeral(100, Role.HUNDRED), "hundreds": Numeral(100, Role.VAGUE), "dozen": Numeral(12, Role.SCALE)}
    table |= {"dozens": Numeral(12, Role.VAGUE), "scores": Numeral(20, Role.VAGUE), "tens": Numeral(10, Role.VAGUE)}
    table |= {"half": Numeral(0.5, Role.HALF), "halves": Numeral(2, Role.FRACTION), "quarter": Numeral(4, Role.FRACTION)}
    table |= {"quarters": Numeral(4, Role.FRACTION), "a": Numeral(1, Role.ARTICLE), "an": Numeral(1, Role.ARTICLE)}
    asides = {"once": 1, "twice": 2, "thrice": 3, "both": 2, "pair": 2, "couple": 2, "double": 2, "doubled": 2, "doubling": 2, "twin": 2}
    asides |= {"triple": 3, "tripled": 3, "trio": 3, "treble": 3, "quadruple": 4, "single": 1, "duo": 2, "twins": 2, "halved": 2}
    asides |= {"either": 2, "twofold": 2, "threefold": 3, "fourfold": 4, "tenfold": 10, "halving": 2, "quartet": 4, "noon": 12}
    asides |= {"midday": 12, "nil": 0, "midnight": 0}
    table |= {word: Numeral(value, Role.ASIDE) for word, value in asides.items()}
    table |= {"fortnight": Numeral(2, Role.ASIDE, units.ENGLISH["week"])}
    table |= {word: Numeral(1, Role.ASIDE, units.ENGLISH[word]) for word in ("decade", "century", "year", "week", "hour", "day", "month")}
    return table


ENGLISH = _english()
"""From the lower-case word to its numeral."""

_GERMAN_ONES = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
).split()
_GERMAN_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_BELOW_HUNDRED = {word: number for number, word in enumerate(_GERMAN_ONES)} | {"ein": 1, "zwo": 2}
_BELOW_HUNDRED |= {ten: 10 * number for number, ten in enumerate(_GERMAN_TENS, 2)}
_BELOW_HUNDRED |= {
    f"{'ein' if digit == 1 else _GERMAN_ONES[digit]}und{ten}": 10 * number + digit
    for number, ten in enumerate(_GERMAN_TENS, 2)
    for digit in range(1, 10)
}
_IRREGULAR_ORDINALS = {"erst": 1, "dritt": 3, "siebt": 7, "acht": 8}
_FRACTIONS = {
    "drittel": 3,
    "viertel": 4,
    "fünftel": 5,
    "sechstel": 6,
    "siebtel": 7,
    "achtel": 8,
    "neuntel": 9,
    "zehntel": 10,
    "hundertstel": 100,
}
_GERMAN_SCALES = {"million": 1e6, "milliarde": 1e9, "billion": 1e12, "billiarde": 1e15, "trillion": 1e18}
_ABBREVIATED = {"mio": 1e6, "mill": 1e6, "mrd": 1e9, "bio": 1e12, "tsd": 1e3}


def _german() -> dict[str, Numeral]:
    table = {"hundert": Numeral(100, Role.HUNDRED), "tausend": Numeral(1000, Role.SCALE), "eins": Numeral(1, Role.ASIDE)}
    table |= {word: Numeral(1, Role.ARTICLE) for word in ("ein", "eine", "einen", "einer", "einem", "eines")}
    for word, value in _GERMAN_SCALES.items():
        table[word] = Numeral(value, Role.SCALE)
        table[f"{word.removesuffix('e')}en"] = Numeral(value, Role.SCALE)
    table |= {word: Numeral(value, Role.SCALE) for word, value in _ABBREVIATED.items()}
    table |= {f"{word}{end}": Numeral(den, Role.FRACTION) for word, den in _FRACTIONS.items() for end in ("", "n", "s")}
    for stem, value in {"hundert": 100, "tausend": 1000, "zehntausend": 1e4, "hunderttausend": 1e5, "dutzend": 12}.items():
        table |= {f"{stem}{end}": Numeral(value, Role.VAGUE) for end in ("e", "en", "er")}
    table |= {"dutzend": Numeral(12, Role.SCALE), "abertausende": Numeral(1000, Role.VAGUE), "abertausenden": Numeral(1000, Role.VAGUE)}
    table |= {"zig": Numeral(10, Role.VAGUE), "zigtausend": Numeral(1e4, Role.VAGUE), "zigtausende": Numeral(1e4, Role.VAGUE)}
    table |= {f"halb{end}": Numeral(0.5, Role.HALF) for end in ("", "e", "en", "er", "es", "em")} | {"hälfte": Numeral(0.5, Role.HALF)}
    table |= {"lakh": Numeral(1e5, Role.SCALE), "crore": Numeral(1e7, Role.SCALE)}
    asides = {"beide": 2, "beiden": 2, "beider": 2, "beides": 2, "paar": 2, "doppelt": 2, "doppelte": 2, "doppelten": 2, "duo": 2}
    asides |= {"trio": 3, "quartett": 4, "einzige": 1, "einzigen": 1, "einziger": 1, "einzelne": 1, "einmal": 1, "zuerst": 1, "erstmals": 1}
    asides |= {"zweit": 2, "verdoppelt": 2, "verdoppelte": 2, "verdoppeln": 2, "verdoppelung": 2, "verdreifacht": 3, "halbiert": 2}
    asides |= {"zunächst": 1, "mittag": 12, "mittags": 12, "mitternacht": 0, "zwilling": 2, "zwillinge": 2, "zweier": 2, "dreier": 3}
    table |= {word: Numeral(value, Role.ASIDE) for word, value in asides.items()}
    table |= {"anderthalb": Numeral(1.5, Role.ONE), "eineinhalb": Numeral(1.5, Role.ONE), "dreiviertel": Numeral(0.75, Role.ONE)}
    duration = units.GERMAN
    table |= {"viertelstunde": Numeral(15, Role.ASIDE, duration["minute"]), "vierteljahr": Numeral(3, Role.ASIDE, duration["monat"])}
    table |= {"halbjahr": Numeral(6, Role.ASIDE, duration["monat"]), "dreivierteljahr": Numeral(9, Role.ASIDE, duration["monat"])}
    for word in ("jahrzehnt", "jahrhundert", "jahr", "woche", "stunde", "tag", "monat", "quartal"):
        table |= {f"{word}{end}": Numeral(1, Role.ASIDE, duration[word]) for end in ("", "s", "es", "e")}
    return table


_GERMAN = _german()
_SUFFIXES = dict(units.GERMAN_SUFFIXES)
_TAIL = re.compile(
    r"(?P<stem>.+?)-?(?P<tail>sekündig|minütig|stündig|tägig|nächtig|wöchig|monatig|jährig|prozentig|köpfig|fach|mal|teilig|stellig|seitig"
    r"|stöckig|malig|gleisig|türig|sitzig|strophig|sprachig|spurig|dimensional|stufig|zeilig|tags)(?:e[nrsm]?)?"
)
_INFLECTED = re.compile(r"(?P<stem>.+?t)(?:e[nrsm]?|ens)")
_NAMES = re.compile(
    "|".join(sorted({*_BELOW_HUNDRED, *_IRREGULAR_ORDINALS, "tausend", "hundert", "million", "milliard", "billion"}, key=len))
)
"""What stands in every word that is a number and not in the table."""
_SCALE_COMPOUND = re.compile(r"(million|milliarde|billion)e?n(?!$)")


@lru_cache(maxsize=20_000)
def german(word: str) -> Numeral | None:
    """What a lower-case German word is worth as a number: zweiundzwanzig, neunzehnhundertneunzig, dritte, fünfjährig."""
    found = _GERMAN.get(word)
    if found is not None or len(word) < 3 or not _NAMES.search(word):
        return found
    if (value := _cardinal(word)) is not None:
        return Numeral(value, Role.ONE)
    if (value := _ordinal(word)) is not None:
        return Numeral(value, Role.ORDINAL)
    return _compound(word)


def _compound(word: str) -> Numeral | None:
    if (match := _TAIL.fullmatch(word)) and (value := _cardinal(match["stem"])) is not None:
        unit = _SUFFIXES.get(match["tail"])
        return Numeral(value, Role.ONE if unit else Role.ASIDE, unit)
    if match := _SCALE_COMPOUND.match(word):
        return Numeral(_GERMAN_SCALES[match[1]], Role.ASIDE)
    if word.endswith("einhalb") and (value := _cardinal(word.removesuffix("einhalb"))) is not None:
        return Numeral(value + 0.5, Role.ONE)
    return None


def _ordinal(word: str) -> float | None:
    match = _INFLECTED.fullmatch(word)
    if match is None:
        return None
    stem = match["stem"]
    if stem in _IRREGULAR_ORDINALS:
        return _IRREGULAR_ORDINALS[stem]
    value = _cardinal(stem.removesuffix("t"))
    if value is not None and value < 20:
        return value if value not in {1, 3, 7} else None
    return _cardinal(stem.removesuffix("st")) if stem.endswith("st") else None


def _cardinal(word: str) -> float | None:
    """The value of a German cardinal in one word; None for any other word."""
    if word in _BELOW_HUNDRED:
        return _BELOW_HUNDRED[word]
    for name, scale, most in (("tausend", 1000, 999), ("hundert", 100, 19)):
        head, found, rest = word.partition(name)
        if found:
            many = _cardinal(head) if head else 1
            more = _cardinal(rest.removeprefix("und")) if rest else 0
            return many * scale + more if many is not None and more is not None and many <= most and more < scale else None
    return None
