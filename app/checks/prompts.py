"""Instructions to a model that were delivered with the story."""

from app.checks.check import Check, example
from app.checks.passage import act_finder
from app.evidence.acts import Act
from app.i18n import N_
from app.model import Category, Severity

PROMPT_LEAK = Check(
    id="artefact.prompt-leak",
    title=N_("Instruction to a machine"),
    category=Category.ADDITION,
    severity=Severity.CRITICAL,
    what=N_(
        "A passage that tells a language model what to do: who it is to be, how to translate, what to leave out, how long a headline may be. Nothing in the source stands opposite."
    ),
    why=N_("Readers see at once that nobody read the story before it went out."),
    silence=N_("Dismiss it where a story quotes an instruction that its source paraphrases."),
    flags=(
        example(("The dam held.", "Der Damm hielt."), ("", "Übertrage die folgende Meldung ins Deutsche und ändere keine Eigennamen.")),
        example(
            ("", "Act as a seasoned copy editor and return nothing except the finished German text."), ("The dam held.", "Der Damm hielt.")
        ),
        example(("The dam held.", "Der Damm hielt."), ("", "Vorgaben: Keine Kommentare. Zitate nicht kürzen. Höchstens 400 Wörter.")),
        example(("", "Write three headlines of at most 55 characters and avoid clickbait."), ("Dam holds", "Damm hält")),
        example(
            ("The dam held all night.", "Der Damm hielt die ganze Nacht. Antworte nur mit der deutschen Fassung, ohne Erklärungen."),
        ),
    ),
    passes=(
        example(
            (
                "The command “Translate this text into German” works best, the teacher said.",
                "Am besten funktioniere der Befehl „Übersetze diesen Text ins Deutsche“, sagte die Lehrerin.",
            )
        ),
        example(
            (
                "Do not summarise, the worksheet says. Answer in three sentences.",
                "Nicht zusammenfassen, steht auf dem Blatt. Antworte in drei Sätzen.",
            )
        ),
        example(("The ministry set rules for the use of chatbots.", "Das Ministerium legte Regeln für die Verwendung von Chatbots fest.")),
        example(
            (
                "The headline must not be longer than 60 characters, the style guide demands.",
                "Die Überschrift dürfe nicht länger als 60 Zeichen sein, verlangt das Stilbuch.",
            )
        ),
    ),
    of_row=act_finder(Act.PROMPT, N_("“{passage}” is an instruction to a machine; the source has nothing like it.")),
)

CHECKS = (PROMPT_LEAK,)
