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

_INDIRECT = re.compile(
    r"\b(?:sei|seien|habe|werde|könne|solle|müsse|dürfe|wolle|gebe|gehe|komme|lasse|wisse|mache|brauche|bleibe|stehe|liege|halte|"
    r"nehme|sehe|bringe|führe|hätten?|würden?|wären?|könnten?|müssten?|dürften?|dass|ob)\b"
)


def is_indirect(text: str) -> bool:
    """Whether a German sentence may report speech indirectly: a subjunctive, „dass“ or „ob“."""
    return bool(_INDIRECT.search(text))
