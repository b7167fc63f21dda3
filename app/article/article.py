"""One story under correction: the reviewer's verbs."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from app import diff
from app.article.log import NOTED
from app.article.shaping import Shaping
from app.i18n import Message
from app.model import (
    Dismissal,
    DismissalSplice,
    Document,
    Edit,
    ErrorMark,
    FieldSplice,
    Finding,
    Fix,
    MarkSplice,
    Opening,
    Side,
    Splice,
    State,
    Step,
    Text,
    Unit,
    well_formed,
)


class Article(Shaping):
    """Rows with the reviewer's verbs: each changes them and returns the Step it performed, or None when there was nothing to change."""

    # Verbs on rows

    def edit(self, unit_id: int, text: str | Text) -> Step | None:
        """Give a row another translation; a plain string keeps the marks word by word. None when nothing changes."""
        return self.edit_all({unit_id: text})

    def edit_all(self, texts: Mapping[int, str | Text]) -> Step | None:
        """Give several rows other translations, by unit, in one step; removed rows come back. None when nothing changes."""
        new = {key: self._carried(self.unit(key), text) if isinstance(text, str) else text for key, text in texts.items()}
        changed = [(self.unit(key), text) for key, text in new.items() if (text, False) != (self.unit(key).target, self.unit(key).removed)]
        state = {True: State.TRANSLATED, False: State.INITIAL}
        return self._change("edit", [replace(unit, target=text, state=state[bool(text.plain)], removed=False) for unit, text in changed])

    def restore(self, *unit_ids: int) -> Step | None:
        """Give rows back the translation they came with."""
        return self._each("restore", unit_ids, lambda u: replace(u, target=self.imported_text(u), removed=False))

    def confirm(self, *unit_ids: int) -> Step | None:
        """Mark rows as reviewed."""
        return self._each(
            "confirm", unit_ids, lambda u: replace(u, state=State.REVIEWED, needs_work=False, source_before="", target_before="")
        )

    def reopen(self, *unit_ids: int) -> Step | None:
        """Take the confirmation of rows back."""
        return self._each("reopen", unit_ids, lambda u: replace(u, state=State.TRANSLATED if u.target.plain else State.INITIAL))

    def flag(self, *unit_ids: int) -> Step | None:
        """Mark rows as needing work."""
        return self._each("needs-work", unit_ids, lambda u: replace(u, state=State.INITIAL, needs_work=True))

    def note(self, unit_id: int, note: str) -> Step | None:
        """Write a row's note; an empty one takes it away."""
        return self._each("note", [unit_id], lambda u: replace(u, note=well_formed(note)))

    def remove(self, *unit_ids: int) -> Step | None:
        """Take rows out of the story; they stay in the list and are not exported."""
        return self._each("remove", unit_ids, lambda u: replace(u, removed=True))

    def bring_back(self, *unit_ids: int) -> Step | None:
        """Put removed rows back into the story."""
        return self._each("bring-back", unit_ids, lambda u: replace(u, removed=False))

    def begin(self, unit_id: int, opening: Opening) -> Step | None:
        """Let a row begin a block, change the kind of the block it begins, or join it to the row before."""
        return self._each("opening", [unit_id], lambda u: u if u.opening == opening else replace(u, opening=opening, by_hand=True))

    def fix(self, *fixes: Fix, op: str = "fix") -> Step | None:
        """Apply repairs in one step; edits count in the texts as they are now. Of two that overlap, the earlier one is made."""
        return self._change(op, self.repaired(*fixes))

    def rewrite(self, edits: Iterable[Edit], notes: Mapping[int, str]) -> Step | None:
        """Replace stretches of translations, and whole notes by unit, in one step; None when nothing changes."""
        changed = {unit.id: unit for unit in self.repaired(Fix(Message(""), tuple(edits)))}
        for unit_id, note in notes.items():
            changed[unit_id] = replace(changed.get(unit_id) or self.unit(unit_id), note=well_formed(note))
        return self._change("replace", list(changed.values()))

    def repaired(self, *fixes: Fix) -> list[Unit]:
        """The rows as `fix` would leave them, for a look beforehand; nothing is changed."""
        changed: dict[int, Unit] = {}
        for edit in _apart(edit for fix in fixes for edit in fix.edits):
            unit = changed.get(edit.unit) or self.unit(edit.unit)
            text = unit.target.replaced(edit.span, well_formed(edit.text)).with_codes_of(unit.target, self.source_text(unit))
            changed[edit.unit] = replace(unit, target=text, state=State.TRANSLATED)
        for unit_id in (unit_id for fix in fixes for unit_id in fix.remove):
            changed[unit_id] = replace(changed.get(unit_id) or self.unit(unit_id), removed=True)
        return list(changed.values())

    def _carried(self, unit: Unit, plain: str) -> Text:
        """Other words under the marks of a row; a code that was moved, or copied from the source, is one again."""
        return diff.carried(unit.target, well_formed(plain)).with_codes_of(unit.target, self.imported_text(unit), self.source_text(unit))

    # Verbs on findings, marks and the article itself

    def renew(self, side: Side, document: Document) -> Step | None:
        """Take in a new version of one side's Document, as `renewed` says; None when it is the one that is there.

        The store must hold the Document before it records the step.
        """
        from app.article.renewal import renewed

        splices = renewed(self, side, document, self.last_id + 1)
        self.versions[document.digest] = document
        return self._perform("new-source" if side is Side.SOURCE else "new-translation", splices) if splices else None

    def dismiss(self, *findings: Finding, everywhere: bool = False, reason: str = "") -> Step | None:
        """Call findings no errors, in one step: each at its first row, or everywhere in the article."""
        wide, rows = list[Dismissal](), dict[int, Unit]()
        for finding in findings:
            dismissal = Dismissal(finding.fingerprint, finding.check, well_formed(reason))
            if everywhere or not finding.units:
                wide.append(dismissal)
            else:
                unit = rows.get(finding.units[0]) or self.unit(finding.units[0])
                rows[unit.id] = replace(unit, dismissals=(*unit.dismissals, dismissal))
        splices: list[Splice] = [*self.replacing(rows.values())]
        if wide:
            splices.append(DismissalSplice((), tuple(dict.fromkeys(wide))))
        return self._perform("dismiss", tuple(splices)) if splices else None

    def recall(self, *findings: Finding) -> Step | None:
        """Let dismissed findings count again, in one step: takes back what hides them at their rows and in the article."""
        prints = {finding.fingerprint for finding in findings}
        units = [self.unit(unit_id) for unit_id in dict.fromkeys(unit_id for finding in findings for unit_id in finding.units)]
        rows = [replace(unit, dismissals=tuple(d for d in unit.dismissals if d.fingerprint not in prints)) for unit in units]
        wide = tuple(dismissal for dismissal in self.dismissals if dismissal.fingerprint in prints)
        splices: list[Splice] = [*self.replacing(rows)]
        if wide:
            splices.append(DismissalSplice(wide, ()))
        return self._perform("revoke", tuple(splices)) if splices else None

    def revoke(self, dismissal: Dismissal, unit_id: int | None = None) -> Step | None:
        """Take a dismissal back: at a row, or in the whole article where no row is named. None when it is not there."""
        if unit_id is not None:
            return self._each("revoke", [unit_id], lambda u: replace(u, dismissals=tuple(d for d in u.dismissals if d != dismissal)))
        return self._perform("revoke", (DismissalSplice((dismissal,), ()),)) if dismissal in self.dismissals else None

    def dismissed(self, finding: Finding) -> bool:
        """Whether a dismissal at one of its rows or in the article covers a finding."""
        here = (d for unit_id in finding.units for d in self.unit(unit_id).dismissals)
        return any(d.fingerprint == finding.fingerprint for d in (*self.dismissals, *here))

    def mark(self, before: Sequence[ErrorMark], after: Sequence[ErrorMark]) -> Step:
        """Set, change or take away error marks."""
        return self._perform("mark", (MarkSplice(tuple(before), tuple(after)),))

    def set_field(self, name: str, value: str | None) -> Step:
        """Set a named value of the article (title, state, hold …)."""
        return self._perform("set", (FieldSplice(name, self.fields.get(name), value and well_formed(value)),))

    def note_field(self, name: str, value: str | None) -> Step:
        """Set a named value that is a fact and no correction: undo passes over it, so that nobody takes back a hold with a key."""
        return self._perform(NOTED, (FieldSplice(name, self.fields.get(name), value and well_formed(value)),))

    def set_fields(self, values: Mapping[str, str]) -> Step:
        """Set several named values of the article in one step."""
        return self._perform("set", tuple(FieldSplice(name, self.fields.get(name), well_formed(value)) for name, value in values.items()))


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """The edits without those that overlap an earlier one, last first, so that none moves the place of another."""
    kept: list[Edit] = []
    for edit in sorted(set(edits), key=lambda e: (e.unit, e.span)):
        if not kept or kept[-1].unit != edit.unit or kept[-1].span.end <= edit.span.start:
            kept.append(edit)
    return kept[::-1]
