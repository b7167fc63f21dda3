"""Drawing a sample: which articles are the lot, how they are chosen, and what that can and cannot promise."""

from datetime import UTC, datetime

from PySide6.QtCore import QRectF, QSize, Qt, QTime
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.i18n import N_, _, interface_language
from app.quality.sampling.drawing import new_seed
from app.quality.sampling.plan import Candidate, Kind, Plan, Sample, Stratum, reading_minutes, take
from app.quality.sampling.promises import promises
from app.quality.sampling.tables import AQLS, Inspection, Level
from app.review.lot import chosen
from app.review.queue import ENGINE, FEED
from app.review.reporting import operating_characteristic
from ui.charts import picture
from ui.dialogs.frame import deciding, fit, scrolling
from ui.session import Session
from ui.theme import Theme, inset

SIZE = (1180, 680)

KINDS = {
    Kind.ISO: N_("ISO 2859-1 single sampling"),
    Kind.RANDOM: N_("Drawn by chance"),
    Kind.RISKIEST: N_("The riskiest"),
    Kind.UNTIL: N_("What can be read until"),
    Kind.EVERYTHING: N_("Everything"),
}
STRATA = {Stratum.NONE: N_("not divided"), Stratum.FEED: N_("by feed"), Stratum.ENGINE: N_("by engine")}
INSPECTIONS = {Inspection.NORMAL: N_("normal"), Inspection.TIGHTENED: N_("tightened")}
BY_CHANCE = {Kind.ISO, Kind.RANDOM}
ALL = 1
"""Where all stories are among the lots: proposed where none came in today."""


class CurveView(QWidget):
    """The operating characteristic on a card, as large as there is room."""

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._theme, self._image = theme, QImage()
        self.setMinimumHeight(180)
        self.setAccessibleName(_("Operating characteristic"))

    def show_image(self, image: QImage) -> None:
        """Show another picture; an empty one shows nothing."""
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture in its proportions."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        air = round(self._theme.pixels(10))
        size = self._image.size().scaled(self.size() - QSize(2 * air, 2 * air), Qt.AspectRatioMode.KeepAspectRatio)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        place = QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height())
        painter.drawImage(place, self._image)
        painter.end()


class SampleDialog(QDialog):
    """Takes lot and plan, says what they mean, and draws."""

    def __init__(self, session: Session, theme: Theme, words_per_minute: int, parent: QWidget) -> None:
        """Propose today's articles, or all where none came in today, under the usual plan, with a new seed."""
        super().__init__(parent)
        self.setWindowTitle(_("Draw a sample"))
        self._session, self._theme, self._speed = session, theme, words_per_minute
        self.lot, self.kind, self.level, self.aql, self.inspection, self.stratum = (QComboBox() for _field in range(6))
        self.name, self.seed = QLineEdit(datetime.now(UTC).astimezone().strftime("%Y-%m-%d")), QLineEdit(new_seed())
        self.count, self.accepted_failures = QSpinBox(), QSpinBox()
        self.until = QTimeEdit(QTime.currentTime().addSecs(3600))
        for box in (self.count, self.accepted_failures, self.until):
            inset(box)
        self.extracts = QCheckBox(_("Extracts of 300 words: title, lead, riskiest rows"))
        self.much, self.words, self.curve = QLabel(), QLabel(), CurveView(theme)
        self.much.setProperty("tone", "strong")
        self.much.setWordWrap(True)
        self.sample: Sample | None = None
        self._candidates: dict[tuple[int, Stratum], list[Candidate]] = {}
        self._drawn: tuple[object, ...] = ()
        self._fill()
        self._lay_out(theme)
        if not self.articles():
            self.lot.setCurrentIndex(ALL)
        self._choose_lot()

    @property
    def plan(self) -> Plan:
        """The plan as it is filled in."""
        now, until = datetime.now(UTC).astimezone(), self.until.time()
        minutes = (until.hour() - now.hour) * 60 + until.minute() - now.minute
        return Plan(
            kind=Kind(self.kind.currentData()),
            seed=self.seed.text().strip(),
            count=self.count.value(),
            minutes=float(max(0, minutes)),
            words_per_minute=float(self._speed),
            level=Level(self.level.currentData()),
            aql=self.aql.currentData(),
            inspection=Inspection(self.inspection.currentData()),
            accept=self.accepted_failures.value(),
            stratum=Stratum(self.stratum.currentData()),
            extracts=self.extracts.isChecked(),
        )

    def articles(self) -> list[int]:
        """The articles of the lot."""
        field, value = self.lot.currentData()
        return chosen(self._session.project, **{field: value} if field else {})

    def accept(self) -> None:
        """Draw and begin to assess; what stands in the way is said here."""
        try:
            self._session.draw(self.articles(), self.plan, self.name.text().strip() or _("Lot"), self._series())
        except UserError as error:
            self._tell(str(error))
            return
        if not self._session.assessing:
            self._session.toggle_assessing()
        super().accept()

    def _series(self) -> str:
        field, value = self.lot.currentData()
        return value if field in {FEED, ENGINE} else ""

    def _fill(self) -> None:
        today = datetime.now(UTC).astimezone().replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
        self.lot.addItem(_("Today’s stories"), ("since", today.strftime("%Y-%m-%dT%H:%M:%S")))
        self.lot.addItem(_("All stories"), ("", ""))
        for field, said in ((FEED, N_("Feed: {name}")), (ENGINE, N_("Engine: {name}"))):
            for name in sorted({value for article in self._session.project.articles if (value := article.fields.get(field))}):
                self.lot.addItem(_(said).format(name=name), (field, name))
        for box, entries in ((self.kind, KINDS), (self.stratum, STRATA), (self.inspection, INSPECTIONS)):
            for value, said in entries.items():
                box.addItem(_(said), value)
        for level in Level:
            self.level.addItem(str(level), level)
        for aql in AQLS:
            self.aql.addItem(aql, aql)
        self.level.setCurrentText("II")
        self.aql.setCurrentText("2.5")
        self.count.setRange(1, 10_000)
        self.count.setValue(20)
        self.accepted_failures.setRange(0, 1000)
        self.until.setDisplayFormat("HH:mm")
        self.lot.currentIndexChanged.connect(self._choose_lot)
        for box in (self.kind, self.level, self.aql, self.inspection, self.stratum):
            box.currentIndexChanged.connect(self._preview)
        for spin in (self.count, self.accepted_failures):
            spin.valueChanged.connect(self._preview)
        self.until.timeChanged.connect(self._preview)
        self.seed.textChanged.connect(self._preview)
        self.extracts.toggled.connect(self._preview)

    def _choose_lot(self) -> None:
        """Take the inspection that the lots before ask for."""
        self._stopped = False
        try:
            found = self._session.inspection(self._series())
        except UserError as error:
            self._tell(str(error))
            return
        self._stopped = found is Inspection.STOPPED
        self.inspection.setCurrentIndex(max(0, self.inspection.findData(Inspection.TIGHTENED if self._stopped else found)))
        self._preview()

    def _preview(self) -> None:
        """Say what would be read, how long that takes, and what it can promise."""
        plan = self.plan
        self._show_fields(plan.kind)
        try:
            found = self._found(plan.stratum)
            self.sample = take(plan, found)
        except UserError as error:
            self._tell(str(error))
            return
        sample, by_number = self.sample, {each.article: each for each in found}
        minutes = reading_minutes(plan, (by_number[number] for number in sample.to_read))
        much = _("{read} of {lot} stories are read, in about {minutes} minutes. Of those drawn, {accept} may fail.")
        self.much.setText(much.format(read=len(sample.to_read), lot=sample.lot, minutes=round(minutes), accept=sample.accept))
        stopped = [_("Too many lots of this series were rejected: draw again only when what makes them was mended.")]
        said = [*(stopped if self._stopped else []), *(message.render() for message in promises(plan, sample))]
        self.words.setText("\n\n".join(said))
        self.button.setEnabled(bool(sample.lot and plan.seed))
        self._draw_curve(plan, sample)

    def _found(self, stratum: Stratum) -> list[Candidate]:
        """The articles of the lot as a plan sees them, looked at once: nothing changes them while one plans. Raises UserError."""
        key = self.lot.currentIndex(), stratum
        if key not in self._candidates:
            self._candidates[key] = self._session.candidates(self.articles(), stratum)
        return self._candidates[key]

    def _draw_curve(self, plan: Plan, sample: Sample) -> None:
        """Draw the operating characteristic where chance chooses, anew only when it is another one."""
        by_chance = sample.random and plan.kind in BY_CHANCE
        asked = (plan.kind, plan.aql, sample.population, len(sample.drawn), sample.accept) if by_chance else (None,)
        if asked != self._drawn:
            self._drawn = asked
            curve = picture(operating_characteristic(plan, sample), interface_language(), self._theme) if by_chance else QImage()
            self.curve.show_image(curve)

    def _tell(self, trouble: str) -> None:
        self.sample = None
        self.much.setText(trouble)
        self.words.clear()
        self._drawn = ()
        self.curve.show_image(QImage())
        self.button.setEnabled(False)

    def _show_fields(self, kind: Kind) -> None:
        """Show what this kind of plan asks for."""
        wanted = {
            self.level: kind is Kind.ISO,
            self.aql: kind is Kind.ISO,
            self.inspection: kind is Kind.ISO,
            self.count: kind in {Kind.RANDOM, Kind.RISKIEST},
            self.until: kind is Kind.UNTIL,
            self.accepted_failures: kind is not Kind.ISO,
            self.stratum: kind in BY_CHANCE,
            self.seed: kind in BY_CHANCE,
        }
        for field, shown in wanted.items():
            self._form.setRowVisible(field, shown)

    def _lay_out(self, theme: Theme) -> None:
        form = self._form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setSpacing(8)
        for said, field in (
            (_("Lot"), self.lot),
            (_("Name"), self.name),
            (_("Plan"), self.kind),
            (_("Inspection level"), self.level),
            (_("AQL"), self.aql),
            (_("Inspection"), self.inspection),
            (_("How many"), self.count),
            (_("Until"), self.until),
            (_("May fail"), self.accepted_failures),
            (_("Divided"), self.stratum),
            (_("Seed"), self.seed),
            ("", self.extracts),
        ):
            form.addRow(said, field)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.much)
        right.addWidget(scrolling(self.words), 1)
        right.addWidget(self.curve, 2)
        sides = QHBoxLayout()
        sides.setSpacing(26)
        sides.addLayout(form, 2)
        sides.addLayout(right, 3)
        buttons, self.button = deciding(self, _("Draw and start"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(14)
        layout.addLayout(sides, 1)
        layout.addWidget(buttons)
        fit(self, SIZE, theme)
