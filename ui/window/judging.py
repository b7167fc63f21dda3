"""By what the stories of a project are judged."""

from ui.window.parts import Doors, Parts


class Judging:
    """The door to the profile."""

    def __init__(self, window: Parts) -> None:
        """Work on the parts of this window."""
        self.window = window

    def doors(self) -> Doors:
        """What the actions of these ids do."""
        return {"profile": self._profile}

    def _profile(self) -> None:
        from ui.dialogs.profile import ProfileDialog

        window = self.window
        dialog = ProfileDialog(window.session, window.theme, window)
        dialog.accepted.connect(lambda: window.session.use_profile(dialog.profile))
        dialog.open()
