"""Kinds of errors, what they cost, and from where on a translation fails: MQM core, WMT, ESA, or a desk's own file.

Sources: the dimensions of MQM (themqm.org) cut to the twelve kinds a newsroom meets; the categories and weights of the WMT
campaigns (google-research/anthea, mt-metrics-eval); the spans of ESA (arXiv 2406.11580).
"""

import math
from collections import Counter

import msgspec
from msgspec import Struct

from app.errors import UNDECODABLE, UserError
from app.i18n import N_
from app.model import Category, Finding, Severity, Side

SEVERITY_KEYS = {Severity.NEUTRAL: "n", Severity.MINOR: "m", Severity.MAJOR: "j", Severity.CRITICAL: "c"}
"""The letter that gives a mark its severity, after the letter of its kind."""


class ErrorType(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One kind of error.

    `key` is the letter that chooses it, `weight` multiplies the points of the severity, `points` replaces them for single
    severities. `covers` are beginnings of check ids and issue types of ITS 2.0: findings of these are accepted as this kind,
    and the first issue type among them is the kind's name in exports. `side` is the only side it can be marked on, if any.
    """

    id: str
    name: str
    key: str
    weight: float = 1.0
    points: dict[Severity, float] = {}
    covers: tuple[str, ...] = ()
    side: Side | None = None

    @property
    def issue(self) -> Category:
        """The localization quality issue type of ITS 2.0 nearest to it."""
        return next((Category(name) for name in self.covers if name in set(Category)), Category.OTHER)


class Limits(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """When an article passes: at most `points` per 1,000 words of the source; below `words` only criticals decide."""

    points: float = 10.0
    words: int = 300


class Typology(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The kinds of errors that marks may have, the points of each severity, and the limits; `score` asks for 0 to 100 as well."""

    id: str
    name: str
    types: tuple[ErrorType, ...]
    severities: dict[Severity, float]
    limits: Limits = Limits()
    score: bool = False

    def type(self, name: str) -> ErrorType:
        """The kind with this id; raises UserError when there is none, as after a change of typology."""
        found = next((kind for kind in self.types if kind.id == name), None)
        if found is None:
            raise UserError(N_("The typology “{typology}” has no kind of error “{name}”."), typology=self.name, name=name)
        return found

    def points(self, name: str, severity: Severity) -> float:
        """The penalty points of one error; a kind or severity that the typology does not know weighs as it would in MQM."""
        kind = next((kind for kind in self.types if kind.id == name), None)
        plain = self.severities.get(severity, WEIGHTS[severity])
        return kind.points.get(severity, plain * kind.weight) if kind else plain

    def by_key(self, key: str) -> ErrorType | None:
        """The kind that a letter chooses."""
        return next((kind for kind in self.types if kind.key == key.lower()), None)

    def severity_by_key(self, key: str) -> Severity | None:
        """The severity that a letter chooses, among those of this typology."""
        return next((severity for severity in self.severities if SEVERITY_KEYS[severity] == key.lower()), None)

    def kind_of(self, finding: Finding) -> ErrorType:
        """The kind that a finding is accepted as: by its check, else by its issue type, else the last one of the typology."""
        by_check = (kind for kind in self.types for name in kind.covers if "." in name and finding.check.startswith(name))
        by_issue = (kind for kind in self.types if finding.category.value in kind.covers)
        return next(by_check, None) or next(by_issue, None) or self.types[-1]

    def nearest(self, severity: Severity) -> Severity:
        """The gravest severity of this typology that is not above the given one, else its least."""
        known = sorted(self.severities, key=lambda s: s.rank)
        return max((s for s in known if s.rank <= severity.rank), key=lambda s: s.rank, default=known[0])


WEIGHTS = {Severity.NEUTRAL: 0.0, Severity.MINOR: 1.0, Severity.MAJOR: 5.0, Severity.CRITICAL: 25.0}
"""The points of MQM."""

MQM = Typology(
    id="mqm",
    name=N_("MQM core"),
    types=(
        ErrorType("mistranslation", N_("Mistranslation"), "t", covers=("mistranslation", "meaning.", "fact.casualties", "fact.legal")),
        ErrorType("omission", N_("Omission"), "o", covers=("omission",), side=Side.SOURCE),
        ErrorType("addition", N_("Addition"), "a", covers=("addition", "structure.addition")),
        ErrorType("untranslated", N_("Untranslated"), "u", covers=("untranslated",)),
        ErrorType("number", N_("Number, date, unit"), "d", covers=("numbers", "fact.")),
        ErrorType("name", N_("Name"), "e", covers=("name.",)),
        ErrorType("terminology", N_("Terminology"), "w", covers=("terminology", "inconsistency", "term.", "name.office")),
        ErrorType("grammar", N_("Grammar, agreement"), "g", covers=("grammar",)),
        ErrorType(
            "spelling",
            N_("Spelling, typography"),
            "r",
            points={Severity.MINOR: 0.1},
            covers=("misspelling", "typographical", "characters", "whitespace", "locale-violation"),
        ),
        ErrorType("style", N_("Style, register"), "s", covers=("style", "register")),
        ErrorType("artefact", N_("Machine artefact"), "k", covers=("unintelligible", "artefact.", "duplication")),
        ErrorType("markup", N_("CMS, markup"), "x", covers=("markup", "formatting", "length", "artefact.markup")),
    ),
    severities=WEIGHTS,
)

WMT = Typology(
    id="wmt",
    name=N_("WMT, Google"),
    types=(
        ErrorType("accuracy/mistranslation", N_("Mistranslation"), "t", covers=("mistranslation", "numbers", "inconsistency", "name.")),
        ErrorType("accuracy/creative", N_("Creative reinterpretation"), "v"),
        ErrorType("accuracy/source-fragment", N_("Source language fragment"), "u", covers=("untranslated",)),
        ErrorType("accuracy/addition", N_("Addition"), "a", covers=("addition", "duplication")),
        ErrorType("accuracy/omission", N_("Omission"), "o", covers=("omission",), side=Side.SOURCE),
        ErrorType("fluency/inconsistency", N_("Inconsistency"), "i"),
        ErrorType("fluency/grammar", N_("Grammar"), "g", covers=("grammar",)),
        ErrorType("fluency/register", N_("Register"), "r", covers=("register",)),
        ErrorType("fluency/spelling", N_("Spelling"), "s", covers=("misspelling",)),
        ErrorType("fluency/punctuation", N_("Punctuation"), "p", points={Severity.MINOR: 0.1}, covers=("typographical", "whitespace")),
        ErrorType("fluency/encoding", N_("Character encoding"), "e", covers=("characters",)),
        ErrorType("style/awkward", N_("Unnatural or awkward"), "y", covers=("style",)),
        ErrorType("style/structure", N_("Bad sentence structure"), "b"),
        ErrorType("terminology/inappropriate", N_("Term wrong in this context"), "w", covers=("terminology",)),
        ErrorType("terminology/inconsistent", N_("Term used inconsistently"), "k", covers=("term.varies", "term.abbreviation")),
        ErrorType("locale", N_("Locale convention"), "l", covers=("locale-violation",)),
        ErrorType("source", N_("Source issue"), "q", weight=0.0, side=Side.SOURCE),
        ErrorType(
            "non-translation", N_("Not a translation"), "x", points={Severity.MAJOR: 25.0}, covers=("unintelligible", "artefact.refusal")
        ),
        ErrorType("other", N_("Other"), "z", covers=("other", "markup", "formatting", "length")),
    ),
    severities={Severity.NEUTRAL: 0.0, Severity.MINOR: 1.0, Severity.MAJOR: 5.0},
)

ESA = Typology(
    id="esa",
    name=N_("ESA"),
    types=(
        ErrorType("missing", N_("Missing"), "o", covers=("omission",), side=Side.SOURCE),
        ErrorType("error", N_("Error"), "e", covers=("mistranslation",)),
    ),
    severities={Severity.MINOR: 1.0, Severity.MAJOR: 5.0},
    score=True,
)

TYPOLOGIES = (MQM, WMT, ESA)

ESA_ANCHORS = {
    0: N_("no meaning preserved"),
    33: N_("some meaning preserved"),
    66: N_("most meaning preserved"),
    100: N_("perfect"),
}
"""What the scores of ESA mean."""


def typology(name: str) -> Typology:
    """The typology that comes with the program under this id; raises UserError for any other name."""
    found = next((each for each in TYPOLOGIES if each.id == name), None)
    if found is None:
        names = ", ".join(each.id for each in TYPOLOGIES)
        raise UserError(N_("There is no typology “{name}”; choose one of: {names}."), name=name, names=names)
    return found


def read_typology(data: bytes, name: str) -> Typology:
    """The typology of a TOML file called `name`; raises UserError that says what is wrong in it."""
    try:
        found = msgspec.toml.decode(data, type=Typology)
    except UNDECODABLE as error:
        raise UserError(N_("“{name}” cannot be used as a typology: {reason}."), name=name, reason=error) from error
    if not found.types or not found.severities:
        raise UserError(N_("“{name}” cannot be used as a typology: it needs at least one kind of error and one severity."), name=name)
    for key, count in Counter(kind.key for kind in found.types).items():
        if count > 1 or len(key) != 1 or not key.isascii() or not key.islower():
            raise UserError(N_("“{name}”: each kind of error needs a small letter of its own, and “{key}” is none."), name=name, key=key)
    twice = [each for each, count in Counter(kind.id for kind in found.types).items() if count > 1]
    if twice:
        raise UserError(N_("“{name}” has two kinds of error called “{kind}”."), name=name, kind=twice[0])
    figures = [*found.severities.values(), found.limits.points, found.limits.words]
    figures += [figure for kind in found.types for figure in (kind.weight, *kind.points.values())]
    if any(figure < 0 or not math.isfinite(figure) for figure in figures):
        raise UserError(N_("“{name}”: weights, points and limits are numbers from 0 on."), name=name)
    return found
