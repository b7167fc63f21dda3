"""What the commands share by which a story leaves: the gate, and what is said beside what was asked for."""

import sys
from collections.abc import Sequence

from app.article import Article
from app.deliver.gate import StoppedError, blocking, waiting, wave_through
from app.i18n import Message
from app.model import Finding
from app.reports.text import findings_as_text
from app.store import Store

STOPPED = 3
"""The exit status of a delivery that open critical findings stopped."""


def accept(file: Store, article: Article, findings: Sequence[Finding], reason: str) -> None:
    """Let everything pass that stops the story and may be let pass; raises UserError without a reason."""
    stopping = blocking(article, findings)
    if stopping or waiting(article) is not None:
        file.record(wave_through(article, stopping, reason, embargo_too=True))


def stopped(article: Article, stop: StoppedError) -> int:
    """Say what stops the story."""
    sys.stderr.write(f"gegenlesen: {stop}\n\n{findings_as_text(article, stop.findings)}")
    return STOPPED


def warn(*lines: str | Message) -> None:
    """Say something beside what was asked for."""
    for line in lines:
        sys.stderr.write(f"gegenlesen: {line.render() if isinstance(line, Message) else line}\n")
