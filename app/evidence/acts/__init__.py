"""The acts by which a passage shows that it is not the story: telling a model what to do, refusing, announcing, advertising …"""

from app.evidence.acts.act import Act, strongest, weights
from app.evidence.acts.reading import probability, read

__all__ = ["Act", "probability", "read", "strongest", "weights"]
