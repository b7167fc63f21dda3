"""The heights of all rows of a page as a Fenwick tree: where a row begins and which row lies at a height, in O(log n)."""

from collections.abc import Iterable


class Heights:
    """Row heights in whole pixels, any of which may be 0; changed one by one, summed up in logarithmic time."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        """Begin with these heights."""
        self._heights = list(heights)
        self._tree = [0, *self._heights]
        self._top = 1
        for at in range(1, len(self._tree)):
            parent = at + (at & -at)
            if parent < len(self._tree):
                self._tree[parent] += self._tree[at]
        while self._top * 2 < len(self._tree):
            self._top *= 2

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    def __setitem__(self, row: int, height: int) -> None:
        grown = height - self._heights[row]
        self._heights[row] = height
        at = row + 1
        while grown and at < len(self._tree):
            self._tree[at] += grown
            at += at & -at

    def listed(self) -> list[int]:
        """All heights in order."""
        return list(self._heights)

    @property
    def total(self) -> int:
        """All rows together."""
        return self.top(len(self._heights))

    def top(self, row: int) -> int:
        """Where a row begins; for the number of rows, where the last one ends."""
        height, at = 0, row
        while at:
            height += self._tree[at]
            at &= at - 1
        return height

    def at(self, height: int) -> int:
        """The row that covers this height: never one of height 0 unless all are, the first above and the last below the page."""
        row, step, left = 0, self._top, max(0, min(height, self.total - 1))
        while step:
            following = row + step
            if following < len(self._tree) and self._tree[following] <= left:
                row, left = following, left - self._tree[following]
            step //= 2
        return min(row, len(self._heights) - 1)
