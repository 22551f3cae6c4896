"""Asks whom the shop greets, and keeps the answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import GreetingRules, Holiday
from ui.greetings.rules_dialog import RulesDialog
from ui.seams.session import Session
from ui.theme.theme import Theme


def ask_rules(dialog: RulesDialog) -> bool:
    """Whether somebody wants what is ticked kept."""
    return dialog.exec() == QDialog.DialogCode.Accepted


class Whom(QObject):
    """The way to the rules; `ask` may be replaced, by a test or by the tour."""

    refused = Signal(str)

    def __init__(self, theme: Theme, session: Session, view: QWidget) -> None:
        super().__init__(view)
        self.ask: Callable[[RulesDialog], bool] = ask_rules
        self._theme, self._session, self._view = theme, session, view

    def ask_about(self) -> None:
        """Shows the rules in force, and keeps what is different afterwards."""
        rules, offered = self._session.ask(_rules)
        dialog = RulesDialog(
            self._theme, rules, offered=offered, formats=self._session.formats, parent=self._view.window()
        )
        if self.ask(dialog):
            chosen = dialog.rules()
            self._session.do(lambda desk: desk.greetings.save_rules(chosen), refused=self.refused.emit)
        dialog.deleteLater()


def _rules(desk: Desk) -> tuple[GreetingRules, list[Holiday]]:
    return desk.greetings.rules(), desk.greetings.offered_holidays(desk.now().year)
