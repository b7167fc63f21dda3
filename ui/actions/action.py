"""What an action is, and when it can be done."""

import sys
from collections.abc import Callable

from msgspec import Struct

from ui.actions.keymap import chosen_keys
from ui.session import Session, View
from ui.session.keeping import PAGE

Condition = Callable[[Session], bool]


class Action(Struct, frozen=True, kw_only=True):
    """One thing to do.

    `verb` is the session's; without one the window's map of dialogs and desk methods knows the `id`. `mac` holds the keys
    on a Mac where Cmd for Ctrl will not do. `ticked` says of a switch whether it is on. `icon` is a name of Material Design
    Icons, `divided` draws a line above it in its menu.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    mac: tuple[str, ...] | None = None
    verb: Callable[[Session], None] | None = None
    enabled: Condition = bool
    ticked: Condition | None = None
    icon: str = ""
    divided: bool = False

    @property
    def shortcuts(self) -> tuple[str, ...]:
        """The keys it has now, in Qt's portable spelling."""
        return chosen_keys(self.id, self.usual)

    @property
    def usual(self) -> tuple[str, ...]:
        """The keys it has on this system while nobody changes them."""
        if sys.platform == "darwin" and self.mac is not None:
            return self.mac
        return self.keys


def always(_session: Session) -> bool:
    """Whatever is open."""
    return True


def story(session: Session) -> bool:
    """A story is on the desk."""
    return session.article is not None


def kept(session: Session) -> bool:
    """The story is kept in a project file."""
    return session.article is not None and session.path is not None


def from_page(session: Session) -> bool:
    """The story was taken in from saved web pages, which are kept with it."""
    article = session.article
    return article is not None and session.path is not None and PAGE in {article.source.origin, article.target.origin}


def went_out(session: Session) -> bool:
    """The story was delivered before."""
    return session.last_delivery() is not None


def several(session: Session) -> bool:
    """The project holds more than one story."""
    return len(session.project.articles) > 1


def changed_list(session: Session) -> bool:
    """There is a step of the whole project to take back; its first story stays."""
    step = session.project.log.undoable(None)
    return step is not None and not (step.op == "add-article" and len(session.project.articles) == 1)


def row(session: Session) -> bool:
    """A row is current."""
    return session.unit is not None


def finding(session: Session) -> bool:
    """The current row has an open finding, or one was gone to."""
    return session.finding is not None or bool(session.current and session.findings_at(session.current))


def findings(session: Session) -> bool:
    """The story has an open finding."""
    return bool(session.findings)


def repairable(session: Session) -> bool:
    """There is one right answer: a ready repair, or an inserted passage to take out."""
    unit = session.unit
    return finding(session) or (unit is not None and unit.source is None and not unit.removed)


def blind(session: Session) -> bool:
    """Typographic changes are passed over."""
    return session.blind


def undoable(session: Session) -> bool:
    """There is a step, or something typed, to take back."""
    return session.article is not None and bool(session.drafts or session.project.log.undoable(session.article.id))


def redoable(session: Session) -> bool:
    """There is a step to repeat."""
    return session.article is not None and session.project.log.redoable(session.article.id) is not None


def inserted(session: Session) -> bool:
    """The current row was inserted by hand and holds no imported text."""
    return session.unit is not None and session.unit.source is None and session.unit.imported is None


def sourced(session: Session) -> bool:
    """The current row has a source."""
    return session.unit is not None and session.unit.source is not None


def removed(session: Session) -> bool:
    """The current row was taken out."""
    return session.unit is not None and session.unit.removed


def present(session: Session) -> bool:
    """The current row is part of the story."""
    return session.unit is not None and not session.unit.removed


def viewing(view: View) -> Callable[[Session], None]:
    """The verb that shows the story this way."""
    return lambda session: session.set_view(view)
