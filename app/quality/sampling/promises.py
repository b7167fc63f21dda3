"""What a plan can and cannot promise, in words."""

from fractions import Fraction

from app.i18n import N_, Message
from app.quality.sampling.characteristic import acceptance, least_noticed
from app.quality.sampling.plan import Kind, Plan, Sample
from app.quality.sampling.tables import AQLS, Inspection


def promises(plan: Plan, sample: Sample) -> tuple[Message, ...]:
    """A few sentences about what reading this sample says of the lot, most important first."""
    read, rest = len(sample.drawn), sample.population
    said = [_always(sample)] if sample.always else []
    if read >= rest:
        return (*said, Message(N_("Every article is read: what is missed was overlooked, not left out.")))
    if plan.kind in {Kind.RISKIEST, Kind.UNTIL}:
        unread = {"count": str(rest - read)}
        return (
            *said,
            Message(N_("The riskiest are read first. This finds most for the time, and says nothing about the other {count}."), unread),
        )
    said.append(_chance(sample, Fraction(1, 10)))
    noticed = least_noticed(rest, read, sample.accept)
    if noticed is not None:
        figures = {"count": str(noticed), "lot": str(rest)}
        said.append(Message(N_("Only from {count} bad articles of {lot} on does the lot fail 19 times out of 20."), figures))
    if plan.kind is Kind.ISO:
        said += _of_the_standard(plan)
    return tuple(said)


def _always(sample: Sample) -> Message:
    figures = {"count": str(len(sample.always))}
    return Message(N_("Articles with open critical findings are always read and judged one by one: {count} here."), figures)


def _chance(sample: Sample, share: Fraction) -> Message:
    """How often a lot passes although this share of it is bad."""
    rest = sample.population
    bad = max(1, round(rest * share))
    chance = acceptance(rest, bad, len(sample.drawn), sample.accept)
    figures = {"read": str(len(sample.drawn)), "lot": str(rest), "accept": str(sample.accept), "bad": str(bad), "percent": percent(chance)}
    return Message(
        N_(
            "{read} of {lot} are read and {accept} may fail. With {bad} bad ones among them the lot would still pass {percent} % of the time."
        ),
        figures,
    )


def percent(chance: Fraction) -> str:
    """A chance in whole percent; one that is neither none nor certain is never shown as if it were."""
    whole = round(chance * 100)
    if whole == 0 and chance:
        return "< 1"
    return "> 99" if whole == 100 and chance != 1 else str(whole)


def _of_the_standard(plan: Plan) -> list[Message]:
    said = [Message(N_("An AQL is not the quality you get: it is the level that passes nearly always."))]
    if plan.inspection is not Inspection.NORMAL:
        lower = AQLS.index(plan.aql)
        near = Message(N_("the plan of AQL {aql}"), {"aql": AQLS[lower - 1]}) if lower else Message(N_("one failure fewer"))
        said.append(Message(N_("Tightened inspection: {near} is used here, which is close to the standard’s own table."), {"near": near}))
    return said
