"""The reference of the checks, printed from the checks themselves."""

import re
import textwrap
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Example
from app.i18n import N_, _

WIDTH = 88

SIGNS = re.compile(r"[\\`*_{}\[\]<>()#+\-.!|~&]")
"""What Markdown may take for its own."""

FAMILIES = {
    "artefact": N_("What machines and pages leave behind"),
    "structure": N_("Missing, added and moved sentences"),
    "fact": N_("Numbers, dates and other facts"),
    "name": N_("Names, offices and who speaks"),
    "meaning": N_("Meaning"),
    "term": N_("Terms"),
    "language": N_("German"),
    "typography": N_("Typography"),
    "markup": N_("Links and markup"),
    "delivery": N_("Delivery"),
}
"""What the first part of an id stands for, in the order of the reference."""


NOTE = N_(
    "Critical findings stop an export until they are fixed or a reason is given; hints are shown on demand. Every finding can be "
    "dismissed at its place, in the story or in the project, and every check can be switched off or made a hint in the profile."
)


def page(check: Check) -> str:
    """One check's page as plain text: what it does, why it matters, examples, how to silence it."""
    return "\n".join(
        [
            f"{check.id} – {_(check.title)}",
            _severity(check),
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
            _wrapped(_("To silence it: {how}").format(how=_(check.silence))),
            "",
        ]
    )


def reference(checks: Iterable[Check]) -> str:
    """All checks as one page of Markdown, by family; their ids are headings, so that a link can lead to each."""
    known = list(checks)
    title = _("The checks")
    lines = [f"# {title}", "", _wrapped(_(NOTE))]
    for family, heading in FAMILIES.items():
        members = [check for check in known if check.id.partition(".")[0] == family]
        if members:
            lines += ["", f"## {_(heading)}", *(line for check in members for line in _entry(check))]
    return "\n".join(lines) + "\n"


def entry(check: Check) -> str:
    """One check as a page of Markdown that wraps its examples: what it does, why it matters, how to silence it."""
    silence = _("Silence")
    lines = [
        f"# {_(check.title)}",
        "",
        f"`{check.id}` · {_severity(check)}",
        "",
        _(check.what),
        "",
        _("Why: {reason}").format(reason=_(check.why)),
    ]
    for title, examples in ((_("Flagged:"), check.flags), (_("Not flagged:"), check.passes)):
        lines += ["", f"## {title.rstrip(':')}", "", *(_listed(example) for example in examples)]
    return "\n".join([*lines, "", f"## {silence}", "", _("To silence it: {how}").format(how=_(check.silence)), ""])


def _listed(example: Example) -> str:
    """The rows of an example as items of a list; signs that Markdown knows are only signs here."""
    rows = (f"{source or '–'} → {target or '–'}" for source, target in example.rows)
    return "\n".join("- " + SIGNS.sub(r"\\\g<0>", " ".join(row.split())) for row in rows)


def _entry(check: Check) -> Iterator[str]:
    yield from ("", f"### {check.id}", "", f"**{_(check.title)}.** {_severity(check)}", "", _(check.what))
    why = _("Why: {reason}").format(reason=_(check.why))
    yield from ("", f"*{why}*")
    for title, examples in ((_("Flagged:"), check.flags), (_("Not flagged:"), check.passes)):
        yield from ("", title, "", "~~~~", *(_shown(example) for example in examples), "~~~~")
    yield from ("", _("To silence it: {how}").format(how=_(check.silence)))


def _severity(check: Check) -> str:
    return _("Severity: {severity} · Category: {category}").format(severity=check.severity.value, category=check.category.value)


def _wrapped(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), WIDTH)


def _shown(example: Example) -> str:
    return "\n".join(f"  {source or '–'}\n    → {target or '–'}" for source, target in example.rows)
