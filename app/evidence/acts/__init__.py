"""The acts by which a passage shows that it is not the story: telling a model what to do, refusing, announcing, advertising."""

from app.evidence.acts.act import ENOUGH, Act, judged, strongest, strongest_at_a_glance, weights
from app.evidence.acts.examples import likeness
from app.evidence.acts.reading import LONGEST, classes, probability, read, unquoted
from app.evidence.acts.voice import distance

__all__ = [
    "ENOUGH",
    "LONGEST",
    "Act",
    "classes",
    "distance",
    "judged",
    "likeness",
    "probability",
    "read",
    "strongest",
    "strongest_at_a_glance",
    "unquoted",
    "weights",
]
