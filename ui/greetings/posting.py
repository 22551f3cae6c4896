"""Envelopes and address labels for the greetings that are ticked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Greeting
from loyaltydesk.printing.greetings import (
    FORMATS,
    LABEL_STOCKS,
    GreetingFace,
    address_label_scene,
    address_lines,
    envelope_scene,
)
from loyaltydesk.printing.scene import Document
from loyaltydesk.words import tr
from ui.greetings.faces import look_of
from ui.greetings.post_dialog import Post, PostDialog, Wanted
from ui.greetings.press import Press
from ui.seams.preferences import Preferences
from ui.seams.session import Session
from ui.theme.theme import Theme


def ask_about(dialog: PostDialog) -> bool:
    """Whether somebody wants it printed."""
    return dialog.exec() == QDialog.DialogCode.Accepted


class Posting(QObject):
    """Asks about the paper and has it drawn; `ask` may be replaced, by a test or by the tour."""

    def __init__(self, theme: Theme, session: Session, press: Press, *, preferences: Preferences) -> None:
        super().__init__(press)
        self.ask: Callable[[PostDialog], bool] = ask_about
        self._theme, self._session, self._press, self._preferences = theme, session, press, preferences

    def print(self, post: Post, greetings: Sequence[Greeting]) -> None:
        """Asks, and shows the paper before it is printed."""
        people = tuple({each.customer.id: each for each in greetings}.values())  # who gets two cards, gets one envelope
        usual = self._session.ask(lambda desk: _usual(desk, people)) if people else ""
        dialog = PostDialog(self._theme, self._preferences, post, usual=usual, parent=self._press.window())
        dialog.show_people(people, self._session.formats)
        if self.ask(dialog):
            wanted = dialog.wanted()
            title = tr("Envelopes") if post is Post.ENVELOPES else tr("Address labels")
            self._press.print(lambda desk, _tell: [drawn(desk, people, wanted)], title)
        dialog.deleteLater()


def drawn(desk: Desk, greetings: Sequence[Greeting], wanted: Wanted) -> Document:
    """Envelopes or labels for these people."""
    addressed = [each for each in greetings if each.has_address or wanted.unaddressed]
    faces = [GreetingFace("", address=_address(each)) for each in addressed]
    look = look_of(desk, desk.greetings.design(), "")
    if wanted.post is Post.LABELS:
        return address_label_scene(faces, stock=LABEL_STOCKS[wanted.stock], start=wanted.start, title=look.shop)
    region = desk.shop.settings().region
    return envelope_scene(look, faces, envelope=wanted.stock, feed=wanted.feed, region=region)


def _address(greeting: Greeting) -> tuple[str, ...]:
    """The lines of an address; the name alone, to write below, where no address is known."""
    profile = greeting.customer.profile
    return address_lines(profile.called, profile.address)


def _usual(desk: Desk, greetings: Sequence[Greeting]) -> str:
    """The envelope that the first card fits."""
    look = look_of(desk, desk.greetings.design(greetings[0].key), greetings[0].key)
    return FORMATS[look.format].envelope
