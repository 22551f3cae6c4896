"""The tour to customers who are owed a word at the till, are asked how it was, and to what the team has done so far."""

from functools import partial

from PySide6.QtCore import Qt

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Sort
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.words import tr
from ui.display.window import CustomerDisplay
from ui.till.goals import GoalsDialog
from ui.tour import eyes
from ui.tour.guide import Guide
from ui.tour.hands import Hands

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def day(guide: Guide) -> None:
    """What the till reminds of, and the survey after a purchase. Raises NotSeen where it does not go on."""
    guide.hands.press(KEY.Key_Escape)
    for kind, what in (
        (PromptKind.PROMISE, tr("Whoever was promised something is reminded of it")),
        (PromptKind.VOICE_OVERDUE, tr("An answer is late: the till says so")),
    ):
        name, card = guide.ask(partial(_whom, kind=kind))
        guide.hands.scan(card)
        guide.see(f"till-{kind.value.replace('_', '-')}", name, what=what)
        guide.hands.press(KEY.Key_Escape)
    _ask(guide)
    _look_at_team(guide)


def _ask(guide: Guide) -> None:
    """A purchase, and how it was: on the display by touch, or asked by the cashier, who types the digits."""
    name, card = guide.ask(_to_ask)
    guide.hands.scan(card)
    guide.type_amount("6.40")
    guide.hands.enter()
    guide.see("survey-offered", name, what=tr("The purchase is recorded, and there is something to ask"))
    guide.hands.press(KEY.Key_F9)
    display = eyes.waited(lambda: eyes.dialog(CustomerDisplay), tr("Customer display"))
    guide.hands.come()
    guide.hands.press(KEY.Key_F9, SHIFT)
    eyes.waited(display.asking.isVisible, tr("Ask no more"))
    guide.see("survey-asked", tr("Ask no more"), what=tr("The cashier may ask, and type the answer"))
    guide.album.take(display, "survey-display", what=tr("The customer touches the answer"))
    guide.hands.type("5")
    for _ in range(2):  # passed over: the second question, and the words
        guide.hands.enter()
    eyes.waited(lambda: not display.asking.ticks, tr("Ask no more"))
    guide.album.take(display, "survey-thanks", what=tr("Thanks for the answer"))
    guide.hands.press(KEY.Key_F9)
    guide.hands.come()


def _look_at_team(guide: Guide) -> None:
    """How far the team is this month."""
    guide.push(tr("Team: {count} of {goal} vouchers this month").partition("{")[0].strip())
    goals = eyes.waited(lambda: eyes.dialog(GoalsDialog), tr("Goals of the month"))
    guide.album.take(goals, "team", what=tr("How far the team is this month, and whoever is at the till"))
    Hands(goals).press(KEY.Key_Escape)
    guide.hands.come()


def _whom(desk: Desk, *, kind: PromptKind) -> tuple[str, str]:
    """Name and card of a customer for whom there is such a reminder."""
    today = desk.now().date()
    if kind is PromptKind.PROMISE:
        owed = [each.customer for each in desk.pledges.everything() if each.is_near(today)]
    else:
        owed = [each.customer for each in desk.voices.everything() if each.customer and each.is_overdue(today)]
    for customer in owed:
        seen = desk.customers.see(customer)
        card = desk.customers.card_number(customer)
        if card and any(prompt.kind is kind for prompt in seen.prompts):
            return seen.customer.profile.name, card
    raise eyes.NotSeen(tr("Say to the customer"))


def _to_ask(desk: Desk) -> tuple[str, str]:
    """Name and card of somebody who can buy and was not asked lately."""
    for customer in desk.customers.page(Sort.VISIT, None, 60, descending=True):
        card = desk.customers.card_number(customer.id)
        if customer.profile.name and card and not customer.blocked and desk.surveys.to_ask(customer.id):
            return customer.profile.name, card
    raise eyes.NotSeen(tr("Surveys"))
