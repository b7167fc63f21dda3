"""Word-wise changes: exact, in words, and calm."""

from hypothesis import given
from hypothesis import strategies as st

from app.diff import Change, carried, chunks, position
from app.model import Mark, MarkKind, Span, Text

texts = st.text(alphabet="abc „“.,ß\u0308😀\u00a0\u200d\x00", max_size=60)


def applied(before, after):
    return "".join(chunk.after.of(after) for chunk in chunks(before, after))


def spelled(before, after):
    """Both versions as [-old-]{+new+}, the way a proof-reader would type it."""
    out = []
    for chunk in chunks(before, after):
        old, new = chunk.before.of(before), chunk.after.of(after)
        out.append(old if chunk.change is Change.EQUAL else (f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else ""))
    return "".join(out)


@given(texts, texts)
def test_the_changes_tile_both_versions(before, after):
    found = chunks(before, after)
    assert "".join(chunk.before.of(before) for chunk in found) == before
    assert "".join(chunk.after.of(after) for chunk in found) == after


@given(texts, texts)
def test_what_is_called_equal_is_equal(before, after):
    assert all(c.before.of(before) == c.after.of(after) for c in chunks(before, after) if c.change is Change.EQUAL)


def test_a_changed_word_is_one_change():
    assert spelled("sagte ein aufgeregter Nutzer", "sagte ein begeisterter Nutzer") == "sagte ein [-aufgeregter-]{+begeisterter+} Nutzer"


def test_neighbouring_changed_words_are_one_change():
    assert spelled("Der alte Hafen ist zu.", "Der neue Bahnhof ist zu.") == "Der [-alte Hafen-]{+neue Bahnhof+} ist zu."


def test_a_changed_figure_is_marked_whole():
    assert spelled("kostet 1.500 Euro", "kostet 1.600 Euro") == "kostet [-1.500-]{+1.600+} Euro"


def test_marks_follow_the_words():
    text = Text("Der Rat stimmte zu.", (Mark(Span(4, 7), MarkKind.LINK, (("href", "#"),), "m1"),))
    moved = carried(text, "Gestern stimmte der neue Rat zu. Der Rat tagte.")
    assert all(0 <= mark.span.start < mark.span.end <= len(moved.plain) for mark in moved.marks)
    assert carried(text, "Auch Der Rat stimmte zu.").marks[0].span == Span(9, 12)


@given(texts, texts, st.data())
def test_a_position_of_the_new_text_lies_inside_the_old_one(before, after, data):
    at = data.draw(st.integers(0, len(after)))
    assert 0 <= position(before, after, at) <= len(before)
