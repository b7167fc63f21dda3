"""Where the page stands: the first visible row and how much of it is scrolled away. Pure: no Qt.

A place in rows, not in pixels from the top: heights above that turn out different from their estimate move nothing.
"""

from collections.abc import Callable, Iterator

from ui.desk.heights import Heights

NEAR = 6_000
"""Pixels that are scrolled exactly, by measuring every row on the way; a longer jump trusts the estimates."""

TAIL = 0.25
"""The part of the window that may stay empty below the last row."""


class Scroll:
    """The place on a page of rows; `measure` makes a row's height exact, enters it and returns it. All in pixels."""

    def __init__(self, heights: Heights, measure: Callable[[int], int]) -> None:
        """Begin at the top."""
        self.heights = heights
        self.window = 0
        self.row = 0
        self.inset = 0
        self._measure = measure

    @property
    def value(self) -> int:
        """How far the page is scrolled, as far as its heights are known."""
        return self.heights.top(self.row) + self.inset if len(self.heights) else 0

    @property
    def limit(self) -> int:
        """How far the page can be scrolled."""
        return max(0, self.heights.total - self.window + round(self.window * TAIL)) if self.heights.total > self.window else 0

    def top_of(self, row: int) -> int:
        """Where a row begins in the window."""
        return self.heights.top(row) - self.value

    def by(self, pixels: int) -> None:
        """Scroll down, or up by a negative number."""
        if abs(pixels) > NEAR:
            self.to(self.value + pixels)
        else:
            self.inset += pixels
            self.settle()

    def to(self, value: int) -> None:
        """Scroll to a height on the page."""
        if len(self.heights):
            value = max(0, min(value, self.limit))
            self.row = self.heights.at(value)
            self.inset = value - self.heights.top(self.row)
            self.settle()

    def put(self, row: int, top: int) -> None:
        """Scroll so that a row begins at this height of the window."""
        self.row, self.inset = row, -top
        self.settle()

    def settle(self) -> None:
        """Make the place a real one again: measured, its row visible, no emptiness above or far below."""
        if len(self.heights):
            self._upward()
            self._downward()
            missing = self.window - round(self.window * TAIL) - self._filled()
            if missing > 0:
                self.inset -= missing
                self._upward()

    def visible(self) -> Iterator[tuple[int, int]]:
        """The rows in the window that have a height, measured, with where each begins."""
        y = -self.inset
        for row in range(self.row, len(self.heights)):
            if y >= self.window:
                break
            height = self._measure(row)
            if height:
                yield row, y
            y += height

    def _upward(self) -> None:
        while self.inset < 0 and self.row > 0:
            self.row -= 1
            self.inset += self._measure(self.row)
        self.inset = max(0, self.inset)

    def _downward(self) -> None:
        while self.row < len(self.heights) - 1 and self.inset >= (height := self._measure(self.row)):
            self.inset -= height
            self.row += 1

    def _filled(self) -> int:
        """How much of the window rows fill from its top on; at least the window when they go beyond."""
        y = -self.inset
        for row in range(self.row, len(self.heights)):
            y += self._measure(row)
            if y >= self.window:
                break
        return y
