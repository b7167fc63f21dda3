"""The reference of the checks, printed from the checks themselves."""

import textwrap

from app.checks.check import Check, Example
from app.i18n import _

WIDTH = 88


def page(check: Check) -> str:
    """One check's page as plain text: what it does, why it matters, examples, how to silence it."""
    silence = _(check.silence) or _("Mark it as not an error (here, in the story, anywhere), or switch the check off in the profile.")
    return "\n".join(
        [
            f"{check.id} – {_(check.title)}",
            _("Severity: {severity} · Category: {category}").format(severity=check.severity.value, category=check.category.value),
            "",
            _wrapped(_(check.what)),
            "",
            _wrapped(_("Why: {reason}").format(reason=_(check.why))),
            "",
            _("Flagged:"),
            *[_shown(example) for example in check.flags],
            "",
            _("Not flagged:"),
            *[_shown(example) for example in check.passes],
            "",
            _wrapped(_("To silence it: {how}").format(how=silence)),
            "",
        ]
    )


def _wrapped(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), WIDTH)


def _shown(example: Example) -> str:
    return "\n".join(f"  {source or '–'}\n    → {target or '–'}" for source, target in example.rows)
