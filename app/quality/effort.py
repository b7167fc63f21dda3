"""How much was changed in a translation: the edit distance in words."""

from collections.abc import Iterable, Sequence

from msgspec import Struct


class Effort(Struct, frozen=True):
    """Words inserted, deleted or replaced (each counts one), against the words that came in."""

    edits: int
    words: int

    @property
    def share(self) -> float:
        """Edits per word that came in; above 1 where more was written than was there."""
        return round(self.edits / self.words, 4) if self.words else float(bool(self.edits))


def effort(rows: Iterable[tuple[str, str]]) -> Effort:
    """The edit distance over rows, each the text that came in and the text now."""
    edits = words = 0
    for received, now in rows:
        before, after = received.split(), now.split()
        words += len(before)
        edits += 0 if received == now else distance(before, after)
    return Effort(edits, words)


def distance(before: Sequence[str], after: Sequence[str]) -> int:
    """The least number of insertions, deletions and replacements that lead from the one to the other (Levenshtein)."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    row = list(range(len(new) + 1))
    for at, word in enumerate(old, 1):
        left = at
        above = at - 1
        for column, other in enumerate(new, 1):
            left = min(row[column] + 1, left + 1, above + (word != other))
            above, row[column] = row[column], left
        row[0] = at
    return row[-1]
