"""What a model says about its own work: announcements, offers, notes, alternatives."""

from app.checks.check import Check, example
from app.checks.passage import act_finder
from app.evidence.acts import Act
from app.i18n import N_
from app.model import Category, Severity

PREAMBLE = Check(
    id="artefact.preamble",
    title=N_("Announcement of the translation"),
    category=Category.ADDITION,
    severity=Severity.CRITICAL,
    what=N_("A passage in which the machine announces its answer: here is the translation, the next part follows."),
    why=N_("It is addressed to whoever ordered the translation, not to the reader."),
    silence=N_("Dismiss it where the story itself presents a translated document."),
    flags=(
        example(("", "Gern, nachfolgend der übertragene Beitrag:"), ("Fair opens", "Messe öffnet")),
        example(("", "Of course! Please find the German rendering of your article below."), ("Fair opens", "Messe öffnet")),
        example(("", "Deutsche Fassung:"), ("Fair opens", "Messe öffnet")),
        example(
            ("The fair is open.", "Die Messe ist offen."),
            ("", "Ich fahre nun mit dem zweiten Teil des Artikels fort:"),
            ("Rain fell.", "Es regnete."),
        ),
    ),
    passes=(
        example(("Here is the text of the treaty:", "Hier ist der Text des Vertrags:")),
        example(("The German version of the song appeared in May.", "Die deutsche Fassung des Liedes erschien im Mai.")),
        example(("“Of course,” she said, “here is my answer.”", "„Natürlich“, sagte sie, „hier ist meine Antwort.“")),
        example(("Sure, the fair is small.", "Sicher, die Messe ist klein.")),
    ),
    of_row=act_finder(Act.PREAMBLE, N_("“{passage}” announces the translation and is no part of the story.")),
)

META_CHATTER = Check(
    id="artefact.meta-chatter",
    title=N_("Remark of the machine"),
    category=Category.ADDITION,
    severity=Severity.CRITICAL,
    what=N_("A passage in which the machine offers changes, explains its choice of words or proposes alternatives."),
    why=N_("It is addressed to whoever ordered the translation, not to the reader."),
    silence=N_("Dismiss it where a translator's note is wanted, as in a review."),
    flags=(
        example(
            ("The fair is open.", "Die Messe ist offen."),
            ("", "Falls Sie eine lockerere Tonlage bevorzugen, sagen Sie mir einfach Bescheid."),
        ),
        example(
            ("The fair is open.", "Die Messe ist offen."),
            ("", "Note: The term “pork barrel” was rendered freely because there is no literal equivalent in German."),
        ),
        example(
            ("The fair is open.", "Die Messe ist offen."), ("", "Beide Varianten sind möglich; die zweite Fassung betont eher den Ort.")
        ),
        example(("The fair is open.", "Die Messe ist offen. Do you want me to prepare a shorter version?")),
    ),
    passes=(
        example(
            (
                "“Let me know if you need anything,” the nurse said.",
                "„Lassen Sie mich wissen, wenn Sie etwas brauchen“, sagte die Pflegerin.",
            )
        ),
        example(("Note: the museum is closed on Mondays.", "Hinweis: Das Museum ist montags geschlossen.")),
        example(("The translator noted that both versions are possible.", "Die Übersetzerin merkte an, beide Fassungen seien möglich.")),
        example(("I hope this helps the victims.", "Ich hoffe, das hilft den Opfern.")),
    ),
    of_row=act_finder(Act.CHATTER, N_("“{passage}” is a remark of the machine about its work.")),
)

CHECKS = (PREAMBLE, META_CHATTER)
