"""The open findings as a Qt model, and the filter over it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from app.i18n import N_, _
from app.model import Finding, Severity, Side, Span
from ui.session import Session
from ui.session.sentences import clipped

Index = QModelIndex | QPersistentModelIndex

SEVERITIES = {
    Severity.CRITICAL: N_("critical"),
    Severity.MAJOR: N_("major"),
    Severity.MINOR: N_("minor"),
    Severity.NEUTRAL: N_("hint"),
}
"""What severities are called."""

QUOTE, TELLING, AROUND = 60, 4, 12
"""Characters: of evidence that the list shows; from which on evidence stands alone; on either side of shorter evidence."""


@cache
def _titles() -> dict[str, str]:
    from app.checks import CHECKS  # with the first finding they are there already

    return {check.id: check.title for check in CHECKS}


def check_title(finding: Finding) -> str:
    """The name of the check, in the language of the interface."""
    return title_of(finding.check)


def title_of(check: str) -> str:
    """The name of the check with this id, in the language of the interface."""
    title = _titles().get(check)
    return _(title) if title else check.replace("-", " ").capitalize()


def evidence(session: Session, finding: Finding) -> str:
    """The words on both sides that a finding points at, shortened: ``source → translation``."""
    sides = [_quoted(session, finding, side) for side in (Side.SOURCE, Side.TARGET)]
    return " → ".join(filter(None, sides)) or finding.message.render()


def _quoted(session: Session, finding: Finding, side: Side) -> str:
    here = [place for place in finding.on(side) if session.label(place.unit)]
    return clipped(" … ".join(_words(session.text(place.unit, side), place.span) for place in here), QUOTE)


def _words(text: str, span: Span) -> str:
    """A stretch of a text; one that says nothing alone (a space, a full stop) with what stands around it."""
    if span.length >= TELLING or not span.length:
        return span.of(text)
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def row_label(session: Session, finding: Finding) -> str:
    """Where a finding is: the names of its first two rows; a passage goes by its first row."""
    names = [label for label in map(session.label, finding.units) if label]
    if not names or all(label == names[0] or label.endswith("+") for label in names):
        return names[0] if names else ""
    return ", ".join(names[:2]) + (" …" if len(names) > 2 else "")


class FindingModel(QAbstractListModel):
    """One row for each open finding, gravest first; re-checks insert and remove rows, nothing resets."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Show the session's findings, now and from now on."""
        super().__init__(parent)
        self._session = session
        self._dismissed = False
        self._findings: list[Finding] = list(session.findings)
        session.checked.connect(self.follow)

    @property
    def findings(self) -> Sequence[Finding]:
        """The findings in the order of the list."""
        return self._findings

    def show_dismissed(self, wanted: bool) -> None:
        """List what was called no error instead of what is open."""
        self._dismissed = wanted
        self.follow()

    def follow(self) -> None:
        """Become the session's list by the fewest insertions and removals."""
        wanted = list(self._session.set_aside if self._dismissed else self._session.findings)
        for tag, i1, i2, j1, j2 in reversed(_differences([_key(f) for f in self._findings], [_key(f) for f in wanted])):
            if tag in {"delete", "replace"}:
                self.beginRemoveRows(QModelIndex(), i1, i2 - 1)
                del self._findings[i1:i2]
                self.endRemoveRows()
            if tag in {"insert", "replace"}:
                self.beginInsertRows(QModelIndex(), i1, i1 + j2 - j1 - 1)
                self._findings[i1:i1] = wanted[j1:j2]
                self.endInsertRows()
        changed = [row for row, finding in enumerate(wanted) if finding != self._findings[row]]
        self._findings[:] = wanted
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def index_of(self, finding: Finding | None) -> QModelIndex:
        """Where a finding stands; an invalid index for one that is not there."""
        return self.index(self._findings.index(finding)) if finding in self._findings else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of open findings."""
        return 0 if parent is not None and parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The finding itself under `UserRole`; its name, reason and place as text."""
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return finding
            case Qt.ItemDataRole.DisplayRole:
                return f"{check_title(finding)}: {evidence(self._session, finding)}"
            case Qt.ItemDataRole.ToolTipRole:
                return finding.message.render()
            case Qt.ItemDataRole.AccessibleTextRole:
                severity = _(SEVERITIES[finding.severity])
                return f"{severity}: {check_title(finding)}, {row_label(self._session, finding)}. {finding.message.render()}"
        return None


def _differences(old: Sequence[object], new: Sequence[object]) -> list[tuple[str, int, int, int, int]]:
    """The opcodes from one list to the other; what both ends share is set aside, so that a long list costs little."""
    shortest = min(len(old), len(new))
    head = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    tail = next((at for at in range(shortest - head) if old[-1 - at] != new[-1 - at]), shortest - head)
    matcher = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    return [(tag, i1 + head, i2 + head, j1 + head, j2 + head) for tag, i1, i2, j1, j2 in matcher.get_opcodes()]


def _key(finding: Finding) -> tuple[object, ...]:
    return (finding.check, finding.fingerprint, finding.units, finding.severity)


class FindingFilter(QSortFilterProxyModel):
    """The findings of some severities whose text holds some words."""

    def __init__(self, model: FindingModel, parent: QObject | None = None) -> None:
        """Show everything at first."""
        super().__init__(parent)
        self._severities = frozenset(Severity)
        self._check = ""
        self._words = ""
        self._model = model
        self.setSourceModel(model)

    def show_dismissed(self, wanted: bool) -> None:
        """List what was called no error instead of what is open."""
        self._model.show_dismissed(wanted)

    def choose(self, severities: frozenset[Severity], words: str, check: str = "") -> None:
        """Show only findings of these severities, of this check (none: of any), whose name, evidence or reason holds these words."""
        self.beginFilterChange()
        self._severities, self._words, self._check = severities, words.casefold().strip(), check
        self.endFilterChange()

    def severities(self) -> Counter[Severity]:
        """How many would be shown of each severity, whatever severity is chosen."""
        return Counter(finding.severity for finding in self._matching() if self._check in {"", finding.check})

    def checks(self) -> Counter[str]:
        """How many would be shown of each check, whatever check is chosen."""
        return Counter(finding.check for finding in self._matching() if finding.severity in self._severities)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Whether one finding is shown."""
        index = self.sourceModel().index(row, 0, parent)
        finding = index.data(Qt.ItemDataRole.UserRole)
        return finding.severity in self._severities and self._check in {"", finding.check} and self._holds(index)

    def _matching(self) -> Iterator[Finding]:
        """The findings that hold the words."""
        for row, finding in enumerate(self._model.findings):
            if self._holds(self._model.index(row, 0)):
                yield finding

    def _holds(self, index: QModelIndex) -> bool:
        return not self._words or self._words in f"{index.data()} {index.data(Qt.ItemDataRole.ToolTipRole)}".casefold()
