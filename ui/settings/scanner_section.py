"""The section about the scanner: it is tried out without any field, measured, and set to how it types."""

from typing import cast

from PySide6.QtWidgets import QSpinBox

from loyaltydesk.words import tr
from ui.seams.scanner_settings import NARROWEST_GAP_MS, WIDEST_GAP_MS, ScannerSettings, Suffix
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.settings.section import Section
from ui.settings.trial import Trial
from ui.theme.forms import Choice
from ui.theme.theme import Theme

PREFIXES = {"~": "~", "\x02": "STX", "F13": "F13", "F14": "F14", "F15": "F15"}


class ScannerSection(Section):
    """While it is shown, every scan comes here and does nothing else."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        kept = tools.preferences.scanner
        self.trial = Trial(theme, tools.scanner, tools.preferences)
        self.gap = _spin(tr("Longest pause within a scan"), least=NARROWEST_GAP_MS, most=WIDEST_GAP_MS)
        self.gap.setSuffix(tr(" ms"))
        self.gap.setValue(kept.max_gap_ms)
        self.length = _spin(tr("Fewest characters"), least=4, most=20)
        self.length.setValue(kept.min_length)
        self.prefix = Choice(tr("Sent before a code"), _prefixes(kept.prefix), current=kept.prefix)
        self.suffix = Choice(tr("Sent after a code"), _suffixes(), current=kept.suffix)
        self._lay_out()
        self.trial.accepted.connect(self.gap.setValue)
        self.gap.valueChanged.connect(self._keep)
        self.length.valueChanged.connect(self._keep)
        self.prefix.chosen.connect(self._keep)
        self.suffix.chosen.connect(self._keep)

    @staticmethod
    def title() -> str:
        return tr("Scanner")

    def go_back(self) -> bool:
        return self.trial.stop()

    def take_scan(self, code: str) -> bool:
        self.trial.hear(code)
        return True

    def _lay_out(self) -> None:
        gap, length = tr("Measuring proposes twice what it finds."), tr("What is shorter counts as typed by a person.")
        prefix = tr("With it, no typing is taken for a scan.")
        self.box.addWidget(self.trial)
        self.add_row(self.gap, tr("Longest pause within a scan"), hint=gap, narrow=True)
        self.add_row(self.length, tr("Fewest characters"), hint=length, narrow=True)
        self.add_row(self.prefix, tr("Sent before a code"), hint=prefix, narrow=True)
        suffix = tr("What your scanner types last; most of them press Enter.")
        self.add_row(self.suffix, tr("Sent after a code"), hint=suffix, narrow=True)
        self.add_note(tr("All of this is kept for this computer."))
        self.box.addStretch(1)

    def _keep(self) -> None:
        """What is set holds at once, and from the next start on."""
        settings = ScannerSettings(
            max_gap_ms=self.gap.value(),
            min_length=self.length.value(),
            prefix=self.prefix.current(),
            suffix=cast("Suffix", self.suffix.current()),
        )
        self.tools.preferences.scanner = settings
        if not self.trial.is_measuring:
            self.tools.scanner.use(settings)
        self.say_saved()


def _spin(name: str, *, least: int, most: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(least, most)
    spin.setAccessibleName(name)
    return spin


def _prefixes(kept: str) -> list[tuple[str, str]]:
    known = PREFIXES if not kept or kept in PREFIXES else PREFIXES | {kept: kept}
    return [("", tr("Nothing")), *known.items()]


def _suffixes() -> list[tuple[str, str]]:
    return [("any", tr("Enter or Tab")), ("enter", tr("Enter")), ("tab", tr("Tab")), ("none", tr("Nothing"))]
