"""Says above a view what was done or refused, with perhaps one thing to do about it."""

from collections.abc import Callable

from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.sheet import Tone
from ui.theme.theme import Theme


class Notice(Banner):
    """A banner with a button that does whatever was last offered."""

    def __init__(self, theme: Theme) -> None:
        button = Button(theme, "", kind="small")
        super().__init__(theme, "", action=button)
        self.button = button
        self._do: Callable[[], object] = self.hide
        self.button.clicked.connect(self._on_pressed)
        self.hide()

    def tell(
        self,
        sentence: str,
        *,
        detail: str = "",
        tone: Tone = "accent",
        offer: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Says a sentence; `offer` is what a button says and does."""
        self.say(sentence, detail=detail, tone=tone)
        words, self._do = offer or ("", self.hide)
        self.button.setText(words)
        self.button.setVisible(bool(words))
        self.show()

    def _on_pressed(self) -> None:
        self.hide()
        self._do()
