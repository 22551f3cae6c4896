"""The slips that wait for their printer: how many, why, and what can be done about them."""

from PySide6.QtWidgets import QHBoxLayout

from loyaltydesk.words import tr, tr_n
from ui.seams.session import Session
from ui.seams.slip_printing import REASONS, SlipPrinting
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.text import label
from ui.theme.theme import Theme


class SlipsWaiting(Panel):
    """Hidden while nothing waits."""

    def __init__(self, theme: Theme, session: Session, printing: SlipPrinting) -> None:
        super().__init__(theme, surface="inset", tone="warning")
        self._session, self._printing = session, printing
        self._words = label(wrap=True)
        self.again = Button(theme, tr("Print them now"), icon="printer")
        self.forget = Button(theme, tr("Forget them"), kind="ghost", icon="trash-2")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.m.s3)
        buttons.addWidget(self.again)
        buttons.addWidget(self.forget)
        buttons.addStretch(1)
        self.box.addWidget(label(tr("Slips that wait"), "strong"))
        self.box.addWidget(self._words)
        self.box.addLayout(buttons)
        self.again.clicked.connect(printing.print_waiting)
        self.forget.clicked.connect(self._on_forget_pressed)
        printing.waiting_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows what waits now."""
        waiting = self._printing.waiting()
        self.setVisible(bool(waiting))
        words = tr_n("{n} slip could not be printed", "{n} slips could not be printed", len(waiting))
        reason = next((slip.reason for slip in reversed(waiting) if slip.reason in REASONS), "")
        said = words.format(n=self._session.formats.number(len(waiting)))
        if reason:
            said = tr("{what}: {why}").format(what=said, why=tr(REASONS[reason]))
        self._words.setText(tr("Printing …") if self._printing.is_busy else said)

    def _on_forget_pressed(self) -> None:
        for slip in self._printing.waiting():
            self._printing.forget(slip)
