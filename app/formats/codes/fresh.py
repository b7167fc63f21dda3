"""Codes of a text that came in another format, numbered so that source and translation name the same ones alike."""

from collections import Counter
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from app.formats.coded import LITERAL
from app.formats.codes.reading import Key
from app.formats.codes.tags import Dialect, Tags, rendered
from app.formats.codes.tokens import FORMATTED
from app.model import Attributes, Mark, MarkKind, Text

Sign = Callable[[Mark, str, bool], Tags]
"""Writes a code that is no mark around words under an id; whether it begins or ends something is said last."""


class Fresh:
    """Writes the texts of one unit; `ids` are those of the codes that are new in it."""

    def __init__(self, dialect: Dialect, sign: Sign, ids: Iterator[str]) -> None:
        self._dialect, self._sign, self._ids = dialect, sign, ids

    def written(self, source: Text, target: Text) -> tuple[str, str]:
        """Both texts of a segment as XML; a code that both have has one id."""
        names: dict[tuple[MarkKind, Attributes, int], str] = {}
        return self._side(source, names), self._side(target, names)

    def _side(self, text: Text, names: dict[tuple[MarkKind, Attributes, int], str]) -> str:
        seen, known, marks = Counter[tuple[MarkKind, Attributes]](), dict[Key, Tags](), list[Mark]()
        for mark in sorted(text.marks, key=lambda mark: mark.span):
            values = dict(mark.attributes)
            if (mark.kind not in FORMATTED and mark.kind is not MarkKind.PROTECTED) or LITERAL in values:
                marks.append(mark)
                continue
            meaning = (mark.kind, mark.attributes)
            part = values.get("part", "")
            name = names.get((*meaning, seen[meaning])) or self._name(names, meaning, seen[meaning])
            seen[meaning] += 1
            known.setdefault(
                ("code", name, ""), self._dialect.added(mark, name) if mark.kind in FORMATTED else self._sign(mark, name, bool(part))
            )
            marks.append(replace(mark, attributes=(*mark.attributes, ("code", "code"), ("id", name), ("number", ""))))
        return rendered(Text(text.plain, tuple(marks)), known, self._dialect, self._ids)

    def _name(self, names: dict[tuple[MarkKind, Attributes, int], str], meaning: tuple[MarkKind, Attributes], number: int) -> str:
        """A new id, for both halves of a code if it is one."""
        name = next(self._ids)
        names[*meaning, number] = name
        values = dict(meaning[1])
        if values.get("part"):
            for part in ("start", "end"):
                names[meaning[0], tuple((key, part if key == "part" else value) for key, value in meaning[1]), number] = name
        return name
