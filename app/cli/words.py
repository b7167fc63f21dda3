"""What every command shares: the words that argparse says by itself, in the language of the interface, and kinds of arguments."""

import argparse
from collections.abc import Callable, Iterable

from app.i18n import N_, _

Make = Callable[..., argparse.ArgumentParser]
"""Makes the parser of the program or of one command."""

HEADINGS = {"positional arguments": N_("arguments"), "options": N_("options")}
"""What argparse calls its groups, and what we call them."""


class Help(argparse.HelpFormatter):
    """The help of argparse with translated usage and headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin with our word for usage."""
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Begin a group with our word for it."""
        super().start_section(_(HEADINGS.get(heading, heading)) if heading else heading)


def spoken(make: Make) -> Make:
    """`make`, with usage, headings and help option in the language of the interface."""

    def made(*arguments: str, **words: str) -> argparse.ArgumentParser:
        parser = make(*arguments, formatter_class=Help, add_help=False, **words)
        parser.add_argument("-h", "--help", action="help", help=_("show this help and exit"))
        return parser

    return made


def count(word: str) -> int:
    """A whole number from 1 on; raises ArgumentTypeError for anything else."""
    if not word.isascii() or not word.isdigit() or not int(word):
        raise argparse.ArgumentTypeError(_("give a whole number, 1 or more"))
    return int(word)
