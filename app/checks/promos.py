"""Calls to subscribe, register, download, follow, support."""

from app.checks.check import Check, example
from app.checks.passage import act_finder
from app.evidence.acts import Act
from app.i18n import N_
from app.model import Category, Severity

PROMO = Check(
    id="artefact.promo",
    title=N_("Promotion of the publisher"),
    category=Category.ADDITION,
    severity=Severity.CRITICAL,
    what=N_(
        "A passage in which a publisher addresses its readers: subscribe, register, download, follow us, find out in our list. Minor where the source has it too."
    ),
    why=N_("It came along with the page from which the text was copied and advertises somebody else's product."),
    silence=N_("Switch it off where your house keeps such lines in the text."),
    flags=(
        example(
            ("The harvest is poor.", "Die Ernte ist schlecht."),
            ("", "Bestellen Sie jetzt unseren Agrarbrief und bleiben Sie jede Woche auf dem Laufenden!"),
        ),
        example(
            ("The harvest is poor.", "Die Ernte ist schlecht."), ("", "Join thousands of growers who get our weekly digest in their inbox.")
        ),
        example(
            ("The harvest is poor.", "Die Ernte ist schlecht."),
            ("", "Was kostet ein Hof heute? Entdecken Sie es in unserem großen Höfe-Ranking."),
        ),
        example(("The harvest is poor.", "Die Ernte ist schlecht. Folgen Sie unserem Kanal auf WhatsApp.")),
    ),
    passes=(
        example(
            (
                "Readers who subscribe to the newsletter receive it at six.",
                "Leser, die den Newsletter abonnieren, erhalten ihn um sechs Uhr.",
            )
        ),
        example(("“Sign up once, read every day” is the slogan.", "„Einmal anmelden, täglich lesen“ lautet der Slogan.")),
        example(
            (
                "So far 900 people have registered with their email address.",
                "Bisher haben sich 900 Menschen mit ihrer E-Mail-Adresse angemeldet.",
            )
        ),
        example(("The party told voters to follow it on Facebook.", "Die Partei rief die Wähler auf, ihr auf Facebook zu folgen.")),
    ),
    of_row=act_finder(Act.PROMO, N_("“{passage}” advertises to the reader of another page."), Severity.MINOR),
)

CHECKS = (PROMO,)
