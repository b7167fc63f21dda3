"""The side-by-side view: rows painted as text on paper, one editor laid over the current row."""
