"""The "?" beside a figure, and what hangs from it: how the figure is counted, in a sentence and as a formula."""

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from loyaltydesk.words import tr
from loyaltydesk.words.insights import Explained
from ui.insights.popover import Popover
from ui.theme.buttons import IconButton
from ui.theme.text import label
from ui.theme.theme import Theme

WIDE = 480  # px of an explanation, in text of 100 %


class How(Struct, frozen=True):
    """What a panel is called, and how each of its figures is counted."""

    title: str
    figures: tuple[Explained, ...]

    @property
    def text(self) -> str:
        """All of it, a line for each sentence and formula."""
        several = len(self.figures) > 1
        lines = [
            line
            for figure in self.figures
            for line in (f"{figure.title}: {figure.sentence}" if several else figure.sentence, figure.formula)
        ]
        return "\n".join(filter(None, lines))


class HowButton(IconButton):
    """Opens the explanation of one panel, by a click or by the keys that press buttons."""

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
    popover = Popover(theme, button, wide=WIDE)
    popover.left.connect(popover.deleteLater)
    box = popover.box
    box.addWidget(label(tr("How is this counted"), "caption", wrap=True))
    for figure in how.figures:
        box.addWidget(label(figure.title, "title", wrap=True))
        box.addWidget(label(figure.sentence, wrap=True))
        if figure.formula:
            box.addWidget(label(figure.formula, "muted", wrap=True))
    box.addStretch(1)
    popover.setAccessibleName(f"{how.title}. {how.text}")
    popover.open_at(button)
    return popover
