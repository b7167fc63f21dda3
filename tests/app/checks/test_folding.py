from hypothesis import given, settings
from hypothesis import strategies as st

from app.checks.folding import fold
from app.evidence.story import story_of
from app.i18n import Message
from app.model import Category, Edit, Finding, Fix, Place, Severity, Side, Span

STORY = story_of(("One source sentence.", "Ein Satz im Ziel."), ("", "Noch ein Satz dazu."), ("Three.", "Drei."))


def finding(check, *places, severity=Severity.MAJOR, confidence=0.9, fixes=()):
    spots = tuple(Place(unit, side, Span(start, end)) for unit, side, start, end in places)
    units = tuple(dict.fromkeys(place.unit for place in spots))
    return Finding(check, Category.OTHER, severity, confidence, units, spots, Message(check), fixes)


TARGET, SOURCE = Side.TARGET, Side.SOURCE


def names(*findings):
    return [f.check for f in fold(STORY, list(findings))]


def test_an_artefact_explains_what_lies_inside_it():
    leak = finding("artefact.prompt-leak", (2, TARGET, 0, 19))
    inside = [finding(name, (2, TARGET, 5, 8)) for name in ("language.spelling", "typography.dash", "fact.number", "structure.addition")]

    assert names(*inside, leak) == ["artefact.prompt-leak"]


def test_what_lies_beside_it_stays():
    leak = finding("artefact.prompt-leak", (2, TARGET, 0, 6), severity=Severity.CRITICAL)

    assert names(leak, finding("fact.number", (2, TARGET, 7, 12))) == ["artefact.prompt-leak", "fact.number"]


def test_a_finding_over_several_rows_keeps_what_is_not_explained():
    fix = Fix(Message("Remove"), (Edit(1, Span(0, 3), ""),), (2,))
    added = finding("structure.addition", (1, TARGET, 0, 17), (2, TARGET, 0, 19), fixes=(fix,))
    leak = finding("artefact.promo", (2, TARGET, 0, 19))

    left = next(f for f in fold(STORY, [added, leak]) if f.check == "structure.addition")

    assert left.units == (1,)
    assert left.fixes == (Fix(Message("Remove"), (Edit(1, Span(0, 3), ""),)),)


def test_a_broken_end_explains_what_is_missing_there():
    end = finding("artefact.truncated", (3, TARGET, 0, 5), (1, SOURCE, 0, 20))

    assert names(end, finding("structure.omission", (1, SOURCE, 0, 20))) == ["artefact.truncated"]


def test_a_hint_explains_nothing_that_is_surer():
    hint = finding("artefact.promo", (2, TARGET, 0, 19), confidence=0.3)

    assert set(names(hint, finding("fact.number", (2, TARGET, 0, 4)))) == {"artefact.promo", "fact.number"}


def test_findings_of_one_check_in_one_place_are_one():
    twice = finding("fact.number", (1, TARGET, 0, 3))

    assert names(twice, twice) == ["fact.number"]


def test_the_gravest_come_first_then_the_surest_then_the_earliest():
    found = [
        finding("a.minor", (1, TARGET, 0, 2), severity=Severity.MINOR),
        finding("b.late", (3, TARGET, 0, 2)),
        finding("c.early", (1, TARGET, 4, 6)),
        finding("d.unsure", (1, TARGET, 8, 9), confidence=0.6),
        finding("e.critical", (3, TARGET, 3, 4), severity=Severity.CRITICAL),
    ]

    assert names(*found) == ["e.critical", "c.early", "b.late", "d.unsure", "a.minor"]


PLACES = st.tuples(st.integers(1, 3), st.sampled_from([TARGET, SOURCE]), st.integers(0, 5), st.integers(0, 8)).map(
    lambda p: (p[0], p[1], p[2], p[2] + p[3])
)
FINDINGS = st.builds(
    lambda check, places, severity, confidence: finding(check, *places, severity=severity, confidence=confidence),
    st.sampled_from(
        ["artefact.promo", "artefact.untranslated", "structure.addition", "structure.omission", "structure.order", "fact.number"]
    ),
    st.lists(PLACES, min_size=1, max_size=3),
    st.sampled_from(list(Severity)),
    st.sampled_from([0.3, 0.6, 0.9]),
)


@settings(max_examples=100)
@given(st.lists(FINDINGS, max_size=6))
def test_folding_invents_nothing(found):
    for left in fold(STORY, found):
        assert any(left.check == f.check and set(left.places) <= set(f.places) and left.severity is f.severity for f in found)


@settings(max_examples=100)
@given(st.lists(FINDINGS, min_size=1, max_size=6))
def test_something_is_left_of_everything(found):
    assert fold(STORY, found)
