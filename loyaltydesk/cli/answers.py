"""What the link answers with: money as text in major units, points as whole numbers, dates as ISO text."""

from datetime import date
from typing import Any

from loyaltydesk.desk.customers import Seen, Statement
from loyaltydesk.desk.returns import Returned
from loyaltydesk.desk.stamps import StampsLeft
from loyaltydesk.desk.till import Done
from loyaltydesk.model.cards import Card, CardState
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import VoucherIssued
from loyaltydesk.model.money import Currency
from loyaltydesk.model.programme import Basis
from loyaltydesk.model.purchases import Voucher
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words.codes import code_text
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.prompts import prompt_text
from loyaltydesk.words.reasons import entry_text, why_text
from loyaltydesk.words.refusals import sentence

Answer = dict[str, Any]


class Answers:
    """Turns what the desk gives back into answers, in the shop's currency and language."""

    def __init__(self, currency: Currency, formats: Formats) -> None:
        self._currency = currency
        self._formats = formats

    def money(self, minor: int) -> str:
        """Minor units as plain text in major units."""
        return self._currency.text(minor)

    def refused(self, refused: Refused) -> Answer:
        """A refusal with its kind, its sentence and its facts."""
        facts = refused.facts()
        for name in refused.money_facts():
            facts[name] = self.money(int(str(facts[name])))
        said = sentence(refused, self._formats)
        return {"ok": False, "refused": type(refused).__name__, "message": said, **facts}

    def customer(self, customer: Customer, card: str, balance: int) -> Answer:
        """A customer in a list."""
        profile = customer.profile
        return {
            "customer": customer.id,
            "name": profile.name,
            "card": card or None,
            "phone": profile.phone or None,
            "balance": balance,
        }

    def seen(self, seen: Seen, basis: Basis, card: Card | None) -> Answer:
        """A customer after a scan."""
        return {
            "customer": seen.customer.id,
            "name": seen.customer.profile.name,
            "name_day_on": seen.customer.profile.name_day_on or None,
            **self.card(card),
            **({"card_state": CardState.BLOCKED.value} if _kept_out(seen.customer, card) else {}),
            "balance": seen.balance,
            "pending": seen.pending,
            "worth": None if seen.worth is None else self.money(seen.worth),
            "tier": seen.tier,
            "next_tier": self._next_tier(seen, basis),
            "next_reward": seen.next_reward
            and {
                "reward": seen.next_reward.reward.id,
                "name": seen.next_reward.reward.name,
                "missing": seen.next_reward.missing,
            },
            "expiring": [{"points": ending.points, "on": ending.on.isoformat()} for ending in seen.expiring],
            "vouchers": [self.voucher(voucher, seen.day) for voucher in seen.vouchers],
            "stamps": [self.stamps(left) for left in seen.stamps],
            "prompts": [
                {"kind": prompt.kind.value, "text": prompt_text(prompt, self._formats)} for prompt in seen.prompts
            ],
        }

    def _next_tier(self, seen: Seen, basis: Basis) -> Answer | None:
        above = seen.next_tier
        if above is None:
            return None
        return {"name": above.name, "missing": self.money(above.missing) if basis is Basis.SPEND else above.missing}

    def card(self, card: Card | None) -> Answer:
        """A card and what it can do."""
        if card is None:
            return {"card": None, "card_state": None}
        answer: Answer = {
            "customer": card.customer,
            "card": card.number,
            "card_state": card.state.value,
            "role": card.role.value,
        }
        return {**answer, "replaced_by": card.replaced_by} if card.replaced_by else answer

    def purchase(self, done: Done) -> Answer:
        """A purchase that was worked out or recorded."""
        quote = done.quote
        return {
            "purchase": done.purchase or None,
            "receipt": done.receipt or None,
            "customer": done.customer,
            "total": self.money(quote.total),
            "discount": self.money(quote.discount),
            "by_points": self.money(quote.by_points),
            "by_vouchers": self.money(quote.by_vouchers),
            "due": self.money(quote.due),
            "earned": quote.earned,
            "spent": quote.spent,
            "balance": done.balance,
            "tier": quote.tier,
            "why": [
                {"rule": step.rule, "points": step.points, "text": why_text(step, self._formats)} for step in quote.why
            ],
            "promotions": [
                {"promotion": each.promotion or None, "name": each.name, "off": self.money(each.off)}
                for each in quote.promotions
            ],
            "codes": [
                {"code": given.code, "state": given.state.value, "message": code_text(given)} for given in quote.codes
            ],
            "issued": [self.issued(voucher) for voucher in done.issued],
            "given": [
                {"customer": gift.customer, "cause": gift.cause.value, "points": gift.points} for gift in done.given
            ],
            "stamps": [self.stamps(left) for left in done.stamps],
        }

    def issued(self, fact: VoucherIssued) -> Answer:
        """A voucher that a purchase brought; without a code while the purchase is only worked out."""
        return {
            "code": fact.code or None,
            "reward": fact.reward,
            "name": fact.name,
            "customer": fact.customer,
            "source": fact.source.value,
            "expires_on": _day(fact.last_day),
        }

    def stamps(self, left: StampsLeft) -> Answer:
        """A stamp card as it stands."""
        card = left.card
        return {
            "id": card.id,
            "name": card.name,
            "have": left.have,
            "every": card.every,
            "missing": max(card.every - left.have, 0),
        }

    def returned(self, back: Returned) -> Answer:
        """A return."""
        return {
            "purchase": back.purchase,
            "refunded": self.money(back.refunded),
            "taken_back": back.taken_back,
            "given_back": back.given_back,
            "balance": back.balance,
        }

    def voucher(self, voucher: Voucher, day: date) -> Answer:
        """A voucher as it stands on a day."""
        return {
            "code": voucher.code,
            "reward": voucher.reward,
            "name": voucher.name,
            "customer": voucher.customer,
            "state": voucher.state_on(day).value,
            "source": voucher.source.value,
            "left": self.money(voucher.left) if voucher.gives.kind == "money" else None,
            "expires_on": _day(voucher.last_day),
        }

    def statement(self, statement: Statement) -> Answer:
        """A customer's statement."""
        return {
            "entries": [
                {
                    "at": entry.at.isoformat(),
                    "kind": entry.kind.value,
                    "points": entry.points,
                    "balance": entry.balance,
                    "purchase": entry.purchase,
                    "expires_on": _day(entry.last_day),
                    "text": entry_text(entry.kind),
                }
                for entry in statement.entries
            ],
            "balance": statement.balance,
            "lots": [
                {"points": lot.points, "remaining": lot.remaining, "expires_on": _day(lot.last_day)}
                for lot in statement.lots
            ],
        }


def _kept_out(customer: Customer, card: Card | None) -> bool:
    """Whether a card that is good by itself cannot be used, because its customer is blocked with all cards."""
    return customer.blocked and card is not None and card.state is CardState.ACTIVE


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
