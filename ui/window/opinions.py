"""Asking for second opinions, and what is done with them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject

from app.i18n import _
from app.model import Side
from ui.panels.message import Way
from ui.session import View
from ui.window.parts import Doors, Parts

if TYPE_CHECKING:  # loaded when somebody asks
    from ui.dialogs.consent import ConsentDialog


class Opinions(QObject):
    """Doors to services and to what they said."""

    def __init__(self, window: Parts) -> None:
        """Work on the parts of this window."""
        super().__init__(window)
        self.window = window
        self._asked: tuple[Sequence[int], Side] | None = None
        window.session.opined.connect(self._answered)

    def doors(self) -> Doors:
        """What the actions of these ids do."""
        return {
            "ask-row": lambda: self._ask([self.window.session.current], Side.SOURCE),
            "ask-story": self._ask_story,
            "ask-back": lambda: self._ask([self.window.session.current], Side.TARGET),
            "take-words": self._words,
        }

    def _ask_story(self) -> None:
        article = self.window.session.article
        assert article is not None
        self._ask([unit.id for unit in article.units if unit.source and not unit.removed], Side.SOURCE)

    def _ask(self, rows: Sequence[int], side: Side) -> None:
        from ui.dialogs.consent import ConsentDialog

        window = self.window
        dialog = ConsentDialog(window.session, window.theme, window.settings.opinions, rows, side, window)
        dialog.accepted.connect(lambda: self._send(dialog, rows, side))
        dialog.open()

    def _send(self, dialog: "ConsentDialog", rows: Sequence[int], side: Side) -> None:
        window = self.window
        window.keep(replace(window.settings, opinions=dialog.chosen))
        assert dialog.question is not None
        window.message.say(_("Asking {host} …").format(host=dialog.question.host), Way(_("Stop"), window.session.stop_asking))
        self._asked = rows, side
        window.session.ask(dialog.question)

    def _answered(self) -> None:
        """Show what was said, where this window asked."""
        window, asked, self._asked = self.window, self._asked, None
        if asked is None:
            return
        rows, side = asked
        if side is Side.SOURCE and any(map(window.session.opinion, rows)):
            window.message.hide()
            window.session.set_view(View.OPINION)
        elif side is Side.TARGET and window.session.backwards(rows[0]):
            from ui.dialogs.backwards import BackwardsPopup

            window.message.hide()
            BackwardsPopup(window.session, window.theme, rows[0], window).show_over(window, window.popup_width)

    def _words(self) -> None:
        from ui.dialogs.words import WordsPopup

        WordsPopup(self.window.session, self.window).show_over(self.window, self.window.popup_width)
