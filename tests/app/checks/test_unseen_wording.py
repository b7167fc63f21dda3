"""How the checks of `artefact.*` fare on wording they were not made from.

The files in ``tests/data/wording`` hold phrasings that were invented in rounds, each after the checks had been frozen; what was
missed led to wider classes of words or signs, never to the phrase. Recall at first sight was 0.60, 0.82, 0.79, 0.85, 0.91, 0.90,
0.94, 0.84 and 0.86, round by round; the floors below hold what was reached afterwards, so that no later change loses it unseen.
"""

from pathlib import Path

import pytest

from app import checks
from app.evidence.story import story_of
from app.model import Severity

WORDING = Path(__file__).parents[2] / "data" / "wording"

BEFORE = ("The storm reached the coast on Monday.", "Der Sturm erreichte am Montag die Küste.")
AFTER = ("Nobody was hurt, police said.", "Verletzt wurde nach Angaben der Polizei niemand.")

MACHINE = {"artefact.prompt-leak", "artefact.meta-chatter"}
ANSWER = MACHINE | {"artefact.preamble"}
PAGE = {"artefact.related-link", "artefact.site-furniture", "artefact.promo"}

KINDS = {
    "prompt-leak": (MACHINE, 0.93),
    "title-rewrite": (MACHINE | {"artefact.title-echo"}, 0.93),
    "preamble": (ANSWER, 0.93),
    "meta-chatter": (ANSWER, 0.9),
    "refusal": ({"artefact.refusal", "artefact.meta-chatter"}, 0.93),
    "related-link": (PAGE, 0.93),
    "promo": (PAGE, 0.93),
    "site-furniture": (PAGE, 0.93),
    "caption": ({"artefact.caption", "artefact.site-furniture", "structure.addition"}, 0.93),
    "placeholder": ({"artefact.placeholder", "artefact.markup", "artefact.prompt-leak"}, 0.93),
    "markup": ({"artefact.markup", "artefact.placeholder", "artefact.preamble"}, 0.93),
}
"""For each kind the names that are right, and the share that must bear one."""


def phrasings(kind: str) -> list[str]:
    lines = (WORDING / f"{kind}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("# ") or line.startswith("# Scheune")]


def named(phrase: str) -> set[str]:
    findings = checks.run(story_of(BEFORE, ("", phrase), AFTER))
    return {f.check for f in findings if f.confidence >= 0.5 and f.severity is not Severity.NEUTRAL and 2 in f.units}


@pytest.mark.parametrize("kind", KINDS)
def test_most_wordings_of_an_act_are_named(kind: str) -> None:
    right, floor = KINDS[kind]
    known = phrasings(kind)

    missed = [phrase for phrase in known if not named(phrase) & right]

    assert len(missed) <= (1 - floor) * len(known), missed


@pytest.mark.parametrize("kind", KINDS)
def test_no_wording_passes_unseen(kind: str) -> None:
    assert all(named(phrase) for phrase in phrasings(kind))


def test_sentences_of_another_story_are_additions() -> None:
    stories = phrasings("story")

    misnamed = [phrase for phrase in stories if named(phrase) != {"structure.addition"}]

    assert len(misnamed) <= 0.1 * len(stories), misnamed


ABOUT = (
    (
        "Prompts should be short, the course teaches: “Rewrite this headline” is enough.",
        "Anweisungen sollten kurz sein, lehrt der Kurs: „Formuliere diese Überschrift um“ genügt.",
    ),
    (
        "The chatbot answered: “I'm sorry, I can't help with that.”",
        "Der Chatbot antwortete: „Es tut mir leid, dabei kann ich nicht helfen.“",
    ),
    (
        "Anyone who subscribes to the newsletter gets a discount, the publisher said.",
        "Wer den Newsletter abonniert, erhält laut Verlag einen Rabatt.",
    ),
    ("The paper wants readers to download its app.", "Die Zeitung möchte, dass Leser ihre App herunterladen."),
    (
        "The translation must be handed in by Friday, the jury decided.",
        "Die Übersetzung muss bis Freitag abgegeben werden, entschied die Jury.",
    ),
    ("The headline should be changed, the press council ruled.", "Die Überschrift soll geändert werden, entschied der Presserat."),
    ("“Follow us!” the leader called to the crowd.", "„Folgt uns!“, rief der Anführer der Menge zu."),
    ("The advertisement showed a boy with a dog.", "Die Anzeige zeigte einen Jungen mit einem Hund."),
    ("The photo was taken by a Reuters photographer.", "Das Foto machte ein Fotograf von Reuters."),
    ("Click here, the e-mail said, and many did.", "Hier klicken, stand in der E-Mail, und viele taten es."),
    ("In HTML, bold text stands between <b> and </b>.", "In HTML steht fetter Text zwischen <b> und </b>."),
    ("The form still contained the words [COMPANY NAME].", "Das Formular enthielt noch die Worte [FIRMENNAME]."),
)
"""Stories about prompts, newsletters and code: both sides have what the checks look for."""


@pytest.mark.parametrize("pair", ABOUT)
def test_a_story_about_such_things_passes(pair: tuple[str, str]) -> None:
    findings = checks.run(story_of(BEFORE, pair, AFTER))

    assert not [f for f in findings if f.check.startswith(("artefact.", "structure.")) and f.severity.rank >= 2 and f.confidence >= 0.5]
