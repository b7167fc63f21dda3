import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evidence.numbers import quantities
from app.evidence.numerals import german
from app.evidence.values import compared

ONES = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
TENS = "_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


def spelled(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        digit, ten = number % 10, TENS[number // 10]
        return f"{ONES[digit]}und{ten}" if digit else ten
    if number < 1000:
        return ONES[number // 100] + "hundert" + (spelled(number % 100) if number % 100 else "")
    return spelled(number // 1000) + "tausend" + (spelled(number % 1000) if number % 1000 else "")


@given(st.integers(min_value=2, max_value=999_999))
@settings(max_examples=100)
def test_a_german_number_word_is_worth_what_it_spells(number):
    assert german(spelled(number)).value == number


@given(st.integers(min_value=0, max_value=10**12))
@settings(max_examples=100)
def test_grouped_figures_are_one_value_in_both_languages(number):
    english, dotted = f"{number:,}", f"{number:,}".replace(",", ".")
    assert quantities(f"about {english} people", "en")[0].value == number
    assert quantities(f"etwa {dotted} Menschen", "de")[0].value == number


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two hundred and fifty thousand", [250_000]),
        ("$3.5bn or 40m", [3.5e9, 4e7]),
        ("half a million, one and a half million", [5e5, 1.5e6]),
        ("two-thirds and three quarters", [2 / 3, 0.75]),
        ("tens of thousands", [10_000]),
        ("nineteen ninety-nine", [1999]),
        ("the twenty-first of 1 1/2 lists", [21, 1.5]),
        ("First in 318 B.C.", [1, 318]),
        ("seven or eight", [7, 8]),
    ],
)
def test_english_numbers_have_their_value(text, values):
    assert [quantity.value for quantity in quantities(text, "en")] == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3,5 Mrd. oder 40 Mio.", [3.5e9, 4e7]),
        ("eine halbe Million, anderthalb Millionen", [5e5, 1.5e6]),
        ("zwei Drittel und drei Viertel", [2 / 3, 0.75]),
        ("Zehntausende, Hunderttausende", [1e4, 1e5]),
        ("neunzehnhundertneunundneunzig", [1999]),
        ("zwei Dutzend und Dutzende Millionen", [24, 1.2e7]),
        ("zweieinhalb dritte", [2.5, 3]),
    ],
)
def test_german_numbers_have_their_value(text, values):
    assert [quantity.value for quantity in quantities(text, "de")] == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("a 77-year-old", "en", "year"),
        ("12 per cent", "en", "percent"),
        ("3 percentage points", "en", "percentage point"),
        ("US$ 40", "en", "dollar"),
        ("eine dreitägige Reise", "de", "day"),
        ("im 21. Jahrhundert", "de", "century"),
        ("100-Meter-Lauf", "de", "metre"),
        ("10 bis 12 Prozent", "de", "percent"),
    ],
)
def test_a_number_knows_its_unit(text, language, unit):
    found = quantities(text, language)[0].unit
    assert found is not None
    assert found.name == unit


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("80 feet", "25 Meter"),
        ("two decades", "zwanzig Jahre"),
        ("487 guests", "rund 500 Gäste"),
        ("50 percent", "die Hälfte"),
        ("8:30 p.m.", "20.30 Uhr"),
        ("from 5-7 p.m.", "von 17 bis 19 Uhr"),
        ("the '90s", "die 1990er"),
        ("3,14,150 cases", "314.150 Fälle"),
    ],
)
def test_one_value_said_in_two_ways_is_no_difference(source, target):
    found = compared(source, target)
    assert not [quantity for quantity in found.lost if quantity.claims]
    assert not [quantity for quantity in found.extra if quantity.claims]


@given(st.text(max_size=60), st.sampled_from(["en", "de"]))
@settings(max_examples=100)
def test_spans_lie_inside_any_text(text, language):
    assert all(0 <= quantity.span.start < quantity.span.end <= len(text) for quantity in quantities(text, language))
