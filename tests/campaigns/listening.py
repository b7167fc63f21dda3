"""The screen reader of the campaign: looks at the program through AT-SPI, works in it, and hears what is announced.

Run by the system's own Python, which has the bindings; it prints what it met as a line of JSON. Nothing of the program is imported.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version comes first

PATIENCE = 40.0
"""Seconds to wait for something to come about: the program starts and checks its story meanwhile."""

PAUSE = 1.5
"""Seconds after an act in which what it brings about is said."""

ANSWER, BEGINNING = 10_000, 20_000
"""Milliseconds that the program may take for an answer, and for its first one."""

CONTROLS = frozenset(
    {
        *("push button", "toggle button", "check box", "radio button", "combo box", "spin button", "slider", "progress bar", "link"),
        *("text", "entry", "password text", "list", "list item", "tree", "table", "menu", "menu item", "page tab", "page tab list"),
    }
)
"""Roles of what can be used."""

REPAIR, DISMISS, FIELD = "Remove passage", "Not an error", "Translation, row "


class Reader:
    """One who hears the program of this session."""

    def __init__(self) -> None:
        """Begin to listen."""
        Atspi.init()
        Atspi.set_timeout(ANSWER, BEGINNING)
        self.heard: list[str] = []
        self._listener = Atspi.EventListener.new(lambda event: self.heard.append(str(event.any_data)))
        self._listener.register("object:announcement")
        self._loop = GLib.MainContext.default()

    def listen(self, seconds: float) -> None:
        """Let what happens come in for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while self._loop.iteration(False):  # noqa: FBT003 - the library's own switch: it does not wait
                pass
            time.sleep(0.02)

    def waited(self, look: Callable[[], Any]) -> Any:
        """What `look` finds, once it finds anything."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.listen(0.2)
            try:
                if found := look():
                    return found
            except GLib.Error:  # what was there a moment ago is gone
                continue
        return None

    def act(self, thing: Any, name: str) -> list[str]:
        """Perform an action of a control by its name; what was announced then."""
        self.heard.clear()
        names = [thing.get_action_name(at) for at in range(thing.get_n_actions())]
        thing.do_action(names.index(name))
        self.listen(PAUSE)
        return list(self.heard)


def program() -> Any:
    """The program among those of the session, once it has a window."""
    desktop = Atspi.get_desktop(0)
    apps = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
    return next((app for app in apps if app and "gegenlesen" in app.get_name().lower() and app.get_child_count()), None)


def walk(thing: Any) -> Iterator[Any]:
    """A thing and all that is shown in it."""
    yield thing
    for at in range(thing.get_child_count()):
        child = thing.get_child_at_index(at)
        if child is not None and child.get_state_set().contains(Atspi.StateType.VISIBLE):
            yield from walk(child)


def find(app: Any, role: str, begins: str = "") -> Any:
    """The first thing of a role whose name begins so."""
    return next((thing for thing in walk(app) if thing.get_role_name() == role and thing.get_name().startswith(begins)), None)


def met(app: Any) -> dict[str, object]:
    """Every control with its role, and those that have no name or cannot be told from each other by role and name where they stand."""
    controls = [thing for thing in walk(app) if thing.get_role_name() in CONTROLS and not _is_part(thing)]
    unnamed = [f"{thing.get_role_name()} in {thing.get_parent().get_name()!r}" for thing in controls if not thing.get_name().strip()]
    buttons = [thing for thing in controls if thing.get_role_name() in {"push button", "check box", "toggle button"}]
    dumb = [thing.get_name() for thing in buttons if not thing.get_n_actions()]
    roles = Counter(thing.get_role_name() for thing in controls)
    return {"controls": len(controls), "roles": dict(sorted(roles.items())), "unnamed": unnamed, "cannot be pressed": dumb}


def _is_part(thing: Any) -> bool:
    """Whether a thing is what another control is built from."""
    parent = thing.get_parent()
    return parent is not None and parent.get_role_name() in {"combo box", "spin button", "text"}


def texts(app: Any) -> list[Any]:
    """The texts of the rows in sight."""
    return [thing for thing in walk(find(app, "list", "Rows")) if thing.get_role_name() == "label"]


def corrected(reader: Reader, app: Any, words: str) -> dict[str, object]:
    """Repair the first finding, write another translation of the row one is led to, call its finding no error."""
    repaired = reader.act(find(app, "push button", REPAIR), "Press")
    field = find(app, "text", FIELD)
    row, before = field.get_name().removeprefix(FIELD), field.get_text(0, -1)
    field.set_text_contents(words)
    reader.listen(PAUSE)
    dismissed = reader.act(find(app, "push button", DISMISS), "Press")
    there = reader.waited(lambda: any(text.get_name() == words for text in texts(app)))
    return {"row": row, "before": before, "repaired": repaired, "dismissed": dismissed, "written": bool(there)}


def main(words: str) -> int:
    """Listen, correct, and say how it went."""
    reader = Reader()
    app = reader.waited(program)
    ready = app and reader.waited(lambda: find(app, "list", "Rows") and find(app, "push button", REPAIR))
    if not ready:
        sys.stdout.write(json.dumps({"found": bool(app)}) + "\n")
        return 1
    reader.listen(PAUSE)
    languages = sorted({text.get_object_locale()[:2] for text in texts(app)})
    told = {**met(app), "languages": languages, **corrected(reader, app, words)}
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
