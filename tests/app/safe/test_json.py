import pytest

from app.errors import UserError
from app.safe.json import members, parse_json

HOSTILE = {
    "nothing": b"",
    "no JSON": b"Plain words",
    "cut off": b'{"a": "b',
    "not UTF-8": b'{"a": "\xe4"}',
    "half a pair": b'{"a": "\\ud800"}',
    "endless depth": b'{"a":' * 100_000,
    "deep and whole": b"[" * 5000 + b"]" * 5000,
    "endless number": b'{"a": ' + b"9" * 100_000 + b"}",
    "number out of range": b'{"a": 1e999999}',
    "not a number": b'{"a": NaN}',
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_sound_json_is_one_sentence(data):
    with pytest.raises(UserError):
        parse_json(data)


@pytest.mark.parametrize("data", [*HOSTILE.values(), b'["a"]', b'"a"', b"1"], ids=[*HOSTILE.keys(), "a list", "a text", "a number"])
def test_the_names_of_anything_can_be_asked_for(data):
    assert members(data) <= {"a"}


def test_a_byte_order_mark_is_passed_over():
    assert parse_json(b'\xef\xbb\xbf{"a": [1, "\xc3\xa4"]}') == {"a": [1, "ä"]}
    assert members(b'\xef\xbb\xbf{"a": [1], "b": {"c": 2}}') == {"a", "b"}
