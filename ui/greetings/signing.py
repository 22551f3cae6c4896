"""The dialog to sign in: a large field for a finger or a pen, with a way back for each stroke."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.greetings.pad import SignaturePad
from ui.theme.buttons import Button
from ui.theme.text import label
from ui.theme.theme import Theme


class SigningDialog(QDialog):
    """Somebody signs; `pad.picture()` is the signature where `exec` says it was accepted."""

    def __init__(self, theme: Theme, *, ink: str, parent: QWidget | None = None) -> None:
        """`ink` is the colour (`#RRGGBB`) in which the strokes are seen."""
        super().__init__(parent)
        self.setWindowTitle(tr("Signature"))
        self.pad = SignaturePad(theme)
        self.pad.use_ink(ink)
        self.undo_button = Button(theme, tr("Take back a stroke"), icon="undo-2")
        self.clear_button = Button(theme, tr("Begin anew"))
        self.close_button = Button(theme, tr("Close"), kind="ghost")
        self.use_button = Button(theme, tr("Use this signature"), kind="action", icon="check")
        self._lay_out(theme)
        self.pad.changed.connect(self._on_pad_changed)
        self.undo_button.clicked.connect(self.pad.undo)
        self.clear_button.clicked.connect(self.pad.clear)
        self.close_button.clicked.connect(self.reject)
        self.use_button.clicked.connect(self.accept)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.pad.undo)
        self._on_pad_changed()

    def _lay_out(self, theme: Theme) -> None:
        m = theme.m
        foot = QHBoxLayout()
        foot.setSpacing(m.s2)
        for button in (self.undo_button, self.clear_button):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.close_button, self.use_button):
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        box.setSpacing(m.s3)
        hint = label(tr("Sign on the line with a finger, a pen or the mouse."), "muted", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(hint)
        box.addWidget(self.pad, 1)
        box.addLayout(foot)
        self.pad.setFocus()

    def _on_pad_changed(self) -> None:
        for button in (self.undo_button, self.clear_button, self.use_button):
            button.setEnabled(not self.pad.is_empty)
