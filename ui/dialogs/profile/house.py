"""How the house writes: a page of choices, begun with one of the styles that come with the program."""

from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QVBoxLayout, QWidget

from app.i18n import N_, _
from app.style import STARTERS, HouseStyle, Profile, Switch, starter
from ui.dialogs.profile.pairs import EntryTable

NAMES = {
    "agency": N_("News agency"),
    "newspaper": N_("Newspaper"),
    "austria": N_("Austria"),
    "switzerland": N_("Switzerland"),
}
"""What the styles that come with the program are called."""

MARKS = ((("„", "“"), ("‚", "‘")), (("»", "«"), ("›", "‹")), (("«", "»"), ("‹", "›")))
"""Quotation marks of German desks: outer and inner ones."""

SWITCHES = (
    ("percent", N_("Percent"), "5 Prozent", "5 %"),
    ("millions", N_("Millions"), "3 Millionen", "3 Mio."),
    ("clock", N_("Time of day"), "20.15 Uhr", "20:15 Uhr"),
    ("decades", N_("Decades"), "1990er-Jahre", "1990er Jahre"),
    ("thousands", N_("Thousands"), "12.000", "12’000"),
)
"""Fields of the style with two ways of writing, what they are called and what they look like."""

FLAGS = (
    ("small_numbers_as_words", N_("Two to twelve as words")),
    ("sharp_s", N_("ß is written")),
    ("strict_subjunctive", N_("Indirect speech stands in the subjunctive")),
    ("no_break_spaces", N_("Missing no-break spaces are reported; otherwise the export sets them")),
)
"""Fields of the style that are so or not, and what they say."""

LETTERS = 22
"""How wide every choice is at least."""


class HousePage(QWidget):
    """The style of the house; its table of `words` finds its place elsewhere."""

    def __init__(self) -> None:
        """Lay out the choices."""
        super().__init__()
        self.begin, self.marks = QComboBox(), QComboBox()
        self.begin.addItem(_("as it is"), None)
        for name in STARTERS:
            self.begin.addItem(_(NAMES.get(name, name)), name)
        self.begin.addItem(_("no style of its own"), "")
        self.begin.activated.connect(self._begin)
        self.switches = {name: _choice(first, second) for name, _title, first, second in SWITCHES}
        self.flags = {name: QCheckBox(_(title)) for name, title in FLAGS}
        self.words = EntryTable(_("The house’s own spellings"), (_("not"), _("but")))
        self._style = HouseStyle()
        self._lay_out()

    def show_profile(self, profile: Profile) -> None:
        """Show the style of a profile."""
        self.begin.setCurrentIndex(0)
        self._show(profile.style)

    def changed(self, profile: Profile) -> Profile:
        """The profile with the style as it is chosen here."""
        quotes, inner = self.marks.currentData()
        ways = {name: Switch(box.currentData()) for name, box in self.switches.items()}  # Qt hands out the bare string
        flags = {name: flag.isChecked() for name, flag in self.flags.items()}
        words = {wrong: right for wrong, right in self.words.entries if wrong and right}
        return replace(profile, style=replace(self._style, quotes=quotes, inner_quotes=inner, words=words, **ways, **flags))

    def _begin(self) -> None:
        name = self.begin.currentData()
        if name is not None:
            self._show(starter(name).style if name else HouseStyle())

    def _show(self, style: HouseStyle) -> None:
        self._style = style
        own = (style.quotes, style.inner_quotes)
        self.marks.clear()
        for outer, inner in MARKS if own in MARKS else (*MARKS, own):
            self.marks.addItem(f"{outer[0]}…{outer[1]}   {inner[0]}…{inner[1]}", (outer, inner))
            if (outer, inner) == own:
                self.marks.setCurrentIndex(self.marks.count() - 1)
        for name, box in self.switches.items():
            box.setCurrentIndex(box.findData(getattr(style, name)))
        for name, flag in self.flags.items():
            flag.setChecked(getattr(style, name))
        self.words.show_entries(list(style.words.items()))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        rows = ((_("Begin with"), self.begin), (_("Quotation marks"), self.marks))
        for title, box in (*rows, *((_(title), self.switches[name]) for name, title, _first, _second in SWITCHES)):
            box.setAccessibleName(title)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumContentsLength(LETTERS)
            form.addRow(title, box)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(form)
        for flag in self.flags.values():
            layout.addWidget(flag)
        layout.addStretch()


def _choice(first: str, second: str) -> QComboBox:
    box = QComboBox()
    for words, switch in ((_("either way"), Switch.EITHER), (first, Switch.FIRST), (second, Switch.SECOND)):
        box.addItem(words, switch)
    return box
