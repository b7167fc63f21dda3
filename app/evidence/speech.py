"""How German reports what somebody said: verbs of saying, and the mood of indirect speech."""

import re

SAYING = frozenset(
    """
    sagte sagt sagten sagen erklärte erklärt erklärten meinte meint meinten betonte betont betonten fügte fügt ergänzte ergänzt
    schrieb schreibt schrieben berichtete berichtet berichteten antwortete antwortet fragte fragt fragten rief ruft riefen warnte
    warnt warnten twitterte postete teilte teilten behauptete behauptet behaupteten kritisierte kritisiert lobte lobt mahnte mahnt
    forderte fordert forderten kommentierte kommentiert bestätigte bestätigt bestätigten verkündete verkündet kündigte kündigt
    räumte räumt gab gibt gestand gesteht erzählte erzählt erzählten erinnerte erinnert urteilte urteilt klagte klagt beklagte
    scherzte scherzt witzelte resümierte bilanzierte zitierte zitiert zitierten äußerte äußerten
    unterstrich unterstreicht versprach verspricht versicherte versichert argumentierte argumentiert bemerkte bemerkt so
    entgegnete erwiderte murmelte flüsterte schrie schimpfte spottete jubelte
    """.split()
)
"""Finite verbs that stand right after a quotation („…“, sagte sie), and „so“ (so die Ministerin)."""

_SUBJUNCTIVE = re.compile(
    r"\b(?:sei|seien|habe|werde|könne|solle|müsse|dürfe|wolle|gebe|gehe|komme|lasse|wisse|mache|brauche|bleibe|stehe|liege|halte|nehme|sehe|bringe|führe)\b"
)
_CLAUSE = re.compile(rf"\b(?:{'|'.join(sorted(SAYING - {'so', 'gab', 'gibt'}))})\b[^.]{{0,60}}, (?:dass|ob|wie)\b")
_FIRST_PERSON = re.compile(r"\b(?:[Ii]ch|[Ww]ir|uns|mich|mir|mein\w*|unser\w*)\b")
_TAG = re.compile(rf", (?:{'|'.join(sorted(SAYING))}) [^,.]{{1,60}}\.?$")
"""„…, sagte sie.“ at the end of a sentence: its beginning is direct speech."""


def is_indirect(text: str) -> bool:
    """Whether a German sentence reports speech indirectly: a subjunctive or a clause after a verb of saying, and nobody says I."""
    if _FIRST_PERSON.search(text) or _TAG.search(text):
        return False
    return bool(_SUBJUNCTIVE.search(text) or _CLAUSE.search(text))
