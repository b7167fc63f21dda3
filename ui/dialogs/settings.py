"""The settings, laid out from their definition in the engine."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, get_args, get_origin, get_type_hints

from msgspec import Meta, Struct
from msgspec.structs import fields, replace
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.i18n import N_, _
from app.settings import Settings
from ui.dialogs.frame import deciding, paged, scrolling, small
from ui.theme import inset

GROUPS = {
    "reviewer": N_("Reviewer"),
    "appearance": N_("Appearance"),
    "starting": N_("Start"),
    "typing": N_("Writing"),
    "export": N_("Export"),
    "review": N_("Quality review"),
    "wordpress": N_("WordPress"),
    "opinions": N_("Second opinions"),
    "checking": N_("Checks"),
}

CHOICES = {
    "system": N_("as the system"),
    "de": N_("German"),
    "en": N_("English"),
    "light": N_("light"),
    "dark": N_("dark"),
    "libretranslate": "LibreTranslate",
    "deepl": "DeepL",
    "google": "Google Translate",
    "microsoft": "Microsoft Translator",
}
"""What the members of enumerations are called."""

REMEMBERED = {("export", "format"), ("export", "folder"), ("shown", "tour")}
"""What the program remembers by itself, where it is used."""

Value = str | int | bool
SIZE = (720, 460)


class SettingsDialog(QDialog):
    """One page a group, one field a setting; `settings` is what the fields say now."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        """Show these settings."""
        super().__init__(parent)
        self.setWindowTitle(_("Settings"))
        self._settings = settings
        self._readers: dict[tuple[str, str], Callable[[], Value]] = {}
        self.groups, self._pages = QListWidget(), QStackedWidget()
        for group in fields(settings):
            if shown := _shown(group.name, getattr(settings, group.name)):
                self.groups.addItem(_(GROUPS.get(group.name, group.name.capitalize())))
                self._pages.addWidget(self._page(group.name, getattr(settings, group.name), shown))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 20, 16)
        layout.addLayout(paged(self.groups, self._pages, _("Groups of settings"), 18), 1)
        self.groups.setCurrentRow(0)
        layout.addWidget(deciding(self, _("Keep"))[0])
        scale = settings.appearance.text_percent / 100
        self.resize(min(parent.width() - 40, round(SIZE[0] * scale)), min(parent.height() - 40, round(SIZE[1] * scale)))

    @property
    def settings(self) -> Settings:
        """What the fields say now."""
        changed: dict[str, Struct] = {}
        for group in fields(self._settings):
            values = {name: read() for (owner, name), read in self._readers.items() if owner == group.name}
            changed[group.name] = replace(getattr(self._settings, group.name), **values)
        return replace(self._settings, **changed)

    def _page(self, name: str, group: Struct, shown: dict[str, object]) -> QScrollArea:
        """The fields of a group one under the other, each with its explanation."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(4)
        for field, hint in shown.items():
            kind, meta = _described(hint)
            widget, self._readers[name, field] = _widget(kind, meta, getattr(group, field))
            widget.setAccessibleName(_(meta.title or field))
            explanation = _(meta.description) if meta.description else ""
            widget.setAccessibleDescription(explanation)
            if isinstance(widget, QCheckBox):
                widget.setText(_(meta.title or field))
            else:
                label = QLabel(_(meta.title or field))
                label.setBuddy(widget)
                column.addWidget(label)
            column.addWidget(widget)
            column.addWidget(small(explanation))
            column.addSpacing(10)
        column.addStretch(1)
        return scrolling(page)


def _shown(name: str, group: Struct) -> dict[str, object]:
    """The settings of a group that are laid out, with what their type says: those that one field can hold."""
    hints = get_type_hints(type(group), include_extras=True)
    return {field: hint for field, hint in hints.items() if (name, field) not in REMEMBERED and isinstance(getattr(group, field), Value)}


def _described(hint: object) -> tuple[type, Meta]:
    """The type of a field and what it says about itself."""
    if get_origin(hint) is not Annotated:
        assert isinstance(hint, type)
        return hint, Meta()
    kind, *notes = get_args(hint)
    return kind, next((note for note in notes if isinstance(note, Meta)), Meta())


def _widget(kind: type, meta: Meta, value: Value) -> tuple[QWidget, Callable[[], Value]]:
    """A widget for a value of this type, and the function that reads it."""
    if issubclass(kind, StrEnum):
        box = QComboBox()
        for member in kind:
            box.addItem(_(CHOICES.get(member.value, member.value)), member)
        box.setCurrentIndex(list(kind).index(kind(str(value))))
        return box, lambda: kind(box.currentData())
    if kind is bool:
        check = QCheckBox()
        check.setChecked(bool(value))
        return check, check.isChecked
    if kind is int:
        spin = QSpinBox()
        inset(spin)
        spin.setRange(int(meta.ge or 0), int(meta.le or 1_000_000))
        spin.setSingleStep(10)
        spin.setValue(int(value))
        return spin, spin.value
    line = QLineEdit(str(value))
    return line, line.text
