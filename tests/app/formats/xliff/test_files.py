"""XLIFF files of both versions: read into stories, written back into the same bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.errors import UserError
from app.formats import format_named
from app.formats.coded import coded, same
from app.model import OBJECT, Mark, MarkKind, Span, State, Text
from tests.app.formats.xliff.samples import ONE, TWO

XLIFF = format_named("xliff")
BOTH = pytest.mark.parametrize("data", [TWO, ONE], ids=["2.1", "1.2"])


def stories_of(data):
    return XLIFF.read_aligned(data).stories


def with_pair(data, number, story=0, **changes):
    stories = list(stories_of(data))
    pairs = list(stories[story].pairs)
    pairs[number] = replace(pairs[number], **changes)
    stories[story] = replace(stories[story], pairs=tuple(pairs))
    return XLIFF.write_back(data, stories)


def plain(text):
    return text.plain.replace(OBJECT, "#")


def test_units_are_blocks_and_segments_are_rows():
    first, second = stories_of(TWO)
    assert (first.title, first.source_language, first.target_language) == ("bridge.html", "en", "de")
    assert [(plain(pair.source), plain(pair.target), pair.between is None) for pair in first.pairs] == [
        ("The bridge# is closed.", "Die Brücke# ist zu.", True),
        ("Nobody #crossed# it.", "", False),
        ("It rained.", "Es regnete.", True),
    ]
    assert [pair.state for pair in first.pairs] == [State.TRANSLATED, State.INITIAL, State.FINAL]
    assert first.pairs[0].note == "Keep it short."
    assert dict(first.pairs[0].attributes) == {"id": "u1", "name": "headline"}
    assert [pair.source.plain for pair in second.pairs] == ["Second story."]


def test_bold_is_bold_and_any_other_code_is_protected():
    marks = stories_of(TWO)[0].pairs[0].target.marks
    assert [(mark.kind, mark.span) for mark in marks] == [(MarkKind.PROTECTED, Span(10, 11)), (MarkKind.STRONG, Span(16, 18))]


def test_segments_of_version_1_are_those_marked_in_the_source():
    (story,) = stories_of(ONE)
    assert [(plain(pair.source), plain(pair.target), pair.state) for pair in story.pairs] == [
        ("The bridge is# closed.", "Die Brücke ist# zu.", State.REVIEWED),
        ("One.", "", State.INITIAL),
        ("Two.", "", State.INITIAL),
    ]


@BOTH
def test_what_must_not_be_translated_is_left_out_and_said(data):
    assert "(1)" in XLIFF.read_aligned(data).notes[0].render()


@BOTH
def test_what_nobody_changed_goes_back_to_the_byte(data):
    assert XLIFF.write_back(data, stories_of(data)) == data


def test_one_changed_target_changes_nothing_else():
    target = stories_of(TWO)[0].pairs[0].target.replaced(Span(16, 18), "gesperrt")
    assert with_pair(TWO, 0, target=target) == TWO.replace(b">zu</pc>.</target>", b">gesperrt</pc>.</target>")


def test_a_target_that_was_missing_is_made_and_its_state_said():
    data = with_pair(TWO, 1, target=coded("Niemand & keiner."), state=State.TRANSLATED)
    made = b'<segment state="translated">\n    <source>Nobody <mrk id="m1" translate="no">crossed</mrk> it.</source>'
    assert made + b"\n    <target>Niemand &amp; keiner.</target>" in data
    assert stories_of(data)[0].pairs[1].target.plain == "Niemand & keiner."


def test_another_state_takes_the_substate_away():
    assert with_pair(TWO, 0, state=State.REVIEWED) == TWO.replace(b'state="translated"   subState="my:draft"', b'state="reviewed"')


def test_what_needs_work_is_known_when_it_comes_back():
    data = with_pair(TWO, 2, state=State.INITIAL, needs_work=True)
    assert (stories_of(data)[0].pairs[2].state, stories_of(data)[0].pairs[2].needs_work) == (State.INITIAL, True)


def test_notes_are_added_changed_and_taken_away():
    added = with_pair(TWO, 2, note="Wirklich?")
    assert b'<unit id="u3"><notes><note>Wirklich?</note></notes><segment' in added
    more = with_pair(TWO, 0, note="Keep it short.\nEr <3")
    assert b"<note>Keep it short.</note><note>Er &lt;3</note></notes>" in more
    assert with_pair(TWO, 0, note="Kurz.") == TWO.replace(b"Keep it short.", b"Kurz.")
    assert b"<notes>" not in with_pair(TWO, 0, note="")
    assert stories_of(added)[0].pairs[2].note == "Wirklich?"


def test_a_target_of_version_1_keeps_the_encoding_of_the_file():
    target = stories_of(ONE)[0].pairs[0].target
    data = with_pair(ONE, 0, target=target.replaced(Span(len(target.plain) - 3, len(target.plain) - 1), "für → immer zu"))
    assert data == ONE.replace(b"zu.</target>", "für ".encode("latin-1") + b"&#8594; immer zu.</target>")


def test_a_segmented_target_of_version_1_is_made_like_its_source():
    data = with_pair(ONE, 2, target=coded("Zwei."), state=State.TRANSLATED)
    assert b'<target><mrk mtype="seg" mid="1"></mrk> <mrk mtype="seg" mid="2">Zwei.</mrk></target>' in data
    assert [pair.target.plain for pair in stories_of(data)[0].pairs[1:]] == ["", "Zwei."]


def test_a_reopened_unit_of_version_1_is_no_longer_approved():
    data = with_pair(ONE, 0, state=State.TRANSLATED)
    assert b'id="1" approved="no"' in data
    assert stories_of(data)[0].pairs[0].state is State.TRANSLATED


def test_a_file_without_target_language_gets_one_with_its_first_translation():
    data = TWO.replace(b' trgLang="de"', b"").replace(b"<target/>", b"")
    data = data.replace(b"<target>Es regnete.</target>", b"").replace(TWO[TWO.index(b"    <target>Die") : TWO.index(b"   </segment>")], b"")
    assert b' trgLang="de"' in with_pair(data, 0, target=coded("Die Brücke."))


def test_codes_that_cross_or_lost_a_half_stay_valid():
    text = stories_of(TWO)[0].pairs[0].target
    crossing = Text(text.plain, (*text.marks, Mark(Span(12, 17), MarkKind.EMPHASIS)))
    data = with_pair(TWO, 0, target=crossing)
    assert b"<sc " in data
    assert [mark.kind for mark in stories_of(data)[0].pairs[0].target.marks].count(MarkKind.PROTECTED) == 3


@pytest.mark.parametrize(
    "data",
    [b"<html/>", b"<xliff", b'<xliff version="3.0"/>', b'<!DOCTYPE x [<!ENTITY a "b">]><xliff version="1.2">&a;</xliff>', b"", b"\xff\xfe"],
)
def test_what_is_no_xliff_is_one_sentence(data):
    with pytest.raises(UserError):
        XLIFF.read_aligned(data)


LETTERS = st.text("abÄ „“<&>\"'\u00a0\u2028😀", max_size=12)


@BOTH
@given(words=st.lists(st.tuples(LETTERS, st.sampled_from([None, 0, 1]), st.booleans()), max_size=6))
def test_any_text_with_codes_anywhere_reads_back_as_itself(data, words):
    pair = stories_of(data)[0].pairs[0]
    signs = [mark for mark in pair.source.marks if mark.kind is MarkKind.PROTECTED]
    text, used = Text(), set()
    for raw, sign, bold in words:
        piece = coded(raw)
        if bold and raw.strip():
            piece = Text(piece.plain, (*piece.marks, Mark(Span(0, len(piece.plain)), MarkKind.EMPHASIS)))
        text = text + piece
        if sign is not None and sign < len(signs) and sign not in used:
            used.add(sign)
            text = text + Text(OBJECT, (signs[sign].at(Span(0, 1)),))
    text = text.stripped()
    back = stories_of(with_pair(data, 0, target=text))[0].pairs
    assert back[0].target.plain == text.plain
    assert same(bare(back[0].target), bare(text))
    assert back[1:] == stories_of(data)[0].pairs[1:]


def bare(text):
    """Without what only the file knows: the ids of marks that it made for us."""
    return Text(
        text.plain, tuple(replace(mark, attributes=() if mark.kind is MarkKind.EMPHASIS else mark.attributes, id="") for mark in text.marks)
    )


def test_a_code_that_may_not_be_deleted_is_put_back():
    data = TWO.replace(b'<ph id="1" dataRef="d1" equiv="br"/>', b'<ph id="1" dataRef="d1" canDelete="no"/>')
    back = with_pair(data, 0, target=coded("Die Brücke ist zu."))
    assert '<target>Die Brücke ist zu.<ph id="1" dataRef="d1" canDelete="no"/><pc'.encode() in back
    assert with_pair(TWO, 0, target=coded("Zu.")).count(b"<target>Zu.</target>") == 1
