"""The two kinds of trouble: what a user can act on, and everything else, which is a bug.

A `UserError` is shown as one sentence that says what to do. Any other exception is left alone: it reaches the one hook
that writes the log and shows the crash dialog.
"""

from typing import Protocol

import msgspec

from app.i18n import Message

UNDECODABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What msgspec raises for bytes that are not what they should be: wrong UTF-8 and endless nesting are no errors of its own kind."""


class UserError(Exception):
    """Something the user can act on; `message` is one sentence, translated when shown."""

    def __init__(self, template: str, **arguments: object) -> None:
        """Take a template marked with ``N_`` and the values of its ``{names}``."""
        self.message = Message(template, {name: str(value) for name, value in arguments.items()})
        super().__init__(self.message.render(str))

    def __str__(self) -> str:
        """The sentence, in the language of the interface."""
        return self.message.render()


class Cancelled(Exception):  # noqa: N818 - a decision of the user, not an error
    """The user stopped long work; raised by a `Progress` and never caught below the job that runs it."""


class Progress(Protocol):
    """What long work reports to: called with steps done and steps in all; may raise `Cancelled`."""

    def __call__(self, done: int, total: int) -> None:
        """Report that `done` of `total` steps are finished."""


def no_progress(done: int, total: int) -> None:
    """Report to nobody."""
