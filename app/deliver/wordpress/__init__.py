"""WordPress by its REST interface: a post and its source to work on, a corrected story as a draft."""

from app.deliver.wordpress.opening import found, reading
from app.deliver.wordpress.post import Draft, Post, draft_of
from app.deliver.wordpress.sending import ChangedError, Known, PublishedError, Sent, fetch, send
from app.deliver.wordpress.site import RestError, Site, discovered
from app.deliver.wordpress.terms import describe_picture

__all__ = [
    "ChangedError",
    "Draft",
    "Known",
    "Post",
    "PublishedError",
    "RestError",
    "Sent",
    "Site",
    "describe_picture",
    "discovered",
    "draft_of",
    "fetch",
    "found",
    "reading",
    "send",
]
