"""The command `send`: the corrected story to a site, as a draft."""

import argparse
import os
import sys

from app.cli.project import add_article, open_findings, opened
from app.cli.words import Make
from app.errors import UserError
from app.i18n import N_, _
from app.reports.text import findings_as_text
from app.safe import vault
from app.settings import load

STOPPED, CHANGED = 3, 4
PASSWORD = "GEGENLESEN_PASSWORD"  # noqa: S105 - the name of the variable, not what it holds
"""The environment variable that holds the application password where the system has no safe for it."""


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "send",
        help=_("send the corrected story to a site, as a draft"),
        description=_(
            "Send the corrected story to WordPress as a draft, or renew the draft it became before. Nothing is ever published. The "
            "application password is taken from the system’s safe, or from the variable {name}."
        ).format(name=PASSWORD),
        epilog=_(
            "Exit status: 0 sent, 2 bad input or the site refused, 3 stopped by open critical findings, 4 someone changed the draft "
            "on the site."
        ),
    )
    add_article(word)
    word.add_argument("--to", choices=("wordpress",), required=True, help=_("what kind of site"))
    word.add_argument("--site", metavar="ADDRESS", help=_("its address (default: that of the settings)"))
    word.add_argument("--user", metavar="NAME", help=_("your user name there (default: that of the settings)"))
    word.add_argument("--over", action="store_true", help=_("write over what someone changed on the site"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Send one story; what the site did not take over is said."""
    from app.deliver.gate import StoppedError
    from app.deliver.wordpress import ChangedError, Site, discovered
    from app.deliver.wordpress.delivering import deliver

    kept = load()[0].wordpress
    address, user = options.site or kept.site, options.user or kept.user
    if not address or not user:
        raise UserError(N_("Say which site and which user: --site ADDRESS --user NAME."))
    with opened(options) as (file, project, article):
        findings = open_findings(project, article)
        site = Site(discovered(address), user, _password(address, user))
        try:
            sent, step = deliver(article, findings, site)
        except StoppedError as stop:
            sys.stderr.write(f"gegenlesen: {stop}\n\n{findings_as_text(article, stop.findings)}")
            return STOPPED
        except ChangedError as stop:
            if not options.over:
                sys.stderr.write(f"gegenlesen: {stop}\n\n{stop.theirs.title}\n{stop.theirs.content}\n")
                return CHANGED
            sent, step = deliver(article, findings, site, over=stop.theirs)
        file.record(step)
    told = _("A draft was made: {link}") if sent.created else _("The draft was renewed: {link}")
    sys.stdout.write(told.format(link=sent.post.link) + "\n")
    for message in sent.ignored:
        sys.stderr.write(f"gegenlesen: {message.render()}\n")
    return 0


def _password(address: str, user: str) -> str:
    found = os.environ.get(PASSWORD) or vault.secret(vault.site_name(address, user))
    if not found:
        raise UserError(N_("There is no application password for {user}: put it into the variable {name}."), user=user, name=PASSWORD)
    return found
