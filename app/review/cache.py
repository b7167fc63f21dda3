"""Findings that were worked out before: hundreds of articles are listed without checking one of them again."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from app import checks
from app.article import Article, Project, story_of_article
from app.model import Finding, Step
from app.store import Store
from app.style import Profile

Found = Mapping[int, Sequence[Finding]]
"""Open findings by article; an article that is not in it has not been checked."""


def profile_digest(profile: Profile) -> str:
    """What tells one profile from another: hexadecimal digits."""
    return hashlib.sha256(msgspec.json.encode(profile, order="deterministic")).hexdigest()[:32]


def revisions(steps: Iterable[Step]) -> dict[int, int]:
    """For each article the revision of its last step; an article as it came in has none."""
    return {step.article: step.revision for step in steps if step.article is not None}


def known(project: Project, store: Store) -> dict[int, list[Finding]]:
    """The open findings of every article for which those in the file still hold. Raises UserError when it cannot be read."""
    last = revisions(project.log.steps)
    found = kept({article.id: last.get(article.id, 0) for article in project.articles}, project.profile, store)
    return {number: open_findings(project, project.article(number), every) for number, every in found.items()}


def kept(wanted: Mapping[int, int], profile: Profile, store: Store) -> dict[int, list[Finding]]:
    """All findings in the file that hold for articles at these revisions, dismissed ones too. Raises UserError when it cannot be read."""
    digest = profile_digest(profile)
    read = {number: store.findings(number, revision, checks.ENGINE, digest) for number, revision in wanted.items()}
    return {number: found for number, found in read.items() if found is not None}


def checked(project: Project, store: Store, article: Article) -> list[Finding]:
    """Check an article now and keep what was found in the file; returns the open findings. Raises UserError."""
    found = checks.run(story_of_article(article), project.profile)
    keep(project, store, article, found)
    return open_findings(project, article, found)


def keep(project: Project, store: Store, article: Article, found: Sequence[Finding]) -> None:
    """Keep all findings of an article as it is now, as `remember` does."""
    revision = max((step.revision for step in project.log.of(article.id)), default=0)
    remember(store, article.id, revision, project.profile, found)


def remember(store: Store, article: int, revision: int, profile: Profile, found: Sequence[Finding]) -> None:
    """Keep all findings of an article at a revision, dismissed ones too; nothing in a file that is open for reading only."""
    if not store.read_only:
        store.remember(article, revision, checks.ENGINE, profile_digest(profile), found)


def open_findings(project: Project, article: Article, found: Iterable[Finding]) -> list[Finding]:
    """Those that nobody dismissed, here or in the whole project."""
    return project.sifted(article, found)[0]
