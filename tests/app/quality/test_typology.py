"""Typologies: those that come along, and a desk's own."""

import pytest

from app.checks import CHECKS
from app.errors import UserError
from app.i18n import Message
from app.model import Category, Finding, Severity, Side
from app.quality.typology import ESA, MQM, TYPOLOGIES, WMT, read_typology

OWN = """
id = "desk"
name = "Our desk"
severities = { minor = 1, major = 6, critical = 30 }
limits = { points = 8, words = 250 }
[[types]]
id = "sense"
name = "Sense"
key = "s"
covers = ["mistranslation", "fact."]
[[types]]
id = "gap"
name = "Gap"
key = "g"
weight = 2
side = "source"
covers = ["omission"]
"""


def finding(check, category, severity=Severity.MAJOR):
    return Finding(check, category, severity, 1.0, (1,), (), Message("Why"))


@pytest.mark.parametrize("typology", TYPOLOGIES, ids=lambda each: each.id)
def test_every_kind_has_a_letter_of_its_own(typology):
    keys = [kind.key for kind in typology.types]
    assert len(set(keys)) == len(keys)
    assert all(typology.by_key(kind.key.upper()) is kind for kind in typology.types)
    assert [typology.severity_by_key(key) for key in "nmjc" if typology.severity_by_key(key)] == list(typology.severities)


def test_mqm_has_twelve_kinds_and_its_points():
    assert len(MQM.types) == 12
    assert [MQM.points("mistranslation", severity) for severity in Severity] == [0, 1, 5, 25]
    assert MQM.points("spelling", Severity.MINOR) == 0.1


def test_wmt_weighs_what_is_no_translation_and_punctuation_as_its_campaigns_do():
    assert WMT.points("non-translation", Severity.MAJOR) == 25
    assert WMT.points("fluency/punctuation", Severity.MINOR) == 0.1
    assert Severity.CRITICAL not in WMT.severities


def test_esa_knows_minor_and_major_and_asks_for_a_score():
    assert set(ESA.severities) == {Severity.MINOR, Severity.MAJOR}
    assert ESA.score
    assert ESA.nearest(Severity.CRITICAL) is Severity.MAJOR
    assert ESA.nearest(Severity.NEUTRAL) is Severity.MINOR


@pytest.mark.parametrize("typology", TYPOLOGIES, ids=lambda each: each.id)
def test_omissions_are_marked_on_the_source(typology):
    assert typology.kind_of(finding("structure.omission", Category.OMISSION)).side is Side.SOURCE


@pytest.mark.parametrize(
    ("check", "kind"),
    [("artefact.preamble", "artefact"), ("fact.scale", "number"), ("name.changed", "name"), ("structure.addition", "addition"),
     ("structure.omission", "omission"), ("term.varies", "terminology"), ("typography.spacing", "spelling")],
)  # fmt: skip
def test_findings_are_accepted_as_the_kind_of_their_check(check, kind):
    category = next(each.category for each in CHECKS if each.id == check)
    assert MQM.kind_of(finding(check, category)).id == kind


def test_a_desks_own_file_is_read():
    own = read_typology(OWN.encode(), "desk.toml")
    assert own.points("gap", Severity.MAJOR) == 12
    assert own.limits.points == 8
    assert own.kind_of(finding("fact.number", Category.NUMBERS)).id == "sense"
    assert own.type("gap").issue is Category.OMISSION


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('key = "g"', 'key = "s"'), "small letter"),
        (('key = "g"', 'key = "G"'), "small letter"),
        (('id = "gap"', 'id = "sense"'), "two kinds"),
        (("weight = 2", "weight = -2"), "from 0 on"),
        (("major = 6", "grave = 6"), "cannot be used"),
        (("weight = 2", "wieght = 2"), "cannot be used"),
        (('name = "Our desk"', "name ="), "cannot be used"),
        (('side = "source"', 'side = "left"'), "cannot be used"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_fit_is_one_sentence(change, said):
    with pytest.raises(UserError, match=said):
        read_typology(OWN.replace(*change).encode(), "desk.toml")


def test_a_file_in_another_encoding_is_one_sentence():
    with pytest.raises(UserError, match="cannot be used"):
        read_typology(OWN.replace("Gap", "Lücke").encode("latin-1"), "desk.toml")
