"""The command `send`: the corrected story to a site, as a draft."""

import argparse
import os
import sys
from pathlib import Path

from app import durable
from app.article.cautions import caution_lines
from app.cli.delivery import accept, stopped, warn
from app.cli.project import add_article, open_findings, opened
from app.cli.words import Make
from app.errors import UserError
from app.i18n import N_, _
from app.reports.manifest import as_json, manifest
from app.safe import vault
from app.settings import load

CHANGED = 4
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
    word.add_argument("--site", metavar="ADDRESS", help=_("its address (default: where the story went last, else that of the settings)"))
    word.add_argument("--user", metavar="NAME", help=_("your user name there (default: who sent it last, else that of the settings)"))
    word.add_argument("--accept", metavar="REASON", help=_("send in spite of open critical findings or an embargo, for this reason"))
    word.add_argument("--manifest", type=Path, metavar="FILE", help=_("also write this file: hashes, counts, and what was let pass"))
    word.add_argument("--over", action="store_true", help=_("write over what someone changed on the site"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Send one story; what the site did not take over is said."""
    from app.deliver.gate import StoppedError
    from app.deliver.wordpress import ChangedError, Site, discovered
    from app.deliver.wordpress.delivering import deliver, site_before

    kept = load()[0].wordpress
    with opened(options) as (file, project, article):
        before = site_before(article, (kept.site, kept.user))
        address, user = options.site or before[0], options.user or (before[1] if options.site in {None, before[0]} else kept.user)
        if not address or not user:
            raise UserError(N_("Say which site and which user: --site ADDRESS --user NAME."))
        findings = open_findings(project, article)
        if options.accept is not None:
            accept(file, article, findings, options.accept)
        site = Site(discovered(address), user, _password(address, user))
        try:
            sent, step = deliver(article, findings, site)
        except StoppedError as stop:
            return stopped(article, stop)
        except ChangedError as stop:
            if not options.over:
                sys.stderr.write(f"gegenlesen: {stop}\n\n{stop.theirs.title}\n{stop.theirs.content}\n")
                return CHANGED
            sent, step = deliver(article, findings, site, over=stop.theirs)
        file.record(step)
        if options.manifest:
            made = manifest(article, findings, project.dismissals, sent.post.content.encode())
            durable.write(options.manifest, as_json(made), keep=True, protected=[options.project])
        noted = caution_lines(article, findings, project.profile)
    told = _("A draft was made: {link}") if sent.created else _("The draft was renewed: {link}")
    sys.stdout.write(told.format(link=sent.post.link) + "\n")
    warn(*sent.ignored, *noted)
    return 0


def _password(address: str, user: str) -> str:
    found = os.environ.get(PASSWORD) or vault.secret(vault.site_name(address, user))
    if not found:
        raise UserError(N_("There is no application password for {user}: put it into the variable {name}."), user=user, name=PASSWORD)
    return found
