"""What a step did, in one sentence for the status line."""

from app import diff
from app.article import Article
from app.i18n import N_, _, ngettext
from app.model import RowSplice, Step, Unit

LONGEST = 32
"""Characters of a changed stretch that the status line shows."""

DONE = {
    "edit": N_("changed"),
    "restore": N_("imported text restored"),
    "confirm": N_("confirmed"),
    "reopen": N_("confirmation taken back"),
    "needs-work": N_("marked as needing work"),
    "note": N_("note written"),
    "remove": N_("taken out"),
    "bring-back": N_("brought back"),
    "opening": N_("paragraph changed"),
    "fix": N_("repaired"),
    "join": N_("rows joined"),
    "split": N_("row split"),
    "border-up": N_("border moved up"),
    "border-down": N_("border moved down"),
    "detach": N_("sides taken apart"),
    "link": N_("rows linked"),
    "insert": N_("row inserted"),
    "delete": N_("row deleted"),
    "realign": N_("aligned again"),
    "dismiss": N_("marked as no error"),
    "revoke": N_("counts as an error again"),
    "fix-alike": N_("repaired everywhere"),
    "house-style": N_("brought into house style"),
    "replace": N_("replaced"),
    "mark": N_("error marked"),
    "set": N_("story updated"),
    "noted": N_("kept in the record"),
    "combine": N_("brought in from another copy"),
    "new-source": N_("new English version taken in"),
    "new-translation": N_("new German version taken in"),
    "profile": N_("checks changed"),
    "plan-lot": N_("sample drawn"),
    "sign": N_("lot signed"),
    "add-article": N_("story added"),
    "drop-article": N_("story taken off the list"),
    "move-article": N_("story moved in the list"),
}

COUNTED = {
    "confirm",
    "needs-work",
    "edit",
    "fix",
    "fix-alike",
    "house-style",
    "replace",
    "remove",
    "bring-back",
    "combine",
    "dismiss",
    "revoke",
}
"""Verbs whose words can be said of a number of rows; the others speak of borders, sides and texts."""


def clipped(text: str, longest: int = LONGEST) -> str:
    """At most `longest` characters, cut at the end with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1].rstrip()}…"


def described(step: Step, article: Article | None) -> str:
    """What a step did: the words it changed where there is one such place, otherwise the verb and how many rows."""
    op = _origin(step, article).op
    done = _(DONE.get(op, ""))
    changed = [pair for splice in step.splices if isinstance(splice, RowSplice) for pair in _changed(splice)]
    if len(changed) == 1 and (words := _words(*changed[0])):
        return words
    if gone := [
        unit.target.plain for splice in step.splices if isinstance(splice, RowSplice) for unit in _gone(splice) if unit.target.plain
    ]:
        return _("“{text}” taken out").format(text=clipped(" ".join(gone)))
    rows = sum(len(splice.after) for splice in step.splices if isinstance(splice, RowSplice))
    if rows > 1 and op in COUNTED:
        return ngettext("{count} row {done}", "{count} rows {done}", rows).format(count=rows, done=done)
    return done[:1].upper() + done[1:]


def _origin(step: Step, article: Article | None) -> Step:
    """The step that an undo or redo refers to, the step itself otherwise."""
    if step.refers is None or article is None:
        return step
    return article.log.steps[step.refers - 1]


def _gone(splice: RowSplice) -> list[Unit]:
    """The rows that a splice takes out of the story."""
    here = {unit.id for unit in splice.before if not unit.removed}
    return [unit for unit in splice.after if unit.removed and unit.id in here]


def _changed(splice: RowSplice) -> list[tuple[Unit, Unit]]:
    if len(splice.before) != len(splice.after):
        return []
    pairs = zip(splice.before, splice.after, strict=True)
    return [(was, now) for was, now in pairs if was.target.plain != now.target.plain]


def _words(was: Unit, now: Unit) -> str:
    """``old → new`` when one stretch changed; empty when several did."""
    before, after = was.target.plain, now.target.plain
    found = [chunk for chunk in diff.chunks(before, after) if chunk.change is not diff.Change.EQUAL]
    if len(found) != 1:
        return ""
    old, new = clipped(found[0].before.of(before)), clipped(found[0].after.of(after))
    if old and new:
        return f"{old} → {new}"
    return _("“{text}” typed").format(text=new) if new else _("“{text}” deleted").format(text=old)
