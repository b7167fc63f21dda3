from hypothesis import given
from hypothesis import strategies as st

from ui.desk.heights import Heights
from ui.desk.scrolling import Scroll

ROWS = st.lists(st.integers(0, 120), min_size=1, max_size=60)


def scroll_over(exact: list[int], window: int = 200) -> Scroll:
    """A page whose heights are all estimated as 40 until they are measured."""
    heights = Heights([40] * len(exact))

    def measure(row: int) -> int:
        heights[row] = exact[row]
        return exact[row]

    scroll = Scroll(heights, measure)
    scroll.window = window
    scroll.settle()
    return scroll


@given(ROWS, st.lists(st.integers(-300, 300), max_size=12))
def test_scrolling_by_pixels_moves_every_row_by_as_many(exact, moves):
    """However wrong the estimates were."""
    scroll = scroll_over(exact)
    for pixels in moves:
        before, value = dict(scroll.visible()), scroll.value
        scroll.by(pixels)
        after = dict(scroll.visible())
        distances = {before[row] - after[row] for row in before if row in after}
        assert len(distances) <= 1
        inside = 0 < scroll.value < scroll.limit
        if inside and 0 < value < scroll.limit and distances:
            assert distances == {pixels}


@given(ROWS, st.integers(0, 59), st.integers(0, 150))
def test_a_row_is_put_where_it_is_asked_for_unless_the_page_ends(exact, row, top):
    scroll = scroll_over(exact)
    row = min(row, len(exact) - 1)
    scroll.put(row, top)
    at_end = scroll.value >= scroll.limit or scroll.value == 0
    assert at_end or scroll.top_of(row) == top


@given(ROWS, st.lists(st.integers(-2_000, 8_000), max_size=6))
def test_the_window_is_never_empty(exact, values):
    scroll = scroll_over(exact)
    for value in values:
        scroll.to(value)
        assert not sum(exact) or list(scroll.visible())
        assert scroll.inset >= 0


def test_a_page_that_fits_does_not_scroll():
    scroll = scroll_over([30, 40, 50])
    scroll.by(500)
    assert (scroll.value, scroll.limit) == (0, 0)


def test_a_page_without_rows_can_be_scrolled_without_harm():
    scroll = Scroll(Heights(), lambda _row: 0)
    scroll.window = 100
    scroll.to(50)
    scroll.by(-5)
    assert scroll.value == 0
