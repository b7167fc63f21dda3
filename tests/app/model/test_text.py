"""Texts, spans and marks: laws that every edit keeps."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.model import Mark, MarkKind, Span, Text
from app.model.text import after_edit

words = st.text(alphabet="ab „“ß́é😀\u00a0", max_size=24)


@st.composite
def texts(draw):
    plain = draw(words)
    marks = []
    for number in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(plain)))
        end = draw(st.integers(start, len(plain)))
        if end > start:
            marks.append(Mark(Span(start, end), MarkKind.LINK, (("href", f"#{number}"),), f"m{number}"))
    return Text(plain, tuple(marks))


@st.composite
def edits(draw):
    text = draw(texts())
    start = draw(st.integers(0, len(text.plain)))
    end = draw(st.integers(start, len(text.plain)))
    return text, Span(start, end), draw(words)


@given(edits())
def test_an_edit_changes_just_its_span(case):
    text, span, new = case
    changed = text.replaced(span, new)
    assert changed.plain == text.plain[: span.start] + new + text.plain[span.end :]


@given(edits())
def test_no_mark_leaves_the_text(case):
    text, span, new = case
    changed = text.replaced(span, new)
    assert all(0 <= mark.span.start < mark.span.end <= len(changed.plain) for mark in changed.marks)


@given(texts(), st.data())
def test_a_text_cut_in_two_and_joined_is_itself(text, data):
    at = data.draw(st.integers(0, len(text.plain)))
    left, right = text.slice(Span(0, at)), text.slice(Span(at, len(text.plain)))
    joined = left + right
    assert joined.plain == text.plain
    assert {(mark.id, mark.span) for mark in joined.marks} == {(mark.id, mark.span) for mark in text.marks}


def test_typing_inside_a_mark_stretches_it():
    assert after_edit(Span(4, 8), Span(6, 6), 3) == Span(4, 11)


def test_typing_before_and_behind_a_mark_leaves_its_words_alone():
    assert after_edit(Span(4, 8), Span(2, 2), 3) == Span(7, 11)
    assert after_edit(Span(4, 8), Span(8, 8), 3) == Span(4, 8)


def test_replacing_exactly_the_marked_words_keeps_the_mark():
    assert after_edit(Span(4, 8), Span(4, 8), 2) == Span(4, 6)


def test_replacing_more_than_the_marked_words_drops_the_mark():
    assert after_edit(Span(4, 8), Span(3, 9), 2) is None


@given(st.text("ab ", min_size=1, max_size=12), st.data())
def test_rewriting_many_stretches_is_replacing_them_one_by_one(plain, data):
    cuts = sorted(data.draw(st.sets(st.integers(0, len(plain)), max_size=6)))
    pieces = [(Span(start, end), data.draw(st.sampled_from(["", "x", "yz"]))) for start, end in list(pairwise(cuts))[::2]]
    one_by_one = Text(plain)
    for piece, instead in reversed(pieces):
        one_by_one = one_by_one.replaced(piece, instead)
    assert Text(plain).rewritten(pieces) == one_by_one


def test_marks_follow_a_rewriting():
    marks = (Mark(Span(0, 3), MarkKind.STRONG), Mark(Span(1, 2), MarkKind.LINE_BREAK), Mark(Span(2, 3), MarkKind.EMPHASIS))
    assert Text("a\nb", marks).rewritten([(Span(1, 2), "<>")]) == Text(
        "a<>b", (Mark(Span(0, 4), MarkKind.STRONG), Mark(Span(1, 3), MarkKind.LINE_BREAK), Mark(Span(3, 4), MarkKind.EMPHASIS))
    )


@given(st.text(alphabet="ab 😀", min_size=1, max_size=12), st.data())
def test_marking_a_stretch_twice_leaves_it_unmarked(plain, data):
    text = Text(plain)
    for _ in range(data.draw(st.integers(0, 3))):
        start = data.draw(st.integers(0, len(plain) - 1))
        text = text.toggled(Span(start, data.draw(st.integers(start + 1, len(plain)))), MarkKind.STRONG)
    start = data.draw(st.integers(0, len(plain) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(plain))))
    covered = {at for mark in text.marks for at in range(mark.span.start, mark.span.end)}
    wanted = (
        covered - set(range(span.start, span.end))
        if covered >= set(range(span.start, span.end))
        else covered | set(range(span.start, span.end))
    )
    now = [at for mark in text.toggled(span, MarkKind.STRONG).marks for at in range(mark.span.start, mark.span.end)]
    assert sorted(now) == sorted(wanted)


def test_a_link_takes_the_place_of_the_one_before_and_of_nothing_else():
    strong = Mark(Span(0, 3), MarkKind.STRONG)
    text = Text("Der Rat tagt.", (strong, Mark(Span(4, 7), MarkKind.LINK, (("href", "a"),))))
    linked = text.linked(Span(4, 7), "Stadtrat", "b")
    assert linked.plain == "Der Stadtrat tagt."
    assert linked.marks == (strong, Mark(Span(4, 12), MarkKind.LINK, (("href", "b"),)))
    assert linked.linked(Span(4, 12), "Stadtrat", "").marks == (strong,)
