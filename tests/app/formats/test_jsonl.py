import json

import pytest
from msgspec.structs import replace

from app.errors import UserError
from app.formats import format_named
from app.formats.coded import coded
from app.model import MarkKind, State

JSONL = format_named("jsonl")
LINES = (
    '{"id": 7, "source": "The bridge is closed.", "target": "Die Brücke ist zu. ", "state":"reviewed", "own": [1,2]}\n'
    "\n"
    '{"target": "Offen\\nist sie am Montag.", "source": "It opens\\non Monday.", "note": "Wann?"}\r\n'
    '{"source": "End"}'
).encode()


def pairs_of(data):
    (story,) = JSONL.read_aligned(data).stories
    return story.pairs


def with_pair(data, number, **changes):
    (story,) = JSONL.read_aligned(data).stories
    pairs = list(story.pairs)
    pairs[number] = replace(pairs[number], **changes)
    return JSONL.write_back(data, [replace(story, pairs=tuple(pairs))])


def test_every_line_is_a_pair_with_its_state_and_note():
    first, second, third = pairs_of(LINES)
    assert (first.source.plain, first.target.plain, first.state) == ("The bridge is closed.", "Die Brücke ist zu.", State.REVIEWED)
    assert (second.target.plain, second.note) == ("Offen ist sie am Montag.", "Wann?")
    assert [mark.kind for mark in second.target.marks] == [MarkKind.LINE_BREAK]
    assert (third.target.plain, third.state) == ("", State.INITIAL)


def test_what_nobody_changed_goes_back_to_the_byte():
    assert JSONL.write_back(LINES, JSONL.read_aligned(LINES).stories) == LINES


def test_one_changed_translation_changes_one_value():
    before, after = LINES.split(b"\n"), with_pair(LINES, 0, target=coded("Die Brücke ist gesperrt.")).split(b"\n")
    assert before[1:] == after[1:]
    assert json.loads(after[0]) == json.loads(before[0]) | {"target": "Die Brücke ist gesperrt. "}


def test_state_and_note_go_back_by_name():
    changed = json.loads(with_pair(LINES, 2, note="Fehlt", target=coded("Ende"), state=State.TRANSLATED).split(b"\n")[3])
    assert changed == {"source": "End", "target": "Ende", "state": "translated", "note": "Fehlt"}


def test_what_was_written_reads_back_as_the_same_pairs():
    stories = JSONL.read_aligned(LINES).stories
    assert JSONL.read_aligned(JSONL.write_aligned(stories)).stories == stories


@pytest.mark.parametrize("data", [b"[1]", b'{"a": 1}', b"{", b"[" * 100_000, b'{"source": "\xe4"}', b'{"source": ""}', b" "])
def test_what_is_no_pair_is_one_sentence(data):
    with pytest.raises(UserError):
        JSONL.read_aligned(data)
