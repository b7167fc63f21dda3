"""Fields are paired by their names, whatever they say; the text around them is aligned as if they were not there."""

import pytest

from app.alignment import align, units
from app.formats.beside import field_part, with_fields
from app.formats.parts import Part, joined
from app.model import BlockKind, BlockStart, Text
from app.segmentation import segments

EN = ["The ferry stays in port.", "The storm goes on. Nobody was hurt.", "It sails again on Monday."]
DE = ["Die Fähre bleibt im Hafen.", "Der Sturm hält an. Niemand wurde verletzt.", "Am Montag fährt sie wieder."]


def document(language, texts, fields, *, titled=True):
    parts = [Part(BlockKind.PARAGRAPH if number or not titled else BlockKind.TITLE, Text(text)) for number, text in enumerate(texts)]
    return joined(with_fields(parts, [field_part(*each) for each in fields]), language, "html")


def rows(source, target):
    cut = segments(source), segments(target)
    made = units(source, target, cut, align(source, target, cut))
    return made, [(source.excerpt(unit.source).plain if unit.source else "", unit.target.plain) for unit in made]


def test_a_field_is_one_row_whatever_it_says():
    source = document("en", EN, [("teaser", "It blows. It pours."), ("slug", "ferry-stays"), ("id", "7")])
    target = document("de", DE, [("teaser", "Sturm. Regen. Wind."), ("slug", "ganz-anders"), ("id", "4711")])
    made, found = rows(source, target)
    assert found[1:4] == [("It blows. It pours.", "Sturm. Regen. Wind."), ("ferry-stays", "ganz-anders"), ("7", "4711")]
    assert [pair[0] for pair in found[:1] + found[4:]] == [EN[0], "The storm goes on.", "Nobody was hurt.", EN[2]]
    assert all(unit.doubt < 0.01 for unit in made[1:4])


def test_a_field_of_one_side_stands_alone_and_opens_as_that_field():
    source = document("en", EN, [("seo-title", "Ferry"), ("teaser", "It blows.")])
    target = document("de", DE, [("teaser", "Sturm."), ("keywords", "Hafen")])
    made, found = rows(source, target)
    assert found[1:4] == [("Ferry", ""), ("It blows.", "Sturm."), ("", "Hafen")]
    assert made[1].opening == BlockStart(BlockKind.FIELD, (("name", "seo-title"),))


@pytest.mark.parametrize(("ours", "theirs", "gull"), [("b", "b", ""), ("c", "d", "Ein Kai")])
def test_alt_texts_are_paired_by_address_or_else_in_turn(ours, theirs, gull):
    source = document("en", EN, [("alt", "A gull", ("src", "a")), ("alt", "A boat", ("src", ours))])
    target = document("de", DE, [("alt", "Ein Kai", ("src", "z")), ("alt", "Ein Boot", ("src", theirs))])
    found = dict(rows(source, target)[1])
    assert found["A boat"] == "Ein Boot"
    assert found["A gull"] == gull


@pytest.mark.parametrize("titled", [(True, False), (False, True), (False, False)])
def test_no_row_is_lost_where_a_side_has_no_title_or_no_fields(titled):
    for fields in ([("teaser", "Sturm."), ("slug", "hafen")], []):
        source = document("en", EN, [("teaser", "It blows."), ("slug", "port")], titled=titled[0])
        target = document("de", DE, fields, titled=titled[1])
        _made, found = rows(source, target)
        assert " ".join(one for one, _two in found if one).split() == source.text.plain.split()
        assert " ".join(two for _one, two in found if two).split() == target.text.plain.split()
