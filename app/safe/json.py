"""The parser of JSON files of others: no depth without end, no number that nothing holds, one sentence for whatever is wrong."""

from typing import Any

import msgspec

from app.errors import UserError
from app.i18n import N_

MARK = b"\xef\xbb\xbf"


def parse_json(data: bytes) -> Any:
    """What a JSON file says. Raises UserError for what is no JSON in UTF-8, nests too deep, or holds a number without end."""
    try:
        return msgspec.json.decode(data.removeprefix(MARK))
    except UnicodeDecodeError:
        raise UserError(NOT_UTF8) from None
    except (msgspec.DecodeError, RecursionError):
        raise UserError(DAMAGED) from None


def members(data: bytes) -> frozenset[str]:
    """The names in the one object of a JSON file, without reading what they stand for; none where the file is anything else."""
    try:
        return frozenset(msgspec.json.decode(data.removeprefix(MARK), type=dict[str, msgspec.Raw]))
    except (UnicodeDecodeError, msgspec.DecodeError, RecursionError):
        return frozenset()


DAMAGED = N_("The file is no sound JSON, or nested too deeply; save it again or ask for another copy.")
NOT_UTF8 = N_("The file is not UTF-8, as JSON has to be; save it again as UTF-8.")
