"""Word-wise changes: exact, in words, and calm."""

from hypothesis import given
from hypothesis import strategies as st

from app.diff import Change, carried, chunks, edited, position
from app.model import Mark, MarkKind, Span, Text

texts = st.text(alphabet="abc „“.,ß\u0308😀\u00a0\u200d\x00", max_size=60)


def applied(before, after):
    return "".join(chunk.after.of(after) for chunk in chunks(before, after))


def spelled(before, after, compare=chunks):
    """Both versions as [-old-]{+new+}, the way a proof-reader would type it."""
    out = []
    for chunk in compare(before, after):
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


@given(texts, texts, st.booleans())
def test_what_an_editor_marks_tiles_both_versions_too(before, after, blind):
    found = edited(before, after, blind=blind)
    assert "".join(chunk.before.of(before) for chunk in found) == before
    assert "".join(chunk.after.of(after) for chunk in found) == after
    assert blind or all(c.before.of(before) == c.after.of(after) for c in found if c.change is Change.EQUAL)


@given(texts)
def test_a_text_and_itself_have_no_changes(text):
    assert all(chunk.change is Change.EQUAL for chunk in edited(text, text))


def test_of_an_ending_only_the_ending_is_marked():
    assert spelled("den kreativen Ausdruck", "den kreative Ausdruck", edited) == "den kreative[-n-] Ausdruck"
    assert spelled("wegen dem Programm", "wegen dem Programms", edited) == "wegen dem Programm{+s+}"
    assert spelled("das Programm lief", "des Programms lief", edited) == "[-das Programm-]{+des Programms+} lief"


def test_another_word_is_marked_whole_however_alike():
    assert spelled("die Überlastung", "die Übermacht", edited) == "die [-Überlastung-]{+Übermacht+}"
    assert spelled("10 Millionen", "10 Milliarden", edited) == "10 [-Millionen-]{+Milliarden+}"
    assert spelled("die sie brauchen", "die er braucht", edited) == "die [-sie brauchen-]{+er braucht+}"
    assert spelled("sie brauchen das", "sie braucht das", edited) == "sie [-brauchen-]{+braucht+} das"
    assert spelled("am 17.", "am 18.", edited) == "am [-17-]{+18+}."


def test_quotes_spaces_and_dashes_are_passed_over_where_asked():
    before, after = 'Er sagte: "10s - mehr nicht"...', "Er sagte: „10\u00a0s – mehr nicht“…"
    assert [chunk.change for chunk in edited(before, after, blind=True)] == [Change.EQUAL]
    assert any(chunk.change is not Change.EQUAL for chunk in edited(before, after))


def test_a_word_that_changed_inside_quotes_is_still_seen_where_typography_is_not():
    found = edited('"Das war alt"', "„Das war neu“", blind=True)
    assert [chunk.change for chunk in found] == [Change.EQUAL, Change.REPLACED, Change.EQUAL]


def test_an_inserted_word_stands_before_its_space():
    assert spelled("Der Hafen", "Der neue Hafen") == "Der {+neue +}Hafen"
