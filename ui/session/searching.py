"""Finding and replacing in the story on the desk, and repairing many places at once."""

from collections.abc import Iterable, Sequence

from app.article.searching import Hit, Query, Where, hits, replaced
from app.model import Finding, Fix, Side, Unit
from ui.session.opinions import Opinions


class Searching(Opinions):
    """Verbs on many places, each one step."""

    def hits(self, query: Query) -> list[Hit]:
        """Every place of the words, in the texts as they are shown; raises UserError for a pattern that cannot be used."""
        return list(hits(self.article, query, self._searched)) if self.article is not None else []

    def replace(self, found: Sequence[Hit]) -> None:
        """Put what the hits say in the place of what they found; they must be those of the texts as they are shown."""
        self._do(lambda article: replaced(article, found))

    def alike(self, finding: Finding) -> list[Finding]:
        """The findings of the story that the same check repairs, this one first."""
        from app.article.alike import alike

        return alike(self.article, finding, self.findings) if self.article is not None else []

    def fix_many(self, fixes: Iterable[Fix], op: str) -> None:
        """Apply repairs in one step."""
        chosen = tuple(fixes)
        self._do(lambda article: article.fix(*chosen, op=op))

    def _searched(self, unit: Unit, where: Where) -> str:
        if where is Where.NOTE:
            return unit.note
        return self.text(unit.id, Side.SOURCE if where is Where.SOURCE else Side.TARGET)
