"""Work that leaves next to no cyclic garbage, and need not be searched for any while it goes on."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cyclic garbage meanwhile: what one remembers of texts is many small objects, and each search walks over them.

    The collector goes on afterwards if it was on, also after an error; what died by then goes with its next round. Where several threads do
    such work, the first to end sets it going again.
    """
    going = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if going:
            gc.enable()
