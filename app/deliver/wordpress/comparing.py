"""What stands on a site beside what would be sent, as people read it."""

from app.deliver.wordpress.post import Draft, Post
from app.formats import format_named


def words_of(title: str, content: str) -> str:
    """The words of a post or a draft without its markup, a paragraph a line."""
    read = format_named("html").read
    assert read is not None
    body = (
        read(f'<!doctype html><meta charset="utf-8"><body>{content}</body>'.encode(), "de").document.text.plain if content.strip() else ""
    )
    return f"{title}\n\n{body}".strip()


def beside(theirs: Post, ours: Draft) -> tuple[str, str]:
    """The words of both; where these are alike, the markup, and where that is alike too, the teasers."""
    pairs = (
        (words_of(theirs.title, theirs.content), words_of(ours.title, ours.content)),
        (theirs.content, ours.content),
        (theirs.excerpt, ours.excerpt),
    )
    return next((pair for pair in pairs if pair[0] != pair[1]), pairs[0])
