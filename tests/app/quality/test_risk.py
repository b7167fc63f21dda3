"""Risk: what the checks saw decides, between 0 and 1."""

from hypothesis import given
from hypothesis import strategies as st

from app.i18n import Message
from app.model import Category, Finding, Joint, Severity, Span, Text, Unit
from app.quality.risk import article_risk, row_risks

severities = st.sampled_from(list(Severity))


def unit(number, text="Ein Satz.", removed=False, doubt=0.0):
    return Unit(number, Span(0, 1), Span(0, 1), Text(text), Joint(), removed=removed, doubt=doubt)


def finding(severity, confidence=1.0):
    return Finding("fact.number", Category.NUMBERS, severity, confidence, (1,), (), Message("Why"))


@given(st.lists(st.tuples(severities, st.floats(0, 1)), max_size=6), st.floats(0, 1), st.text(max_size=400))
def test_risk_is_a_probability(found, doubt, text):
    risks = row_risks([unit(1, text, doubt=doubt)], [finding(s, c) for s, c in found])
    assert 0 <= risks[1] <= 1


@given(severities, st.floats(0, 1))
def test_one_more_finding_never_lowers_the_risk(severity, confidence):
    plain = row_risks([unit(1)], [finding(Severity.MINOR)])
    more = row_risks([unit(1)], [finding(Severity.MINOR), finding(severity, confidence)])
    assert more[1] >= plain[1]


def test_a_graver_finding_is_a_greater_risk():
    risks = [row_risks([unit(1)], [finding(severity)])[1] for severity in Severity]
    assert risks == sorted(risks)


def test_a_doubtful_row_is_riskier_than_a_sure_one():
    risks = row_risks([unit(1), unit(2, doubt=0.8)], [])
    assert risks[2] > risks[1]


def test_removed_rows_carry_no_risk():
    assert row_risks([unit(1, removed=True)], [finding(Severity.CRITICAL)]) == {}


def test_an_article_is_as_risky_as_its_rows_together():
    assert article_risk({1: 0.5, 2: 0.25}) == 0.75
