"""A translation that stops before its source does."""

import re
from collections.abc import Iterable, Sequence

from app.checks.check import Check, Hit, example
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Severity, Side
from app.style import Profile

_ENDED = re.compile(r"[.!?…:][\s\"'”“’‘»«)\]*]*$")
_HANGING = re.compile(
    r"(?:[,;–—-]|\b(?:und|oder|aber|sondern|weil|dass|wenn|als|ob|der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|mit|von|vom|zu|zum|zur|für|auf|"
    r"in|im|am|an|bei|beim|nach|aus|durch|gegen|ohne|um|über|unter|vor|wegen|während|sowie|wie|seine|ihre|seinen|ihren|diese|dieser|nicht|sehr|hat|haben|"
    r"wurde|wurden|wird|werden|ist|sind))\s*$",
    re.IGNORECASE,
)
_LEAST_SHARE = 0.08
"""The share of the source that must be missing at the end when the last sentence of the translation is whole."""


def _look(story: Story, _profile: Profile) -> Iterable[Hit]:
    last = next((row for row in reversed(story.rows) if row.target.plain.strip()), None)
    if last is None:
        return
    missing = [row for row in story.rows[story.index(last.unit) + 1 :] if row.missing and re.search(r"\w", row.source.plain)]
    if not last.source.plain:
        return
    cut = _breaks_off(last, missing)
    if cut or _much(story, missing):
        yield _hit(last, cut)


def _breaks_off(last: Row, missing: Sequence[Row]) -> bool:
    """Whether the last sentence is half a sentence while its source is a whole one."""
    target, source = last.target.plain.rstrip(), last.source.plain.rstrip()
    if _ENDED.search(target):
        return False
    return bool(_HANGING.search(target)) or (
        bool(_ENDED.search(source)) and len(target.split()) >= 3 and (bool(missing) or len(target) < len(source))
    )


def _much(story: Story, missing: Sequence[Row]) -> bool:
    """Whether what is missing at the end is more than a sentence dropped by chance."""
    lost, whole = sum(len(row.source.plain) for row in missing), sum(len(row.source.plain) for row in story.rows)
    return len(missing) >= 2 and lost >= _LEAST_SHARE * whole


def _hit(last: Row, cut: bool) -> Hit:
    """Points at the end alone: each sentence that is missing behind it is a finding of its own, for each has to be written."""
    end = len(last.target.plain.rstrip())
    if cut:
        places = (last.place(Side.TARGET, 0, end), last.place(Side.SOURCE))
        return Hit(places, Message(N_("The translation breaks off in the middle of a sentence.")))
    return Hit((last.place(Side.TARGET, end, end),), Message(N_("The translation ends here, the source goes on.")))


TRUNCATED = Check(
    id="artefact.truncated",
    title=N_("Translation breaks off"),
    category=Category.OMISSION,
    severity=Severity.CRITICAL,
    what=N_("The last sentence of the translation is half a sentence, or several sentences at the end of the source have no counterpart."),
    why=N_("Models stop when their limit is reached, and the end of a story is seldom compared."),
    silence=N_("Dismiss it where the end was cut on purpose."),
    confidence=0.9,
    flags=(
        example(
            ("The fair is open.", "Die Messe ist offen."),
            ("Visitors queued in heavy rain all day.", "Die Besucher standen den ganzen Tag in"),
        ),
        example(
            ("The fair is open.", "Die Messe ist offen."), ("Visitors queued in the rain.", "Besucher standen im"), ("They left late.", "")
        ),
        example(("The fair is open.", "Die Messe ist offen."), ("It costs 12 euros.", ""), ("Rain fell.", ""), ("Nobody came.", "")),
        example(("The fair is open.", "Die Messe ist offen."), ("It was cold, and it rained.", "Es war kalt, und")),
    ),
    passes=(
        example(("The fair is open.", "Die Messe ist offen."), ("Visitors queued in the rain.", "Besucher standen im Regen.")),
        example(("Fair opens", "Messe öffnet")),
        example(("The fair is open.", "Die Messe ist offen."), ("For information visit fair.example", "Auskunft unter fair.example")),
        example(("The fair is open. It is cold. It rains. Nobody came.", "Die Messe ist offen. Es ist kalt. Es regnet."), ("Foto", "")),
    ),
    of_story=_look,
)

CHECKS = (TRUNCATED,)
