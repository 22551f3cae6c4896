"""Everything a person presses: buttons by kind, icon-only buttons, the rail, and one-of-a-few segments.

To be used as:
    Button(theme, tr("Record purchase"), kind="primary")    # one a page, as wide as its panel
    Button(theme, tr("Undo"), icon="undo-2", key="F6")
    IconButton(theme, "x", name=tr("Clear"))                # no words, so its name is not optional
    RailButton(theme, "users", text=tr("Customers"))
    SegmentedControl(theme, [("30", tr("30 days")), ("90", tr("90 days"))])
"""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QToolButton

from ui.theme.frames import Panel
from ui.theme.sheet import Kind, restyle
from ui.theme.text import literal, set_tip
from ui.theme.theme import Theme

Packing = Literal["", "snug", "dense"]  # of the rail: the more pages and the larger the text, the closer
GAP = 8  # px between an icon and the words beside it
ICON_ROLES = {"primary": "on_accent", "action": "on_accent", "danger": "danger", "foot": "text_muted"}


class Button(QPushButton):
    """A push button of one `kind`, with an icon before its words and the key that does the same after them."""

    def __init__(self, theme: Theme, text: str, *, kind: Kind = "outline", icon: str = "", key: str = "") -> None:
        super().__init__()
        self.theme = theme
        self._key = key
        self._icon_size = "icon_l" if kind == "key" else "icon"
        self.setProperty("kind", kind)
        self.setAutoDefault(True)  # Enter presses it outside of dialogs too
        if icon:
            self.setIcon(theme.icon(icon, ICON_ROLES.get(kind, "text")))
        self.setText(text)
        theme.changed.connect(self._on_theme_changed)

    def setText(self, text: str) -> None:
        """Shows `text` literally, and tells it to a screen reader without the key."""
        super().setText(literal(f"{text}   {self._key}" if self._key and text else text))
        self.setAccessibleName(text)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        side = getattr(self.theme.m, self._icon_size)
        self.setIconSize(QSize(side + (GAP if self.text() else 0), side))


class IconButton(QToolButton):
    """A button that is only an icon: `name` is what a screen reader says and what the tool tip shows."""

    def __init__(self, theme: Theme, icon: str, *, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("kind", "clear")
        self.setIcon(theme.icon(icon, "text_muted"))
        self.setAccessibleName(name)
        set_tip(self, name)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setIconSize(QSize(self.theme.m.icon, self.theme.m.icon))


class RailButton(QToolButton):
    """One page of the rail: its icon over its name, on while that page is shown."""

    def __init__(self, theme: Theme, icon: str, *, text: str) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("kind", "rail")
        self.setCheckable(True)
        self.setText(literal(text))
        self.setAccessibleName(text)
        self.setIcon(theme.icon(icon, "rail_text", checked="rail_active"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # a click on the rail must not take the focus out of the field that waits for a scan
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.packing: Packing = ""
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def pack(self, packing: Packing) -> None:
        """Makes the button as high as its `packing` says; in a "dense" one the icon does not grow with the text."""
        self.packing = packing
        restyle(self, packing=packing)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        side = self.theme.density.icon if self.packing == "dense" else self.theme.m.icon_l
        self.setIconSize(QSize(side, side))


class SegmentedControl(Panel):
    """One of a few, all in sight; `chosen` carries the key of the option a person picked.

    `pressed` carries it too, and again when it was on already.
    """

    chosen = Signal(str)
    pressed = Signal(str)

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]], *, current: str = "") -> None:
        """`options` are (key, words); the first is on unless `current` names another."""
        super().__init__(theme, surface="inset", across=True)
        self._keys = [key for key, _text in options]
        self._group = QButtonGroup(self)
        for number, (_key, text) in enumerate(options):
            button = Button(theme, text, kind="segment")
            button.setCheckable(True)
            self._group.addButton(button, number)
            self.box.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.choose(current or self._keys[0])
        self._group.idToggled.connect(self._on_toggled)
        self._group.idClicked.connect(self._on_clicked)

    def current(self) -> str:
        """The key of the option that is on."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Turns the option `key` on; ValueError when there is none."""
        self._group.button(self._keys.index(key)).setChecked(True)
        self._lead_tab()

    def _lead_tab(self) -> None:
        """Tab leads to the option that is on, and arrows from there; Qt sees to it only once one has the focus."""
        for button in self._group.buttons():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)

    def _on_toggled(self, number: int, on: bool) -> None:
        self._lead_tab()
        if on:
            self.chosen.emit(self._keys[number])

    def _on_clicked(self, number: int) -> None:
        self.pressed.emit(self._keys[number])

    def _lay_out(self) -> None:
        self.box.setContentsMargins(2, 2, 2, 2)
        self.box.setSpacing(2)
