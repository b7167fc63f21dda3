from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from ui.desk.heights import Heights

SOME = st.lists(st.integers(0, 400), min_size=1, max_size=70)


@given(SOME)
@settings(max_examples=60)
def test_a_row_begins_where_all_rows_above_it_end(rows):
    heights = Heights(rows)
    assert [heights.top(row) for row in range(len(rows) + 1)] == [0, *accumulate(rows)]


@given(SOME, st.data())
@settings(max_examples=60)
def test_a_changed_height_moves_every_row_below_and_none_above(rows, data):
    heights = Heights(rows)
    row, height = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, 400))
    heights[row] = height
    rows[row] = height
    assert [heights.top(at) for at in range(len(rows) + 1)] == [0, *accumulate(rows)]
    assert heights.total == sum(rows)


@given(SOME, st.integers(-50, 30_000))
@settings(max_examples=100)
def test_the_row_at_a_height_covers_it(rows, height):
    heights = Heights(rows)
    inside = max(0, min(height, heights.total - 1))
    row = heights.at(height)
    if heights.total:
        assert heights.top(row) <= inside < heights.top(row + 1)


def test_an_empty_page_has_no_height():
    assert Heights().total == 0
