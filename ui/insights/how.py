"""The "?" beside a figure, and what hangs from it: how the figure is counted, in a sentence and as a formula."""

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from loyaltydesk.words import tr
from ui.insights.popover import Popover
from ui.theme.buttons import IconButton
from ui.theme.text import label
from ui.theme.theme import Theme


class How(Struct, frozen=True):
    """How one figure is counted; `title` is what the figure is called."""

    title: str
    sentence: str
    formula: str = ""


class HowButton(IconButton):
    """Opens the explanation of one figure, by a click or by the keys that press buttons."""

    def __init__(self, theme: Theme, how: How) -> None:
        super().__init__(theme, "circle-question-mark", name=asked(how.title))
        self._how = how
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        explain(self.theme, self, how=self._how)


def asked(title: str) -> str:
    """What a screen reader says of the way to an explanation."""
    return tr("How is this counted: {figure}").format(figure=title)


def explain(theme: Theme, button: QWidget, *, how: How) -> Popover:
    """Opens an explanation at the button that was pressed."""
    popover = Popover(theme, button)
    popover.left.connect(popover.deleteLater)
    box = popover.panel.box
    box.addWidget(label(tr("How is this counted"), "caption", wrap=True))
    box.addWidget(label(how.title, "title", wrap=True))
    box.addWidget(label(how.sentence, wrap=True))
    if how.formula:
        box.addWidget(label(how.formula, "muted", wrap=True))
    popover.setAccessibleName(f"{how.title}. {how.sentence} {how.formula}".strip())
    popover.open_at(button)
    return popover
