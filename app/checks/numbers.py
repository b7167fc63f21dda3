"""Numbers compared by value over a row and its neighbours, both values shown."""

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from app.checks.check import Check, Hit, RowFunction, example
from app.evidence.codes import codes
from app.evidence.dates import wrong_night
from app.evidence.numbers import Quantity, quantities
from app.evidence.story import Row, Story
from app.evidence.values import Comparison, compared, same
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Severity, Side, Span
from app.style import Profile

_SCALE_WORDS = {1e6: ("Million", "Millionen", "Mio"), 1e9: ("Milliarde", "Milliarden", "Mrd"), 1e12: ("Billion", "Billionen", "Bio")}
_NEAR = 0.15
"""Units so close stand for each other in round figures: a hundred yards are hundert Meter."""
_FIGURE = re.compile(r"\d[\d.,'’\u202f\xa0 ]*\d|\d")


class Slip(Struct, frozen=True):
    """A number of the source and the different one that stands in its place."""

    ours: Quantity
    theirs: Quantity
    kind: str
    confidence: float


def slips(story: Story, row: Row) -> list[Slip]:
    """Where a row puts another value or another unit than its source, told by kind: number, scale, unit, currency, time."""
    known: dict[int, list[Slip]] = story.__dict__.setdefault("_number_slips", {})
    if row.unit not in known:
        known[row.unit] = _slips(story, row) if quantities(row.source.plain, story.source_language) else []
    return known[row.unit]


def _slips(story: Story, row: Row) -> list[Slip]:
    found = _row_comparison(story, row)
    return [*_units(found), *_values(*_alone(story, row, found))]


def _row_comparison(story: Story, row: Row) -> Comparison:
    return compared(row.source.plain, row.target.plain, (story.source_language, story.target_language))


def _alone(story: Story, row: Row, found: Comparison) -> tuple[list[Quantity], list[Quantity]]:
    """What has no counterpart in the neighbouring rows either; a number may move to the next sentence."""
    lost, extra = [q for q in found.lost if q.claims], [q for q in found.extra if q.claims]
    if lost and extra:
        for other in story.around(row):
            if other.unit != row.unit:
                there = _row_comparison(story, other)
                lost = [ours for ours in lost if not any(same(ours, theirs, other.target.plain) for theirs in there.extra)]
                extra = [theirs for theirs in extra if not any(same(ours, theirs, row.target.plain) for ours in there.lost)]
    return lost, extra


def _units(found: Comparison) -> Iterator[Slip]:
    for ours, theirs in found.pairs:
        if ours.unit is None or theirs.unit is None or ours.unit == theirs.unit or ours.unit.dimension != theirs.unit.dimension:
            continue
        if ours.unit.dimension not in {"currency", "ratio"} and abs(ours.unit.factor / theirs.unit.factor - 1) < _NEAR:
            continue
        if (ours.claims or theirs.claims) and ours.value == theirs.value and "degree" not in {ours.unit.name, theirs.unit.name}:
            kind = {"currency": "currency", "ratio": "percent"}.get(ours.unit.dimension, "unit")
            yield Slip(ours, theirs, kind, 0.9 if kind != "currency" else 0.7)


def _values(lost: list[Quantity], extra: list[Quantity]) -> Iterator[Slip]:
    candidates = sorted(
        ((_likeness(ours, theirs), i, j) for i, ours in enumerate(lost) for j, theirs in enumerate(extra)), key=lambda c: (-c[0], c[1:])
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for likeness, i, j in candidates:
        if likeness and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield Slip(lost[i], extra[j], _kind(lost[i], extra[j]), likeness)


def _likeness(ours: Quantity, theirs: Quantity) -> float:
    """How likely the one stands for the other: 0 where they measure different things."""
    units = {unit.dimension for unit in (ours.unit, theirs.unit) if unit}
    if len(units) > 1 or (ours.ordinal and not theirs.digits and not theirs.ordinal):
        return 0.0
    if bool(ours.minutes) != bool(theirs.minutes) or (units == {"currency"} and ours.unit and theirs.unit and ours.unit != theirs.unit):
        return 0.4
    if ours.vague != theirs.vague:
        return 0.4
    certain = 0.9 if ours.digits and theirs.digits else 0.8 if ours.digits == theirs.digits else 0.6
    return certain + 0.05 * (ours.unit is not None and ours.unit == theirs.unit)


def _kind(ours: Quantity, theirs: Quantity) -> str:
    if ours.minutes and theirs.minutes:
        return "time"
    if max(ours.power, theirs.power) >= 1e6 and any(_by_thousands(a / b) for a in ours.values for b in theirs.values if b and a):
        return "scale"
    return "number"


def _by_thousands(ratio: float) -> bool:
    return any(abs(ratio / factor - 1) < 0.001 for factor in (1e3, 1e6, 1e9, 1e-3, 1e-6, 1e-9))


def _codes(row: Row) -> Iterable[Hit]:
    """A name whose number changed: G7 and G8 are two groups."""
    ours, theirs = codes(row.source.plain), codes(row.target.plain)
    for code in theirs:
        same = [name for name in ours if name.letters == code.letters]
        lost = [name for name in same if all(name.digits != other.digits or name.letters != other.letters for other in theirs)]
        if lost and all(name.digits != code.digits for name in same):
            places = row.place(Side.SOURCE, lost[0].span.start, lost[0].span.end), row.place(Side.TARGET, code.span.start, code.span.end)
            said = {"source": lost[0].span.of(row.source.plain), "target": code.span.of(row.target.plain)}
            yield Hit(places, Message(N_("The source says “{source}”, the translation “{target}”."), said), None, 0.85)


def _numbers(story: Story, row: Row, profile: Profile) -> Iterable[Hit]:
    yield from _plain_numbers(story, row, profile)
    if row.source.plain and row.target.plain:
        yield from _codes(row)
        yield from _missing(story, row)


def _missing(story: Story, row: Row) -> Iterable[Hit]:
    """A figure that neither the translation nor its neighbours have, where no other number can stand for it."""
    found = _row_comparison(story, row) if quantities(row.source.plain, story.source_language) else None
    if found is None or not found.lost or any(theirs.claims or theirs.digits for theirs in found.extra):
        return
    others = [_row_comparison(story, other) for other in story.around(row) if other.unit != row.unit]
    for ours in found.lost:
        moved = any(same(ours, theirs, row.target.plain) for there in others for theirs in there.extra)
        if ours.claims and ours.digits and not ours.vague and not moved and _telling(row, ours):
            shown = _shown(ours)
            message = Message(N_("The translation has no “{number}”."), {"number": shown.of(row.source.plain)})
            confidence = row.sure(0.7)
            yield Hit((row.place(Side.SOURCE, shown.start, shown.end), row.place(Side.TARGET)), message, Severity.MINOR, confidence)


_ASIDE = re.compile(r"[(\[][^()\[\]]*$")
_CONVERTED = re.compile(r"[^()]{0,14}\((?:about |some |around )?[\d$€£]")
_DECADE = re.compile(r"[’']?s\b")


def _telling(row: Row, ours: Quantity) -> bool:
    """Whether a figure says enough to be missed: one of two digits or with a unit, no conversion, no decade."""
    text, figure = row.source.plain, ours.span.of(row.source.plain)
    after = text[_shown(ours).end :]
    if _ASIDE.search(text[: ours.span.start]) or _CONVERTED.match(after) or _DECADE.match(after) or figure.endswith("s"):
        return False
    short = sum(map(str.isdecimal, figure)) < 2 and ours.unit is None
    return not short and figure not in row.target.plain


def _look(*kinds: str) -> RowFunction:
    """A check's function that reports the slips of these kinds."""

    def look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
        if not row.source.plain or not row.target.plain:
            return
        for slip in slips(story, row):
            if slip.kind in kinds:
                yield _hit(row, slip)

    return look


_plain_numbers, _plain_times = _look("number"), _look("time")


def _times(story: Story, row: Row, profile: Profile) -> Iterable[Hit]:
    yield from _plain_times(story, row, profile)
    night = wrong_night(row.source.plain, row.target.plain) if row.target.plain else None
    if night is not None:
        said = {"source": night.ours.of(row.source.plain), "target": night.theirs.of(row.target.plain), "right": night.right}
        places = row.place(Side.SOURCE, night.ours.start, night.ours.end), row.place(Side.TARGET, night.theirs.start, night.theirs.end)
        yield Hit(places, Message(N_("“{source}” is “{right}”, not “{target}”."), said), Severity.MINOR, 0.75)


def _hit(row: Row, slip: Slip) -> Hit:
    ours, theirs = _shown(slip.ours), _shown(slip.theirs)
    places = row.place(Side.SOURCE, ours.start, ours.end), row.place(Side.TARGET, theirs.start, theirs.end)
    said = {"source": ours.of(row.source.plain), "target": theirs.of(row.target.plain)}
    confidence = row.sure(slip.confidence)
    loose = slip.kind == "scale" and (slip.ours.vague or slip.theirs.vague)  # billions without a figure may only mean a lot
    severity = Severity.MAJOR if loose else None
    return Hit(
        places, Message(N_("The source says “{source}”, the translation “{target}”."), said), severity, confidence, _fixes(row, slip)
    )


def _shown(quantity: Quantity) -> Span:
    if quantity.unit_span is None:
        return quantity.span
    return Span(min(quantity.span.start, quantity.unit_span.start), max(quantity.span.end, quantity.unit_span.end))


def _fixes(row: Row, slip: Slip) -> tuple[Fix, ...]:
    repair = {"scale": _right_scale, "number": _right_figure}.get(slip.kind, _no_repair)(row, slip)
    if repair is None:
        return ()
    span, text = repair
    label = Message(N_("Write “{right}”"), {"right": text})
    return (Fix(label, (Edit(row.unit, span, text),)),)


Repair = Callable[[Row, Slip], tuple[Span, str] | None]


def _no_repair(_row: Row, _slip: Slip) -> None:
    return None


def _right_scale(row: Row, slip: Slip) -> tuple[Span, str] | None:
    """The scale word that makes the value right, in the form of the wrong one."""
    span = slip.theirs.scale
    if span is None or not slip.theirs.value:
        return None
    wrong = span.of(row.target.plain)
    right = slip.ours.value / slip.theirs.value * slip.theirs.power
    forms = _SCALE_WORDS.get(round(right, -5))
    bare = wrong.rstrip(".")
    for others in _SCALE_WORDS.values():
        if forms and bare in others:
            return Span(span.start, span.start + len(bare)), forms[others.index(bare)]
    return None


def _right_figure(row: Row, slip: Slip) -> tuple[Span, str] | None:
    """The figure of the source in German dress, where both are figures of one scale."""
    ours, theirs = _FIGURE.match(row.source.plain, slip.ours.span.start), _FIGURE.match(row.target.plain, slip.theirs.span.start)
    if not ours or not theirs or slip.ours.power != slip.theirs.power or slip.ours.unit != slip.theirs.unit:
        return None
    if ours[0].count(",") > 1 and any(len(part) != 3 for part in re.split(r"[,.]", ours[0])[1:]):
        return None
    return Span(theirs.start(), min(theirs.end(), slip.theirs.span.end)), ours[0].strip(" ,.").translate(str.maketrans(",.", ".,"))


NUMBER = Check(
    id="fact.number",
    title=N_("Number changed"),
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    what=N_(
        "Compares the numbers of a row by value, in digits and in words, with fractions, ranges, ordinals and orders of magnitude, "
        "and reports one that has another in its place or is missing. Neighbouring rows count as well."
    ),
    why=N_("A wrong figure is the error a reader finds last and a newspaper corrects first."),
    silence=N_("Dismiss it where the translation rightly counts in another way."),
    flags=(
        example(("The bridge is 85 feet long.", "Die Brücke ist 850 Fuß lang.")),
        example(("Sixty-three ships left the port.", "Sechsunddreißig Schiffe verließen den Hafen.")),
        example(("Thousands marched through Ostheim.", "Hunderte zogen durch Ostheim.")),
        example(("The firm earned $3.4 million.", "Die Firma verdiente 34 Millionen Dollar.")),
        example(("About two-thirds of the voters agreed.", "Etwa drei Viertel der Wähler stimmten zu.")),
        example(("The G7 met in Ostheim.", "Die G-8 tagten in Ostheim.")),
        example(("In 2018 the mill burned down.", "Im Jahr 2019 brannte die Mühle ab.")),
        example(("The mill employs 340 people.", "Die Mühle beschäftigt viele Menschen.")),
    ),
    passes=(
        example(("Half a million fans saw the 3rd race.", "Eine halbe Million Fans sah das dritte Rennen.")),
        example(("He is 6ft 4in tall.", "Er ist 1,93 Meter groß.")),
        example(("It rose 1,250 feet in two and a half hours.", "Er stieg in zweieinhalb Stunden 380 Meter.")),
        example(("One of the 487 guests came twice.", "Ein Gast der rund 500 Gäste kam zweimal.")),
        example(("A dozen boats, then dozens more.", "Zwölf Boote, dann Dutzende weitere.")),
        example(("He was 9.", "Er war neun Jahre alt."), ("She, 31, was not there.", "Sie war nicht da; sie ist 31.")),
        example(("It covers 40 acres (16 hectares).", "Es ist 16 Hektar groß.")),
        example(("They have been open 24/7 since the 1990s.", "Seit den 90er-Jahren haben sie rund um die Uhr geöffnet.")),
        example(("Mara Klee, 34, won 6-3, 7-5.", "Die 34-jährige Mara Klee gewann 6:3, 7:5.")),
    ),
    of_row=_numbers,
)

SCALE = Check(
    id="fact.scale",
    title=N_("Wrong order of magnitude"),
    category=Category.NUMBERS,
    severity=Severity.CRITICAL,
    what=N_("Reports a number that is wrong by thousands: English billion is Milliarde, English trillion is Billion."),
    why=N_("A budget of billions that becomes one of trillions is off by a factor of a thousand, and still reads smoothly."),
    silence=N_("Dismiss it where the source itself is wrong and the translation rights it."),
    flags=(
        example(("The dam costs $7 trillion.", "Der Damm kostet 7 Milliarden Dollar.")),
        example(("A loan of 2.5 billion euros", "Ein Kredit über 2,5 Billionen Euro")),
        example(("They sold 40m tickets.", "Sie verkauften 40 Milliarden Karten.")),
        example(("One billion people live there.", "Eine Billion Menschen leben dort.")),
    ),
    passes=(
        example(("The dam costs $7 trillion.", "Der Damm kostet sieben Billionen Dollar.")),
        example(("A loan of 2.5bn euros", "Ein Kredit über 2,5 Mrd. Euro")),
        example(("They sold 1,500 million tickets.", "Sie verkauften anderthalb Milliarden Karten.")),
        example(("Between 20 and 30 million birds", "20 bis 30 Millionen Vögel")),
    ),
    of_row=_look("scale"),
)

UNIT = Check(
    id="fact.unit",
    title=N_("Unit changed"),
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    what=N_("Reports a number that kept its value while its unit became another one of the same kind, such as months for years."),
    why=N_("Forty miles are not forty kilometres, and two years are not two months."),
    silence=N_("Dismiss it where the source itself names the wrong unit."),
    flags=(
        example(("He was jailed for five years.", "Er wurde für fünf Monate inhaftiert.")),
        example(("They walked 40 miles.", "Sie gingen 40 Kilometer.")),
        example(("A three-hour delay", "Eine dreitägige Verspätung")),
        example(("It weighs 12 kilograms.", "Es wiegt 12 Gramm.")),
    ),
    passes=(
        example(("He was jailed for five years.", "Er wurde für fünf Jahre inhaftiert.")),
        example(("They walked 40 miles.", "Sie gingen 64 Kilometer.")),
        example(("Over two decades, in 18 months", "In mehr als 20 Jahren, in anderthalb Jahren")),
        example(("They stayed five nights.", "Sie blieben fünf Tage.")),
    ),
    of_row=_look("unit"),
)

PERCENT = Check(
    id="fact.percent",
    title=N_("Percent, points and per mille"),
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    what=N_("Reports percent that became percentage points, per mille or basis points, or the reverse."),
    why=N_("A rise from four to five percent is one percentage point, but 25 percent."),
    silence=N_("Dismiss it where the source says percent and means points."),
    flags=(
        example(("Turnout was 62%.", "Die Beteiligung lag bei 62 Promille.")),
        example(("They make up 15 percent of the town.", "Sie stellen 15 Prozentpunkte der Stadt.")),
        example(("The party lost 3 percentage points.", "Die Partei verlor 3 Prozent.")),
        example(("A cut of 25 basis points", "Eine Senkung um 25 Prozent")),
    ),
    passes=(
        example(("Turnout was 62%.", "Die Beteiligung lag bei 62 Prozent.")),
        example(("Half of the town", "50 Prozent der Stadt")),
        example(("The party lost 3 percentage points.", "Die Partei verlor drei Prozentpunkte.")),
        example(("Between 3 and 5 per cent", "Zwischen 3 und 5 %")),
    ),
    of_row=_look("percent"),
)

CURRENCY = Check(
    id="fact.currency",
    title=N_("Currency changed"),
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    what=N_("Reports an amount that kept its figure while its currency became another."),
    why=N_("Ten pounds are not ten euros."),
    silence=N_("Dismiss it where the source names its currency loosely."),
    flags=(
        example(("It costs £40.", "Es kostet 40 Euro.")),
        example(("She paid 300 dollars.", "Sie zahlte 300 Euro.")),
        example(("A fine of €5 million", "Eine Strafe von 5 Millionen Dollar")),
        example(("They owe $2bn.", "Sie schulden zwei Milliarden Pfund.")),
    ),
    passes=(
        example(("It costs £40.", "Es kostet 40 Pfund.")),
        example(("She paid US$300.", "Sie zahlte 300 US-Dollar.")),
        example(("A fine of A$5 million", "Eine Strafe von fünf Millionen australischen Dollar")),
        example(("It costs $40.", "Es kostet 40 Dollar (37 Euro).")),
    ),
    of_row=_look("currency"),
)

TIME = Check(
    id="fact.time",
    title=N_("Time of day changed"),
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    what=N_("Compares times of day, am and pm with the 24-hour clock, and reports one that has another in its place."),
    why=N_("8pm is 20 Uhr; whoever comes at 8 in the morning is early."),
    silence=N_("Dismiss it where the translation gives the time of another zone."),
    flags=(
        example(("The gates open at 8pm.", "Die Tore öffnen um 18 Uhr.")),
        example(("The gates open at 6:30 a.m.", "Die Tore öffnen um 7.30 Uhr.")),
        example(("The shop closes at 17:45.", "Der Laden schließt um 17:15 Uhr.")),
        example(("It struck at 3 p.m.", "Es schlug um 13 Uhr ein.")),
        example(("It burned late Tuesday night.", "Es brannte Dienstagnacht.")),
        example(("It burned on Tuesday night.", "Es brannte in der Nacht zum Dienstag.")),
    ),
    passes=(
        example(("The gates open at 8pm.", "Die Tore öffnen um 20 Uhr.")),
        example(("The gates open at 8pm.", "Die Tore öffnen um 8 Uhr abends.")),
        example(("From 5-7 p.m. and at noon", "Von 17 bis 19 Uhr und um 12 Uhr")),
        example(("The shop closes at 17:45.", "Der Laden schließt um 17.45 Uhr.")),
        example(("It burned late Tuesday night.", "Es brannte am späten Dienstagabend.")),
        example(("It burned on Tuesday night.", "Es brannte in der Nacht zum Mittwoch.")),
    ),
    of_row=_times,
)

CHECKS = (NUMBER, SCALE, UNIT, PERCENT, CURRENCY, TIME)
