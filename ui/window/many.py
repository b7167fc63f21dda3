"""What is done in many places at once, each with a look beforehand: replacing, repairing all alike, the style of the house."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from app.article.searching import Hit, Where
from app.i18n import Message, _, ngettext
from app.model import Edit, Finding, Fix, Side
from ui.models.changes import Change, change
from ui.models.findings import check_title
from ui.window.parts import Doors, Parts


class Many:
    """Doors to previews."""

    def __init__(self, window: Parts) -> None:
        """Work on the parts of this window."""
        self.window = window
        window.replacing.connect(self._replace_all)
        window.findings.repairing.connect(self._repair_selected)

    def doors(self) -> Doors:
        """What the actions of these ids do."""
        return {
            "find": self._find,
            "replace": self._find_to_replace,
            "find-next": self._find_next,
            "find-previous": self._find_previous,
            "fix-alike": self._fix_alike,
            "house-style": self._house_style,
        }

    def _find(self) -> None:
        self.window.search.open()

    def _find_to_replace(self) -> None:
        self.window.search.open_replace()

    def _find_next(self) -> None:
        self.window.search.next()

    def _find_previous(self) -> None:
        self.window.search.previous()

    def _replace_all(self, found: Sequence[Hit]) -> None:
        session = self.window.session
        names = {Where.TARGET: _("Translation"), Where.NOTE: _("Notes")}

        def text(hit: Hit) -> str:
            return session.text(hit.unit) if hit.where is Where.TARGET else session.article.unit(hit.unit).note if session.article else ""

        changes = [change(names[hit.where], session.label(hit.unit), text(hit), hit.span, hit.after or "") for hit in found]
        self._preview(
            _("Replace"),
            lambda count: ngettext("Replace {count} place", "Replace {count} places", count),
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
        self._repair(_("Repair all alike"), self._parts(alike), "fix-alike")

    def _repair_selected(self, found: Sequence[Finding]) -> None:
        self._repair(_("Repair"), self._parts([finding for finding in found if finding.fixes]), "fix-alike")

    def _house_style(self) -> None:
        from app.checks.repairs import house_repairs

        session = self.window.session
        session.settle()
        session.check_now()
        found = house_repairs(session.findings)
        if not found:
            session.told.emit(_("The story is in the style of the house."))
            return
        self._repair(_("Apply the house style"), [self._part(finding, edit) for finding, edit in found], "house-style")

    def _repair(self, title: str, parts: Iterable[tuple[Fix, Change]], op: str) -> None:
        """Show every edit and removal, and make those that are left ticked."""
        session = self.window.session
        single: dict[tuple[object, ...], tuple[Fix, Change]] = {}
        for part, shown in parts:
            single.setdefault((part.edits, part.remove), (part, shown))
        fixes, changes = [part for part, _shown in single.values()], [shown for _part, shown in single.values()]
        self._preview(
            title,
            lambda count: ngettext("Repair {count} place", "Repair {count} places", count),
            changes,
            lambda numbers: session.fix_many([fixes[n] for n in numbers], op),
        )

    def _parts(self, found: Sequence[Finding]) -> Iterator[tuple[Fix, Change]]:
        """The first repair of each finding in its single places, each with what it looks like."""
        session = self.window.session
        for finding in found:
            yield from (self._part(finding, edit) for edit in finding.fixes[0].edits)
            for unit_id in finding.fixes[0].remove:
                text = session.text(unit_id, Side.TARGET)
                yield Fix(Message(""), (), (unit_id,)), Change(check_title(finding), session.label(unit_id), "", text, "", "")

    def _part(self, finding: Finding, edit: Edit) -> tuple[Fix, Change]:
        session = self.window.session
        shown = change(check_title(finding), session.label(edit.unit), session.text(edit.unit, Side.TARGET), edit.span, edit.text)
        return Fix(Message(""), (edit,)), shown

    def _preview(self, title: str, verb: Callable[[int], str], changes: Sequence[Change], act: Callable[[list[int]], None]) -> None:
        from ui.dialogs.preview import PreviewDialog

        window = self.window
        dialog = PreviewDialog(title, lambda count: verb(count).format(count=count), changes, window.theme, window)
        dialog.accepted.connect(lambda: act(dialog.chosen))
        dialog.open()
