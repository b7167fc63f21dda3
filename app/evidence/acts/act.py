"""The acts, and how strongly a text performs each."""

from enum import StrEnum
from functools import lru_cache

from app.evidence.acts.captions import CAPTION
from app.evidence.acts.chatter import CHATTER, PREAMBLE, REFUSAL
from app.evidence.acts.furniture import FURNITURE
from app.evidence.acts.page import LINK, PROMO
from app.evidence.acts.prompts import PROMPT
from app.evidence.acts.reading import Cue, read, weigh


class Act(StrEnum):
    """What a passage does that a story does not."""

    PROMPT = "prompt-leak"
    REFUSAL = "refusal"
    PREAMBLE = "preamble"
    CHATTER = "meta-chatter"
    LINK = "related-link"
    PROMO = "promo"
    FURNITURE = "site-furniture"
    CAPTION = "caption"

    @property
    def of_a_machine(self) -> bool:
        """Whether a model speaks or is spoken to; the other acts are those of a web page."""
        return self in _OF_A_MACHINE

    @property
    def kin(self) -> int:
        """Acts of one kin pass into each other, so that either side may perform another of them: 0 orders, 1 answers, 2 the page."""
        return 2 if not self.of_a_machine else int(self is not Act.PROMPT)


_OF_A_MACHINE = frozenset({Act.PROMPT, Act.REFUSAL, Act.PREAMBLE, Act.CHATTER})

CUES: dict[Act, tuple[Cue, ...]] = {
    Act.PROMPT: PROMPT,
    Act.REFUSAL: REFUSAL,
    Act.PREAMBLE: PREAMBLE,
    Act.CHATTER: CHATTER,
    Act.LINK: LINK,
    Act.PROMO: PROMO,
    Act.FURNITURE: FURNITURE,
    Act.CAPTION: CAPTION,
}


@lru_cache(maxsize=16384)
def weights(text: str) -> dict[Act, float]:
    """For each act that anything speaks for, how much."""
    reading = read(text)
    found = {act: weigh(reading, cues) for act, cues in CUES.items()}
    return {act: weight for act, weight in found.items() if weight > 0}


def strongest(text: str) -> tuple[Act, float] | None:
    """The act that a text performs most clearly, with its weight."""
    found = weights(text)
    act = max(found, key=lambda known: found[known], default=None)
    return None if act is None else (act, found[act])
