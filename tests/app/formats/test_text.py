import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.formats import format_named, read_text
from app.formats.text.lines import lines_of, wrapping_of
from app.model import BlockKind

LEAD = "The council of Altfeld voted on Monday to close the old bridge, which has carried no traffic since the flood in spring."
MORE = "Mayor Edda Quint said the decision was overdue. Nobody on the council voted against it, and two members abstained."
LAST = "The work is to begin in March and will cost the town about two million euros."

WRAPPED = """Council closes the old bridge

The council of Altfeld voted on Monday to close the old
bridge, which has carried no traffic since the flood in
spring. Mayor Edda Quint said that the decision was
overdue.

Nobody on the council voted against it, and two members
abstained. The work is to begin in March and will cost
the town about two million euros, half of which the
county pays.
"""


def blocks(text):
    document = read_text(text).document
    return [(block.kind.value, block.span.of(text)) for block in document.blocks]


def kinds(text):
    return [kind for kind, _words in blocks(text)]


def test_the_first_line_without_a_stop_is_the_title():
    assert blocks(f"Altfeld closes its bridge\n\n{LEAD}\n\n{MORE}") == [
        ("title", "Altfeld closes its bridge"),
        ("paragraph", LEAD),
        ("paragraph", MORE),
    ]


def test_a_title_may_end_in_a_stop_where_it_stands_apart():
    assert kinds(f"Altfeld closes its bridge.\n\n{LEAD}\n\n{MORE}")[0] == "title"


def test_a_story_may_begin_without_a_title():
    assert kinds(f"{LEAD}\n\n{MORE}\n\n{LAST}") == ["paragraph"] * 3


def test_the_title_is_found_behind_a_line_that_slipped_in_before_it():
    assert kinds(f"Please keep the tone neutral and formal.\n\nAltfeld closes its bridge\n\n{LEAD}\n\n{MORE}")[:2] == ["paragraph", "title"]


def test_lines_wrapped_to_one_width_stay_one_paragraph():
    found = blocks(WRAPPED)
    assert [kind for kind, _words in found] == ["title", "paragraph", "paragraph"]
    assert found[1][1].count("\n") == 3


def test_a_title_right_above_wrapped_lines_is_a_block_of_its_own():
    assert blocks(WRAPPED.replace("bridge\n\n", "bridge\n", 1)) == [(kind, words) for kind, words in blocks(WRAPPED)]


def test_a_no_break_space_keeps_a_wrapped_line_short():
    text = "Brücke zu\n\nDie Arbeiten an der alten Brücke kosten den Kreis über\n900\u00a0000\u00a0Euro, wie der Rat am Montag mitgeteilt hat, und sie\ndauern bis März."
    assert len(blocks(text)) == 2


def test_single_breaks_end_paragraphs_where_lines_are_not_wrapped():
    assert blocks(f"Altfeld closes its bridge\n{LEAD}\n{MORE}\n{LAST}")[1:] == [
        ("paragraph", LEAD),
        ("paragraph", MORE),
        ("paragraph", LAST),
    ]


def test_a_promo_line_right_after_a_paragraph_is_a_block_of_its_own():
    promo = "Also of interest: How three villages saved their railway station"
    assert ("paragraph", LEAD) in blocks(f"Bridge\n\n{LEAD}\n{promo}\n\n{MORE}\n\n{LAST}")
    assert promo in [words for _kind, words in blocks(f"Bridge\n\n{LEAD}\n{promo}\n\n{MORE}\n\n{LAST}")]


def test_a_promo_line_in_wrapped_text_does_not_undo_the_wrapping():
    promo = "Also of interest: " + "How three villages saved their railway station, a school and a shop " * 3
    assert kinds(f"{WRAPPED}\n{promo}\n\n{WRAPPED}").count("paragraph") >= 5
    assert wrapping_of(lines_of(f"{WRAPPED}\n{promo}\n\n{WRAPPED}")).width > 40


def test_a_sentence_a_line_is_not_wrapping():
    assert not wrapping_of(lines_of("One sentence stands here.\nAnother stands here too.\nAnd the third one is here.")).width


def test_a_clause_a_line_stays_together():
    assert (
        len(
            blocks(
                "Bridge\n\nThe council met on Monday\nand decided, after much talk,\nto close the old bridge for good.\n\nNobody minded."
            )
        )
        == 3
    )


def test_a_short_line_without_a_stop_between_paragraphs_is_a_heading():
    assert kinds(f"Bridge\n\n{LEAD}\n\nWhat happens next\n\n{MORE}") == ["title", "paragraph", "heading", "paragraph"]


def test_a_pointer_to_another_story_is_no_heading():
    assert kinds(f"Bridge\n\n{LEAD}\n\nAlso of interest: A station saved\n\n{MORE}") == ["title", "paragraph", "paragraph", "paragraph"]


def test_list_items_leave_their_markers_outside():
    text = f"Bridge\n\n{LEAD}\n\n- the bridge\n- the school\n  - its roof\n\n{MORE}"
    assert blocks(text)[2:5] == [("list-item", "the bridge"), ("list-item", "the school"), ("list-item", "its roof")]
    assert read_text(text).document.blocks[4].attribute("depth") == "2"


def test_numbers_that_count_up_are_a_list_and_others_are_not():
    assert kinds(f"Bridge\n\n{LEAD}\n\n1. the bridge\n2. the school\n\n{MORE}").count("list-item") == 2
    assert "list-item" not in kinds(f"Bridge\n\n1. FC Altfeld won the derby on Saturday evening.\n\n{MORE}")
    assert "list-item" not in kinds("Bridge\n\n" + WRAPPED.replace("in\nspring", "on\n3. May"))


def test_quoted_lines_are_quotations():
    assert ("quotation", "We had no choice.") in blocks(f"Bridge\n\n{LEAD}\n\n> We had no choice.\n\n{MORE}")


def test_a_byline_and_a_credit_are_named_only_when_certain():
    found = {words: kind for kind, words in blocks(f"Bridge\n\nVon Edda Quint\n\n{LEAD}\n\nFoto: Edda Quint/Altfelder Bote\n\n{MORE}")}
    assert found["Von Edda Quint"] == "byline"
    assert found["Foto: Edda Quint/Altfelder Bote"] == "credit"
    assert kinds(f"Bridge\n\n{LEAD}\n\nVon der Brücke bleibt nur ein Pfeiler.\n\n{MORE}")[2] == "paragraph"


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_offsets_hold_with_any_line_end_and_any_letter(break_):
    text = break_.join(["Brücke 🌉 zu", "", f"\u00a0{LEAD}", "", "\ufeffn\u0303 „🙂“."])
    document = read_text(text).document
    assert document.text.plain == text
    assert [block.span.of(text) for block in document.blocks] == ["Brücke 🌉 zu", LEAD, "n\u0303 „🙂“."]


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff"])
def test_a_text_without_a_word_is_one_sentence(text):
    with pytest.raises(UserError):
        read_text(text)


@given(
    st.text(st.characters(codec="utf-8") | st.sampled_from("\n\r .-•>1"), min_size=1).filter(
        lambda text: text.strip().strip("\ufeff\u200b\u2060").strip()
    )
)
def test_blocks_are_in_order_and_lose_nothing_but_white_space_and_markers(text):
    document = read_text(text).document
    assert len(document.text.plain) == len(text)
    end, rest = 0, ""
    for block in document.blocks:
        assert end <= block.span.start < block.span.end
        rest += document.text.plain[end : block.span.start]
        end = block.span.end
    rest += document.text.plain[end:]
    assert not [sign for sign in rest if sign.isalpha()]


def test_the_words_of_a_text_come_back_from_a_written_one():
    document = read_text(WRAPPED).document
    written = format_named("txt").write(document).decode()
    again = read_text(written).document
    assert [(block.kind, document.excerpt(block.span).plain) for block in document.blocks] == [
        (block.kind, again.excerpt(block.span).plain) for block in again.blocks
    ]
    assert document.blocks[0].kind is BlockKind.TITLE


def test_blank_lines_of_every_kind_only_part_what_stands_between_them():
    text = "\r\n \t\nTitel\n\u200b\n  \x0b\n\n    Ein Absatz, der endet.\n\ufeff \r\n\nNoch einer.\n \n\n  "
    document = read_text(text, "de").document
    assert [document.excerpt(block.span).plain for block in document.blocks] == ["Titel", "Ein Absatz, der endet.", "Noch einer."]
