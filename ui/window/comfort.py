"""Settings, text size and help."""

from msgspec.structs import replace

from ui.window.parts import Doors, Parts

SMALLEST_TEXT, LARGEST_TEXT = 50, 300


class Comfort:
    """Doors to what makes the place one’s own."""

    def __init__(self, window: Parts) -> None:
        """Work on the parts of this window."""
        self.window = window

    def doors(self) -> Doors:
        """What the actions of these ids do."""
        return {
            "settings": self._edit_settings,
            "larger": lambda: self._scale_text(10),
            "smaller": lambda: self._scale_text(-10),
            "normal-size": lambda: self._scale_text(0),
            "shortcuts": self._keys,
            "about": self._about,
        }

    def _edit_settings(self) -> None:
        from ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self.window.settings, self.window)
        dialog.accepted.connect(lambda: self.window.keep(dialog.settings))
        dialog.open()

    def _scale_text(self, by: int) -> None:
        now = self.window.settings.appearance.text_percent
        percent = min(LARGEST_TEXT, max(SMALLEST_TEXT, now + by)) if by else 100
        self.window.keep(replace(self.window.settings, appearance=replace(self.window.settings.appearance, text_percent=percent)))

    def _keys(self) -> None:
        from ui.dialogs.keys import KeysDialog

        dialog = KeysDialog(self.window.settings.keys, self.window)
        dialog.accepted.connect(lambda: self.window.keep(replace(self.window.settings, keys=dialog.chosen)))
        dialog.open()

    def _about(self) -> None:
        from ui.dialogs.about import AboutDialog

        AboutDialog(self.window).open()
