"""What a reviewer decides about an article."""

from collections.abc import Sequence
from enum import StrEnum

import msgspec
from msgspec import Struct

from app.article import Article
from app.errors import UserError
from app.i18n import N_
from app.model import FieldSplice, Severity, Step, well_formed
from app.review.assessing import marks_of
from app.review.identity import identity

FIELD = "verdict"
"""The field of an article that keeps its verdict as JSON."""


class Decision(StrEnum):
    """The four verdicts."""

    PASS = "pass"  # noqa: S105 - no password but a verdict
    CORRECTED = "pass-with-corrections"
    RETURN = "return"
    STOP = "stop"


KEYS = {Decision.PASS: "p", Decision.CORRECTED: "k", Decision.RETURN: "r", Decision.STOP: "s"}
"""The letter that gives each verdict."""

GRAVE = frozenset({Decision.RETURN, Decision.STOP})
"""Verdicts that want a reason."""

WORDS = {
    Decision.PASS: N_("passes"),
    Decision.CORRECTED: N_("passes with corrections"),
    Decision.RETURN: N_("goes back"),
    Decision.STOP: N_("stopped"),
}
"""What people call the verdicts."""


class Verdict(Struct, frozen=True, omit_defaults=True):
    """A verdict with its reason and, for a return, to whom it goes; `identity` is that of the texts it was given on."""

    decision: Decision
    reason: str = ""
    to: str = ""
    identity: str = ""


def verdict_of(article: Article) -> Verdict | None:
    """The verdict on an article; None while nobody gave one on the texts that are there now."""
    kept = article.fields.get(FIELD)
    if kept is None:
        return None
    found = msgspec.json.decode(kept, type=Verdict)
    return found if found.identity == identity(article) else None


def judge(article: Article, decision: Decision, reason: str = "", to: str = "") -> Step:
    """Give a verdict. Raises UserError for one without the reason it needs, or a pass in spite of a marked critical error."""
    reason, to = well_formed(reason.strip()), well_formed(to.strip())
    if (open_yet := lacking(article, decision, reason, to)) is not None:
        raise UserError(open_yet)
    return article.set_field(FIELD, msgspec.json.encode(Verdict(decision, reason, to, identity(article))).decode())


def lacking(article: Article, decision: Decision, reason: str, to: str) -> str | None:
    """What stands in the way of a verdict, as a sentence that is not translated yet; None when nothing does."""
    critical = any(mark.severity is Severity.CRITICAL for mark in marks_of(article))
    if decision is Decision.PASS and critical:
        return N_("A critical error is marked here, so it cannot pass as it is: correct it, return it or stop it.")
    if decision in GRAVE and not reason.strip():
        return N_("Say in a few words why, so that the next person knows what to do.")
    if decision is Decision.RETURN and not to.strip():
        return N_("Say to whom the article goes back.")
    return None


def last_recipient(steps: Sequence[Step]) -> str:
    """To whom an article went back last; most go to the same desk."""
    for step in reversed(steps):
        for splice in step.splices:
            if isinstance(splice, FieldSplice) and splice.name == FIELD and splice.after:
                verdict = msgspec.json.decode(splice.after, type=Verdict)
                if verdict.to:
                    return verdict.to
    return ""


def reconsider(article: Article) -> Step | None:
    """Take a verdict back; None when there is none."""
    return article.set_field(FIELD, None) if FIELD in article.fields else None
