"""The field for an amount, in the largest letters there are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.seams.formats import QtFormats
from ui.seams.money_typing import MoneyOnly, minor_from, typed_form
from ui.theme.forms import Field
from ui.theme.text import label
from ui.theme.theme import Theme


class AmountField(Field):
    """The amount of a purchase or a return, in minor units.

    A key that cannot stand in an amount is left out, which `inputRejected` tells. But whoever typed `1,234.56` and did
    not look has 1.23 there: so the amount `is_doubtful` then, until it is emptied or somebody trusts it.
    """

    amount_changed = Signal(object)  # minor units, None for nothing typed
    left_upwards = Signal()

    def __init__(self, theme: Theme, name: str, formats: QtFormats) -> None:
        """`name` is what a screen reader says."""
        self._symbol = label(formats.symbol, "prefix")
        super().__init__(theme, name, kind="amount", lead=self._symbol)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._left_out = False
        self.show_formats(formats)
        self.textChanged.connect(self._on_text_changed)
        self.inputRejected.connect(self._on_input_rejected)

    def show_formats(self, formats: QtFormats) -> None:
        """Takes amounts in another currency or language; what was typed goes."""
        self._formats = formats
        self._symbol.setText(formats.symbol)
        self.setValidator(MoneyOnly(formats, self))
        self.setPlaceholderText(formats.amount(0))
        self.clear()
        self._make_room()

    @property
    def minor(self) -> int | None:
        """What is typed, in minor units; None for nothing."""
        return minor_from(self.text(), self._formats)

    @property
    def money(self) -> str:
        """What is typed, as the language writes a sum."""
        return self._formats.money(self.minor or 0)

    @property
    def is_doubtful(self) -> bool:
        """Whether something was typed that does not stand here."""
        return self._left_out and self.minor is not None

    def trust(self) -> None:
        """Takes the amount as it stands."""
        self._left_out = False

    def show_minor(self, minor: int | None) -> None:
        """Puts an amount into the field, selected, so that typing replaces it; None empties it."""
        self.setText("" if minor is None else typed_form(minor, self._formats))
        self.selectAll()
        self.trust()

    def put(self, figures: str) -> None:
        """Types on behalf of the keypad; `.` is the decimal sign."""
        self.insert(figures)

    def _on_input_rejected(self) -> None:
        self._left_out = True

    def _on_text_changed(self, text: str) -> None:
        self._left_out &= bool(text)
        self.amount_changed.emit(self.minor)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
