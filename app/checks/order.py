"""Sentences that changed places."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from app.checks.check import Check, Hit, example
from app.evidence.passages import cuts
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Severity, Side
from app.style import Profile

_WORD = re.compile(r"[^\W_]+")
_LEAST_LEAD = 1.5
"""How much more two sentences must have in common crosswise than straight."""


def _look(_story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if not row.source.plain or not row.target.plain:
        return
    ours, theirs = _sentences(row.source.plain), _sentences(row.target.plain)
    if len(ours) < 2 or len(theirs) < 2 or len(ours) != len(theirs):
        return
    crossed = _crossed([[_common(a, b) for b in theirs] for a in ours])
    if crossed:
        spans = cuts(row.target.plain)
        yield Hit(
            (row.place(Side.TARGET, spans[0].start, spans[-1].end), row.place(Side.SOURCE)),
            Message(N_("These sentences stand in another order than in the source.")),
        )


def _sentences(text: str) -> list[frozenset[str]]:
    """Of each sentence the words that may be alike in both languages: figures, names, and stems for cognates."""
    return [frozenset(_keys(span.of(text))) for span in cuts(text)]


def _keys(sentence: str) -> Iterable[str]:
    for number, word in enumerate(_WORD.findall(sentence)):
        if word.isdigit():
            yield word
        elif len(word) >= 4 and (number or not word.islower()):
            yield _folded(word)


def _folded(word: str) -> str:
    folded = word.lower()
    for german, english in (("ä", "a"), ("ö", "o"), ("ü", "u"), ("ß", "ss"), ("k", "c"), ("z", "c"), ("ph", "f"), ("y", "i")):
        folded = folded.replace(german, english)
    return folded[:6]


def _common(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """What two sentences share, figures counting most."""
    return sum(2.0 if key.isdigit() else 1.0 for key in ours & theirs)


def _crossed(table: Sequence[Sequence[float]]) -> bool:
    """Whether some pair of sentences fits clearly better crosswise."""
    return any(table[a][b] + table[b][a] >= table[a][a] + table[b][b] + _LEAST_LEAD for a, b in combinations(range(len(table)), 2))


ORDER = Check(
    id="structure.order",
    title=N_("Sentences changed places"),
    category=Category.OTHER,
    severity=Severity.MINOR,
    what=N_("Two sentences of one row whose figures, names and cognates fit crosswise."),
    why=N_("What “he” or “that” refers to may have changed with the order."),
    silence=N_("Dismiss it where the order reads better in German."),
    confidence=0.75,
    flags=(
        example(
            (
                "The ferry left Aldermoor in 1961. The captain, Otto Brandis, was 34.",
                "Der Kapitän Otto Brandis war 34. Die Fähre verließ Aldermoor 1961.",
            )
        ),
        example(("Tickets cost 14 euros. The museum opened in 1988.", "Das Museum öffnete 1988. Karten kosten 14 Euro.")),
        example(("Maren Holt won gold. Silver went to Jule Petri.", "Silber ging an Jule Petri. Maren Holt gewann Gold.")),
        example(("It has 300 rooms. The hotel is in Port Ellery.", "Das Hotel steht in Port Ellery. Es hat 300 Zimmer.")),
    ),
    passes=(
        example(("Tickets cost 14 euros. The museum opened in 1988.", "Karten kosten 14 Euro. Das Museum öffnete 1988.")),
        example(("It rained. Nobody came.", "Es regnete. Niemand kam.")),
        example(("In 1988 the museum opened.", "Das Museum öffnete 1988.")),
        example(("Maren Holt won. Holt was happy.", "Holt gewann. Maren Holt war froh.")),
    ),
    of_row=_look,
)


CHECKS = (ORDER,)
