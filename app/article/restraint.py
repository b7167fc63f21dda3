"""What keeps a story in the house: an embargo until a moment, or a legal hold until its owner lifts it."""

from datetime import UTC, datetime

from app.article.article import Article
from app.errors import UserError
from app.i18n import N_, Message

EMBARGO, HOLD = "embargo", "hold"
"""Fields of an article: the moment (ISO 8601 with its offset, UTC where it names none) before which it may not appear, and who
holds it and why."""


def embargoed(article: Article, now: datetime | None = None) -> bool:
    """Whether the story may not appear yet; an embargo that cannot be read as a moment holds until someone sets it right."""
    until = article.fields.get(EMBARGO, "")
    if not until:
        return False
    try:
        moment = datetime.fromisoformat(until)
    except ValueError:
        return True
    return (now or datetime.now(UTC)) < (moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def restraint(article: Article, now: datetime | None = None) -> Message | None:
    """Why the story must not leave this computer now; None when it may."""
    if article.fields.get(HOLD):
        return Message(N_("This story is on legal hold ({reason}): it stays on this computer."), {"reason": article.fields[HOLD]})
    if embargoed(article, now):
        return Message(N_("This story is under embargo until {time}: it stays on this computer."), {"time": article.fields[EMBARGO]})
    return None


def require_free(article: Article) -> None:
    """Raise UserError when the story must not leave this computer now."""
    why = restraint(article)
    if why is not None:
        raise UserError(why.template, **why.arguments)
