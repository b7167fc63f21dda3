"""A model that declines, or asks for what it was not given."""

from app.checks.check import Check, example
from app.checks.passage import act_finder
from app.evidence.acts import Act
from app.i18n import N_
from app.model import Category, Severity

REFUSAL = Check(
    id="artefact.refusal",
    title=N_("Refusal of the machine"),
    category=Category.ADDITION,
    severity=Severity.CRITICAL,
    what=N_(
        "A passage in which the machine declines to translate, speaks of itself as a machine, of its limits or rules, or asks for the text."
    ),
    why=N_("What it refused is probably missing, and the refusal stands in the story."),
    silence=N_("Dismiss it where a person in the story speaks in the first person outside quotation marks."),
    flags=(
        example(
            ("The trial begins.", "Der Prozess beginnt."),
            ("", "Bedauerlicherweise bin ich nicht in der Lage, diesen Abschnitt zu übertragen."),
        ),
        example(
            ("The trial begins.", "Der Prozess beginnt."),
            ("", "I'm not able to help with translating this passage because it breaches my content policy."),
        ),
        example(("The trial begins.", "Der Prozess beginnt."), ("", "Als Sprachmodell habe ich keinen Zugriff auf aktuelle Meldungen.")),
        example(("The trial begins.", "Der Prozess beginnt. Could you please paste the full article?")),
    ),
    passes=(
        example(
            (
                "“I'm sorry, but I cannot help you,” the clerk said.",
                "„Es tut mir leid, aber ich kann Ihnen nicht helfen“, sagte der Beamte.",
            )
        ),
        example(
            (
                "The paper contained the words “As an AI model, I cannot draw”.",
                "Der Aufsatz enthielt die Worte „Als KI-Modell kann ich nicht zeichnen“.",
            )
        ),
        example(("I cannot confirm that, I was asleep.", "Ich kann das nicht bestätigen, ich schlief.")),
        example(
            (
                "The post was blocked because it violated the guidelines.",
                "Der Beitrag wurde gesperrt, weil er gegen die Richtlinien verstieß.",
            )
        ),
    ),
    of_row=act_finder(Act.REFUSAL, N_("“{passage}” is a refusal or a limit of the machine, not a part of the story.")),
)

CHECKS = (REFUSAL,)
