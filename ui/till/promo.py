"""Promotion codes of the purchase in hand: a field to type one, and what became of each that was given."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loyaltydesk.model.purchases import CodeState, GivenCode
from loyaltydesk.words import tr
from loyaltydesk.words.codes import code_text
from ui.theme.buttons import Button, IconButton
from ui.theme.frames import Panel, empty
from ui.theme.marks import Glyph
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme
from ui.till.entry import EntryField

LONGEST = 60


class CodesPanel(Panel):
    """Keeps the codes until the purchase is recorded, parked or dropped; hidden without any while none is typed."""

    changed = Signal()
    left = Signal()  # back to the amount

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, surface="inset")
        self._codes: list[str] = []
        self.field = EntryField(theme, tr("Promotion code"))
        self.field.setPlaceholderText(tr("Promotion code, as it is printed"))
        self.field.setMaxLength(LONGEST)
        take = Button(theme, tr("Take the code"), kind="small", key="⏎")
        self._entry, inside, self._list = QWidget(), QWidget(), QVBoxLayout()
        inside.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._states = Scroll(inside)
        entry = QHBoxLayout(self._entry)
        entry.setContentsMargins(0, 0, 0, 0)
        entry.addWidget(self.field, 1)
        entry.addWidget(take)
        self.box.addWidget(self._entry)
        self.box.addWidget(self._states)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._entry.hide()
        self.hide()
        take.clicked.connect(self._on_entered)
        self.field.entered.connect(self._on_entered)
        self.field.left.connect(self.close_entry)

    # --- the codes

    @property
    def codes(self) -> list[str]:
        """The codes that were given."""
        return list(self._codes)

    def put(self, code: str) -> None:
        """One more code is given with this purchase."""
        self._show([*(each for each in self._codes if each != code), code])

    def show_given(self, codes: Sequence[str]) -> None:
        """These codes are given and no others."""
        self._entry.hide()
        self._states.show()
        self._show(list(codes))

    def show_states(self, states: Sequence[GivenCode]) -> None:
        """Says what became of each code."""
        said = {each.code: each for each in states}
        empty(self._list)
        for code in reversed(self._codes):  # what was given last is what somebody wants to know of
            row = self._row(code, said.get(code))
            self._list.addWidget(row)
            row.show()
        self.setVisible(bool(self._codes) or self.is_asking)

    # --- the field

    def ask(self) -> None:
        """Opens the field."""
        self.field.clear()
        self._states.hide()  # a low window has no room for both
        self._entry.show()
        self.show()
        self.field.setFocus()

    @property
    def is_asking(self) -> bool:
        """Whether the field is open."""
        return not self._entry.isHidden()

    def close_entry(self) -> None:
        """Puts the field away; what was given stays."""
        self._entry.hide()
        self._states.show()
        self.setVisible(bool(self._codes))
        self.left.emit()

    # --- inside

    def _show(self, codes: list[str]) -> None:
        if codes != self._codes:
            self._codes = codes
            self.show_states(())
            self.changed.emit()
        self.setVisible(bool(codes) or self.is_asking)

    def _row(self, code: str, given: GivenCode | None) -> QWidget:
        counts = given is None or given.state is CodeState.APPLIED
        row, off = QWidget(), IconButton(self.theme, "x", name=tr("Without code {code}").format(code=code))
        off.clicked.connect(lambda: self._show([each for each in self._codes if each != code]))
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        role = "accent" if counts else "warning"
        box.addWidget(Glyph(self.theme, "ticket-percent" if counts else "circle-alert", role=role))
        box.addWidget(label(code_text(given) if given else code, wrap=True), 1)
        box.addWidget(off)
        return row

    def _on_entered(self) -> None:
        code = " ".join(self.field.text().split())
        self.close_entry()
        if code:
            self.put(code)
