"""The tour at the till: somebody joins, buys, takes a reward, a voucher and a slip home, and brings something back."""

from PySide6.QtCore import Qt

from loyaltydesk.desk import Desk
from loyaltydesk.desk.customers import Seen
from loyaltydesk.model.customers import Sort
from loyaltydesk.model.purchases import VoucherState
from loyaltydesk.words import tr
from ui.display.window import CustomerDisplay
from ui.tour import eyes, scanned, spoken_to
from ui.tour.guide import Guide
from ui.tour.hands import Hands
from ui.why.dialog import WhyDialog

NAME = {"en": "Łucja Żółkiewska", "pl": "Łucja Żółkiewska", "lv": "Žanete Ķēniņa", "ru": "Алёна Юрьева"}
FRIEND = "Robert Ķirsis"
PHONE = {"en": "20005678", "pl": "500005678", "lv": "20005678", "ru": "9160005678"}
KEY = Qt.Key


def day(guide: Guide) -> None:
    """A day at the till. Raises NotSeen where it does not go on."""
    guide.see("ready", tr("Ready to scan"), what=tr("The till, ready for a card"))
    _join(guide)
    _buy(guide)
    _join_without_card(guide)
    regular = guide.ask(_somebody)
    _spend(guide, regular)
    _take_voucher_home(guide, regular)
    _find(guide, regular)
    _bring_back(guide)
    _undo(guide)
    scanned.day(guide)
    spoken_to.day(guide)


def _join(guide: Guide) -> None:
    """A blank card is scanned and its customer registered."""
    language = guide.ask(lambda desk: desk.shop.settings().language)
    card = guide.ask(lambda desk: desk.cards.blank(1)[0].number)
    guide.hands.scan(card)
    guide.see("blank-card", tr("Register"), what=tr("A blank card was scanned"))
    guide.hands.type(f"{NAME[language]}\r{PHONE[language]}\r14.03")
    guide.see("new-customer", NAME[language], what=tr("Name, phone and birthday are typed"))
    guide.hands.enter()
    guide.see("registered", NAME[language], tr("First purchase with the card"), what=tr("The customer is registered"))
    guide.check(lambda desk: desk.cards.owner(card).profile.name == NAME[language], card)


def _buy(guide: Guide) -> None:
    """An amount and Enter."""
    before = guide.ask(_purchases)
    amount = guide.type_amount("14.50")
    guide.see("amount", tr("Record purchase"), what=tr("The amount, and what it brings"))
    guide.hands.enter()
    guide.see("recorded", amount, what=tr("The purchase is recorded"))
    guide.check(lambda desk: _purchases(desk) == before + 1, amount)
    guide.hands.press(KEY.Key_F5)
    guide.see("why", tr("Why these points"), what=tr("Why these points"))
    guide.hands.press(KEY.Key_F7)
    guide.save_paper("slip", what=tr("The slip of the purchase"))


def _join_without_card(guide: Guide) -> None:
    """Somebody joins without a card; one is printed at once."""
    guide.hands.press(KEY.Key_F3)
    guide.hands.type(f"{FRIEND}\r\r\r")
    guide.see("joined-without-card", FRIEND, tr("Print card"), what=tr("Joined without a card: one is printed"))
    guide.push(tr("Print card"))
    guide.save_paper("card", what=tr("The customer's own card"))
    guide.hands.press(KEY.Key_Escape)


def _spend(guide: Guide, regular: Seen) -> None:
    """A regular's card, and a reward at once."""
    name = regular.customer.profile.name
    guide.hands.scan(regular.customer.card)
    guide.see("customer", name, what=tr("A customer's card was scanned"))
    guide.hands.press(KEY.Key_F4)
    guide.see("rewards", tr("Use within this purchase"), what=tr("What can be used within the purchase"))
    reward = guide.ask(lambda desk: _affordable(desk, regular, at_once=True)[0])
    guide.push(tr("{action}: {what}").format(action=tr("Use"), what=reward))
    amount = guide.type_amount("24.50")
    guide.see("reward", what=tr("A reward is taken at once"))
    _show_customer(guide)
    guide.hands.enter()
    guide.see("reward-taken", amount, what=tr("The purchase with its reward is recorded"))
    taken = guide.ask(lambda desk: [each.name for each in desk.till.recorded(desk.till.newest(1)[0]).rewards])
    guide.check(lambda _desk: taken == [reward], reward)


def _show_customer(guide: Guide) -> None:
    """What the customer sees meanwhile, on a screen of their own or in a window."""
    guide.hands.press(KEY.Key_F9)
    display = eyes.waited(lambda: eyes.dialog(CustomerDisplay), tr("Customer display"))
    guide.album.take(display, "customer-display", what=tr("What the customer sees"))
    guide.hands.press(KEY.Key_F9)
    guide.hands.come()


def _take_voucher_home(guide: Guide, regular: Seen) -> None:
    """A reward as a voucher on paper, which comes back by its barcode."""
    guide.hands.scan(regular.customer.card)
    guide.hands.press(KEY.Key_F4)
    reward = guide.ask(lambda desk: _affordable(desk, regular)[0])
    guide.push(tr("{action}: {what}").format(action=tr("As a voucher"), what=reward))
    guide.save_paper("voucher", what=tr("The voucher, with a barcode of its own"))
    code = guide.ask(lambda desk: desk.customers.vouchers(regular.customer.id)[0].code)
    guide.hands.press(KEY.Key_Escape)
    guide.hands.press(KEY.Key_Escape)
    guide.hands.scan(code)
    amount = guide.type_amount("9.80")
    guide.see("voucher", what=tr("The voucher comes back and is scanned"))
    guide.hands.enter()
    guide.see("voucher-used", amount, what=tr("The voucher is used"))
    guide.check(lambda desk: desk.rewards.voucher(code).state is VoucherState.USED, code)


def _find(guide: Guide, regular: Seen) -> None:
    """Somebody without the card is found by name."""
    name = regular.customer.profile.name
    guide.hands.press(KEY.Key_F2)
    guide.hands.type(name.split()[0].lower())
    guide.see("found", what=tr("Found by name, without the card"))
    guide.hands.press(KEY.Key_Escape)


def _bring_back(guide: Guide) -> None:
    """Half of a purchase, found by its receipt number, comes back."""
    purchase = guide.ask(lambda desk: desk.till.newest(1)[0])
    guide.hands.press(KEY.Key_F2)
    guide.hands.type(f"{purchase.receipt}\r")
    guide.see("receipt", purchase.receipt, what=tr("A purchase found by its receipt number"))
    _look_closer(guide)
    guide.type_amount("4.90")
    guide.see("return", what=tr("Part of it comes back"))
    guide.hands.enter()
    guide.see("returned", what=tr("What came back, and what became of the points"))
    guide.check(lambda desk: desk.till.purchase(purchase.id).returned > 0, purchase.receipt)


def _look_closer(guide: Guide) -> None:
    """Why the purchase brought its points, for a customer who wants to know."""
    guide.push(tr("Step by step…"))
    dialog = eyes.waited(lambda: eyes.dialog(WhyDialog), tr("Step by step…"))
    guide.album.take(dialog, "step-by-step", what=tr("Why these points, step by step"))
    Hands(dialog).press(KEY.Key_Escape)
    guide.hands.come()


def _undo(guide: Guide) -> None:
    """A purchase without a card, typed wrongly and undone."""
    guide.hands.press(KEY.Key_Escape)
    guide.hands.press(KEY.Key_F8)
    guide.see("guest", tr("Purchase without a card"), what=tr("A purchase without a card"))
    guide.type_amount("45.00")
    guide.hands.enter()
    guide.hands.press(KEY.Key_F6)
    guide.see("undone", what=tr("The last purchase is taken back"))
    guide.check(lambda desk: desk.till.newest(1)[0].returnable == 0, tr("Undo"))


def _purchases(desk: Desk) -> int:
    return desk.till.today()[0]


def _somebody(desk: Desk) -> Seen:
    """A regular with a voucher at home, enough points, and something to be told."""
    for customer in desk.customers.page(Sort.SPEND, None, 60, descending=True):
        seen = desk.customers.see(customer.id)
        if seen.vouchers and len(seen.prompts) > 1 and _enough(desk, seen):
            return seen
    raise eyes.NotSeen(tr("Customers"))


def _enough(desk: Desk, seen: Seen) -> bool:
    """Whether the points are enough for a reward at once and another as a voucher."""
    costs = {offer.reward.name: offer.reward.cost for offer in desk.rewards.offers(seen.customer.id, seen.balance)}
    at_once, on_paper = _affordable(desk, seen, at_once=True), _affordable(desk, seen)
    return bool(at_once) and costs[at_once[0]] + costs[on_paper[0]] <= seen.balance


def _affordable(desk: Desk, seen: Seen, *, at_once: bool = False) -> list[str]:
    """The names of rewards within reach, the cheapest first; `at_once` without those that are at home as a voucher."""
    offers = desk.rewards.offers(seen.customer.id, desk.customers.see(seen.customer.id).balance)
    names = [offer.reward.name for offer in offers if not offer.refusal and offer.reward.valid_days]
    at_home = {voucher.name for voucher in seen.vouchers} if at_once else set()
    return [name for name in names if name not in at_home]
