"""The look of the running program: which colours and sizes are in force, and the one place that changes them.

`Theme` is made once, right after the QApplication, and passed to whatever paints or lays out; nothing is global.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.glyphs import Glyphs
from ui.theme.icons import ICONS, IconEngine
from ui.theme.scrolling import uncollected
from ui.theme.sheet import fill
from ui.theme.tokens import COMFORTABLE, DARK, LIGHT, Colors, Metrics

Mode = Literal["light", "dark", "system"]

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
FAMILY = "Inter"
TABULAR = QFont.Tag("tnum")


class Theme(QObject):
    """Colours `c`, sizes `m`, icons, and the signal `changed` for whoever must lay out again."""

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        mode: Mode = "system",
        density: Metrics = COMFORTABLE,
        text_percent: int = 100,
        animate: bool = True,
    ) -> None:
        """Dresses `app`. `text_percent` is 100–150; `animate` False ends every animation at once, as tests need."""
        super().__init__(app)
        self.animate = animate
        self.mode: Mode = mode
        self.density = density
        self.text_percent = text_percent
        self.c: Colors = LIGHT
        self.m: Metrics = density
        self._app = app
        self._glyphs: Glyphs | None = None
        for weight in ("Regular", "Medium", "SemiBold", "Bold"):
            QFontDatabase.addApplicationFont(str(FONTS / f"Inter-{weight}.otf"))
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._apply()

    def set(
        self,
        *,
        mode: Mode | None = None,
        density: Metrics | None = None,
        text_percent: int | None = None,
    ) -> None:
        """Changes what is given and dresses the program anew, when that is a change; 20 ms for 100 widgets.

        ValueError for a text size beyond 100–150 percent, and nothing is changed.
        """
        wanted = (mode or self.mode, density or self.density, text_percent or self.text_percent)
        if wanted != (self.mode, self.density, self.text_percent):
            wanted[1].enlarged(wanted[2])
            self.mode, self.density, self.text_percent = wanted
            self._apply()

    @contextmanager
    def put_on_later(self) -> Iterator[None]:
        """Widgets that are put together within the block get their looks after it, once, and not at each step.

        Every widget that is seen meanwhile loses its looks, so this is for before the first window is.
        """
        sheet = self._app.styleSheet()
        # With its last sheet Qt forgets which widgets it is to be told the end of, and later dresses what is gone.
        keeper = QWidget()
        keeper.setStyleSheet(" ")
        self._app.setStyleSheet("")
        try:
            yield
        finally:
            self._app.setStyleSheet(sheet)
            shiboken6.delete(keeper)

    def colour(self, role: str) -> QColor:
        """The colour of a field of Colors by its name; AttributeError when there is none."""
        return QColor(getattr(self.c, role))

    def icon(self, name: str, role: str = "text", *, checked: str = "accent") -> QIcon:
        """The icon `name` (a file of resources/icons) in the colour of `role`, of `checked` while its button is on.

        It follows the theme by itself. FileNotFoundError or AttributeError at once for a name or role there is not.
        """
        if not (ICONS / f"{name}.svg").is_file():
            raise FileNotFoundError(f"no icon {name}")
        for wanted in (role, checked):
            self.colour(wanted)
        return QIcon(IconEngine(self, name, role=role, checked=checked))

    def _apply(self) -> None:
        self.c = DARK if self._is_dark() else LIGHT
        self.m = self.density.enlarged(self.text_percent)
        font = QFont(FAMILY)
        font.setPixelSize(self.m.fs_body)
        font.setFeature(TABULAR, 1)  # columns of money line up
        former, self._glyphs = self._glyphs, Glyphs(self.c)
        with uncollected():  # Qt goes through all widgets there are, and none may be let go meanwhile
            self._app.setFont(font)
            self._app.setPalette(palette(self.c))  # first: the sheet reads it as it polishes
            self._app.setStyleSheet(fill(self.c, self.m))
        if former:
            former.drop()
        self.changed.emit()

    def _is_dark(self) -> bool:
        """Plain X11 without a desktop reports Unknown for ever, which is light."""
        if self.mode == "system":
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.mode == "dark"

    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.mode == "system":
            self._apply()


def palette(c: Colors) -> QPalette:
    """The palette of these colours, for whatever the sheet does not reach: item views, text cursors, placeholders."""
    role = QPalette.ColorRole
    colours = {
        role.Window: c.bg,
        role.WindowText: c.text,
        role.Base: c.surface,
        role.AlternateBase: c.surface_alt,
        role.Text: c.text,
        role.PlaceholderText: c.text_muted,
        role.Button: c.surface_alt,
        role.ButtonText: c.text,
        role.BrightText: c.danger,
        role.Highlight: c.accent,
        role.HighlightedText: c.on_accent,
        role.Accent: c.accent,
        role.Link: c.accent,
        role.LinkVisited: c.accent,
        role.ToolTipBase: c.text,
        role.ToolTipText: c.surface,
        role.Light: c.surface,
        role.Midlight: c.surface_hover,
        role.Mid: c.border,
        role.Dark: c.border_strong,
        role.Shadow: c.border_strong,
    }
    made = QPalette()
    for key, colour in colours.items():
        made.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(c.text_disabled))
    return made
