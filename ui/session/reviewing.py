"""Many articles: verdicts, criticals decided from one list, the lot under work and its signature."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.article import Article, story_of_article
from app.errors import UserError
from app.i18n import _
from app.model import DocumentSplice, Finding, RowSplice, Step
from ui.session.assessing import Assessing
from ui.session.found import found_in

if TYPE_CHECKING:  # loaded with the first project of several articles
    from app.quality.sampling.plan import Candidate, Plan, Stratum
    from app.quality.sampling.tables import Inspection
    from app.quality.typology import Typology
    from app.reports.page import Report
    from app.review.lot import Lot
    from app.review.signing import SignedLot
    from app.review.triage import Critical
    from app.review.verdict import Decision


class Reviewing(Assessing):
    """What is decided about articles, on the desk or not."""

    def judge(self, number: int, decision: "Decision", reason: str = "", to: str = "") -> bool:
        """Give an article its verdict; whether that could be done."""
        from app.review.verdict import judge

        return self.do_at(number, lambda article: judge(article, decision, reason, to))

    def reconsider(self) -> None:
        """Take the verdict on the article on the desk back."""
        from app.review.verdict import reconsider

        self._do(reconsider)

    def assign(self, name: str) -> None:
        """Say who reads the article on the desk; no name: whoever changed something in it last."""
        from app.review.queue import REVIEWER

        wanted = name.strip() or None
        self._do(lambda article: article.set_field(REVIEWER, wanted) if article.fields.get(REVIEWER) != wanted else None)

    def next_article(self) -> None:
        """Go to the next article that nobody has judged: of the sample where there is one, else the riskiest."""
        from app.review.verdict import verdict_of

        listed = {article.id: article for article in self.project.articles}
        lot = self.lot()
        order = list(lot.sample.to_read) if lot else sorted(listed, key=lambda number: -(self.entry(listed[number]).risk or 0.0))
        waiting = [number for number in order if number in listed and verdict_of(listed[number]) is None]
        others = (number for number in waiting if listed[number] is not self.article)
        if (following := next(others, None)) is not None:
            self.switch(following)
        elif waiting:
            self.told.emit(_("Only this story waits for its verdict."))
        else:
            self.told.emit(_("Every article that is to be read has its verdict."))

    def switch(self, number: int) -> None:
        """Lay another article of the project on the desk."""
        self.settle()
        self.show_article(self.project.article(number))

    # Criticals

    def criticals(self, articles: Sequence[int] | None = None) -> "list[Critical]":
        """The open critical findings of these articles, or of all, those of the same article together."""
        from app.review.triage import criticals

        self.settle()
        self.check_now()
        return criticals(self.project, self.found(articles), articles)

    def accept_at(self, number: int, finding: Finding) -> bool:
        """Count a finding of an article as an error; whether that could be done."""
        from app.review.assessing import accept

        typology = self.typology
        return self.do_at(number, lambda article: accept(article, typology, finding))

    def dismiss_at(self, number: int, finding: Finding, reason: str) -> bool:
        """Call a finding of an article no error; whether that could be done."""
        return self.do_at(number, lambda article: article.dismiss(finding, reason=reason))

    def fix_at(self, number: int, finding: Finding) -> bool:
        """Make the first repair of a finding of an article; whether that could be done."""
        return bool(finding.fixes) and self.do_at(number, lambda article: article.fix(finding.fixes[0]))

    def undo_at(self, number: int) -> bool:
        """Take back the last step on an article; whether there was one."""
        return self.do_at(number, lambda article: article.undo())

    def do_at(self, number: int, verb: Callable[[Article], Step | None]) -> bool:
        """Perform a verb on any article; whether it performed a step."""
        revision = self.project.log.revision
        if self.article is not None and number == self.article.id:
            self._do(verb)
        else:
            self._do_beside(self.project.article(number), verb)
        return self.project.log.revision > revision

    def _do_beside(self, article: Article, verb: Callable[[Article], Step | None]) -> None:
        """Perform a verb on an article that is not on the desk, and keep what is known of its findings true."""
        known = self._sighting(article.id)
        try:
            step = verb(article)
        except UserError as error:
            self.failed.emit(error)
            return
        if step is None:
            return
        self.saver.record(step)
        rewritten = any(isinstance(splice, RowSplice | DocumentSplice) for splice in step.splices)
        if known is not None and not rewritten:
            self._sight(article.id, known.found)
        elif rewritten:
            self._sight(article.id, found_in(story_of_article(article), self.project.profile))
        self.stepped.emit(step)

    # Lots

    def lot(self) -> "Lot | None":
        """The lot under work; None when there is none."""
        if len(self.project.articles) < 2:
            return None
        from app.review.lot import current

        return current(self.project)

    def lot_standing(self) -> dict[str, object] | None:
        """The name of the lot, how many articles are `read` of the `count` chosen, and how many drawn ones failed of those that may."""
        lot = self.lot()
        if lot is None:
            return None
        from app.review.lot import cards, decision

        read = cards(self.project, lot)
        failed = decision(lot, read).failed
        count = len(lot.sample.to_read)
        return {"name": lot.name, "read": len(read), "count": count, "failed": len(failed), "accept": lot.sample.accept}

    def candidates(self, articles: Sequence[int], stratum: "Stratum") -> "list[Candidate]":
        """Articles as a plan sees them; raises UserError while one has not been checked."""
        from app.review.lot import candidates

        return candidates(self.project, self.found(), articles, stratum)

    def inspection(self, series: str) -> "Inspection":
        """How the next lot of a series is inspected, after those that were signed."""
        from app.review.journal import inspection
        from app.review.signing import signed_lots

        return inspection(series, signed_lots(self.project))

    def draw(self, articles: Sequence[int], plan: "Plan", name: str, series: str) -> None:
        """Make a lot and let the plan choose, and lay the first chosen article on the desk; raises UserError."""
        from app.review.lot import draft

        self.settle()
        step = draft(self.project, self.found(), articles, plan, name, series)
        self.announce(step)
        self.next_article()

    def record(self) -> "SignedLot | None":
        """The lot under work as its signature would freeze it, else the last one that was signed; raises UserError."""
        from app.review.reports import record_of

        return record_of(self.project)

    def sign_lot(self) -> None:
        """Sign the lot under work in the reviewer's name; raises UserError that says who may not, and why."""
        from app.review import journal
        from app.review.signing import sign, signed_lots

        self.settle()
        self.announce(sign(self.project))
        journal.remember(signed_lots(self.project)[-1])

    def report(self, kind: str, language: str, *, with_persons: bool = False) -> "Report":
        """A report about the article on the desk, or about the lot; raises UserError where there is no lot."""
        from app.reports.page import LOT
        from app.review.reports import article_report, report_of_lot

        self.settle()
        self.check_now()
        if kind == LOT:
            return report_of_lot(self.project, language, with_persons=with_persons)
        assert self.article is not None
        return article_report(kind, self.project, self.article, language, lambda: self.findings)

    def use_typology(self, chosen: "Typology") -> None:
        """Mark by other kinds of errors from now on."""
        from app.review.assessing import use_typology

        self.announce(use_typology(self.project, chosen))

    def score(self, value: int) -> None:
        """Give the article on the desk the score that ESA asks for."""
        from app.review.assessing import set_score

        self._do(lambda article: set_score(article, value))
