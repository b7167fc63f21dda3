"""Advertising labels, buttons, navigation and notices of a web page."""

from app.checks.check import Check, example
from app.checks.passage import act_finder
from app.evidence.acts import Act
from app.i18n import N_
from app.model import Category, Severity

SITE_FURNITURE = Check(
    id="artefact.site-furniture",
    title=N_("Page furniture"),
    category=Category.ADDITION,
    severity=Severity.CRITICAL,
    what=N_(
        "A line that belongs to a page, not to a story: an advertising label, a share button, navigation, a cookie notice, a count of comments. Minor where the source has it too."
    ),
    why=N_("It came along with the page from which the text was copied."),
    silence=N_("Switch it off where your house keeps such lines in the text."),
    flags=(
        example(("Rain fell.", "Es regnete."), ("", "Anzeige"), ("It stopped.", "Es hörte auf.")),
        example(("Rain fell.", "Es regnete."), ("", "Story resumes after advertisement"), ("It stopped.", "Es hörte auf.")),
        example(("Rain fell.", "Es regnete."), ("", "Diesen Artikel teilen")),
        example(("Rain fell.", "Es regnete."), ("", "Reading time: 4 minutes")),
    ),
    passes=(
        example(("Advertising pays for a third of the project.", "Werbung bezahlt ein Drittel des Projekts.")),
        example(("Police received a complaint.", "Bei der Polizei ging eine Anzeige ein.")),
        example(("She shared the article with her class.", "Sie teilte den Artikel mit ihrer Klasse.")),
        example(("The cookie has 120 calories.", "Der Keks hat 120 Kalorien.")),
    ),
    of_row=act_finder(Act.FURNITURE, N_("“{passage}” belongs to a web page, not to the story."), Severity.MINOR),
)

CHECKS = (SITE_FURNITURE,)
