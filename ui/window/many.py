"""What is done in many places at once, each with a look beforehand: replacing, repairing all alike, the style of the house."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from app.article.searching import Hit, Where
from app.i18n import N_, Message, _, ngettext
from app.model import Edit, Finding, Fix, Side
from app.settings import Searches
from ui.models.changes import Change, change
from ui.models.findings import check_title
from ui.window.parts import Doors, Parts

HOUSE = "typography."
"""The family of checks that the style of the house cures."""


class Many:
    """Doors to previews."""

    def __init__(self, window: Parts) -> None:
        """Work on the parts of this window."""
        self.window = window
        window.search.previewed.connect(self._replace_all)
        window.search.kept.connect(self._keep_searches)
        window.findings.repairing.connect(self._repair_selected)

    def doors(self) -> Doors:
        """What the actions of these ids do."""
        return {
            "find": self.window.search.open,
            "replace": self.window.search.open_replace,
            "find-next": self.window.search.next,
            "find-previous": self.window.search.previous,
            "fix-alike": self._fix_alike,
            "house-style": self._house_style,
        }

    def _keep_searches(self, kept: Searches) -> None:
        self.window.keep(replace(self.window.settings, searches=kept))

    def _replace_all(self, found: Sequence[Hit]) -> None:
        session = self.window.session
        names = {Where.TARGET: _("Translation"), Where.NOTE: _("Notes")}

        def text(hit: Hit) -> str:
            return session.text(hit.unit) if hit.where is Where.TARGET else session.article.unit(hit.unit).note if session.article else ""

        changes = [change(names[hit.where], session.label(hit.unit), text(hit), hit.span, hit.after or "") for hit in found]
        self._preview(
            _("Replace"),
            N_("Replace {count} place"),
            N_("Replace {count} places"),
            changes,
            lambda numbers: session.replace([found[n] for n in numbers]),
        )

    def _fix_alike(self) -> None:
        session = self.window.session
        finding = session.finding_here
        alike = session.alike(finding) if finding is not None else []
        if not alike:
            session.told.emit(_("There is no ready repair here: type over the marked words."))
            return
        self._repair(_("Repair all alike"), alike, "fix-alike")

    def _repair_selected(self, found: Sequence[Finding]) -> None:
        self._repair(_("Repair"), [finding for finding in found if finding.fixes], "fix-alike")

    def _house_style(self) -> None:
        session = self.window.session
        session.settle()
        session.check_now()
        found = [finding for finding in session.findings if finding.check.startswith(HOUSE) and finding.fixes]
        if not found:
            session.told.emit(_("The story is in the style of the house."))
            return
        self._repair(_("Apply the house style"), found, "house-style")

    def _repair(self, title: str, found: Sequence[Finding], op: str) -> None:
        """Show every edit and removal of the first repair of each finding, and make those that are left ticked."""
        session = self.window.session
        single: dict[tuple[object, ...], tuple[Fix, Change]] = {}
        for finding in found:
            for part, shown in self._parts(finding):
                single.setdefault((part.edits, part.remove), (part, shown))
        parts, changes = [part for part, _shown in single.values()], [shown for _part, shown in single.values()]
        self._preview(
            title,
            N_("Repair {count} place"),
            N_("Repair {count} places"),
            changes,
            lambda numbers: session.fix_many([parts[n] for n in numbers], op),
        )

    def _parts(self, finding: Finding) -> list[tuple[Fix, Change]]:
        """The first repair of a finding in its single places, each with what it looks like."""
        session, group = self.window.session, check_title(finding)
        found = []
        for edit in finding.fixes[0].edits:
            shown = change(group, session.label(edit.unit), session.text(edit.unit, Side.TARGET), edit.span, edit.text)
            found.append((Fix(Message(""), (Edit(edit.unit, edit.span, edit.text),)), shown))
        for unit_id in finding.fixes[0].remove:
            text = session.text(unit_id, Side.TARGET)
            found.append((Fix(Message(""), (), (unit_id,)), Change(group, session.label(unit_id), "", text, "", "")))
        return found

    def _preview(self, title: str, one: str, many: str, changes: Sequence[Change], act: Callable[[list[int]], None]) -> None:
        from ui.dialogs.preview import PreviewDialog

        window = self.window
        dialog = PreviewDialog(title, lambda count: ngettext(one, many, count).format(count=count), changes, window.theme, window)
        dialog.accepted.connect(lambda: act(dialog.chosen))
        dialog.open()
