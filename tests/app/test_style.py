"""Profiles and house styles: plain files that a desk shares."""

import pytest

from app import checks
from app.article import Project
from app.errors import UserError
from app.evidence.story import story_of
from app.model import Severity
from app.style import STARTERS, HouseStyle, Profile, Switch, Term, read_profile, starter, write_profile


@pytest.mark.parametrize("name", STARTERS)
def test_every_starter_can_be_read(name):
    assert starter(name).style.quotes[0]


def test_a_profile_says_which_checks_run_and_how_grave_they_are():
    profile = read_profile(b'off = ["typography.dash"]\n[severities]\n"typography.spacing" = "major"\n', "desk.toml")
    story = story_of(("It rains.", "Es  regnet \u2014 stark."))
    found = checks.run(story, profile)
    assert "typography.dash" not in {finding.check for finding in found}
    assert next(f for f in found if f.check == "typography.spacing").severity is Severity.MAJOR


@pytest.mark.parametrize("data", [b"off = 3", b"unknown = true", b"[style]\npercent = 'sometimes'", b"\xff\xfe", b"[[["])
def test_what_is_wrong_in_a_profile_is_named_in_one_sentence(data):
    with pytest.raises(UserError, match=r"desk\.toml"):
        read_profile(data, "desk.toml")


def test_an_unknown_starter_is_named():
    with pytest.raises(UserError, match="tabloid"):
        starter("tabloid")


def styled(text, style):
    return [f for f in checks.run(story_of(("Source.", text)), Profile(style=style)) if f.check == "typography.house-style"]


def applied(text, style):
    edits = [edit for finding in styled(text, style) for fix in finding.fixes for edit in fix.edits]
    for edit in sorted(edits, key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("style", "before", "after"),
    [
        (HouseStyle(percent=Switch.FIRST), "Um 5 % und 3,5% mehr", "Um 5 Prozent und 3,5 Prozent mehr"),
        (HouseStyle(percent=Switch.SECOND), "Um 5 Prozent mehr", "Um 5\xa0% mehr"),
        (HouseStyle(millions=Switch.FIRST), "1 Mio. und 3,2 Mrd. Euro", "1 Million und 3,2 Milliarden Euro"),
        (HouseStyle(clock=Switch.FIRST), "Um 20:15 Uhr, Ergebnis 2:1", "Um 20.15 Uhr, Ergebnis 2:1"),
        (HouseStyle(clock=Switch.SECOND), "Um 20.15 Uhr am 3.10.", "Um 20:15 Uhr am 3.10."),
        (HouseStyle(decades=Switch.FIRST), "In den 1990er Jahren", "In den 1990er-Jahren"),
        (HouseStyle(thousands=Switch.SECOND), "Rund 12.000 Zuschauer, 3.10.2024", "Rund 12’000 Zuschauer, 3.10.2024"),
        (HouseStyle(small_numbers_as_words=True), "Es kamen 3 Boote, 5 Euro teuer.", "Es kamen drei Boote, 5 Euro teuer."),
        (HouseStyle(sharp_s=False), "Auf der Straße", "Auf der Strasse"),
        (HouseStyle(words={"Kiew": "Kyjiw"}), "In Kiew und bei Kiewer Sorten", "In Kyjiw und bei Kiewer Sorten"),
    ],
)
def test_the_fix_writes_as_the_house_does_and_a_second_look_finds_nothing(style, before, after):
    assert applied(before, style) == after
    assert not styled(after, style)


def test_a_house_without_switches_flags_neither_way():
    assert not styled("5 % und 5 Prozent, 3 Mio., 20.15 Uhr und 20:15 Uhr, 1990er Jahre, 12’000, Straße", HouseStyle())


def test_a_project_keeps_its_profile_in_the_log():
    project = Project()
    project.use(starter("agency"))
    assert project.profile == starter("agency")
    project.undo()
    assert project.profile == Profile()


ANYTHING = Profile(
    off=frozenset({"typography.dash", "term.varies"}),
    severities={"fact.number": Severity.NEUTRAL, "typography.spacing": Severity.MAJOR},
    style=HouseStyle(quotes=("»", "«"), percent=Switch.SECOND, words={"E-mail": "E-Mail", "a.b": 'x "y" \\ z', "Käse": "Kaese"}),
    names=frozenset({"Selenskyj", "Calloway"}),
    loanwords=frozenset({"Deal"}),
    terms=(Term("drone strike", ("Drohnenangriff",), ("Drohnenstreik",)), Term("House", ("Repräsentantenhaus",))),
)


@pytest.mark.parametrize("profile", [Profile(), ANYTHING, *map(starter, STARTERS)])
def test_a_profile_that_was_written_is_read_as_it_was(profile):
    assert read_profile(write_profile(profile), "desk.toml") == profile


def test_a_profile_is_written_the_same_each_time():
    assert write_profile(ANYTHING) == write_profile(read_profile(write_profile(ANYTHING), "desk.toml"))


def test_a_check_that_only_hints_stops_nothing():
    story = story_of(("It rains.", "Es  regnet."))
    (finding,) = [f for f in checks.run(story, Profile().as_hint("typography.spacing")) if f.check == "typography.spacing"]
    assert finding.hint
