"""The tour through the questions of the first run, by keyboard alone, up to a shop that is there."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, Qt

from loyaltydesk.words import active, tr
from ui.firstrun.wizard import FirstRun
from ui.seams.formats import LOCALES
from ui.theme.theme import Theme
from ui.tour import eyes
from ui.tour.album import Album
from ui.tour.hands import Hands


def first_run(theme: Theme, path: Path, now: Callable[[], datetime]) -> FirstRun:
    """The questions for a shop at `path`, in the language in use."""
    locale = QLocale(LOCALES[active().language])
    return FirstRun(theme, path, now, speak=lambda _language: None, locale=locale)


def ask(questions: FirstRun, album: Album, *, shop: str, made: Path) -> None:
    """Answers the three, as a shop named `shop` would, until its file is `made`. Raises NotSeen."""
    questions.show()
    hands = Hands(questions)
    hands.come()
    album.take(questions, "first-run-language", what=tr("The first run asks for the language"))
    hands.press(Qt.Key.Key_Return)
    hands.type(shop)
    album.take(questions, "first-run-shop", what=tr("What the shop is called"))
    hands.press(Qt.Key.Key_Return)
    eyes.waited(lambda: tr("The programme") in eyes.words(questions), tr("The programme"))
    album.take(questions, "first-run-programme", what=tr("A ready programme to begin with"))
    hands.press(Qt.Key.Key_Return)
    eyes.waited(made.is_file, made.name)
    questions.close()
    questions.deleteLater()
