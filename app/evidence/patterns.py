"""Regular expressions that are compiled when a text first asks for them: starting the program need not wait for all of them."""

import re
from functools import cache


@cache
def any_case(pattern: str) -> re.Pattern[str]:
    """The pattern, for which capitals and small letters are the same."""
    return re.compile(pattern, re.IGNORECASE)
