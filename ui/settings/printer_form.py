"""Asks how the slip printer is reached: the kind of connection and its address, typed or taken from what was found."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.settings.printers_found import FoundPrinter, found_printers
from ui.theme.buttons import Button
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.frames import Panel, empty
from ui.theme.text import label
from ui.theme.theme import Theme

BAUDS = ("9600", "19200", "38400", "57600", "115200", "4800", "2400", "1200")
WIDEST_NAME = 420  # px of a found printer's name


class FoundList(Panel):
    """Looks for printers and offers each on a button; `chosen` carries how it is reached."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, surface="inset")
        self.look = Button(theme, tr("Look for printers"), icon="search")
        self.offers: list[Button] = []
        self._said, self._list = label(type_="muted", wrap=True), QVBoxLayout()
        self._said.setText(tr("Finds what is plugged in to this computer. A network printer has to be typed."))
        self.box.addWidget(self._said)
        self.box.addLayout(self._list)
        self.box.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self.look.clicked.connect(self._on_look_pressed)

    def show_found(self, found: Sequence[FoundPrinter]) -> None:
        """Offers these printers."""
        empty(self._list)
        self.offers = [self._offer(each) for each in found]
        for offer in self.offers:
            self._list.addWidget(offer, 0, Qt.AlignmentFlag.AlignLeft)
            offer.show()
        nothing = tr("Nothing was found. Is the printer switched on, and plugged in?")
        self._said.setText(tr("Choose the slip printer:") if found else nothing)

    def _offer(self, found: FoundPrinter) -> Button:
        offer = Button(self.theme, "", kind="small", icon="printer")
        room = offer.fontMetrics().elidedText(found.name, Qt.TextElideMode.ElideRight, WIDEST_NAME)
        offer.setText(room)
        offer.setAccessibleName(found.name)
        offer.clicked.connect(lambda: self.chosen.emit(found.connection))
        return offer

    def _on_look_pressed(self) -> None:
        from PySide6.QtPrintSupport import QPrinterInfo  # seldom needed

        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # the printing system may take its time
        try:
            found = found_printers(QPrinterInfo.availablePrinterNames())
        finally:
            QApplication.restoreOverrideCursor()
        self.show_found(found)


class PrinterForm(QWidget):
    """How the printer is reached; `changed` when a person changed it to something that may be right."""

    changed = Signal()

    def __init__(self, theme: Theme, connection: str) -> None:
        super().__init__()
        self.found = FoundList(theme)
        self.kind = Choice(tr("Slip printer"), _kinds(connection.partition(":")[0]))
        self.place = Field(theme, tr("Address"))
        self.place.setMaxLength(300)
        self.baud = Choice(tr("Speed"), [(baud, tr("{n} baud").format(n=baud)) for baud in BAUDS])
        self._place_row = FormRow(theme, self.place, text=tr("Address"))
        self._baud_row = FormRow(theme, self.baud, text=tr("Speed"), hint=tr("As it is set in the printer."))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s3)
        for widget in (FormRow(theme, self.kind, text=tr("Slip printer")), self._place_row, self._baud_row, self.found):
            box.addWidget(widget)
        self.show_connection(connection)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.baud.chosen.connect(self._on_edited)
        self.place.editingFinished.connect(self._on_edited)
        self.found.chosen.connect(self._on_found)

    @property
    def connection(self) -> str:
        """As `slip_printer.connection` reads it; empty without a printer."""
        kind, place = self.kind.current(), self.place.text().strip()
        if not kind or not place:
            return ""
        return f"{kind}:{place}:{self.baud.current()}" if kind == "serial" else f"{kind}:{place}"

    @property
    def is_wanted(self) -> bool:
        """Whether there is to be a slip printer."""
        return bool(self.kind.current())

    def show_connection(self, connection: str) -> None:
        """Shows what was kept, or found."""
        kind, _, place = connection.partition(":")
        if kind == "serial":
            port, _, baud = place.rpartition(":")
            if baud in BAUDS:  # without one the usual speed is meant
                place = port
                self.baud.choose(baud)
        self.kind.choose(kind if self.kind.findData(kind) >= 0 else "")
        self.place.setText(place if self.kind.current() else "")
        self._fit()

    def refuse(self, sentence: str) -> None:
        """Says in place what is wrong with the address."""
        self._place_row.refuse(sentence)

    def _fit(self) -> None:
        """Asks only for what this kind of connection needs."""
        kind = self.kind.current()
        self.place.setPlaceholderText(_example(kind))
        self._place_row.setVisible(bool(kind))
        self._place_row.advise(_hint(kind))
        self._baud_row.setVisible(kind == "serial")

    def _on_kind_chosen(self) -> None:
        self.place.clear()
        self._fit()
        if self.is_wanted:
            self.place.setFocus()
        else:
            self.changed.emit()

    def _on_found(self, connection: str) -> None:
        self.show_connection(connection)
        self.changed.emit()

    def _on_edited(self) -> None:
        self._place_row.accept()
        if self.connection:
            self.changed.emit()


def _kinds(kept: str, platform: str = sys.platform) -> list[tuple[str, str]]:
    """The ways there are on this computer, and the one that was chosen on another."""
    ways = {
        "": tr("No slip printer"),
        "network": tr("In the network"),
        "usb": tr("USB"),
        "serial": tr("Serial port"),
        "cups": tr("A printer of this computer"),
        "windows": tr("A printer of Windows"),
        "file": tr("A device or a file"),
    }
    elsewhere = "cups" if platform == "win32" else "windows"
    return [(key, words) for key, words in ways.items() if key != elsewhere or key == kept]


def _hint(kind: str) -> str:
    if kind == "network":
        return tr("Most printers print their address when their feed button is held while they are switched on.")
    return tr("“Look for printers” fills it in where it finds the printer.")


def _example(kind: str) -> str:
    examples = {
        "network": "192.168.1.50:9100",
        "usb": "04b8:0e15",
        "serial": "COM3, /dev/ttyUSB0",
        "cups": "TSP100",
        "windows": "EPSON TM-T20II Receipt",
        "file": "/dev/usb/lp0, LPT1",
    }
    return examples.get(kind, "")
