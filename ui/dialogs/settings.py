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
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.i18n import N_, _
from app.settings import Settings

GROUPS = {
    "reviewer": N_("Reviewer"),
    "appearance": N_("Appearance"),
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

REMEMBERED = {("export", "format")}
"""What the program remembers by itself, where it is used."""

Value = str | int | bool


class SettingsDialog(QDialog):
    """One field for each setting; `settings` is what the fields say now."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        """Show these settings."""
        super().__init__(parent)
        self.setWindowTitle(_("Settings"))
        self._settings = settings
        self._readers: dict[tuple[str, str], Callable[[], Value]] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 12, 24, 16)
        for group in fields(settings):
            self._add_group(group.name, getattr(settings, group.name))
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setText(_("Keep"))
        buttons.button(standard.Ok).setProperty("look", "primary")
        buttons.button(standard.Cancel).setText(_("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._layout.addSpacing(12)
        self._layout.addWidget(buttons)
        self.setMinimumWidth(480)

    @property
    def settings(self) -> Settings:
        """What the fields say now."""
        changed: dict[str, Struct] = {}
        for group in fields(self._settings):
            values = {name: read() for (owner, name), read in self._readers.items() if owner == group.name}
            changed[group.name] = replace(getattr(self._settings, group.name), **values)
        return replace(self._settings, **changed)

    def _add_group(self, name: str, group: Struct) -> None:
        heading = QLabel(_(GROUPS.get(name, name.capitalize())).upper())
        heading.setProperty("tone", "heading")
        heading.setContentsMargins(0, 12, 0, 2)
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(8)
        for field, hint in get_type_hints(type(group), include_extras=True).items():
            if (name, field) in REMEMBERED:
                continue
            kind, meta = _described(hint)
            label = QLabel(_(meta.title or field))
            widget, self._readers[name, field] = _widget(kind, meta, getattr(group, field))
            widget.setAccessibleName(_(meta.title or field))
            explanation = _(meta.description) if meta.description else ""
            widget.setAccessibleDescription(explanation)
            widget.setToolTip(explanation)
            label.setBuddy(widget)
            form.addRow(label, widget)
        self._layout.addWidget(heading)
        self._layout.addLayout(form)


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
        spin.setRange(int(meta.ge or 0), int(meta.le or 1_000_000))
        spin.setSingleStep(10)
        spin.setValue(int(value))
        return spin, spin.value
    line = QLineEdit(str(value))
    return line, line.text
