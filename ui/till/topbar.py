"""The bar on top: the one field for everything, whether all is saved, and who is at the till."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyaltydesk.words import tr, tr_n
from ui.theme.buttons import Button
from ui.theme.forms import Field
from ui.theme.marks import Glyph
from ui.theme.sheet import restyle
from ui.theme.text import chip, set_tip
from ui.theme.theme import Theme

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
WIDEST = 620  # px of the field
ROOM_FOR_CHIP = 900  # px of the bar
WIDEST_NAME = 180
LETTERS = 26  # of the field, for which the team makes room


class SearchField(Field):
    """Takes a name, a phone number, any number on something printed; the arrows lead through what it finds."""

    moved = Signal(int)  # rows

    def __init__(self, theme: Theme) -> None:
        name = tr("Scan a card, or type a name or phone")
        super().__init__(theme, name, kind="search", lead=Glyph(theme, "search", large=True))
        self.setPlaceholderText(name)
        self.setMaxLength(100)
        self.setMaximumWidth(WIDEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = STEPS.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(steps)


class TopBar(QWidget):
    """What stands in the bar of the till."""

    cashier_wanted = Signal()
    parking_wanted = Signal()
    slips_wanted = Signal()
    goals_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._room = 0  # px of the page
        self.search = SearchField(theme)
        self._team = Button(theme, "", kind="ghost", icon="users")
        self._saved = chip("")
        self._parked = Button(theme, "", kind="ghost", icon="clock", key="F11")
        self._slips = Button(theme, "", kind="ghost", icon="printer")
        self._cashier = Button(theme, "", kind="ghost", icon="user")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.m.s3)
        row.addWidget(self.search, 3)
        row.addStretch(1)
        row.addWidget(self._team)
        row.addWidget(self._saved)
        row.addWidget(self._slips)
        row.addWidget(self._parked)
        row.addWidget(self._cashier)
        self._cashier.clicked.connect(self.cashier_wanted)
        self._parked.clicked.connect(self.parking_wanted)
        self._slips.clicked.connect(self.slips_wanted)
        self._team.clicked.connect(self.goals_wanted)
        self._team.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where work goes on
        self.show_team("")
        self.show_parked(0, can_park=False)
        self.show_slips(0)
        self.show_saved(True)
        self.show_cashier("")

    def start_search(self) -> None:
        """Puts the focus into the field, for a new search."""
        self.search.setFocus()
        self.search.selectAll()

    def show_saved(self, kept: bool) -> None:
        """Whether the last thing that was done is in the file on this computer."""
        self._saved.setText(tr("All saved on this computer") if kept else tr("The last action was not saved"))
        restyle(self._saved, tone="accent" if kept else "danger")

    def show_cashier(self, name: str) -> None:
        """Who is at the till."""
        shown = name or tr("Who is here?")
        self._cashier.setText(self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, WIDEST_NAME))
        words = tr("Switch cashier: {name}").format(name=name) if name else tr("Switch cashier")
        self._cashier.setAccessibleName(words)
        set_tip(self._cashier, tr("{action} ({key})").format(action=tr("Switch cashier"), key="F12"))

    def show_parked(self, count: int, *, can_park: bool) -> None:
        """Offers to park the purchase in hand, or to go on with one of so many that are parked; or neither."""
        self._parked.setText(tr("Park") if can_park else tr("Parked: {n}").format(n=count))
        self._parked.setVisible(can_park or count > 0)

    def show_slips(self, count: int) -> None:
        """How many slips wait for their printer; pressed, they are sent again."""
        self._slips.setText(tr("Slips: {n}").format(n=count))
        words = tr_n("{n} slip waits: print it now", "{n} slips wait: print them now", count).format(n=count)
        self._slips.setAccessibleName(words)
        set_tip(self._slips, words)
        self._slips.setVisible(count > 0)

    def show_team(self, words: str) -> None:
        """How far the team is this month; no words where nobody set it a goal."""
        self._team.setText(words)
        self._team.setVisible(bool(words) and self._has_room_for_team())

    def fit(self, width: int) -> None:
        """Leaves the chip out where the field needs the room, unless it warns; and what is said of the team, too."""
        warns = self._saved.property("tone") == "danger"
        self._saved.setVisible(warns or width >= ROOM_FOR_CHIP)
        self._room = width
        self._team.setVisible(bool(self._team.text()) and self._has_room_for_team())

    def _has_room_for_team(self) -> bool:
        others = (self._saved, self._slips, self._parked, self._cashier, self._team)
        taken = sum(
            each.sizeHint().width() + self.theme.m.s3 for each in others if not each.isHidden() or each is self._team
        )
        return self._room - taken >= self.theme.m.fs_body * LETTERS
