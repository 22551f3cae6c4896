"""Where a scanner is tried out: what arrives is shown, and three scans tell how quickly it types."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout

from loyaltydesk.words import tr, tr_n
from ui.seams.preferences import Preferences
from ui.seams.scanner import Scanner
from ui.settings.measuring import SCANS, WIDE_OPEN, Heard, Measuring
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.text import label
from ui.theme.theme import Theme


class Trial(Panel):
    """Takes every scan while it is shown; `accepted` carries the pause (ms) that was measured and agreed to."""

    accepted = Signal(int)

    def __init__(self, theme: Theme, scanner: Scanner, preferences: Preferences) -> None:
        super().__init__(theme, surface="inset")
        self._scanner = scanner
        self._preferences = preferences
        self._measuring = Measuring()
        self.is_measuring = False
        self.measure = Button(theme, "", kind="action", icon="scan-line")
        self.agree = Button(theme, "", icon="check")
        self._said = label(wrap=True)
        self._heard = [label(type_="strong", wrap=True) for _ in range(SCANS)]
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.m.s3)
        buttons.addWidget(self.measure)
        buttons.addWidget(self.agree)
        buttons.addStretch(1)
        for widget in (self._said, *self._heard):
            self.box.addWidget(widget)
        self.box.addLayout(buttons)
        self.measure.clicked.connect(self._on_measure_pressed)
        self.agree.clicked.connect(self._on_agreed)
        scanner.rejected.connect(self._on_rejected)
        self._rest()

    def hear(self, code: str) -> None:
        """Shows a scan that has just arrived; while measuring, counts it."""
        heard = Heard(code, self._scanner.last_gap_ms)
        if not self.is_measuring:
            self._list([heard])
            self._said.setText(tr("This arrived:"))
            self.agree.hide()
            return
        self._measuring.add(heard)
        self._list(self._measuring.heard)
        left = SCANS - len(self._measuring.heard)
        self._said.setText(tr_n("{n} more time", "{n} more times", left).format(n=left))
        if self._measuring.is_done:
            self._conclude()

    def stop(self) -> bool:
        """Measures no more; False when nothing was measured."""
        was_measuring = self.is_measuring
        if was_measuring:
            self._rest()
        return was_measuring

    # --- inside

    def _on_measure_pressed(self) -> None:
        if self.stop():
            return
        self._measuring = Measuring()
        self.is_measuring = True
        self._scanner.use(WIDE_OPEN)
        self._list([])
        self.agree.hide()
        self._said.setText(tr("Scan one card or product three times."))
        self.measure.setText(tr("Stop"))

    def _conclude(self) -> None:
        measured, kept = self._measuring, self._preferences.scanner
        self._go_back()
        self.measure.setText(tr("Measure again"))
        if measured.differs:
            self._said.setText(tr("The codes differ. If it was one and the same, set the scanner to type more slowly."))
            return
        proposed = measured.proposed_ms()
        said = tr("The scanner works. Keys up to {n} ms apart should count as one scan.")
        self._said.setText(said.format(n=proposed))
        self.agree.setText(tr("Use {n} ms").format(n=proposed))
        self.agree.setVisible(proposed != kept.max_gap_ms)

    def _on_agreed(self) -> None:
        self.agree.hide()
        self.accepted.emit(self._measuring.proposed_ms())

    def _on_rejected(self) -> None:
        if self.isVisible():
            self._said.setText(tr("Something arrived and broke off. Hold the scanner still, and scan once more."))

    def _rest(self) -> None:
        self._go_back()
        self._list([])
        self.agree.hide()
        self.measure.setText(tr("Measure the scanner"))
        self._said.setText(tr("Scan something to see what arrives, or measure how quickly the scanner types."))

    def _go_back(self) -> None:
        """The scanner is heard again as it is set."""
        if self.is_measuring:
            self.is_measuring = False
            self._scanner.use(self._preferences.scanner)

    def _list(self, heard: list[Heard]) -> None:
        for place, line in enumerate(self._heard):
            line.setVisible(place < len(heard))
            line.setText(_told(heard[place]) if place < len(heard) else "")

    def _lay_out(self) -> None:
        super()._lay_out()
        m = self.theme.m
        self.box.setContentsMargins(m.s4, m.s4, m.s4, m.s4)

    def hideEvent(self, event: QHideEvent) -> None:
        self._rest()
        super().hideEvent(event)


def _told(heard: Heard) -> str:
    count = len(heard.code)
    length = tr_n("{n} character", "{n} characters", count).format(n=count)
    text = tr("{code} · {length}, longest pause {n} ms")
    return text.format(code=heard.code, length=length, n=heard.gap_ms)
