"""What lies under the mouse."""

from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QPointF

from app.i18n import _
from app.model import Side
from ui.desk.page import Shape
from ui.desk.painting import note_box, note_parts, translate_button
from ui.desk.setting import Slip
from ui.desk.sheet import Sheet
from ui.desk.typesetting import RUNNING, leading_of
from ui.models.findings import check_title
from ui.models.units import state_name
from ui.session import View


class Spot(Enum):
    """What kind of place it is."""

    TEXT = "text"
    BRING_BACK = "bring-back"
    TRANSLATE = "translate"
    GUTTER = "gutter"
    ELSEWHERE = "elsewhere"


class Hit(Struct, frozen=True):
    """A place on the page: the row's unit and, in a text, the side and the offset in the real text."""

    unit: int
    spot: Spot
    side: Side = Side.TARGET
    at: int = 0


def hit(sheet: Sheet, place: QPointF) -> Hit | None:
    """What lies at a place of the window; None below the last row."""
    for row, y in sheet.scroll.visible():
        slip = sheet.slip(row)
        if y <= place.y() < y + slip.height:
            return _within(sheet, row, y, slip, place)
    return None


def told(sheet: Sheet, found: Hit) -> str:
    """What there is to say about a place: the finding of underlined words; in the gutter all findings, state and note."""
    evidence, unit = sheet.evidence, sheet.unit(sheet.model.position(found.unit))
    if sheet.session.view in {View.COLD, View.ORIGINAL}:
        return ""
    if found.spot is Spot.TEXT:
        finding = evidence.finding_at(found.unit, found.side, found.at)
        return finding.message.render() if finding else ""
    if found.spot is not Spot.GUTTER:
        return ""
    findings = (f"{check_title(finding)}: {finding.message.render()}" for finding in evidence.at(found.unit))
    doubt = [_("These sentences may not belong together.")] if unit.doubtful else []
    return "\n".join([*findings, *doubt, state_name(unit), *filter(None, [unit.note])])


def _within(sheet: Sheet, row: int, y: int, slip: Slip, place: QPointF) -> Hit:
    unit, columns = sheet.unit(row).id, sheet.columns
    leading = leading_of(RUNNING, sheet.theme)
    if slip.label:
        link = note_parts(slip.label, note_box(slip, y, columns, leading), sheet.theme)[1]
        if link.contains(place):
            return Hit(unit, Spot.BRING_BACK)
    missing = slip.target is None and slip.shape is Shape.ROW and not slip.label and not sheet.session.assessing
    if missing and translate_button(columns, sheet.theme, y + slip.lead).contains(place):
        return Hit(unit, Spot.TRANSLATE)
    return _in_text(sheet, row, y, slip, place)


def _in_text(sheet: Sheet, row: int, y: int, slip: Slip, place: QPointF) -> Hit:
    unit, columns = sheet.unit(row).id, sheet.columns
    if slip.source is not None and place.x() < columns.gutter and place.x() >= columns.source - 6:
        at = slip.source.prose.real(slip.source.offset_at(QPointF(place.x() - columns.source, place.y() - y - slip.lead)))
        return Hit(unit, Spot.TEXT, Side.SOURCE, at)
    if slip.target is not None and place.x() >= columns.target - 6:
        shown = slip.target.offset_at(QPointF(place.x() - columns.target, place.y() - y - slip.lead))
        if slip.parts:
            member, shift = max((part for part in slip.parts if part[1] <= shown), key=lambda part: part[1])
            return Hit(member, Spot.TEXT, Side.TARGET, shown - shift)
        return Hit(unit, Spot.TEXT, Side.TARGET, slip.target.prose.real(shown))
    return Hit(unit, Spot.GUTTER if columns.gutter <= place.x() < columns.target - 6 else Spot.ELSEWHERE)
