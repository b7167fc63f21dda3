from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.alignment import align
from app.errors import Cancelled
from app.model import Span
from app.segmentation import segments
from tests.app.alignment.stories import ENGLISH, GERMAN, PAIRS, PROMO, document, expected, rows

SOURCE = document("en", ENGLISH[:3], ENGLISH[3:6], ENGLISH[6:9], ENGLISH[9:])


def german(*changes):
    """The German sentences with some replaced: (first, last + 1, sentences instead)."""
    found = list(GERMAN)
    for first, last, instead in sorted(changes, reverse=True):
        found[first:last] = instead
    return found


def test_sentences_that_translate_each_other_share_a_row():
    assert rows(SOURCE, document("de", GERMAN[:3], GERMAN[3:6], GERMAN[6:9], GERMAN[9:])) == expected()


def test_paragraphs_guide_but_do_not_bind():
    assert rows(SOURCE, document("de", GERMAN)) == expected()
    assert rows(SOURCE, document("de", GERMAN[:1], GERMAN[1:2], GERMAN[2:5], GERMAN[5:10], GERMAN[10:])) == expected()


@pytest.mark.parametrize("gone", range(len(PAIRS)))
def test_a_missing_sentence_leaves_every_other_row_right(gone):
    assert rows(SOURCE, document("de", german((gone, gone + 1, [])))) == expected((gone, gone + 1, [([ENGLISH[gone]], [])]))


def test_a_missing_paragraph_leaves_every_other_row_right():
    missing = [([sentence], []) for sentence in ENGLISH[3:6]]
    assert rows(SOURCE, document("de", GERMAN[:3], GERMAN[6:9], GERMAN[9:])) == expected((3, 6, missing))


@pytest.mark.parametrize("at", [0, 1, 6, 11, 12])
def test_an_inserted_sentence_stands_opposite_nothing(at):
    assert rows(SOURCE, document("de", german((at, at, [PROMO])))) == expected((at, at, [([], [PROMO])]))


def test_a_promo_glued_to_a_paragraph_does_not_drag_its_neighbours_along():
    target = document("de", [*GERMAN[:3], PROMO], GERMAN[3:6], ["Werbung"], GERMAN[6:9], GERMAN[9:])
    assert rows(SOURCE, target) == expected((3, 3, [([], [PROMO])]), (6, 6, [([], ["Werbung"])]))


def test_two_swapped_sentences_become_one_row():
    target = document("de", GERMAN[:6], [GERMAN[7], GERMAN[6]], GERMAN[8:])
    assert rows(SOURCE, target) == expected((6, 8, [(ENGLISH[6:8], [GERMAN[7], GERMAN[6]])]))


def test_a_sentence_cut_in_two_shares_the_row_of_its_original():
    parts = ["Das Bergwerk war 1987 geschlossen worden.", "Zuvor waren bei einem Brand vier Arbeiter gestorben."]
    assert rows(SOURCE, document("de", german((3, 4, parts)))) == expected((3, 4, [([ENGLISH[3]], parts)]))


def test_two_sentences_made_one_share_a_row():
    one = "Das Museum soll 12 Millionen Euro kosten, wovon die Hälfte der Summe von der Landesregierung kommt."
    assert rows(SOURCE, document("de", german((6, 8, [one])))) == expected((6, 8, [(ENGLISH[6:8], [one])]))


def test_a_repeated_sentence_leaves_every_other_row_right():
    found = rows(SOURCE, document("de", german((5, 5, [GERMAN[4]]))))
    assert found[:4] == expected()[:4]
    assert found[-7:] == expected()[-7:]


def test_an_untranslated_sentence_stands_opposite_itself():
    assert rows(SOURCE, document("de", german((8, 9, [ENGLISH[8]])))) == expected((8, 9, [([ENGLISH[8]], [ENGLISH[8]])]))


def test_empty_documents_have_no_rows():
    assert rows(document("en"), document("de")) == []
    assert rows(document("en"), document("de", [PROMO])) == [([], [PROMO])]
    assert rows(document("en", ENGLISH[:1]), document("de")) == [([ENGLISH[0]], [])]


def test_progress_is_reported_and_may_cancel():
    seen = []
    cut = segments(SOURCE), segments(document("de", GERMAN))
    align(SOURCE, document("de", GERMAN), cut, lambda done, total: seen.append((done, total)))
    assert seen[-1] == (12, 12)

    def cancel(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        align(SOURCE, document("de", GERMAN), cut, cancel)


def test_a_long_text_with_gaps_is_aligned_window_by_window():
    count = 1300
    english = [f"Boat number {n} left the harbour with {n * 7} boxes." for n in range(count)]
    german = [f"Das Boot Nummer {n} verließ mit {n * 7} Kisten den Hafen." for n in range(count)]
    target = document("de", *[[sentence] for n, sentence in enumerate(german) if n % 100 != 50])
    found = rows(document("en", *[[sentence] for sentence in english]), target)
    assert found == [([e], [] if n % 100 == 50 else [g]) for n, (e, g) in enumerate(zip(english, german, strict=True))]


SENTENCES = st.lists(st.lists(st.sampled_from([*ENGLISH, *GERMAN, PROMO, "Ja.", "1987.", "42 …"]), min_size=1, max_size=4), max_size=6)


@given(SENTENCES, SENTENCES)
def test_links_run_through_both_texts_and_leave_nothing_out(english, german):
    source, target = document("en", *english), document("de", *german)
    cut = segments(source), segments(target)
    links = align(source, target, cut)
    for side, spans in enumerate([[link.source for link in links], [link.target for link in links]]):
        assert [number for span in spans for number in range(span.start, span.end)] == list(range(len(cut[side])))
        assert all(before.end == after.start for before, after in pairwise(spans))
    assert all(link.source.length or link.target.length for link in links)
    assert all(0 <= link.doubt <= 1 and 0 <= link.score <= 1 for link in links)


@given(SENTENCES)
def test_aligning_a_text_with_itself_is_the_identity(paragraphs):
    text = document("en", *paragraphs)
    cut = segments(text)
    assert [(link.source, link.target) for link in align(text, text, (cut, cut))] == [
        (Span(n, n + 1), Span(n, n + 1)) for n in range(len(cut))
    ]


def doubts(source, target):
    return [link.doubt for link in align(source, target, (segments(source), segments(target)))]


def test_rows_that_leave_no_choice_are_beyond_doubt():
    assert max(doubts(SOURCE, document("de", GERMAN))) < 0.05


def test_a_row_that_might_as_well_be_another_is_doubtful():
    twins = ["Karl Orlan kaufte am Dienstag eine Karte.", "Karl Orlan kaufte am Dienstag auch eine Karte."]
    found = doubts(document("en", ["Karl Orlan bought a ticket on Tuesday."]), document("de", *[[twin] for twin in twins]))
    assert max(found) > 0.3


def test_whole_blocks_opposite_each_other_are_less_in_doubt():
    source = ["Karl Orlan bought a ticket on Tuesday.", "Karl Orlan bought a ticket on Tuesday."]
    target = [
        "Karl Orlan kaufte am Dienstag einen Fahrschein.",
        "Karl Orlan kaufte am Dienstag eine Karte.",
        "Karl Orlan kaufte eine Karte.",
    ]
    apart = doubts(document("en", source[:1], source[1:]), document("de", target[:1], target[1:]))
    together = doubts(document("en", source), document("de", target))

    assert apart[0] < together[0]
