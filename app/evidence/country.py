"""Which country a story is about, as far as offices and idioms depend on it."""

import re

from app.evidence.story import Story

_AMERICAN = re.compile(
    r"\bU\.?S\.?A?\b|\bUnited States\b|\bAmericans?\b|\bWhite House\b|\bCongress(?:man|woman)\b|\b(?:in|to|by|of) Congress\b|\bCapitol\b|\bRepublicans?\b|\bDemocrats?\b|\bSenators?\b|\bGOP\b"
    r"|\bWashington\b|\bthe (?:House|Senate)\b|\bFBI\b|\bPentagon\b|\bSupreme Court\b|\bHouse Speaker\b|\b(?:Treasury|Defense) Secretary\b|\bSecretary of (?:State|Defense)\b"
)
_OTHER = re.compile(
    r"\b(?:Egypt|India|Pakistan|Britain|British|UK|England|Scotland|Australia|Canada|Israel|Nigeria|Kenya|Ireland|Philippine|Brazil|Mexic|Colombia|South Africa|Malaysia|Sri Lanka|Pradesh|Delhi|Mumbai)\w*"
)


def is_american(story: Story) -> bool:
    """Whether the source is about the United States rather than another country with an attorney general or a senate."""
    found = story.__dict__.get("_american")
    if found is None:
        text = " ".join(row.source.plain for row in story.rows)
        found = len(_AMERICAN.findall(text)) > len(_OTHER.findall(text))
        story.__dict__["_american"] = found
    return bool(found)
