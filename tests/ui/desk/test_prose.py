from hypothesis import given
from hypothesis import strategies as st

from app.model import Mark, MarkKind, Span, Text
from ui.desk.prose import Look, Prose, change_line, changes, joined, opinion, running

WORDS = st.lists(st.sampled_from(["der", "Rat", "stimmte", "😀", "z. B.", "ab", ",", "\u2029", "\ufffc", "é"]), max_size=12).map(" ".join)


@given(WORDS, WORDS, st.data())
def test_every_stretch_of_the_new_text_is_shown_in_the_woven_one(before, after, data):
    prose = changes(before, Text(after))
    start = data.draw(st.integers(0, len(after)))
    span = Span(start, data.draw(st.integers(start, len(after))))
    shown = "".join(part.of(prose.text) for part in prose.shown(span)) if prose.pieces else prose.text[span.start : span.end]
    assert shown == running(Text(span.of(after))).text


@given(WORDS, WORDS)
def test_an_offset_of_the_woven_text_leads_back_to_where_it_is_shown(before, after):
    prose = changes(before, Text(after))
    for at in range(len(after)):
        for part in prose.shown(Span(at, at + 1)):
            assert prose.real(part.end) == at + 1
    assert all(0 <= prose.real(at) <= len(after) for at in range(len(prose.text) + 1))


@given(WORDS, WORDS)
def test_without_what_was_inserted_the_woven_text_is_the_old_one(before, after):
    prose = changes(before, Text(after))
    inserted = [stretch.span for stretch in prose.stretches if stretch.look is Look.INSERTED]
    left = "".join(char for at, char in enumerate(prose.text) if not any(span.start <= at < span.end for span in inserted))
    assert left.replace("\u2009", "") == running(Text(before)).text


@given(WORDS, WORDS)
def test_what_another_translation_has_is_shown_in_the_text_now_and_changes_no_offset(now, other):
    prose = opinion(Text(now), other)
    foreign = [stretch.span for stretch in prose.stretches if stretch.look is Look.INSERTED]
    left = "".join(char for at, char in enumerate(prose.text) if not any(span.start <= at < span.end for span in foreign))
    assert left.replace("\u2009", "") == running(Text(now)).text
    for at in range(len(now)):
        assert [prose.real(part.end) for part in prose.shown(Span(at, at + 1))] == [at + 1]


def test_typography_is_passed_over_in_every_comparison():
    old, new = '"Ja", sagte er - leise.', "„Ja“, sagte er – leise."
    assert changes(old, Text(new), blind=True).stretches == ()
    assert changes(old, Text(new), blind=True).text == new
    assert opinion(Text(old), new, blind=True).text == old
    assert change_line(old, new, blind=True).text == ""
    assert change_line(old, new).text != ""


@given(WORDS)
def test_running_text_keeps_every_offset(text):
    assert len(running(Text(text)).text) == len(text)


def test_marks_are_shown_and_a_line_break_breaks_the_line():
    marks = (Mark(Span(0, 3), MarkKind.STRONG), Mark(Span(3, 4), MarkKind.LINE_BREAK))
    prose = running(Text("Nie\ufffcwieder", marks))
    assert prose.text == "Nie\u2028wieder"
    assert [(stretch.span, stretch.look) for stretch in prose.stretches] == [(Span(0, 3), Look.STRONG)]


def test_the_line_of_changes_shows_a_few_words_around_each_change():
    before = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
    line = change_line(before, before.replace("sechs", "SECHS"))
    assert line.text == "… drei vier fünf sechs\u2009SECHS sieben acht neun …"
    assert [stretch.span.of(line.text) for stretch in line.stretches] == ["sechs", "SECHS"]


def test_joined_texts_keep_their_stretches():
    bold = running(Text("fett", (Mark(Span(0, 4), MarkKind.STRONG),)))
    prose = joined([(Prose("eins"), " "), (bold, "")])
    assert prose.text == "eins fett"
    assert prose.stretches[0].span.of(prose.text) == "fett"
