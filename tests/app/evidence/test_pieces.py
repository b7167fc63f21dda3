import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evidence.pieces import cuts, pieces
from app.evidence.story import story_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Es regnete. Niemand kam.", ["Es regnete.", "Niemand kam."]),
        ("Er kam am 3. Mai. Es regnete.", ["Er kam am 3. Mai.", "Es regnete."]),
        ("Er war 34. Die Fähre sank.", ["Er war 34.", "Die Fähre sank."]),
        ("Regeln: 1. Nicht kürzen. 2. Keine Listen.", ["Regeln: 1. Nicht kürzen.", "2. Keine Listen."]),
        ("Titel (max. 60 Zeichen): Nebel", ["Titel (max. 60 Zeichen): Nebel"]),
        ("„Nein.“ Er ging.", ["„Nein.“", "Er ging."]),
        ("Absatz eins\u2029Absatz zwei", ["Absatz eins", "Absatz zwei"]),
        ("", []),
    ],
)
def test_a_text_is_cut_at_sentences_and_labels_stay_with_what_they_announce(text, parts):
    assert [span.of(text) for span in cuts(text)] == parts


@pytest.mark.parametrize(
    ("target", "head"),
    [
        ("Foto: dpa/Jens Wollmann Die Fähre sank in der Nacht.", "Foto: dpa/Jens Wollmann"),
        ("ANZEIGE Die Fähre sank in der Nacht.", "ANZEIGE"),
        ("© Reuters Ein Boot kam zu Hilfe.", "© Reuters"),
    ],
)
def test_a_credit_glued_to_a_sentence_is_a_piece_of_its_own(target, head):
    (row,) = story_of(("The ferry sank in the night.", target)).rows

    assert pieces(row)[0].text == head


@pytest.mark.parametrize(
    "target", ["Reuters meldete, die Fähre sei gesunken.", "Fotos Zeigen nichts.", "Anzeige gegen unbekannt wurde erstattet."]
)
def test_a_sentence_that_begins_with_such_a_word_stays_whole(target):
    (row,) = story_of(("Something else was reported.", target)).rows

    assert pieces(row)[0].text == target


@settings(max_examples=100)
@given(st.lists(st.sampled_from([*'aB .!?:„“"1\n(', "\u2029", "ANZEIGE ", "Foto: "]), max_size=60).map("".join))
def test_pieces_are_in_order_within_the_text_and_leave_out_only_white_space(text):
    spans = cuts(text)

    rest = list(text)
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        rest[span.start : span.end] = " " * span.length
        end = span.end
    assert not "".join(rest).strip()
