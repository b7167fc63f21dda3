"""The file's content: articles, the log they share, the profile."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from app.article.article import Article
from app.article.log import Log
from app.article.purging import is_of, without
from app.errors import UserError
from app.i18n import N_
from app.model import ArticleHead, ArticleSplice, Dismissal, DismissalSplice, Document, FieldSplice, Finding, Splice, Step, Unit
from app.style import Profile


class Project:
    """Many articles with one log. Verbs return the Step they performed."""

    def __init__(self, log: Log | None = None) -> None:
        """Begin an empty project, or continue one whose log is given."""
        self.log = log or Log()
        self.articles: list[Article] = []
        self.shelf: dict[int, Article] = {}
        self.fields: dict[str, str] = {}
        self.dismissals: tuple[Dismissal, ...] = ()

    @property
    def profile(self) -> Profile:
        """What the desk decided for this project."""
        return _profile(self.fields.get("profile", "{}"))

    def use(self, profile: Profile) -> Step:
        """Check by another profile from now on."""
        return self.set_fields("profile", {"profile": msgspec.json.encode(profile).decode()})

    def article(self, number: int) -> Article:
        """The article with this id; raises KeyError when the project has none."""
        return self.shelf[number]

    def sifted(self, article: Article, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The open findings of an article, and those that somebody dismissed, here or in the whole project."""
        everywhere = {dismissal.fingerprint for dismissal in self.dismissals}
        opened, aside = list[Finding](), list[Finding]()
        for finding in findings:
            (aside if finding.fingerprint in everywhere or article.dismissed(finding) else opened).append(finding)
        return opened, aside

    def numbered(self, number: int) -> Article:
        """The article at this place of the list, counted from 1; raises UserError where the list is shorter."""
        if not 1 <= number <= len(self.articles):
            raise UserError(N_("There is no story {number}: the project has {count}."), count=len(self.articles), number=number)
        return self.articles[number - 1]

    def heads(self) -> dict[int, ArticleHead]:
        """What is on the shelf, by number."""
        return {number: article.head for number, article in self.shelf.items()}

    def shelve(self, head: ArticleHead, source: Document, target: Document, units: tuple[Unit, ...]) -> Article:
        """Make an article known without putting it on the list; `add` and the log do that."""
        article = Article(head.id, head.title, source, target, units, self.log)
        self.shelf[head.id] = article
        return article

    def add(self, title: str, source: Document, target: Document, units: tuple[Unit, ...]) -> tuple[Article, Step]:
        """Take in an article at the end of the list."""
        head = ArticleHead(max(self.shelf, default=0) + 1, title, source.digest, target.digest)
        article = self.shelve(head, source, target, units)
        return article, self._perform("add-article", (ArticleSplice(len(self.articles), (), (head,)),))

    def drop(self, number: int) -> Step:
        """Take an article off the list; its history stays, and undo brings it back."""
        article = self.shelf[number]
        return self._perform("drop-article", (ArticleSplice(self.articles.index(article), (article.head,), ()),))

    def move(self, number: int, position: int) -> Step | None:
        """Put an article at another place of the list, counted from 0 as the list is then; None when it is there."""
        heads = [article.head for article in self.articles]
        moved = [head for head in heads if head.id != number]
        moved.insert(position, self.shelf[number].head)
        return self._perform("move-article", (ArticleSplice(0, tuple(heads), tuple(moved)),)) if moved != heads else None

    def purge(self, number: int) -> None:
        """Forget an article and its history for good, as `without` says; no step, and no way back. The file is `Store.purge`'s."""
        log = Log(without(self.log.steps, number), self.log.who)
        self.log.restate(log)
        self.fields = {name: value for name, value in self.fields.items() if not is_of(name, number)}
        del self.shelf[number]
        self.articles = [article for article in self.articles if article.id != number]

    def dismiss(self, *dismissals: Dismissal) -> Step:
        """Call findings no error, everywhere in the project."""
        return self._perform("dismiss", (DismissalSplice((), dismissals),))

    def revoke(self, dismissal: Dismissal) -> Step | None:
        """Take back a dismissal that holds everywhere in the project; None when it is not there."""
        return self._perform("revoke", (DismissalSplice((dismissal,), ()),)) if dismissal in self.dismissals else None

    def set_field(self, name: str, value: str | None) -> Step:
        """Set a named value of the project."""
        return self._perform("set", (FieldSplice(name, self.fields.get(name), value),))

    def set_fields(self, op: str, values: Mapping[str, str | None]) -> Step:
        """Set several named values of the project in one step, called `op`."""
        return self._perform(op, tuple(FieldSplice(name, self.fields.get(name), value) for name, value in values.items()))

    def undo(self) -> Step | None:
        """Take back the last step of the project itself; None when there is none."""
        step = self.log.undoable(None)
        return step and self._perform("undo", step.inverse, step.revision)

    def redo(self) -> Step | None:
        """Repeat the step of the project that was taken back last; None when there is none."""
        step = self.log.redoable(None)
        return step and self._perform("redo", step.splices, step.revision)

    def apply(self, splice: Splice) -> None:
        """Let one splice of a project-wide step take effect."""
        match splice:
            case ArticleSplice(position, before, after):
                self.articles[position : position + len(before)] = [self.shelf[head.id] for head in after]
            case DismissalSplice(before, after):
                self.dismissals = tuple(d for d in self.dismissals if d not in before) + after
            case FieldSplice(name, _, None):
                self.fields.pop(name, None)
            case FieldSplice(name, _, str() as value):
                self.fields[name] = value
            case _:
                raise TypeError(f"not a splice of the project: {splice!r}")

    def resume(self) -> None:
        """Take up what the log says, once every article is on the shelf with its rows as they are now."""
        for step in self.log.steps:
            if step.article is not None:
                self.shelf[step.article].resume(step)
            else:
                for splice in step.splices:
                    self.apply(splice)

    def _perform(self, op: str, splices: tuple[Splice, ...], refers: int | None = None) -> Step:
        for splice in splices:
            self.apply(splice)
        return self.log.write(None, op, splices, refers)


@lru_cache(maxsize=64)
def _profile(stored: str) -> Profile:
    return msgspec.json.decode(stored, type=Profile)
