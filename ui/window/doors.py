"""What actions open: the one map from their ids to dialogs, panels and the desk.

Dialogs are imported when they are opened: they would delay the window by a third of its time.
"""

from ui.window.comfort import Comfort
from ui.window.delivery import Delivery
from ui.window.files import Files
from ui.window.guide import Guide
from ui.window.judging import Judging
from ui.window.many import Many
from ui.window.opinions import Opinions
from ui.window.parts import Doors, Parts
from ui.window.place import Place
from ui.window.project import ProjectRoom
from ui.window.review import Review
from ui.window.writing import Writing

ROOMS = (Files, ProjectRoom, Delivery, Writing, Many, Judging, Review, Opinions, Place, Comfort, Guide)
"""Each knows the doors of one subject."""


def doors(window: Parts) -> Doors:
    """The map for a window."""
    return {name: door for room in ROOMS for name, door in room(window).doors().items()}
