"""The four answers of a forecast: large figures side by side, two by two where there is less room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.frames import Panel
from ui.theme.text import label
from ui.theme.theme import Theme

ROOMY = 168  # px that a figure with its words needs, in text of 100 %


class FigureTile(Panel):
    """One figure under its name, over a line of what it means."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme)
        self.figure = label("…", "name")
        self._hint = label(type_="muted", wrap=True)
        self.box.addWidget(label(name, "muted", wrap=True))
        self.box.addWidget(self.figure)
        self.box.addWidget(self._hint)
        self.box.addStretch(1)
        self._name = name
        self.box.setSpacing(2)

    def show_figure(self, figure: str, hint: str) -> None:
        """Shows another figure."""
        self.figure.setText(figure)
        self._hint.setText(hint)
        self.setAccessibleName(f"{self._name}: {figure}, {hint}")
        self._make_room()

    def _make_room(self) -> None:
        """Gives a hint of two lines its height: a row of tiles does not ask how high words stand at its width.

        Words that are not there yet answer -1.
        """
        self._hint.setMinimumHeight(max(0, self._hint.heightForWidth(self._hint.width())))

    def _lay_out(self) -> None:
        super()._lay_out()
        m = self.theme.m
        self.box.setContentsMargins(m.s4, m.s3, m.s3, m.s3)
        self.box.setSpacing(2)

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


class Figures(QWidget):
    """Tiles in one row, or in two."""

    def __init__(self, theme: Theme, tiles: list[FigureTile]) -> None:
        super().__init__()
        self._theme = theme
        self._tiles = tiles
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.m.s3)
        theme.changed.connect(self._place)
        self._place()

    def _place(self) -> None:
        needed = len(self._tiles) * ROOMY * self._theme.text_percent // 100
        columns = len(self._tiles) if self.width() >= needed else len(self._tiles) // 2
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(len(self._tiles)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
