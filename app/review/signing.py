"""Signing a lot: a record of everything it rests on, with a digest, in a step that cannot be undone.

The record names each article by the digest of what is signed of it, which is kept in a field of its own: purging an article
takes that along, and the signature still holds for the others.
"""

import hashlib
from collections import deque
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app import checks
from app.article import Article, Project, composed
from app.article.log import utc_now
from app.errors import UNDECODABLE, UserError
from app.i18n import N_
from app.model import DocumentSplice, ErrorMark, FieldSplice, RowSplice, Step, Text, Unit
from app.quality.sampling.plan import Decision, Plan, Sample
from app.quality.scorecard import Scorecard, together
from app.quality.typology import Typology
from app.review import lot as lots
from app.review.assessing import SCORE, article_effort, marks_of, typology_of
from app.review.cache import profile_digest
from app.review.identity import identity
from app.review.verdict import FIELD as VERDICT
from app.review.verdict import Verdict, verdict_of

SCHEMA = "gegenlesen.lot/1"
PREFIX = "signed-lot-"
"""The fields of the project that keep signed lots begin so, the digest follows; those of their articles end in ``/`` and its number."""


class SignedArticle(Struct, frozen=True):
    """An article as it was signed: digests of both texts as they came in, of the corrected one, and of its whole state.

    `card` is None for an article that was not read. `reader` is who gave the verdict.
    """

    article: int
    title: str
    identity: str
    source: str
    received: str
    state: str
    read: bool
    rows: tuple[int, ...] | None
    card: Scorecard | None
    marks: tuple[ErrorMark, ...]
    verdict: Verdict | None
    reader: str
    edits: int
    words: int


class SignedLot(Struct, frozen=True, omit_defaults=True):
    """The record that a signature stands for.

    `parts` are the articles by number, each with the SHA-256 of its `SignedArticle` as it is kept. `digest` is the SHA-256 of
    the record as it is kept: JSON with sorted keys. It, `number` and `articles` are not part of that record: the number is the
    lot's place among those of the project, the articles are those of the parts that were not purged since.
    """

    schema: str
    name: str
    series: str
    signed: str
    signer: str
    version: str
    engine: int
    profile: str
    typology: Typology
    plan: Plan
    sample: Sample
    decision: Decision
    card: Scorecard
    parts: tuple[tuple[int, str], ...] = ()
    articles: tuple[SignedArticle, ...] = ()
    number: int = 0
    digest: str = ""

    @property
    def purged(self) -> int:
        """How many articles are no longer there to be looked at."""
        return len(self.parts) - len(self.articles) if self.digest else 0


class _Kept(Struct, frozen=True):
    digest: str
    record: msgspec.Raw


def sign(project: Project) -> Step:
    """Sign the lot under work in the name the log goes by; it is closed then.

    Raises UserError without a lot or a name, while its outcome is open, and for a signer who corrected one of its articles.
    """
    who = project.log.who.strip()
    lot = lots.current(project)
    if lot is None:
        raise UserError(N_("There is no lot to sign: choose articles and a plan first."))
    if not who:
        raise UserError(N_("A signature needs a name: write yours in the settings."))
    require_another_hand(project, lot.articles, who)
    read = lots.cards(project, lot)
    decided = lots.decision(lot, read)
    if decided.accepted is None:
        raise UserError(N_("{count} articles of the sample have no verdict yet."), count=len(decided.unread))
    record = _record(project, lot, read, decided)
    parts = {each.article: msgspec.json.encode(each, order="sorted") for each in record.articles}
    digests = tuple((number, _digest(part)) for number, part in parts.items())
    data = msgspec.json.encode(replace(record, signer=who, signed=utc_now(), parts=digests, articles=()), order="sorted")
    digest = _digest(data)
    name = f"{PREFIX}{digest[:16]}"
    kept = msgspec.json.encode(_Kept(digest, msgspec.Raw(data))).decode()
    values = {name: kept} | {f"{name}/{number}": part.decode() for number, part in parts.items()}
    return project.set_fields("sign", {**values, lots.FIELD: None})


def as_it_stands(project: Project) -> SignedLot | None:
    """What the record of the lot under work would be now: without a signature, and perhaps without an outcome. None without a lot."""
    lot = lots.current(project)
    if lot is None:
        return None
    read = lots.cards(project, lot)
    return _record(project, lot, read, lots.decision(lot, read))


def signed_lots(project: Project) -> list[SignedLot]:
    """All signed lots of a project, oldest first. Raises UserError for a record that is not as it was signed."""
    names = [name for name in project.fields if name.startswith(PREFIX) and "/" not in name]
    found = sorted((_read(project, name) for name in names), key=lambda each: each.signed)  # of one second: as the log has them
    return [replace(each, number=number) for number, each in enumerate(found, 1)]


def changed_since(project: Project, signed: SignedLot) -> list[int]:
    """The articles of a signed lot whose text, marks or verdict are no longer what was signed; those off the list too."""
    standing = {identity(article): article for article in project.articles}
    own = {article.id: article for article in project.articles}
    changed = []
    for each in signed.articles:
        article = own.get(each.article)
        if article is None or identity(article) != each.identity:
            article = standing.get(each.identity)  # in a combined project its number may be another
        if article is None or state(article) != each.state:
            changed.append(each.article)
    return changed


class Signature(NamedTuple):
    """What the last signature on an article says of it: the revision of that step, and the state it stands for."""

    revision: int
    state: str


def signatures(project: Project) -> dict[int, Signature]:
    """The last signature on each article that is in a signed lot. Raises UserError for a record that is not as it was signed."""
    revisions = {
        splice.name: step.revision
        for step in project.log.of(None)
        for splice in step.splices
        if isinstance(splice, FieldSplice) and splice.name.startswith(PREFIX)
    }
    signed = signed_lots(project) if revisions else []
    own = {identity(article): article.id for article in project.articles} if signed else {}
    return {
        own[each.identity]: Signature(revisions.get(f"{PREFIX}{lot.digest[:16]}", 0), each.state)
        for lot in signed
        for each in lot.articles
        if each.identity in own
    }


def is_changed(article: Article, signature: Signature, last: int) -> bool:
    """Whether an article whose last step has the revision `last` is no longer what was signed."""
    return last > signature.revision and state(article) != signature.state


def state(article: Article) -> str:
    """The SHA-256 of what a signature stands for: the corrected text, the marks, the verdict, the score."""
    held = {
        "text": composed(article).digest,
        "marks": sorted(article.marks, key=lambda mark: mark.id),
        "fields": {name: article.fields.get(name) for name in (VERDICT, SCORE)},
    }
    return hashlib.sha256(msgspec.json.encode(held, order="sorted")).hexdigest()


def require_another_hand(project: Project, articles: Iterable[int], who: str) -> None:
    """Nothing where this person changed the words of none of these articles; otherwise raises UserError: somebody else has to sign for them.

    Confirming, notes, marks and verdicts change no words.
    """
    mine = {step.article for step in project.log.steps if step.who.strip() == who and not _renews(step) and _rewords(step)}
    own = next((number for number in articles if number in mine), None)
    if own is not None:
        title = project.article(own).title
        raise UserError(N_("You corrected “{title}” yourself, so somebody else has to sign this lot."), title=title)


def _rewords(step: Step) -> bool:
    return any(_words(splice.before) != _words(splice.after) for splice in step.splices if isinstance(splice, RowSplice))


def _renews(step: Step) -> bool:
    """Whether a step took in another version of a text, which corrects nothing."""
    return any(isinstance(splice, DocumentSplice) for splice in step.splices)


def _words(units: Iterable[Unit]) -> list[tuple[Text, bool]]:
    return [(unit.target, unit.removed) for unit in units]


def _record(project: Project, lot: lots.Lot, read: Mapping[int, Scorecard], decided: Decision) -> SignedLot:
    typology = typology_of(project)
    return SignedLot(
        schema=SCHEMA,
        name=lot.name,
        series=lot.series,
        signed="",
        signer="",
        version=version("gegenlesen"),
        engine=checks.ENGINE,
        profile=profile_digest(project.profile),
        typology=typology,
        plan=lot.plan,
        sample=lot.sample,
        decision=decided,
        card=together(typology, read.values()),
        articles=tuple(_article(project.article(number), lot, read.get(number)) for number in lot.articles),
    )


def _article(article: Article, lot: lots.Lot, card: Scorecard | None) -> SignedArticle:
    done = article_effort(article)
    return SignedArticle(
        article=article.id,
        title=article.title,
        identity=identity(article),
        source=article.source.digest,
        received=article.target.digest,
        state=state(article),
        read=card is not None,
        rows=lot.rows_of(article.id),
        card=card,
        marks=tuple(marks_of(article)),
        verdict=verdict_of(article),
        reader=_reader(article),
        edits=done.edits,
        words=done.words,
    )


def _reader(article: Article) -> str:
    """Who gave the verdict that holds."""
    given = (s for s in article.log.of(article.id) for each in s.splices if isinstance(each, FieldSplice) and each.name == VERDICT)
    last = deque(given, 1)
    return last[0].who if last else ""


def _read(project: Project, name: str) -> SignedLot:
    try:
        found = msgspec.json.decode(project.fields[name], type=_Kept)
        record = msgspec.json.decode(found.record, type=SignedLot)
        parts = {number: project.fields.get(f"{name}/{number}") for number, _digest in record.parts}
        articles = tuple(msgspec.json.decode(part, type=SignedArticle) for part in parts.values() if part is not None)
    except UNDECODABLE as error:
        raise _altered() from error
    wrong = [number for number, digest in record.parts if (part := parts[number]) is not None and _digest(part.encode()) != digest]
    if wrong or _digest(bytes(found.record)) != found.digest:
        raise _altered()
    return replace(record, articles=articles, digest=found.digest)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _altered() -> UserError:
    return UserError(N_("The record of a signed lot is not as it was signed: do not rely on it."))
