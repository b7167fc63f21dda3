"""The open project: the reviewer's verbs as slots, and the signals by which the windows learn what happened.

The only door from the windows to the engine. Every change goes through a verb here, becomes a Step, is saved, and is
announced; nothing else in `ui` changes an article.
"""

from ui.session.session import Session
from ui.session.state import View
from ui.session.verbs import ARTICLE, EVERYWHERE, HERE, REASONS

__all__ = ["ARTICLE", "EVERYWHERE", "HERE", "REASONS", "Session", "View"]
