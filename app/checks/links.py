"""Links to other stories that stand in the running text."""

from app.checks.check import Check, example
from app.checks.passage import act_finder
from app.evidence.acts import Act
from app.i18n import N_
from app.model import Category, Severity

RELATED_LINK = Check(
    id="artefact.related-link",
    title=N_("Link to another story"),
    category=Category.ADDITION,
    severity=Severity.CRITICAL,
    what=N_(
        "A line that sends the reader to another story: a label, a headline, often without a full stop. Minor where the source has it too."
    ),
    why=N_("It came along with the page from which the text was copied and interrupts the story."),
    silence=N_("Switch it off where your house keeps such lines in the text."),
    flags=(
        example(
            ("The bridge is closed.", "Die Brücke ist gesperrt."),
            ("", "Lesen Sie hierzu auch: Fährverkehr wird eingestellt"),
            ("Rain fell.", "Es regnete."),
        ),
        example(("The bridge is closed.", "Die Brücke ist gesperrt."), ("", "SEE ALSO: Ferry service suspended for a week")),
        example(("The bridge is closed.", "Die Brücke ist gesperrt."), ("", "► Zum Video: So wird die Brücke gesprengt")),
        example(
            ("The bridge is closed.", "Die Brücke ist gesperrt."), ("", "Das dürfte Sie ebenfalls interessieren: Brücken im Land verfallen")
        ),
        example(("Read more: Ferry suspended", "Mehr dazu: Fähre eingestellt")),
    ),
    passes=(
        example(("Children should read more, the minister said.", "Kinder sollten mehr lesen, sagte die Ministerin.")),
        example(("The campaign “Read more” begins on Monday.", "Die Aktion „Mehr lesen“ beginnt am Montag.")),
        example(("More than 300 people watched the video.", "Mehr als 300 Menschen sahen das Video.")),
        example(("Related companies are exempt.", "Verbundene Unternehmen sind ausgenommen.")),
    ),
    of_row=act_finder(Act.LINK, N_("“{passage}” leads to another story and does not belong in the text."), Severity.MINOR),
)

CHECKS = (RELATED_LINK,)
