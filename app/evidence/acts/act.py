"""The acts, and how strongly a text performs each."""

from enum import StrEnum
from functools import lru_cache

from app.evidence.acts.captions import CAPTION
from app.evidence.acts.chatter import CHATTER, PREAMBLE
from app.evidence.acts.examples import STORY, likeness
from app.evidence.acts.furniture import FURNITURE
from app.evidence.acts.page import LINK, PROMO
from app.evidence.acts.prompts import PROMPT
from app.evidence.acts.reading import LONGEST, QUOTE, Cue, read, unquoted, weigh
from app.evidence.acts.refusals import REFUSAL
from app.evidence.acts.voice import commands, distance, is_narrator, is_order, says_i, says_we, says_you


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
    NOTE = "placeholder"

    @property
    def of_a_machine(self) -> bool:
        """Whether a model speaks or is spoken to; the other acts are those of a web page."""
        return self in _OF_A_MACHINE

    @property
    def kin(self) -> int:
        """Acts of one kin pass into each other, so that either side may perform another of them: 0 orders, 1 answers, 2 the page, 3 a desk."""
        if self is Act.NOTE:
            return 3
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


BY_CLASS = {act: tuple(cue for cue in cues if cue.needs) for act, cues in CUES.items()}
"""The cues that ask for classes of words, which is quick."""

ENOUGH = 2.4
"""The weight from which a text that could stand in a story is taken for an act when nothing stands opposite."""

ENOUGH_IN_A_SENTENCE = 4.4
"""The same for more than a dozen words, among which some always mean something."""

LEAST = 0.8
"""The weight that is enough for a text whose voice is far from a story's."""

UNMISTAKABLE = 1.6
"""The distance from a story's voice from which a text without any telling word is given an act by its form."""

ABOUT_TEXT = 1.0
"""The same for a text that speaks about writing."""


LIKELY, SURE, TOLD = 0.5, 0.6, 0.75
"""The probability from which likeness to examples makes an act of a text without cues, from which it outdoes faint cues for another act,
and from which a text is a story's in spite of them. Measured on examples that neither cues nor weights were made from."""

ALIKE = ENOUGH - 0.1
"""The weight of an act that a text is given for its likeness alone: the cues, by which the source is searched for it, do not see it."""

_ALIKE = frozenset(Act) - {Act.PREAMBLE}
"""The acts among the kinds of examples; announcements count there among what a model says about its work."""


@lru_cache(maxsize=16384)
def weights(text: str) -> dict[Act, float]:
    """For each act that anything speaks for, how much."""
    return _weighed(text, CUES)


def _weighed(text: str, cues: dict[Act, tuple[Cue, ...]]) -> dict[Act, float]:
    reading = read(text)
    found = {act: weigh(reading, known) for act, known in cues.items()}
    return {act: weight for act, weight in found.items() if weight > 0}


def strongest(text: str) -> tuple[Act, float] | None:
    """The act that a text performs most clearly, with its weight."""
    return _strongest(weights(text))


def strongest_at_a_glance(text: str) -> tuple[Act, float] | None:
    """The same, quicker: None at once for whole sentences of which no class of words speaks for any act."""
    if "short" not in read(text).tags and not _weighed(text, BY_CLASS):
        return None
    return strongest(text)


def _strongest(found: dict[Act, float]) -> tuple[Act, float] | None:
    act = max(found, key=lambda known: found[known], default=None)
    return None if act is None else (act, found[act])


def judged(text: str) -> tuple[Act, float] | None:
    """The act of a text with nothing opposite in the source, with its weight; None for one that may belong to a story.

    Cues decide first; where they are silent, or far from sure, the text's likeness to examples does.
    """
    said = unquoted(text[:LONGEST])
    found = _by_cues(said)
    likely = likeness(said)
    kind = max(likely, key=lambda known: likely[known])
    if kind == STORY:
        return None if likely[kind] >= TOLD and (found is None or found[1] < ENOUGH_IN_A_SENTENCE) else found
    if likely[kind] < (LIKELY if found is None else SURE):
        return found
    return _renamed(said, found, kind)


def _renamed(said: str, found: tuple[Act, float] | None, kind: str) -> tuple[Act, float] | None:
    """What cues found, with the name that likeness gives it; None for markup, which has a check of its own."""
    if kind not in _ALIKE:
        return None
    if found is None:
        return Act(kind), ALIKE
    announced = found[0] is Act.PREAMBLE and kind == Act.CHATTER and "title" not in read(said).tags
    same = found[0] == kind or announced
    return found if same else (Act(kind), found[1])


def _by_cues(said: str) -> tuple[Act, float] | None:
    """The same by words and form alone: the further the voice is from a story's, the less its words must say."""
    short, far = not read(said).tags.isdisjoint({"short", "label"}), distance(said)
    found = _adjusted(said)
    act = max(found, key=lambda known: found[known], default=None)
    if act is not None and found[act] >= _needed(said, far, short=short):
        return act, max(found[act], ENOUGH) + far / 2
    told = ABOUT_TEXT if short and "about-text" in read(said).tags else UNMISTAKABLE
    return (_by_form(said), ENOUGH) if far >= told and not said.startswith(QUOTE) else None


def _needed(text: str, far: float, *, short: bool) -> float:
    """The weight that makes an act of this text; what begins with a quotation goes on with who said it, in any words."""
    if text.startswith(QUOTE):
        return ENOUGH_IN_A_SENTENCE - 1.2
    return max(LEAST, (ENOUGH if short else ENOUGH_IN_A_SENTENCE) - far)


def _adjusted(text: str) -> dict[Act, float]:
    """The weights, less where who speaks cannot perform the act.

    No publisher says I or speaks about his wording; nobody who says I gives an order; no announcement says you shall.
    """
    tags = read(text).tags
    doubts = dict.fromkeys(Act, 2.0 * says_i(text) + 1.2 * ("all-about-text" in tags and not says_we(text)))
    doubts |= {act: 0.0 for act in Act if act.of_a_machine}
    doubts[Act.PROMPT] = 1.5 * is_narrator(text)
    doubts[Act.PREAMBLE] = 1.5 * (is_order(text) or ("modal" in tags and says_you(text)))
    return {act: weight - doubts[act] for act, weight in weights(text).items()}


_OF_THE_PAGE = frozenset("us sie outlet product subscribe click read more free widget flow ad exclamation question".split())
"""What an order that a page gives to its reader is about."""


def _by_form(text: str) -> Act:
    """What a text does that says I, commands or addresses somebody in words that say nothing about it."""
    tags = read(text).tags
    about_text = not tags.isdisjoint({"text", "translate", "language", "done", "about-text"})
    forms = (
        (Act.REFUSAL, says_i(text) and "not" in tags and not tags.isdisjoint({"help", "lack", "limits", "system", "request"})),
        (Act.CHATTER, says_i(text)),
        (Act.PREAMBLE, "colon" in tags and about_text),
        (Act.PROMPT, "about-text" in tags and is_order(text)),
        (Act.CHATTER, "all-about-text" in tags),
        (Act.CHATTER, "question" in tags and QUOTE in text and says_you(text)),
        (Act.LINK, "label" in tags and "colon" not in tags and not is_order(text)),
        (Act.PROMPT, "about-text" in tags and says_you(text)),
        (Act.PROMPT, commands(text) and tags.isdisjoint(_OF_THE_PAGE)),
        (Act.PROMO, says_we(text) or says_you(text)),
        (Act.FURNITURE, {"no-stop", "brief"} <= tags),
        (Act.PROMO, "exclamation" in tags and not about_text),
        (Act.PROMPT, is_order(text)),
        (Act.CHATTER, about_text),
    )
    return next((act for act, fits in forms if fits), Act.PROMO)
