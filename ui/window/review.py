"""Assessing stories and answering for many of them: marks, verdicts, the spot check, reports."""

from app.errors import UserError
from app.i18n import _
from app.model import ErrorMark, Side
from ui.window.parts import Doors, Parts


class Review:
    """Doors to what QA does."""

    def __init__(self, window: Parts) -> None:
        """Work on the parts of this window."""
        self.window = window
        window.judged.connect(self._verdict)
        window.lot.connect(self._spot_check)
        window.changing.connect(self._change)

    def doors(self) -> Doors:
        """What the actions of these ids do."""
        return {
            "mark": self._mark,
            "verdict": self._verdict,
            "typology": self._typology,
            "assign": self._assign,
            "triage": self._triage,
            "sample": self._sample,
            "lot": self._lot,
            "report": self._report,
        }

    def _mark(self) -> None:
        """Ask what is wrong with the words selected, on the side that has the keyboard or else a selection."""
        from ui.dialogs.marking import MarkPopup

        window, current = self.window, self.window.desk.view.current
        source = current.source.hasFocus() or (current.source.selection.length and not current.target.selection.length)
        field = current.source if source else current.target
        try:
            place = window.session.place_to_mark(Side.SOURCE if source else Side.TARGET, field.selection)
        except UserError as error:
            window.session.told.emit(str(error))
            return
        MarkPopup(window.session, window.theme, place, window).show_over(window, window.popup_width)

    def _change(self, mark: ErrorMark) -> None:
        from ui.dialogs.marking import MarkPopup

        window = self.window
        place = window.session.mark_place(mark)
        if place is None:
            window.session.told.emit(_("The marked words are gone from their row: the mark can only be deleted."))
            return
        MarkPopup(window.session, window.theme, place, window, mark).show_over(window, window.popup_width)

    def _verdict(self, letter: str = "") -> None:
        from app.review.verdict import GRAVE
        from ui.dialogs.verdict import BY_KEY, VerdictPopup

        window, article = self.window, self.window.session.article
        if article is None:
            return
        decision = BY_KEY.get(letter)
        if decision is not None and decision not in GRAVE:
            window.session.judge(article.id, decision)
        else:
            VerdictPopup(window.session, article.id, window, letter).show_over(window, window.popup_width)

    def _assign(self) -> None:
        from app.review.queue import REVIEWER

        session = self.window.session
        assert session.article is not None
        now = session.article.fields.get(REVIEWER, session.project.log.who)
        self.window.message.ask(_("Who reads this story?"), now, _("Keep"), session.assign, at_once=True)

    def _typology(self) -> None:
        from ui.dialogs.typology import TypologyPopup

        TypologyPopup(self.window.session, self.window).show_over(self.window, self.window.popup_width)

    def _triage(self) -> None:
        from ui.dialogs.triage import TriageDialog

        TriageDialog(self.window.session, self.window.theme, self.window).open()

    def _spot_check(self) -> None:
        (self._sample if self.window.session.lot() is None else self._lot)()

    def _sample(self) -> None:
        from ui.dialogs.sample import SampleDialog

        window = self.window
        SampleDialog(window.session, window.theme, window.settings.review.words_per_minute, window).open()

    def _lot(self) -> None:
        from ui.dialogs.lot import LotDialog

        window, session = self.window, self.window.session
        try:
            record = session.record()
        except UserError as error:
            session.failed.emit(error)
            return
        if record is None:
            self._sample()
            return
        dialog = LotDialog(session, window.theme, record, window)
        dialog.reporting.connect(self._report_lot)
        dialog.open()

    def _report(self) -> None:
        self._ask_report("")

    def _report_lot(self) -> None:
        from app.reports.page import LOT

        self._ask_report(LOT)

    def _ask_report(self, kind: str) -> None:
        from ui.dialogs.report import ReportDialog

        window = self.window
        ReportDialog(window.session, window.settings.review.persons, window, kind).open()
