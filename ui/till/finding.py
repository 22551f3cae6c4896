"""What is typed into the one field: it finds customers as one types, and knows what it is looking for somebody for."""

from enum import Enum, auto

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.products import Product
from loyaltydesk.words import tr
from loyaltydesk.words.reasons import points_text
from ui.seams.formats import QtFormats
from ui.seams.people import grouped, shown_name
from ui.seams.session import Session
from ui.till.counter import Counter
from ui.till.lookup import Kind, Meant, known, looks_like_a_number, promotion_codes
from ui.till.results import Hit
from ui.till.topbar import SearchField

MOST = 20
MOST_GOODS = 5  # products below the customers; whoever wants more types more


class Task(Enum):
    """What somebody is looked for."""

    OPEN = auto()
    LINK = auto()  # to be given the card in hand
    REPLACE = auto()  # whose lost card the one in hand replaces
    WHICH = auto()  # not somebody, but which of several cards was lost
    ATTACH = auto()  # to be given the points of a purchase
    RESUME = auto()  # not somebody, but which of the parked purchases goes on


class Sought(Struct, frozen=True):
    """A task and the number it is about: the card in hand, or the receipt."""

    task: Task = Task.OPEN
    number: str = ""


class Finding(QObject):
    """Turns keys in the field into a list, and Enter into a choice."""

    chosen = Signal(object, object)  # the Hit, and the Sought it was chosen for
    code_typed = Signal(str)  # Enter on a number that nothing is found for
    left = Signal()  # the list was put away

    def __init__(self, session: Session, counter: Counter, *, field: SearchField, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._counter, self._field = session, counter, field
        self._sought = Sought()
        field.textEdited.connect(self._on_typed)
        field.returnPressed.connect(self._on_enter)
        field.moved.connect(counter.results.move_choice)
        counter.results.chosen.connect(self._choose)

    @property
    def sought(self) -> Sought:
        """What somebody is looked for now."""
        return self._sought

    @property
    def text(self) -> str:
        """What is typed."""
        return self._field.text().strip()

    def seek(self, sought: Sought) -> None:
        """Looks for somebody for a task; the list stays until somebody is chosen or it is left."""
        self._sought = sought
        self._field.clear()
        self._field.setFocus()
        self._show("")

    def offer(self, found: list[Hit], sought: Sought) -> None:
        """Lets one of a few things be chosen that nobody has to look for."""
        self._sought = sought
        self._field.clear()
        self._field.setFocus()
        self._counter.results.show_task(*_task_words(sought))
        self._counter.results.show_hits(found, "", may_register=False)
        self._counter.show_results(True)

    def leave(self) -> bool:
        """Puts the list away and empties the field; False when there was nothing to leave."""
        was_seen = self._counter.is_finding or bool(self._field.text())
        self._sought = Sought()
        self._field.clear()
        self._counter.show_results(False)
        if was_seen:
            self.left.emit()
        return was_seen

    def _on_typed(self, text: str) -> None:
        if self._sought.task is Task.WHICH:
            self._sought = Sought(Task.REPLACE, self._sought.number)
        elif self._sought.task is Task.RESUME:
            self._sought = Sought()
        if text.strip() or self._sought.task is not Task.OPEN:
            self._show(text.strip())
        else:
            self._counter.show_results(False)

    def _show(self, text: str) -> None:
        formats, just_looking = self._session.formats, self._sought.task is Task.OPEN
        found = self._session.ask(lambda desk: hits(desk, text, formats, anything=just_looking)) if text else []
        title, hint = _task_words(self._sought)
        if just_looking and not found:
            title = hint = ""  # that there is nobody is said below
        elif len(found) > MOST:
            hint = tr("These are the first {n}. Type more of the name to find fewer.").format(n=formats.number(MOST))
        self._counter.results.show_task(title, hint)
        self._counter.results.show_hits(found[:MOST], text, may_register=just_looking)
        self._counter.show_results(True)

    def _on_enter(self) -> None:
        hit = self._counter.results.current if self._counter.is_finding else None
        if hit:
            self._choose(hit)
        elif looks_like_a_number(self.text):
            self.code_typed.emit(self.text)

    def _choose(self, hit: Hit) -> None:
        sought = self._sought
        self.leave()
        self.chosen.emit(hit, sought)


def hits(desk: Desk, text: str, formats: QtFormats, *, anything: bool) -> list[Hit]:
    """What `text` may mean: the one thing with just this number, if `anything` will do, and then customers."""
    is_code = looks_like_a_number(text) or text.casefold() in promotion_codes(desk.shop.programme)
    exact = known(desk, text) if anything and is_code else None
    found = [] if exact is None or exact.kind is Kind.CARD else [_other(desk, exact, formats)]
    people = desk.customers.find(text, MOST + 1)  # one more tells that there are more
    if exact and exact.kind is Kind.CARD:
        holder = desk.cards.owner(exact.number)
        people = [holder, *(each for each in people if each.id != holder.id)]
    goods = desk.products.find(text, MOST_GOODS) if anything else []
    return (
        found
        + [_person(desk, customer, formats) for customer in people]
        + [_product(product, formats) for product in goods if not (exact and exact.about == product.sku)]
    )


def _person(desk: Desk, customer: Customer, formats: QtFormats) -> Hit:
    profile = customer.profile
    told_apart = profile.name and profile.phone
    card = "" if told_apart else customer.card or desk.customers.card_number(customer.id)
    points = points_text(customer.account.balance, formats)
    return Hit(Kind.CARD, customer.id, shown_name(customer, card=card), profile.phone or grouped(card), points)


def _product(product: Product, formats: QtFormats) -> Hit:
    return Hit(Kind.GOODS, product.sku, product.name, product.category or product.sku, formats.money(product.price))


def _other(desk: Desk, meant: Meant, formats: QtFormats) -> Hit:
    kind, number = meant.kind, meant.number
    if kind is Kind.VOUCHER:
        voucher = desk.rewards.voucher(number)
        title = tr("Voucher: {name}").format(name=voucher.name)
        return Hit(kind, meant.written or number, title, grouped(number))
    if kind is Kind.PURCHASE:
        bought = desk.till.purchase(number)
        title = tr("Purchase {number}").format(number=bought.receipt)
        return Hit(kind, bought.id, title, formats.moment(bought.at), formats.money(bought.due))
    if kind is Kind.GOODS:
        product = desk.products.get(meant.about)
        return _product(product or Product(meant.about), formats)
    if kind is Kind.PROMOTION:
        return Hit(kind, number, tr("Promotion code {code}").format(code=number))
    return Hit(kind, number, tr("Blank card"), grouped(number))


def _task_words(sought: Sought) -> tuple[str, str]:
    number = grouped(sought.number)
    if sought.task is Task.LINK:
        return tr("Whose card is {number}?").format(number=number), tr("Enter gives the card to the person chosen.")
    if sought.task is Task.REPLACE:
        return tr("Who lost a card?"), tr("Card {number} replaces the lost one, which no longer counts.").format(
            number=number
        )
    if sought.task is Task.WHICH:
        return tr("Which card is lost?"), tr("Card {number} replaces it; the other cards stay as they are.").format(
            number=number
        )
    if sought.task is Task.ATTACH:
        title = tr("Who gets the points of purchase {number}?").format(number=number)
        return title, tr("Scan the card, or type a name or a phone number.")
    if sought.task is Task.RESUME:
        return tr("Parked purchases"), tr("Enter goes on with the one chosen.")
    return tr("Found"), tr("Arrows choose, Enter opens.")
