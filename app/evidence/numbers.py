"""Numbers by value: every quantity that a text states, in digits or words, English or German, with its unit."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from app.evidence import numerals, units
from app.evidence.clock import Spoken, spoken_times
from app.evidence.numerals import Numeral, Role
from app.evidence.patterns import Sought
from app.evidence.tokens import tokens
from app.evidence.units import Unit
from app.model import Span


class Quantity(Struct, frozen=True):
    """One number of a text.

    `values` are the values it may have, the likeliest first (an English reader sees 1.5 in "1,5" left in a German text, too);
    `minutes` those of a time of day. `digits`: written in digits. `claims` is false for what only explains a number opposite
    (both, once, a figure inside a name). `vague`: an order of magnitude (thousands). `scale` is where the scale word stands,
    and `power` what it is worth.
    """

    span: Span
    values: tuple[float, ...]
    unit: Unit | None = None
    digits: bool = False
    claims: bool = True
    vague: bool = False
    ordinal: bool = False
    minutes: tuple[int, ...] = ()
    scale: Span | None = None
    power: float = 1.0
    unit_span: Span | None = None

    @property
    def value(self) -> float:
        """The likeliest value."""
        return self.values[0]


_WEB = re.compile(r"(?:https?://|www\.)\S+|[@#]\w[\w.]*")
_CLOCK = {
    "en": (
        r"(?P<clock>(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
        r"|(?P<h2>[012]?\d):(?P<min2>[0-5]\d)(?![:\d])|(?P<h3>[012]\d)(?P<min3>[0-5]\d)(?=\s?(?:GMT|BST|UTC|CET|hours|hrs|h)\b)"
        r"|(?P<h4>\d{1,2})\so[’']clock)"
    ),
    "de": (
        r"(?P<clock>(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))?(?P<half>\b)\s?(?:Uhr|h\b)(?:\s(?P<min4>[1-5]\d)(?!\d))?"
        r"|(?P<h2>[012]?\d):(?P<min2>[0-5]\d)(?![:\d])|(?P<h3>[012]\d)(?P<min3>[0-5]\d)(?=\s?(?:Uhr|GMT|UTC|MEZ|MESZ)\b)"
        r"|(?P<h4>\d{1,2})\s?[ap]\.?m\b)"
    ),
}
_DIGITS = {
    "en": r"(?P<digits>\d{1,3}(?:,\d\d)*(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)",
    "de": r"(?P<digits>\d{1,3}(?:\.\d\d)*(?:[.'’\u2009\u202f\xa0 ]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[,.]\d+)*)",
}
_FRACTION = r"(?P<fraction>(?:\d{1,3}\s)?\b[1-9]/[2-9]\b(?![/\d]))"
_TAIL = r"(?P<tail>(?:st|nd|rd|th|s|er|ern|ers)\b|[’']s\b)?"
_SIGN = r"(?P<sign>(?:US|AU?|CA?|NZ|HK)?\$|[€£¥₹%‰½¼¾⅓⅔²]|°\s?[CF]?\b)"
_DATE = r"(?P<date>\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?!\d)|\d{4}-\d\d-\d\d(?!\d))"
_SCAN = {
    language: re.compile(rf"(?=[\d$€£¥₹%‰½¼¾⅓⅔²°UACNH])(?:{_CLOCK[language]}|{_DATE}|{_FRACTION}|{_DIGITS[language]}{_TAIL}|{_SIGN})")
    for language in ("en", "de")
}
_WORDS = re.compile(r"per cent\b|[^\W\d_]+(?:/h)?")
_ENGLISH_WORDS = {*numerals.ENGLISH, *(name.replace("_", " ") for name in units.ENGLISH)}
_ABBREVIATED = frozenset({"mio", "mrd", "mill", "bio", "tsd"})
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_LINKS = {"en": re.compile(r"(?:-|\s|\xa0)+(?:and[\s-]|of\s)?"), "de": re.compile(r"(?:-|\s|\xa0)+(?:und\s|von\s)?")}
_TO_UNIT = re.compile(r"\.?[\s\xa0\u202f\u2009-]{0,2}")
_FROZEN = Sought(r"\b(?:9/11|7/7|24/7|50[-/]50|360 degrees|Catch[- ]22|999|911|3D|4K)\b")


class _Atom(Struct):
    """A token that has to do with numbers."""

    start: int
    end: int
    numeral: Numeral | None
    digits: bool = False
    values: tuple[float, ...] = ()
    minutes: tuple[int, ...] = ()
    unit: Unit | None = None
    named: bool = False
    ordinal: bool = False


@lru_cache(maxsize=8192)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """All numbers of a text, in order. `language` is BCP 47; anything but English is read as German."""
    short = "en" if language.startswith("en") else "de"
    atoms = _atoms(text, short)
    found = _ranged(text, list(_assembled(text, short, atoms))) if atoms else []
    if not any(quantity.digits for quantity in found):
        return tuple(found)
    frozen = [match.span() for match in _FROZEN.finditer(text, tokens(text).lower)]
    return tuple(_aside(quantity, frozen) for quantity in found)


def _aside(quantity: Quantity, frozen: list[tuple[int, int]]) -> Quantity:
    return replace(quantity, claims=False) if _inside(quantity.span.start, frozen) else quantity


def _atoms(text: str, language: str) -> list[_Atom]:
    """Figures, signs, number words and units, in order."""
    found: list[_Atom] = []
    addresses = [match.span() for match in _WEB.finditer(text)] if "@" in text or "#" in text or "www." in text or "http" in text else []
    taken = list(addresses)
    for match in _SCAN[language].finditer(text) if tokens(text).figures else ():
        if _inside(match.start(), addresses):
            continue
        if match["clock"] or match["digits"]:
            taken.append(match.span())
        found.extend(_figures(match, text, language))
    for told in spoken_times(text, language):
        taken.append((told.span.start, told.span.end))
        found.append(_told(told))
    words = _words(text, language)
    found += [word for word in words if not _inside(word.start, taken)] if taken else words
    found.sort(key=lambda atom: atom.start)
    return found


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether an offset lies in one of the spans."""
    for start, end in spans:  # noqa: SIM110 a loop is twice as fast, and this is asked of every number word
        if start <= at < end:
            return True
    return False


def _words(text: str, language: str) -> Iterator[_Atom]:
    """The number words and units of a text; each different word is looked up once."""
    read = tokens(text)
    lower = read.lower
    if len(lower) != len(text):  # İ grows when it is lowered, and offsets would no longer fit
        return
    words = _looked_up(text)
    known = [*map(_in_english, _ENGLISH_WORDS & words)] if language == "en" else [*filter(None, map(_in_german, words))]
    if not read.figures and not any(map(_counts, known)):
        return
    for word, numeral, unit in known:
        for place in _alone(word).finditer(lower):
            start, end = place.span()
            end += word in _ABBREVIATED and text[end : end + 1] == "."
            yield _Atom(start, end, numeral, unit=unit)


def _looked_up(text: str) -> frozenset[str]:
    """The words that may be numbers or units: „year's“ is one of „year“, „km/h“ none of „km“."""
    read = tokens(text)
    if "/h" in text or "er cent" in text:
        return frozenset(_WORDS.findall(read.lower))
    if "'" in text or "’" in text:
        return read.known.union(word.partition("'")[0] for word in read.known if "'" in word)
    return read.known


_Meaning = tuple[str, Numeral | None, Unit | None]


def _counts(meaning: _Meaning) -> bool:
    """Whether a word can be a number by itself: units and articles need one."""
    return meaning[1] is not None and meaning[1].role is not Role.ARTICLE


def _in_english(word: str) -> _Meaning:
    return word, numerals.ENGLISH.get(word), units.ENGLISH.get(word.replace(" ", "_"))


@lru_cache(maxsize=20_000)
def _in_german(word: str) -> _Meaning | None:
    """What a word means as number or unit; None for most words, which is remembered, too."""
    numeral, unit = numerals.german(word), units.GERMAN.get(word)
    return (word, numeral, unit) if numeral or unit else None


@lru_cache(maxsize=2000)
def _alone(word: str) -> re.Pattern[str]:
    """A word as a word of its own, with the raised figure that belongs to it: m is none in m²."""
    return re.compile(rf"{re.escape(word)}(?<![^\W\d_].{{{len(word)}}})(?![^\W\d_])")


def _figures(match: re.Match[str], text: str, language: str) -> Iterator[_Atom]:
    if match["sign"]:
        sign = match[0].replace(" ", "").lower()
        glyph = _GLYPHS.get(sign)
        unit = (units.ENGLISH if language == "en" else units.GERMAN).get(sign)
        yield _Atom(match.start(), match.end(), None, digits=glyph is not None, values=(glyph,) if glyph else (), unit=unit)
    elif match["clock"]:
        yield _clock(match)
    elif match["date"]:
        yield from _date(match)
    elif match["fraction"]:
        whole, over, under = ([0, *map(int, re.findall(r"\d+", match[0]))])[-3:]
        yield _Atom(match.start(), match.end(), None, digits=True, values=(whole + over / under,))
    elif match["digits"]:
        yield _digits(match, text, language)


def _clock(match: re.Match[str]) -> _Atom:
    hour = int(match["h"] or match["h2"] or match["h3"] or match["h4"])
    minute = int(match["min"] or match["min2"] or match["min3"] or match.groupdict().get("min4") or 0)
    late = match["half"] == "p"
    hours = {(hour % 12) + 12 * late} if match["half"] else {hour % 24, (hour + 12) % 24 if hour < 13 else hour}
    minutes = tuple(sorted(h * 60 + minute for h in hours))
    values = (float(hour),) if not minute else (hour + minute / 100, float(hour))
    return _Atom(match.start(), match.end(), None, digits=True, values=values, minutes=minutes)


def _told(time: Spoken) -> _Atom:
    minutes = time.hour * 60 + time.minute
    return _Atom(time.span.start, time.span.end, None, digits=True, values=(float(time.hour),), minutes=(minutes, minutes + 720))


def _date(match: re.Match[str]) -> Iterator[_Atom]:
    """The parts of a date in figures; they explain a date in words and claim nothing themselves."""
    for part in re.finditer(r"\d+", match["date"]):
        start = match.start() + part.start()
        yield _Atom(start, start + len(part[0]), None, digits=True, values=(float(part[0]),), named=True)


def _digits(match: re.Match[str], text: str, language: str) -> _Atom:
    written, start = match["digits"], match.start()
    tail = (match["tail"] or "").lower()
    end = match.end()
    named = bool(re.search(r"[^\W\d_]$|[A-Z][\w]*-$", text[max(0, start - 12) : start])) and text[start - 1 : start] != "€"
    values = _values(written, language)
    seconds = tail == "s" and (len(written) < 2 or (len(written) == 2 and values[0] < 20))
    unit = units.ENGLISH["second"] if seconds else None
    decade = bool(tail) and not seconds and tail not in {"st", "nd", "rd", "th"} and len(written) in {2, 4}
    if decade:
        values = (values[0], values[0] % 100)
    return _Atom(start, end, None, digits=True, values=values, unit=unit, named=named, ordinal=tail in {"st", "nd", "rd", "th"})


def _values(written: str, language: str) -> tuple[float, ...]:
    point, group = (".", ",") if language == "en" else (",", ".")
    plain = re.sub(r"['’\s]", "", written)
    grouped = re.fullmatch(rf"\d{{1,3}}(?:\{group}\d\d)*(?:\{group}\d{{3}})+(?:\{point}\d+)?", plain)
    if grouped:
        value = float(plain.replace(group, "").replace(point, "."))
        return (value, float(plain.replace(group, "."))) if plain.count(group) == 1 and point not in plain else (value,)
    parts = re.split(r"[.,]", plain)
    if len(parts) == 2:
        value = float(f"{parts[0]}.{parts[1]}")
        return (value, float("".join(parts))) if len(parts[1]) == 3 else (value,)
    if len(parts) == 1:
        return (float(plain),)
    return (float("".join(parts)), *map(float, parts))


def _assembled(text: str, language: str, atoms: list[_Atom]) -> Iterator[Quantity]:
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        if atom.numeral is None and not atom.values:
            at += 1
            continue
        count = _run(text, language, atoms, at)
        quantity = _one(atoms[at : at + count])
        if quantity is not None:
            yield _measured(text, language, atoms, at, count, quantity)
        at += count


def _run(text: str, language: str, atoms: list[_Atom], at: int) -> int:
    """How many atoms from `at` make one number."""
    count = 1
    while at + count < len(atoms):
        before, after = atoms[at + count - 1], atoms[at + count]
        gap = text[before.end : after.start]
        tight = not gap and before.digits and after.numeral is not None
        if not (tight or gap in {" ", "\xa0", "-", "\u202f"} or _LINKS[language].fullmatch(gap)) or not _joins(before, after, gap):
            break
        count += 1
    return count


def _joins(before: _Atom, after: _Atom, gap: str) -> bool:
    """Whether two neighbouring atoms are parts of one number."""
    linked = "n" in gap or "o" in gap
    short = gap and after.end - after.start < 3 and not after.digits and _role(after) is Role.SCALE
    if before.minutes or after.minutes or before.named or short:
        return False
    if after.numeral is None:
        return bool(after.values) and not linked and before.numeral is None and 0 < after.values[0] < 1
    return _JOINS[after.numeral.role](before, after, gap, linked)


def _role(atom: _Atom) -> Role:
    return atom.numeral.role if atom.numeral else Role.ONE


def _multiplies(before: _Atom, _after: _Atom, gap: str, linked: bool) -> bool:
    return "a" not in gap and (not linked or _role(before) is Role.VAGUE) and _role(before) not in {Role.ASIDE, Role.ORDINAL}


def _heaps(before: _Atom, _after: _Atom, gap: str, _linked: bool) -> bool:
    return (_role(before) in {Role.VAGUE, Role.HUNDRED} and gap.strip() == "of") or (before.digits and gap in {" ", "\xa0"})


def _divides(before: _Atom, after: _Atom, _gap: str, linked: bool) -> bool:
    return (
        not linked
        and not before.digits
        and _role(before) in {Role.ONE, Role.ARTICLE}
        and after.numeral is not None
        and after.numeral.value > 1
    )


def _halves(before: _Atom, _after: _Atom, _gap: str, linked: bool) -> bool:
    return _role(before) is Role.ARTICLE or (linked and _role(before) is Role.ONE)


def _leads(before: _Atom, _after: _Atom, _gap: str, linked: bool) -> bool:
    return linked or _role(before) is Role.HALF


def _orders(before: _Atom, after: _Atom, gap: str, linked: bool) -> bool:
    single = _role(before) is Role.ARTICLE or (before.numeral is not None and before.numeral.value == 1)
    if single and after.numeral is not None:
        return 2 < after.numeral.value < 11
    return _continues(before, after, gap, linked)


def _continues(before: _Atom, after: _Atom, _gap: str, linked: bool) -> bool:
    if before.numeral is None or after.numeral is None or before.digits or after.numeral.unit:
        return False
    was, value = before.numeral.role, after.numeral.value
    if was is Role.TEN:
        return not linked and 0 < value < 10
    if was in {Role.HUNDRED, Role.SCALE}:
        return value < 1000
    return was is Role.ONE and not linked and 9 < value < 100 and 10 <= before.numeral.value < 21


def _never(_before: _Atom, _after: _Atom, _gap: str, _linked: bool) -> bool:
    return False


_JOINS: dict[Role, Callable[[_Atom, _Atom, str, bool], bool]] = {
    Role.SCALE: _multiplies,
    Role.HUNDRED: _multiplies,
    Role.VAGUE: _heaps,
    Role.FRACTION: _divides,
    Role.HALF: _halves,
    Role.ARTICLE: _leads,
    Role.ORDINAL: _orders,
    Role.ONE: _continues,
    Role.TEN: _continues,
    Role.ASIDE: _never,
}
"""Whether a word of this role may follow another atom within one number, `gap` between them, `linked` by and or of."""


class _Sum:
    """Adds up the atoms of one number as they are read."""

    def __init__(self) -> None:
        self.total = 0.0
        self.current = 0.0

    @property
    def value(self) -> float:
        return self.total + self.current

    def take(self, role: Role, value: float) -> None:
        match role:
            case Role.HUNDRED:
                self.current = (self.current or 1) * value
            case Role.SCALE:
                self.total, self.current = self.total + (self.current or 1) * value, 0.0
            case Role.VAGUE:
                self.total, self.current = (self.value or 1) * value, 0.0
            case Role.FRACTION:
                self.current = (self.current or 1) / value
            case Role.ARTICLE:
                pass
            case _:
                year = 10 <= self.current < 21 and value >= 10
                self.current = self.current * 100 + value if year else self.current + value


def _one(atoms: list[_Atom]) -> Quantity | None:
    """The atoms of one number as a quantity; None when nothing is said (a lone article)."""
    first, last = atoms[0], atoms[-1]
    span, roles = Span(first.start, last.end), [_role(atom) for atom in atoms]
    if len(atoms) == 1:
        return _single(span, first)
    if (
        roles[-1] is Role.ORDINAL
        and len(atoms) == 2
        and last.numeral
        and 2 < last.numeral.value < 11
        and roles[0] in {Role.ARTICLE, Role.ONE}
    ):
        return Quantity(span, (1 / last.numeral.value, last.numeral.value), claims=False)
    scale = next((atom for atom in reversed(atoms) if _role(atom) is Role.SCALE), None)
    return Quantity(
        span,
        _worth(atoms, roles, scale),
        digits=first.digits,
        claims=not {Role.ARTICLE, Role.HALF}.issuperset(roles),
        vague=Role.VAGUE in roles,
        ordinal=roles[-1] is Role.ORDINAL,
        scale=Span(scale.start, scale.end) if scale else None,
        power=scale.numeral.value if scale and scale.numeral else 1.0,
    )


def _worth(atoms: list[_Atom], roles: list[Role], scale: _Atom | None) -> tuple[float, ...]:
    """The values that several atoms may have together: "two thirds" may also stand for two of three."""
    first, last = atoms[0], atoms[-1]
    if scale is not None and scale.numeral and len(atoms) == 2 and first.values:
        return tuple(value * scale.numeral.value for value in first.values)
    total = _Sum()
    for atom, role in zip(atoms, roles, strict=True):
        total.take(Role.VAGUE if Role.VAGUE in roles else role, atom.numeral.value if atom.numeral else atom.values[0])
    if roles[-1] is Role.FRACTION and first.numeral and last.numeral:
        return total.value, first.numeral.value if first.numeral.value > 1 else last.numeral.value
    return (total.value,)


def _single(span: Span, atom: _Atom) -> Quantity | None:
    if atom.numeral is None:
        return Quantity(span, atom.values, atom.unit, atom.digits, claims=not atom.named, minutes=atom.minutes, ordinal=atom.ordinal)
    role, value = atom.numeral.role, atom.numeral.value
    if role is Role.ARTICLE or (role in {Role.SCALE, Role.HUNDRED} and (atom.unit is not None or span.length < 3)):
        return None
    if role in {Role.SCALE, Role.HUNDRED, Role.VAGUE}:
        return Quantity(span, (value,), vague=True, scale=span, power=value)
    if role in {Role.FRACTION, Role.HALF}:
        return Quantity(span, (1 / value if role is Role.FRACTION else value, value), claims=False)
    claims = role is not Role.ASIDE and value > 1
    return Quantity(span, (value,), atom.numeral.unit, claims=claims, ordinal=role is Role.ORDINAL)


def _measured(text: str, language: str, atoms: list[_Atom], at: int, count: int, quantity: Quantity) -> Quantity:
    """The quantity with the unit that stands after or (a currency) before it."""
    if quantity.unit is not None or quantity.minutes:
        return quantity
    after = atoms[at + count] if at + count < len(atoms) else None
    if after and after.unit and _TO_UNIT.fullmatch(text[quantity.span.end : after.start]):
        unit, end = after.unit, after.end
        scale = atoms[at + count + 1] if at + count + 1 < len(atoms) else None
        if unit.name == "degree" and scale and scale.unit and scale.unit.dimension == "temperature" and scale.start - end < 3:
            unit, end = scale.unit, scale.end
        if unit.dimension == "ratio" and (match := _POINTS.match(text, end)):
            unit, end = units.ENGLISH["percentage-point"] if unit.name == "percent" else unit, match.end()
        return replace(quantity, unit=unit, unit_span=Span(after.start, end))
    before = atoms[at - 1] if at else None
    if before and before.unit and before.unit.dimension == "currency" and text[before.end : quantity.span.start] in {"", " ", "\xa0"}:
        return replace(quantity, unit=before.unit, unit_span=Span(before.start, before.end))
    letter = text[quantity.span.end - 1]
    if quantity.digits and quantity.power == 1e6 and letter == "m" and language == "en":
        return replace(quantity, values=(*quantity.values, quantity.value / 1e6))
    return quantity


_POINTS = re.compile(r"[ -]?points?\b")
_RANGE = re.compile(r"\s?[-–/]\s?|\s(?:to|or|and|bis|oder|und|auf)\s")


def _ranged(text: str, found: list[Quantity]) -> list[Quantity]:
    """In "10 to 12 million" the first number shares scale and unit of the second, in "1994-5" the second the decade of the first."""
    for number in range(len(found) - 1):
        low, high = found[number], found[number + 1]
        if not _RANGE.fullmatch(text[low.span.end : high.span.start]):
            continue
        if high.scale is not None and low.scale is None and high.power > 1 and not high.vague:
            low = replace(low, values=(*low.values, low.value * high.power))
        if low.digits and high.digits and high.value < 100 and 1000 <= low.value <= 2100:
            century = 10 if high.value < 10 else 100
            found[number + 1] = high = replace(high, values=(*high.values, low.value // century * century + high.value))
        if high.unit is None and low.unit is not None and not low.claims and not high.digits:
            found[number + 1] = high = replace(high, unit=low.unit)  # a decade or two
        if low.unit is None and high.unit is not None and not low.minutes:
            low = replace(low, unit=high.unit)
        if high.minutes and not low.minutes and low.value in range(24):
            low = replace(low, minutes=(int(low.value) * 60, (int(low.value) * 60 + 720) % 1440))
        found[number] = low
    return found
