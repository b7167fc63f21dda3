import pytest

from app.evidence.dates import compared, named, wrong_night


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On Tuesday, March 3, they may march", [1, 3]),
        ("in May and in March.", [5, 3]),
        ("Sept. 11, Jan 6", [9, 1]),
        ("The Sun said so, and Mona sat.", []),
        ("Mondays in august company", [0]),
    ],
)
def test_english_months_and_days_are_told_from_verbs_and_names(text, values):
    assert [name.value for name in named(text, "en")] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("am Dienstagabend, dem 3. März", [1, 3]),
        ("sonnabends im Jänner", [5, 1]),
        ("3. Okt. und Mitte Mai", [10, 5]),
        ("Augustus Maier am Marktag", []),
    ],
)
def test_german_months_and_days_are_found_in_compounds(text, values):
    assert [name.value for name in named(text, "de")] == values


def test_each_mention_counts_once():
    found = compared("Saturday and Sunday", "Sonntag und Sonntag")
    assert [name.value for name in found.lost] == [5]
    assert [name.value for name in found.extra] == [6]


def test_a_late_night_is_an_evening():
    night = wrong_night("It burned late Tuesday night.", "Es brannte Dienstagnacht.")
    assert night is not None
    assert night.right == "am späten Dienstagabend"
