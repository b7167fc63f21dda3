"""The menu *Block*: what the current row is part of."""

from collections.abc import Callable

from app.i18n import N_
from app.model import BlockKind, BlockStart
from ui.actions.action import Action, Condition, present
from ui.session import Session


def beginning(session: Session) -> bool:
    """The current row begins a block, and is not the first of the story."""
    return present(session) and session.block() == session.current and session.preceded()


def within(session: Session) -> bool:
    """The current row goes on in the block of the row before."""
    return present(session) and session.block() != session.current


def being(kind: BlockKind, level: str = "") -> Condition:
    """The current row is part of a block of this kind."""

    def look(session: Session) -> bool:
        unit = session.article.unit(session.block()) if session.article and session.unit else None
        opening = unit.opening if unit else None
        return isinstance(opening, BlockStart) and opening.kind is kind and dict(opening.attributes).get("level", "") == level

    return look


def becoming(kind: BlockKind, level: str = "") -> Callable[[Session], None]:
    """The verb that makes the block of the current row one of this kind."""
    return lambda session: session.set_kind(kind, level)


KINDS = (
    ("paragraph", N_("&Paragraph"), BlockKind.PARAGRAPH, ""),
    ("heading-2", N_("Heading &2"), BlockKind.HEADING, "2"),
    ("heading-3", N_("Heading &3"), BlockKind.HEADING, "3"),
    ("heading-4", N_("Heading &4"), BlockKind.HEADING, "4"),
    ("quotation", N_("&Quotation"), BlockKind.QUOTATION, ""),
    ("list-item", N_("&List item"), BlockKind.LIST_ITEM, ""),
    ("caption", N_("&Caption"), BlockKind.CAPTION, ""),
)

BLOCK: tuple[Action, ...] = (
    *(
        Action(id=f"kind-{name}", menu="block", text=text, verb=becoming(kind, level), enabled=present, ticked=being(kind, level))
        for name, text, kind, level in KINDS
    ),
    Action(id="begin-paragraph", menu="block", text=N_("&New paragraph from this row"), verb=Session.part, enabled=within, divided=True),
    Action(id="join-paragraph", menu="block", text=N_("Join to the paragraph &before"), verb=Session.unite, enabled=beginning),
)

BLOCK_MENU = tuple(action.id for action in BLOCK)
"""What *Kind of the block* offers, by the letter underlined in its text."""
