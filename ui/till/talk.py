"""What to say to the customer: at most three things, each with one button that does it or notes that it was said."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loyaltydesk.model.prompts import Prompt, PromptKind
from loyaltydesk.words import mark, tr
from loyaltydesk.words.prompts import saying
from ui.seams.formats import QtFormats
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.marks import Glyph, IconTile
from ui.theme.sheet import Tone
from ui.theme.text import label
from ui.theme.theme import Theme

LOOKS: dict[PromptKind, tuple[str, Tone, str]] = {
    PromptKind.ANSWERED: ("message-square-text", "accent", mark("Told")),
    PromptKind.PROMISE: ("calendar", "warning", mark("Kept")),
    PromptKind.VOICE_OVERDUE: ("circle-alert", "warning", mark("Said")),
    PromptKind.BIRTHDAY: ("cake", "accent", mark("Wished")),
    PromptKind.NAME_DAY: ("calendar", "accent", mark("Wished")),
    PromptKind.VOUCHER_ENDS: ("ticket-percent", "warning", mark("Use now")),
    PromptKind.POINTS_END: ("clock", "warning", mark("Use now")),
    PromptKind.WARRANTY: ("shield-check", "info", mark("Told")),
    PromptKind.REWARD: ("gift", "accent", mark("Use now")),
    PromptKind.WELCOME_BACK: ("heart", "info", mark("Said")),
    PromptKind.FIRST_VISIT: ("star", "gold", mark("Told")),
}
UNDO: tuple[str, Tone, str] = ("check", "", mark("Undo"))  # of what was settled a moment ago


class PromptRow(Panel):
    """One thing to say and the button that settles it."""

    def __init__(self, theme: Theme, prompt: Prompt, formats: QtFormats) -> None:
        super().__init__(theme, surface="inset", across=True)
        icon, tone, action = LOOKS[prompt.kind]
        if prompt.pledge and not prompt.pledge.is_open:
            icon, tone, action = UNDO
        words = saying(prompt, formats)
        self.button = Button(theme, tr(action), kind="small")
        self.button.setAccessibleName(tr("{action}: {what}").format(action=tr(action), what=words.headline))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label(words.headline, "strong", wrap=True))
        column.addWidget(label(words.hint, "muted", wrap=True))
        self.box.addWidget(IconTile(theme, icon, tone=tone))
        self.box.addLayout(column, 1)
        self.box.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)


class TalkPanel(Panel):
    """Prompts, and the note that somebody left about this customer."""

    answered = Signal(object)  # the Prompt

    def __init__(self, theme: Theme, after: QWidget) -> None:
        """Tab leads from `after` through the prompts."""
        super().__init__(theme)
        self._after = after
        self._rows: list[PromptRow] = []
        self._nothing = label(type_="muted", wrap=True)
        self._note_row = QWidget()
        self._note = label(type_="muted", wrap=True)
        note = QHBoxLayout(self._note_row)
        note.setContentsMargins(0, 0, 0, 0)
        note.addWidget(Glyph(theme, "message-square-text"))
        note.addWidget(self._note, 1)
        self._list = QVBoxLayout()
        self.box.addWidget(label(tr("Say to the customer"), "title"))
        self.box.addLayout(self._list)
        self.box.addWidget(self._nothing)
        self.box.addStretch(1)
        self.box.addWidget(self._note_row)

    def show_prompts(self, prompts: Sequence[Prompt], formats: QtFormats, *, quiet: bool = False) -> None:
        """Shows these things to say, and no others; `quiet` where something stands in the way first."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for prompt in prompts:
            row = PromptRow(self.theme, prompt, formats)
            row.button.clicked.connect(lambda _on=False, prompt=prompt: self.answered.emit(prompt))
            self._list.addWidget(row)
            QWidget.setTabOrder(self._rows[-1].button if self._rows else self._after, row.button)
            self._rows.append(row)
        self._list.setSpacing(self.theme.m.s2)
        smile = tr("Nothing in particular today: a smile will do.")
        self._nothing.setText(tr("Settle first what is said above.") if quiet else smile)
        self._nothing.setVisible(not prompts)
        self._show_as_many_as_fit()

    def show_note(self, note: str) -> None:
        """Shows the line that is kept about the customer, if there is one."""
        self._note.setText(note)
        self._note_row.setVisible(bool(note))

    def _show_as_many_as_fit(self) -> None:
        """The most urgent things come first; what there is no room for is left out."""
        m = self.theme.m
        room = self.height() - self._taken()
        for number, row in enumerate(self._rows):
            room -= row.heightForWidth(self._room_across()) + (m.s2 if number else 0)
            row.setVisible(number == 0 or room >= 0)

    def _room_across(self) -> int:
        """Pixels of width for a prompt."""
        return self.contentsRect().width() - 2 * self.theme.m.s5

    def _taken(self) -> int:
        """Pixels of height that are not for prompts: edges, title, note."""
        m = self.theme.m
        note = self._note_row.sizeHint().height() + 2 * m.s2 if not self._note_row.isHidden() else 0
        return 2 * m.s4 + m.fs_title * 3 // 2 + m.s2 + note

    # --- Qt

    def minimumSizeHint(self) -> QSize:
        """The title, one thing to say and the note."""
        first = self._rows[0].heightForWidth(self._room_across()) if self._rows else self.theme.m.touch
        return QSize(super().minimumSizeHint().width(), self._taken() + first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_as_many_as_fit()
