"""A design that was left before it was used: kept on this computer until somebody goes on with it."""

from collections.abc import Callable

import msgspec
from msgspec import Struct
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from loyaltydesk.model.design import checked_design
from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.pictures import flatten
from ui.cards.draft import Draft
from ui.seams.preferences import Preferences

KEY = "cards/unsaved"


class Left(Struct, frozen=True):
    """A draft, and the file of the shop that it is for."""

    shop: str
    draft: Draft


class LeftOver(QObject):
    """Keeps the draft of a view whenever that goes out of sight: when another page is shown, or the window closes."""

    def __init__(self, view: QWidget, preferences: Preferences, shop: str) -> None:
        super().__init__(view)
        self._preferences, self._shop = preferences, shop
        self.unsaved: Callable[[], Draft | None] = lambda: None  # the view says what is not saved, None for nothing
        view.installEventFilter(self)

    def found(self) -> Draft | None:
        """What was left the last time; what was written by others or torn is nothing."""
        text = self._preferences.read(KEY)
        try:
            left = msgspec.json.decode(text, type=Left) if text else None
            if left is None or left.shop != self._shop:
                return None
            checked_design(left.draft.design)
            if left.draft.logo:
                flatten(left.draft.logo)
        except (msgspec.MsgspecError, Refused):
            return None
        return left.draft

    def keep(self) -> None:
        """Keeps what is not saved now, or forgets what was."""
        draft = self.unsaved()
        if draft is not None:
            self._preferences.write(KEY, msgspec.json.encode(Left(self._shop, draft)).decode())
        elif self.found() is not None:
            self._preferences.write(KEY, "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.keep()
        return super().eventFilter(watched, event)
