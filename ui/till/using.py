"""What is used within the purchase in hand: vouchers, rewards and points, chosen by F4, by a prompt or by a scan."""

from PySide6.QtCore import QObject, Signal

from loyaltydesk.desk.customers import Seen
from loyaltydesk.desk.till import Done
from loyaltydesk.model.cards import CardRole
from loyaltydesk.model.pledges import Pledge, PledgeState
from loyaltydesk.model.programme import Redeem
from loyaltydesk.model.prompts import Prompt, PromptKind
from loyaltydesk.words import tr
from loyaltydesk.words.manner import Manner
from loyaltydesk.words.reasons import points_text
from ui.seams.people import grouped
from ui.seams.session import Session
from ui.till.counter import Counter
from ui.till.lookup import Meant, for_anybody
from ui.till.outcomes import given_text
from ui.till.sale import Sale
from ui.till.selling import Selling


class Using(QObject):
    """Changes what the sale uses, and says it on the button below the amount."""

    available = Signal(bool)  # whether there is anything to use
    issued = Signal(str)  # the code of a new voucher

    def __init__(self, session: Session, counter: Counter, selling: Selling) -> None:
        super().__init__(selling)
        self._session, self._selling = session, selling
        self._view, self._buy = counter.customer, counter.buy
        self._looked_at: Seen | None = None
        self._found = False
        counter.buy.spend_wanted.connect(self.toggle)
        selling.quoted.connect(self._on_quoted)
        self._view.talk.answered.connect(self._on_prompt_answered)
        self._view.reminder.answered.connect(self._on_prompt_answered)
        chooser = self._view.chooser
        chooser.voucher_toggled.connect(self.use_voucher)
        chooser.reward_toggled.connect(self.use_reward)
        chooser.points_chosen.connect(self.use_points)
        chooser.paper_wanted.connect(self._on_paper_wanted)
        chooser.closed.connect(self.close)

    def toggle(self) -> None:
        """Opens the list of what can be used, or goes back to the amount."""
        sale = self._selling.sale
        if self._view.is_choosing:
            self.close()
        elif sale and sale.seen is None:
            self._toggle_vouchers(sale)
        elif sale and sale.seen and self._anything():
            seen = sale.seen
            offers = self._session.ask(lambda desk: desk.rewards.offers(seen.customer.id, seen.balance))
            names = self._session.ask(lambda desk: desk.products.names(each.gives.product for each in sale.at_hand))
            manner = Manner(self._session.formats, names)
            self._view.chooser.show_choice(sale, offers, redeem=self._redeem(), manner=manner)
            self._view.show_chooser(True)
            self._selling.show_quote()
            self._view.chooser.start()

    def close(self) -> None:
        """Goes back to the amount."""
        self._view.show_chooser(False)
        self._buy.amount.setFocus()

    def take(self, meant: Meant) -> bool:
        """Uses a voucher that was shown, and says how its code was read where letters stood for figures."""
        sale = self._selling.sale
        if sale and meant.number not in [voucher.code for voucher in sale.at_hand]:
            sale.bearer += self._session.ask(lambda desk: for_anybody(desk, [meant.number]))
        taken = self.use_voucher(meant.number)
        if taken and meant.written:
            self._buy.outcome.add(tr("Read as {code}").format(code=grouped(meant.number)))
        return taken

    def use_voucher(self, code: str, on: bool = True) -> bool:
        """Uses a voucher; False when the desk refuses it, which is then said in place."""
        sale = self._selling.sale
        if sale is None:
            return False
        sale.use_voucher(code, on=on)
        if self._selling.show_quote() or not on:
            return True
        sentence = self._buy.outcome.sentence
        sale.use_voucher(code, on=False)
        self._selling.show_quote()
        self._buy.outcome.say(sentence, "danger")
        return False

    def use_reward(self, reward: str, cost: int, on: bool) -> None:
        """Takes a reward for so many points, or leaves it."""
        if self._selling.sale:
            self._selling.sale.use_reward(reward, cost, on=on)
            self._selling.show_quote()

    def use_points(self, points: int | None) -> None:
        """Uses so many points as money; None for as many as can be."""
        if self._selling.sale:
            self._selling.sale.use_points(points)
            self._selling.show_quote()

    # --- inside

    def _toggle_vouchers(self, sale: Sale) -> None:
        """A guest has no list to choose from: what was shown is used, or it is not."""
        on = not sale.vouchers
        for voucher in sale.bearer:
            self.use_voucher(voucher.code, on=on)

    def _anything(self) -> bool:
        """Whether this customer has anything to use."""
        sale = self._selling.sale
        if sale is None or sale.seen is None or sale.is_blocked:
            return bool(sale and not sale.is_blocked and sale.bearer)
        if self._looked_at is not sale.seen:  # once for each customer, not for each key
            self._looked_at, self._found = sale.seen, self._look(sale.seen)
        return self._found or bool(sale.bearer)

    def _look(self, seen: Seen) -> bool:
        redeem = self._redeem()
        if seen.card and seen.card.role is CardRole.EARN_ONLY:
            return False
        if seen.vouchers or (redeem and seen.balance >= max(redeem.minimum, redeem.points)):
            return True
        offers = self._session.ask(lambda desk: desk.rewards.offers(seen.customer.id, seen.balance))
        return any(not offer.refusal for offer in offers)

    def _redeem(self) -> Redeem | None:
        return self._session.ask(lambda desk: desk.shop.programme.redeem)

    def _used(self, done: Done | None) -> list[str]:
        """What is used, by name."""
        sale = self._selling.sale
        if sale is None:
            return []
        names = [voucher.name for voucher in sale.at_hand if voucher.code in sale.vouchers]
        rewards = self._session.ask(lambda desk: desk.shop.programme.rewards_by_id)
        names += [rewards[reward].name for reward in sale.rewards]
        points = done.quote.redeemed if done else sale.wished_points
        return names + ([points_text(points, self._session.formats)] if sale.all_points or sale.points else [])

    def _offered(self) -> str:
        """What the button says while nothing is used."""
        sale = self._selling.sale
        if sale is None or sale.seen:
            return tr("Rewards and points")
        names = ", ".join(voucher.name for voucher in sale.bearer)
        return tr("{action}: {what}").format(action=tr("Use"), what=names)

    def _settle(self, sale: Sale, prompt: Prompt, pledge: Pledge) -> None:
        """A promise was kept, or was not after all."""
        state = PledgeState.KEPT if pledge.is_open else PledgeState.OPEN
        if self._session.do(lambda desk: desk.pledges.close(pledge.id, state)):
            if pledge.is_open:
                sale.keep(prompt, pledge)
            else:
                sale.reopen(prompt)

    # --- what happens

    def _on_quoted(self, done: Done | None) -> None:
        used, anything = self._used(done), self._anything()
        self.available.emit(anything)
        words = tr("Uses: {what}").format(what=", ".join(used)) if used else self._offered()
        self._buy.show_spend(words if anything or used else "", used=bool(used))
        if done and self._view.is_choosing:
            worth = tr("pays {sum}").format(sum=self._session.formats.money(done.quote.by_points))
            self._view.chooser.show_points(done.quote.redeemed, worth)

    def _on_prompt_answered(self, prompt: Prompt) -> None:
        """One button a prompt: what can be used is used, what is to be said was said."""
        sale = self._selling.sale
        if sale is None:
            return
        if prompt.kind is PromptKind.VOUCHER_ENDS:
            self.use_voucher(prompt.code)
        elif prompt.kind is PromptKind.REWARD:
            self.use_reward(prompt.code, prompt.points, True)
        elif prompt.kind is PromptKind.POINTS_END and self._redeem():
            self.use_points(None)
        elif prompt.pledge:
            self._settle(sale, prompt, prompt.pledge)
        else:
            customer = sale.customer
            self._session.do(lambda desk: desk.customers.said(customer, prompt.kind))
        if prompt.pledge is None:
            sale.settled.add(prompt.kind)
        self._view.show_prompts(sale, self._session.formats)
        self._buy.amount.setFocus()

    def _on_paper_wanted(self, reward: str) -> None:
        sale = self._selling.sale
        if sale is None:
            return
        card, customer = sale.card, "" if sale.card else sale.customer
        voucher = self._session.do(
            lambda desk: desk.rewards.redeem(reward, card=card, customer=customer),
            refused=lambda sentence: self._buy.outcome.say(sentence, "danger"),
        )
        if voucher:
            self.close()
        if voucher and voucher.gives.kind == "donate":  # given already, and nothing to print
            formats = self._session.formats
            self._buy.outcome.say(given_text(voucher.gives.money, voucher.gives.cause, formats), "accent")
        elif voucher:
            self.issued.emit(voucher.code)
