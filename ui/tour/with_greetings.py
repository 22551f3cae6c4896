"""The tour at the Greetings page: a card gets another design, is printed with its envelope, and somebody is called."""

from PySide6.QtCore import Qt

from loyaltydesk.model.greetings import State
from loyaltydesk.printing.greetings import DESIGNS
from loyaltydesk.words import tr, tr_n, trc
from ui.greetings.page import GreetingsPage
from ui.greetings.post_dialog import Post, PostDialog
from ui.greetings.roll import Sieve
from ui.greetings.spans import Span
from ui.tour import eyes
from ui.tour.guide import Guide
from ui.window import Window

DESIGN = "balloons"


def send(guide: Guide, window: Window) -> None:
    """From who is greeted this week to what is in the post, and the calls of the day. Raises NotSeen."""
    page = window.shown
    assert isinstance(page, GreetingsPage)
    if not page.cards.roll.ticked():  # in a small shop there are such weeks
        page.cards.span.choose(Span.MONTH.value)
    _design(guide, page)
    _print(guide, page)
    _look_back(guide, page)
    _call(guide)


def _design(guide: Guide, page: GreetingsPage) -> None:
    """Another design for all of a kind."""
    guide.push(tr(DESIGNS[DESIGN].name))
    eyes.waited(lambda: page.cards.designer.look.is_fresh, tr("Design"))
    guide.see("greetings-front", tr("Save for all"), what=tr("Another design, from the same drawing that is printed"))
    guide.push(tr("Save for all"))
    guide.push(trc("side of a card", "Inside"))
    page.cards.designer.tabs.setCurrentIndex(1)
    guide.see("greetings-design", tr("Other words"), what=tr("Inside: words in the customer's language, and a gift"))


def _print(guide: Guide, page: GreetingsPage) -> None:
    """Envelopes and cards; they are marked as printed afterwards."""
    page.cards.posting.ask = _with_all
    post = page.cards.printing.post
    guide.save_paper_of(lambda: post(Post.ENVELOPES), "envelope", what=tr("Envelopes, with the address in its place"))
    ids = {each.id for each in page.cards.roll.ticked()}
    count = len(ids)
    button = tr_n("Print {n} card", "Print {n} cards", count).format(n=count)
    guide.print_and_save(button, "greeting", what=tr("Greeting cards, two to a sheet"))
    eyes.waited(lambda: tr("Were the cards printed well?") in eyes.words(guide.window), tr("Greetings"))
    guide.push(tr_n("Mark {n} as printed", "Mark {n} as printed", count).format(n=count))
    states = {each.state for each in page.cards.roll.greetings if each.id in ids}
    if states != {State.PRINTED}:
        raise eyes.NotSeen(tr("Printed"))


def _look_back(guide: Guide, page: GreetingsPage) -> None:
    """What came of a campaign: who came back for it, by the list of campaigns that the arrow keys go through."""
    strip = page.cards.campaigning.strip
    strip.choice.setFocus()
    guide.hands.press(Qt.Key.Key_Down)
    eyes.waited(strip.told.isVisible, tr("Which cards"))
    guide.hands.choose(page.cards.list.sieve, Sieve.ALL.value)
    guide.see("campaign-result", what=tr("What came of a campaign: who came back, and what they bought"))
    guide.hands.choose(page.cards.list.sieve, Sieve.TO_DO.value)
    strip.choice.setFocus()
    guide.hands.press(Qt.Key.Key_Up)


def _with_all(dialog: PostDialog) -> bool:
    """Yes, and for those without an address, too."""
    dialog.unaddressed.setChecked(True)
    return True


def _call(guide: Guide) -> None:
    """Whom to call today, and back to the cards."""
    guide.push(tr("Calls"))
    guide.see("greetings-calls", what=tr("Whom to call today, and the words for it"))
    guide.push(trc("greetings", "Cards"))
