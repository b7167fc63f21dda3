"""The menu *Second opinion*: what other translations say."""

from app.i18n import N_
from ui.actions.action import Action, present, story
from ui.session import Session


def answered(session: Session) -> bool:
    """There is another translation of the current row."""
    return present(session) and bool(session.opinion(session.current))


def asking(session: Session) -> bool:
    """A service is being asked."""
    return session.asking


OPINION: tuple[Action, ...] = (
    Action(id="ask-row", menu="opinion", icon="comment-question-outline", text=N_("Ask about this &row…"), enabled=present),
    Action(id="ask-story", menu="opinion", text=N_("Ask about the whole &story…"), enabled=story),
    Action(id="ask-back", menu="opinion", text=N_("Put the translation &back into English…"), enabled=present),
    Action(id="stop-asking", menu="opinion", text=N_("Sto&p asking"), verb=Session.stop_asking, enabled=asking),
    Action(id="take-words", menu="opinion", text=N_("Take &words over…"), enabled=answered, divided=True),
    Action(id="take-opinion", menu="opinion", text=N_("&Take the whole row over"), verb=Session.take_opinion, enabled=answered),
)
