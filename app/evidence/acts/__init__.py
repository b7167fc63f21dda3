"""The acts by which a passage shows that it is not the story: telling a model what to do, refusing, announcing, advertising."""

from app.evidence.acts.act import Act, strongest, weights
from app.evidence.acts.reading import classes, probability, read

__all__ = ["Act", "classes", "probability", "read", "strongest", "weights"]
