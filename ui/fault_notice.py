"""What a person is told of a bug: one sentence above the page, the report to be copied, and where it is kept."""

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.theme.blocks import Banner
from ui.theme.buttons import Button, IconButton
from ui.theme.theme import Theme


class FaultNotice(Banner):
    """Stays until somebody closes it, and takes the focus from nothing that is being typed."""

    def __init__(self, theme: Theme) -> None:
        self.copy_button = Button(theme, "", kind="small", icon="copy")
        self.close_button = IconButton(theme, "x", name=tr("Close this notice"))
        self._report = ""
        actions = QWidget()
        row = QHBoxLayout(actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.m.s2)
        for button in (self.copy_button, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        super().__init__(theme, "", tone="warning", action=actions)
        self.copy_button.clicked.connect(self._on_copy_pressed)
        self.close_button.clicked.connect(self.hide)

    def tell(self, report: str, file: str) -> None:
        """Offers a report, which is kept in `file`, or nowhere."""
        self._report = report
        self.copy_button.setText(tr("Copy report"))
        kept = tr("The report names no customers. It is in {file}").format(file=QDir.toNativeSeparators(file))
        said = tr("Something went wrong in the program; the work of the shop goes on.")
        self.say(said, detail=kept if file else tr("The report names no customers."), tone="warning")

    def _on_copy_pressed(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy_button.setText(tr("Copied"))
