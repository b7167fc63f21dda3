"""Colours, fonts and shapes: the only place that names them."""

import math
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.model import Severity

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractSpinBox

SANS = ("Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial")
SERIF = ("Source Serif 4", "Noto Serif", "Georgia", "Times New Roman", "serif")

ICONS = Path(str(resources.files("resources"))) / "icons"
"""Small pictures that a style sheet can only name as files."""

TARGET = 24
"""The least height of what is clicked, in pixels (WCAG 2.2)."""

CHROME_PIXELS = 13
TEXT_PIXELS = 15.5


class Theme(Struct, frozen=True, kw_only=True):
    """The colours of one look, as ``#rrggbb``, and the size of all text in percent.

    `bg` lies under the text, `chrome` under the controls, `paper` under what is raised; `line` divides, `edge` frames what
    can be used; `ink` writes, `soft` writes what matters less. `crit`, `maj` and `min` mark findings; `ins` and `del_` write
    changes on `ins_bg` and `del_bg`.
    """

    dark: bool
    bg: str
    chrome: str
    paper: str
    line: str
    edge: str
    ink: str
    soft: str
    accent: str
    accent_bg: str
    on_accent: str
    crit: str
    maj: str
    min: str
    ins: str
    ins_bg: str
    del_: str
    del_bg: str
    ok: str
    percent: int = 100

    def color(self, severity: Severity) -> QColor:
        """The colour of a severity."""
        return QColor(
            {Severity.CRITICAL: self.crit, Severity.MAJOR: self.maj, Severity.MINOR: self.min, Severity.NEUTRAL: self.soft}[severity]
        )

    def pen(self, severity: Severity) -> QPen:
        """The line under a finding: solid when critical, dashed when major, dotted when minor."""
        styles = {Severity.CRITICAL: Qt.PenStyle.SolidLine, Severity.MAJOR: Qt.PenStyle.DashLine}
        pen = QPen(self.color(severity), self.pixels(2), styles.get(severity, Qt.PenStyle.DotLine))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def pixels(self, size: float) -> float:
        """A length at 100 % in the size chosen."""
        return size * self.percent / 100

    def sans(self, size: float = CHROME_PIXELS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The font of controls; `size` in pixels at 100 %."""
        return self._font(SANS, QFont.StyleHint.SansSerif, size, weight)

    def serif(self, size: float = TEXT_PIXELS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The font of the story; `size` in pixels at 100 %."""
        return self._font(SERIF, QFont.StyleHint.Serif, size, weight)

    def _font(self, families: tuple[str, ...], hint: QFont.StyleHint, size: float, weight: QFont.Weight) -> QFont:
        font = QFont(list(families))
        font.setStyleHint(hint)
        font.setPixelSize(max(6, round(self.pixels(size))))
        font.setWeight(weight)
        return font


LIGHT = Theme(
    dark=False,
    bg="#f3f2ef",
    chrome="#faf9f7",
    paper="#ffffff",
    line="#d9d5cd",
    edge="#8d887e",
    ink="#1d1c1a",
    soft="#5c5851",
    accent="#2457c5",
    accent_bg="#e8eefb",
    on_accent="#ffffff",
    crit="#b3261e",
    maj="#7a2fa0",
    min="#4a5a6a",
    ins="#0a3f73",
    ins_bg="#cfe8ff",
    del_="#6e3600",
    del_bg="#ffe0b2",
    ok="#226b41",
)

DARK = Theme(
    dark=True,
    bg="#161719",
    chrome="#1d1f22",
    paper="#26282c",
    line="#3a3d43",
    edge="#8b8f96",
    ink="#e9e7e2",
    soft="#b3aea5",
    accent="#8fb1ff",
    accent_bg="#27324d",
    on_accent="#10131a",
    crit="#ff8a80",
    maj="#d6a2f5",
    min="#b4c2cf",
    ins="#cfe6ff",
    ins_bg="#0b3d66",
    del_="#ffdcae",
    del_bg="#6b3a00",
    ok="#7ed6a0",
)


def system_theme() -> Theme:
    """Dark when the system is dark, otherwise light."""
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def paint_shape(painter: QPainter, theme: Theme, severity: Severity, box: QRectF) -> None:
    """Draw the shape of a severity into a box: hexagon, diamond, triangle, ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(severity))
    match severity:
        case Severity.CRITICAL:
            painter.drawPolygon(_polygon(box, 6, 0))
        case Severity.MAJOR:
            painter.drawPolygon(_polygon(box, 4, 0))
        case Severity.MINOR:
            painter.drawPolygon(_polygon(box, 3, 0))
        case Severity.NEUTRAL:
            painter.setPen(QPen(theme.color(severity), max(1.2, box.width() / 8)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.center(), box.width() * 0.38, box.width() * 0.38)
    painter.restore()


def _polygon(box: QRectF, corners: int, turn: float) -> QPolygonF:
    """A regular polygon that stands on its first corner, upside down."""
    radius = min(box.width(), box.height()) / 2
    angles = [turn - math.pi / 2 + 2 * math.pi * number / corners for number in range(corners)]
    shift = radius / 4 if corners == 3 else 0
    return QPolygonF([QPointF(box.center().x() + radius * math.cos(a), box.center().y() + shift + radius * math.sin(a)) for a in angles])


def shape_icon(theme: Theme, severity: Severity, size: int = 16) -> QIcon:
    """The shape of a severity as an icon."""
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    margin = size / 4
    paint_shape(painter, theme, severity, QRectF(margin, margin, size * 2 - 2 * margin, size * 2 - 2 * margin))
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)


def tinted(icon: QIcon, color: QColor, size: QSize) -> QIcon:
    """The same icon in one colour, for a button whose ground is not the usual one."""
    pixmap = icon.pixmap(size * 2)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), color)
    painter.end()
    return QIcon(pixmap)


def inset(box: "QAbstractSpinBox") -> None:
    """Keep the figures of a box off its edge: Qt gives the field inside a styled one no padding."""
    field = box.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setTextMargins(8, 0, 0, 0)


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Give a widget another look or tone, and let the style sheet see it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            return  # it gets its look when it is shown
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole program this look."""
    lay_ground(app, theme)
    cover(app, theme)


def lay_ground(app: QApplication, theme: Theme) -> None:
    """Give the whole program the colours and the font to build on."""
    app.setPalette(palette(theme))
    app.setFont(theme.sans())


def cover(app: QApplication, theme: Theme) -> None:
    """Give every control its look. A window that is covered when it is whole is there sooner than one whose parts are, each as it is put in."""
    app.setStyleSheet(stylesheet(theme))


def palette(theme: Theme) -> QPalette:
    """The colours of plain widgets."""
    roles = QPalette.ColorRole
    result = QPalette()
    for role, value in (
        (roles.Window, theme.chrome),
        (roles.Base, theme.paper),
        (roles.AlternateBase, theme.chrome),
        (roles.Button, theme.paper),
        (roles.Text, theme.ink),
        (roles.WindowText, theme.ink),
        (roles.ButtonText, theme.ink),
        (roles.ToolTipBase, theme.paper),
        (roles.ToolTipText, theme.ink),
        (roles.PlaceholderText, theme.soft),
        (roles.Highlight, theme.accent_bg),
        (roles.HighlightedText, theme.ink),
        (roles.Link, theme.accent),
        (roles.Mid, theme.line),
        (roles.Dark, theme.edge),
        (roles.Accent, theme.accent),
    ):
        result.setColor(role, QColor(value))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.edge))
    return result


def stylesheet(theme: Theme) -> str:
    """The look of every control; widgets choose with the dynamic properties `look` and `tone`."""
    px = theme.pixels
    return _STYLES.format(
        **{name: getattr(theme, name) for name in theme.__struct_fields__},
        small=f"{px(11):.0f}px",
        medium=f"{px(12):.0f}px",
        large=f"{px(18):.0f}px",
        huge=f"{px(28):.0f}px",
        radius=f"{px(7):.0f}px",
        pad=f"{px(5):.0f}px {px(12):.0f}px",
        narrow=f"{px(4):.0f}px {px(10):.0f}px",
        target=f"{max(TARGET, px(TARGET)):.0f}px",
        low=f"{max(TARGET, px(TARGET)) - 4:.0f}px",
        box=f"{px(16):.0f}px",
        arrow=f"{px(12):.0f}px",
        down=_picture("down", theme),
        up=_picture("up", theme),
        check=_picture("check", theme),
    )


def _picture(name: str, theme: Theme) -> str:
    """The file of a small picture as a style sheet names it."""
    return (ICONS / f"{name}-{'dark' if theme.dark else 'light'}.svg").as_posix()


_STYLES = """
QMainWindow, QDialog {{ background: {chrome}; }}
QToolTip {{ background: {paper}; color: {ink}; border: 1px solid {line}; padding: 4px 6px; }}
QLabel[tone="soft"] {{ color: {soft}; }}
QLabel[tone="small"] {{ color: {soft}; font-size: {medium}; }}
QLabel[tone="strong"] {{ font-weight: 600; }}
QLabel[tone="large"] {{ font-size: {large}; font-weight: 600; }}
QLabel[tone="huge"] {{ font-size: {huge}; font-weight: 650; }}
QLabel[tone="heading"] {{ color: {soft}; font-size: {small}; font-weight: 600; letter-spacing: 0.6px; }}
QLabel[tone="good"] {{ color: {ok}; font-size: {medium}; }}
QLabel[tone="bad"] {{ color: {crit}; font-size: {medium}; font-weight: 600; }}
QWidget[look="chrome"], QWidget[look="chrome"] > QLabel {{ background: {chrome}; }}
QWidget[look="top"] {{ background: {chrome}; border-bottom: 1px solid {line}; }}
QWidget[look="bottom"] {{ background: {chrome}; border-top: 1px solid {line}; }}
QWidget[look="left"] {{ background: {chrome}; border-right: 1px solid {line}; }}
QWidget[look="right"] {{ background: {chrome}; border-left: 1px solid {line}; }}
QWidget[look="page"] {{ background: {bg}; }}
QFrame[look="card"] {{ background: {paper}; border: 1px solid {line}; border-radius: 10px; }}
QFrame[look="drop"] {{ background: transparent; border: 1.5px dashed {edge}; border-radius: 10px; }}
QFrame[look="drop"][over="true"] {{ background: {accent_bg}; border-color: {accent}; }}
QFrame[look="message"] {{ background: {accent_bg}; border: none; border-bottom: 1px solid {line}; }}
QFrame[look="popup"] {{ background: {paper}; border: 1px solid {edge}; border-radius: 10px; }}
QFrame[look="spot"] {{ background: transparent; border: 2px solid {accent}; border-radius: 8px; }}
QPushButton, QToolButton[look="button"] {{
  background: {paper}; color: {ink}; border: 1px solid {line}; border-radius: {radius}; padding: {pad}; }}
QPushButton:hover, QToolButton[look="button"]:hover {{ border-color: {edge}; }}
QPushButton:pressed, QToolButton[look="button"]:pressed {{ background: {accent_bg}; }}
QPushButton:focus, QToolButton[look="button"]:focus {{ border-color: {accent}; }}
QPushButton:disabled, QToolButton[look="button"]:disabled {{ color: {edge}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton[look="primary"], QToolButton[look="primary"] {{
  background: {accent}; color: {on_accent}; border: 1px solid {accent}; border-radius: {radius}; padding: {pad}; }}
QPushButton[look="primary"]:focus, QToolButton[look="primary"]:focus {{ border-color: {ink}; }}
QPushButton[look="primary"]:disabled {{ background: {line}; color: {soft}; border-color: {line}; }}
QPushButton[look="link"] {{
  background: transparent; color: {accent}; border: none; padding: 2px 4px; min-height: {low}; text-align: left; }}
QPushButton[look="link"]:hover, QPushButton[look="link"]:focus {{ text-decoration: underline; }}
QPushButton[look="chip"] {{ padding: {narrow}; }}
QPushButton[look="chip"]:checked {{ background: {accent_bg}; color: {accent}; border-color: {accent}; }}
QPushButton[look="row"] {{
  background: transparent; border: 1px solid transparent; text-align: left; padding: {pad}; }}
QPushButton[look="row"]:hover {{ background: {accent_bg}; }}
QPushButton[look="row"]:focus {{ border-color: {accent}; }}
QFrame[look="segments"] {{ border: 1px solid {line}; border-radius: {radius}; background: transparent; }}
QToolButton[look="segment"] {{
  background: transparent; color: {soft}; border: 1px solid transparent; border-radius: {radius}; padding: {narrow}; }}
QToolButton[look="segment"]:hover {{ color: {ink}; }}
QToolButton[look="segment"]:checked {{ background: {accent_bg}; color: {accent}; font-weight: 600; }}
QToolButton[look="segment"]:focus {{ border-color: {accent}; }}
QToolButton[look="plain"] {{ background: transparent; border: 1px solid transparent; border-radius: {radius}; padding: {narrow}; color: {soft}; }}
QToolButton[look="plain"]:hover {{ color: {ink}; border-color: {line}; }}
QToolButton[look="plain"]:focus {{ border-color: {accent}; }}
QToolButton[look="brand"] {{
  background: transparent; border: 1px solid transparent; border-radius: {radius}; padding: {narrow}; font-weight: 650; }}
QToolButton[look="brand"]:hover, QToolButton[look="brand"]:pressed {{ background: {accent_bg}; }}
QToolButton[look="brand"]:focus {{ border-color: {accent}; }}
QLabel[tone="divider"] {{ color: {line}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QLineEdit, QPlainTextEdit[look="field"] {{
  background: {paper}; color: {ink}; border: 1px solid {edge}; border-radius: {radius}; padding: 5px 8px;
  selection-background-color: {accent_bg}; selection-color: {ink}; }}
QLineEdit:focus, QPlainTextEdit[look="field"]:focus {{ border-color: {accent}; }}
QComboBox, QSpinBox, QDateTimeEdit {{
  background: {paper}; color: {ink}; border: 1px solid {edge}; border-radius: {radius}; padding: 5px 8px; }}
QComboBox:focus, QSpinBox:focus, QDateTimeEdit:focus {{ border-color: {accent}; }}
QComboBox::drop-down, QDateTimeEdit::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow, QDateTimeEdit::down-arrow {{ image: url("{down}"); width: {arrow}; height: {arrow}; }}
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {{
  border: none; background: transparent; width: 22px; }}
QSpinBox::up-arrow, QTimeEdit::up-arrow {{ image: url("{up}"); width: {arrow}; height: {arrow}; }}
QSpinBox::down-arrow, QTimeEdit::down-arrow {{ image: url("{down}"); width: {arrow}; height: {arrow}; }}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: {target}; }}
QCheckBox::indicator, QListView::indicator, QTreeView::indicator {{
  width: {box}; height: {box}; border: 1px solid {edge}; border-radius: 4px; background: {paper}; }}
QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked {{
  border-color: {accent}; background: {accent}; image: url("{check}"); }}
QCheckBox::indicator:focus {{ border: 2px solid {accent}; }}
QCheckBox::indicator:disabled {{ border-color: {line}; }}
QComboBox QAbstractItemView {{ background: {paper}; border: 1px solid {line}; selection-background-color: {accent_bg}; selection-color: {ink}; }}
QListView[look="choices"]::item {{ padding: {narrow}; border-radius: 5px; }}
QListView[look="choices"]::item:selected {{ background: {accent_bg}; color: {ink}; }}
QListView, QTreeView {{ background: transparent; border: none; outline: none; }}
QTreeView::item {{ padding: 3px 2px; }}
QHeaderView::section {{ background: {chrome}; color: {soft}; border: none; border-bottom: 1px solid {line}; padding: 4px 2px; }}
QTabBar {{ background: {chrome}; }}
QTabBar::tab {{
  background: transparent; color: {soft}; border: none; border-bottom: 2px solid transparent; padding: 8px 12px; font-weight: 600; }}
QTabBar::tab:selected {{ color: {ink}; border-bottom-color: {accent}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QTabWidget::pane {{ border: none; }}
QMenuBar {{ background: {chrome}; color: {ink}; border-bottom: 1px solid {line}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 5px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_bg}; }}
QMenu {{ background: {paper}; color: {ink}; border: 1px solid {line}; padding: 5px; }}
QMenu::item {{ padding: 5px 30px 5px 12px; border-radius: 5px; }}
QMenu::item:selected {{ background: {accent_bg}; }}
QMenu::item:disabled {{ color: {edge}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 8px; }}
QProgressBar {{ background: {line}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {ok}; border-radius: 3px; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {edge}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {line}; }}
"""
