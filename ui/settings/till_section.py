"""The section about this till: its name, and what it sounds like."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox

from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.seams.sounds import Sound
from ui.seams.tools import Tools
from ui.settings.section import Section
from ui.theme.buttons import Button
from ui.theme.forms import Field
from ui.theme.theme import Theme

LONGEST = 60  # characters, as a fact keeps them


class TillSection(Section):
    """What belongs to this computer on its counter."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.name = Field(theme, tr("Name of this till"))
        self.name.setMaxLength(LONGEST)
        self.name.setText(tools.preferences.till)
        self.sounds = QCheckBox(tr("Sounds"))
        self.sounds.setAccessibleName(tr("Sounds"))
        self.sounds.setChecked(tools.preferences.sounds)
        self.display = QCheckBox(tr("Customer display"))
        self.display.setAccessibleName(tr("Customer display"))
        self.display.setChecked(tools.preferences.display)
        self.tests = [Button(theme, words, icon="volume-2") for _sound, words in _sounds()]
        self.add_row(self.name, tr("Name of this till"), hint=tr("Stands with every purchase that is made here."))
        self.box.addWidget(self.sounds, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_note(tr("Tells with a sound whether a card was found, so that nobody has to look. Try them out:"))
        self.add_buttons(*self.tests)
        self.box.addWidget(self.display, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_note(tr("F9 at the till shows the customer display, on a second screen where there is one."))
        self.box.addStretch(1)
        self._connect()

    @staticmethod
    def title() -> str:
        return tr("This till")

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._keep_name)
        self.sounds.toggled.connect(self._on_sounds_toggled)
        self.display.toggled.connect(self._on_display_toggled)
        self.tools.preferences.display_switched.connect(self.display.setChecked)
        for button, (sound, _words) in zip(self.tests, _sounds(), strict=True):
            button.setEnabled(self.sounds.isChecked())
            button.clicked.connect(lambda _on=False, sound=sound: self.tools.sounds.play(sound))

    def _keep_name(self) -> None:
        name = self.name.text().strip()
        if name != self.tools.preferences.till:
            self.tools.preferences.till = name
            self.session.ask(lambda desk: desk.at_work(desk.cashier, name))
            self.say_saved()

    def _on_sounds_toggled(self, on: bool) -> None:
        self.tools.sounds.enabled = self.tools.preferences.sounds = on
        for button in self.tests:
            button.setEnabled(on)
        self.say_saved()

    def _on_display_toggled(self, on: bool) -> None:
        if on != self.tools.preferences.display:  # or F9 was pressed
            self.tools.preferences.display = on
            self.say_saved()

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep_name()
        super().hideEvent(event)


def _sounds() -> list[tuple[Sound, str]]:
    return [("found", tr("Found")), ("unknown", tr("Unknown")), ("refused", tr("Refused")), ("done", tr("Recorded"))]
