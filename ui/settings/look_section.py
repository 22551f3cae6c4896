"""The section about the look: light or dark, and how large the text is; both change at once."""

from typing import cast

from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.settings.section import Section
from ui.theme.buttons import SegmentedControl
from ui.theme.theme import Mode, Theme
from ui.theme.tokens import density_for

PERCENTS = (100, 115, 130, 150)


class LookSection(Section):
    """What belongs to this computer's screen, and to the eyes before it."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.mode = SegmentedControl(theme, _modes(), current=theme.mode)
        sizes = [(str(percent), tr("{n}%").format(n=percent)) for percent in PERCENTS]
        self.percent = SegmentedControl(theme, sizes, current=str(_nearest(theme.text_percent)))
        self.mode.setAccessibleName(tr("Colours"))
        self.percent.setAccessibleName(tr("Size of text"))
        self.add_row(self.mode, tr("Colours"), hint=tr("Dark is easier on the eyes in a dim shop."))
        self.add_row(self.percent, tr("Size of text"), hint=tr("For a screen that stands far away, or for tired eyes."))
        self.add_note(tr("Both are kept for this computer."))
        self.box.addStretch(1)
        self.mode.chosen.connect(self._on_mode_chosen)
        self.percent.chosen.connect(self._on_size_chosen)

    @staticmethod
    def title() -> str:
        return tr("Look")

    def _on_mode_chosen(self, mode: str) -> None:
        self.theme.set(mode=cast("Mode", mode))
        self.tools.preferences.theme = self.theme.mode
        self.say_saved()

    def _on_size_chosen(self, size: str) -> None:
        percent = int(size)
        self.theme.set(text_percent=percent, density=density_for(self.window().height(), percent))
        self.tools.preferences.text_percent = percent
        self.say_saved()


def _modes() -> list[tuple[str, str]]:
    return [("light", tr("Light")), ("dark", tr("Dark")), ("system", tr("Like the system"))]


def _nearest(percent: int) -> int:
    return min(PERCENTS, key=lambda each: abs(each - percent))
