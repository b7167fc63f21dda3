"""The menu *Assess*: marks, verdicts, the spot check of a lot, reports."""

from app.i18n import N_
from ui.actions.action import Action, finding, several, story
from ui.session import Session


def assessing(session: Session) -> bool:
    """The text is read and marked, not corrected."""
    return session.article is not None and session.assessing


def second(session: Session) -> bool:
    """The marks of the second reader are shown."""
    return session.reading == 2


def judged(session: Session) -> bool:
    """The story has a verdict."""
    return session.article is not None and "verdict" in session.article.fields


ASSESS: tuple[Action, ...] = (
    Action(
        id="assess",
        menu="assess",
        icon="clipboard-check-outline",
        text=N_("Assess"),
        keys=("Ctrl+Shift+A",),
        verb=Session.toggle_assessing,
        enabled=story,
        ticked=assessing,
    ),
    Action(id="mark", menu="assess", icon="marker", text=N_("Mark as an error…"), keys=("Ctrl+Shift+M",), enabled=assessing),
    Action(
        id="accept-finding",
        menu="assess",
        text=N_("Count the finding as an error"),
        verb=Session.accept_finding,
        enabled=lambda session: assessing(session) and finding(session),
    ),
    Action(
        id="accept-findings",
        menu="assess",
        text=N_("Count all findings as errors"),
        verb=Session.accept_findings,
        enabled=lambda session: assessing(session) and bool(session.findings),
    ),
    Action(
        id="blind-reading",
        menu="assess",
        text=N_("Blind second reading"),
        verb=Session.toggle_blind_reading,
        enabled=assessing,
        ticked=second,
    ),
    Action(id="typology", menu="assess", text=N_("Kinds of errors…"), enabled=story),
    Action(
        id="verdict",
        menu="assess",
        icon="gavel",
        text=N_("Verdict on the story…"),
        keys=("Ctrl+D",),
        mac=("Meta+D",),
        enabled=story,
        divided=True,
    ),
    Action(id="reconsider", menu="assess", text=N_("Take the verdict back"), verb=Session.reconsider, enabled=judged),
    Action(
        id="next-article",
        menu="assess",
        text=N_("Next story to be read"),
        keys=("Ctrl+PgDown",),
        verb=Session.next_article,
        enabled=several,
    ),
    Action(id="assign", menu="assess", text=N_("Who reads the story…"), enabled=several),
    Action(id="triage", menu="assess", text=N_("Decide all critical findings…"), keys=("Ctrl+Shift+T",), enabled=story, divided=True),
    Action(id="sample", menu="assess", icon="dice-5-outline", text=N_("Draw a sample…"), keys=("Ctrl+Shift+D",), enabled=several),
    Action(id="lot", menu="assess", text=N_("Spot check: score and signature…"), keys=("Ctrl+Shift+L",), enabled=several),
    Action(id="report", menu="assess", icon="file-chart-outline", text=N_("Report…"), keys=("Ctrl+Shift+R",), enabled=story, divided=True),
)
