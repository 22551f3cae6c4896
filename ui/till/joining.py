"""From a card that is nobody's to a customer: registering, giving it to somebody known, replacing a lost one."""

from PySide6.QtCore import QObject, Signal

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import CardState
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.words import tr
from loyaltydesk.words.reasons import points_text
from ui.seams.people import grouped
from ui.seams.session import Session
from ui.till.counter import Counter, State
from ui.till.finding import Task
from ui.till.lookup import Kind, Meant
from ui.till.purchase import Mode

FEWEST_FIGURES = 6  # of a phone number before somebody with it is looked for


class Joining(QObject):
    """Fills and empties the form for a new customer."""

    joined = Signal(str, str)  # the customer's id and the card's number
    owner_sought = Signal(object, str)  # the Task, and the number of the card in hand

    def __init__(self, session: Session, counter: Counter, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._counter, self._form = session, counter, counter.form
        self._card = ""
        self._owner = ""  # of the phone that was typed
        self._form.submitted.connect(self.submit)
        self._form.nameless_wanted.connect(self._on_nameless_wanted)
        self._form.phone_typed.connect(self._on_phone_typed)
        self._form.owner_wanted.connect(self._on_owner_wanted)
        self._form.link_wanted.connect(lambda: self.owner_sought.emit(Task.LINK, self._card))
        self._form.replace_wanted.connect(lambda: self.owner_sought.emit(Task.REPLACE, self._card))

    def start(self, meant: Meant | None, typed: str = "", *, keep_amount: bool = False) -> None:
        """An empty form for a new card, or without one; `typed` is the name or phone that found nobody."""
        self._card, self._owner = meant.number if meant else "", ""
        title = tr("New card") if meant else tr("New customer")
        self._form.start(title, _about(meant), has_card=meant is not None)
        if meant and meant.kind is Kind.PRODUCT:
            said = tr("{number} looks like the barcode of a product. Register it only if it is printed on a card.")
            self._form.warn(said.format(number=meant.number))
        self._form.invite(*self._invitation())
        self._form.prefill(typed)
        self._counter.show_state(State.NEW, Mode.PURCHASE, keep_amount=keep_amount)

    def take_card(self, meant: Meant) -> None:
        """A new card was scanned while the form is open: it is the one that is registered, and what was typed stays."""
        self._card = meant.number
        self._form.show_card(tr("New card"), _about(meant))

    def submit(self, *, nameless: bool = False) -> bool:
        """Registers what was typed; False when something is missing or refused, which is then said at its field."""
        today = self._session.ask(lambda desk: desk.now().date())
        profile = Profile() if nameless else self._form.profile(today)
        if profile is None:
            return False
        if not nameless and not profile.name:
            hint = tr("Type a name, or choose “Just collect points for now”.") if self._card else tr("Type a name.")
            self._form.refuse("name", hint)
            return False
        wrong: list[str] = []

        def register(desk: Desk) -> tuple[str, str]:
            try:
                return desk.customers.register(profile, card=self._card, nameless=nameless)
            except BadRequest as no:
                wrong.append(no.field)
                raise

        registered = self._session.do(register, refused=lambda said: self._form.refuse("".join(wrong), said))
        if registered:
            given = not self._card
            self.joined.emit(*registered)
            if given:
                news = tr("The new card number is {number}.").format(number=grouped(registered[1]))
                self._counter.customer.announce(news)
        return registered is not None

    def link(self, customer: str, number: str) -> None:
        """Gives a card to somebody known, as one more."""
        given = self._session.do(lambda desk: desk.cards.link(number, customer), refused=self._on_refused)
        if given:
            self.joined.emit(customer, given.number)

    def replace(self, lost: str, number: str) -> None:
        """A card in place of a lost one, which says so from then on."""
        replaced = self._session.do(lambda desk: desk.cards.replace(lost, number), refused=self._on_refused)
        if replaced and replaced.customer:
            self.joined.emit(replaced.customer, replaced.replaced_by)

    # --- inside

    def _invitation(self) -> tuple[str, str]:
        """What to tell somebody new: how points come and what the first reward costs."""
        programme, formats = self._session.ask(lambda desk: desk.shop.programme), self._session.formats
        rule = next((rule for rule in programme.earn if rule.per), None)
        cheapest = min(programme.rewards, key=lambda reward: reward.cost, default=None)
        said = detail = ""
        if rule:
            points = points_text(rule.points, formats)
            said = tr("Tell the customer: {points} for each {sum}").format(points=points, sum=formats.price(rule.per))
        if cheapest:
            points = points_text(cheapest.cost, formats)
            detail = tr("The first reward: {reward} for {points}.").format(reward=cheapest.name, points=points)
        return said, detail

    def _on_refused(self, sentence: str) -> None:
        self._form.warn(sentence, "danger")

    def _on_nameless_wanted(self) -> None:
        self.submit(nameless=True)

    def _on_phone_typed(self, phone: str) -> None:
        """Somebody may have this phone already."""
        figures = "".join(filter(str.isdecimal, phone))
        found = []
        if len(figures) >= FEWEST_FIGURES:
            found = self._session.ask(lambda desk: desk.customers.find(phone, 2))
        same = [each for each in found if each.profile.phone.endswith(figures.lstrip("0"))]
        self._owner = same[0].id if len(same) == 1 else ""
        self._form.know(same[0].profile.name or tr("Somebody") if self._owner else "")

    def _on_owner_wanted(self) -> None:
        if self._card:
            self.link(self._owner, self._card)
        else:
            self.joined.emit(self._owner, "")


def _about(meant: Meant | None) -> str:
    if meant is None:
        return tr("The customer gets a number; a card can be printed at once, or given later.")
    number = grouped(meant.number)
    if meant.kind is Kind.BLANK:
        return tr("Card {number} is blank. Fill in what the customer tells you.").format(number=number)
    if meant.kind is Kind.OURS:
        return tr("Card {number} has one of our numbers and belongs to nobody yet.").format(number=number)
    return tr("{number} is not from this shop. It can be registered all the same.").format(number=number)


def cards_to_lose(desk: Desk, customer: str) -> list[str]:
    """The numbers of the cards that somebody may have lost: those in use, or else the blocked ones."""
    cards = desk.customers.cards(customer)
    for state in (CardState.ACTIVE, CardState.BLOCKED):
        found = [card.number for card in cards if card.state is state]
        if found:
            return found
    return []
