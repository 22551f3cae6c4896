"""Companies as customers: registered, found by name, tax number or card, and who carries which of their cards."""

from datetime import date

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.customers import Customers
from loyaltydesk.model.cards import Card
from loyaltydesk.model.companies import HOLDER, LONGEST_HOLDER, Company, CompanyCard, CompanyKey, sort_company
from loyaltydesk.model.customers import Customer, Profile
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.partners import months_later
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.tax_numbers import TaxDoubt, doubt

YEAR = 12  # months


class Companies:
    """Customers with the name of a company; everything else of theirs is with the customers."""

    def __init__(self, core: Core) -> None:
        self._core = core

    # --- reading

    def count(self) -> int:
        """How many there are."""
        return self._core.store.companies.count()

    def page(self, after: Customer | None, limit: int, *, descending: bool = False) -> list[Customer]:
        """The next ones by the company's name, after the one that was shown last."""
        key = CompanyKey(sort_company(after.profile.company), after.id) if after else None
        return self._core.store.companies.page(key, limit, descending=descending)

    def find(self, text: str, limit: int = 20) -> list[Customer]:
        """Those somebody may mean by a name, a tax number or a card."""
        wanted, most = text.strip()[:200], max(0, min(limit, 500))
        held = self._core.store.customers.by_card(wanted) if wanted else None
        first = [held[1]] if held and held[1] and held[1].profile.company else []
        found = self._core.store.companies.find(wanted, most)
        return [*first, *(each for each in found if each.id not in {one.id for one in first})][:most]

    def get(self, company: str) -> Company:
        """The customer with this id with all cards, and what each bought in 12 months. Raises UnknownCustomer."""
        store, customer = self._core.store, self._core.customer(company)
        since = months_later(self._core.now().date(), -YEAR) or date.min
        bought = store.companies.bought(customer.id, since)
        cards = store.customers.cards(customer.id)
        return Company(
            customer,
            tuple(CompanyCard(card, store.companies.holder(card.id), *bought.get(card.id, (0, 0))) for card in cards),
        )

    def doubt(self, tax_id: str) -> TaxDoubt | None:
        """What looks wrong with a tax number, as it is written in the shop's country."""
        return doubt(tax_id, str(self._core.store.records.fields("shop", "shop").get("region", "")))

    def twin(self, tax_id: str) -> Customer | None:
        """The company with this tax number, with or without its country, blanks and strokes; None for none."""
        return self._core.store.companies.taxed(tax_id[:200])

    # --- writing

    def register(
        self, profile: Profile, *, card: str = "", holder: str = "", stamp: Stamp | None = None
    ) -> tuple[str, str]:
        """A new company with its first card (empty: a number of ours) and who carries it; returns id and card number.

        Raises BadRequest without the name of the company, and as `customers.register` does.
        """
        stamp = stamp or self._core.stamp()
        if not profile.company.strip():
            raise BadRequest("company", "company_nameless")
        with self._core.writing():
            customer, number = Customers(self._core).register(profile, card=card, nameless=True, stamp=stamp)
            if holder.strip():
                self.give(number, holder, stamp=stamp)
        return customer, number

    def give(self, number: str, holder: str, *, stamp: Stamp | None = None) -> str:
        """Keeps who carries a card, empty for nobody in particular; returns the name as it is kept.

        Raises UnknownCard, BadCardNumber, or BadRequest for more than 120 letters.
        """
        stamp, name = stamp or self._core.stamp(), _checked(holder)
        with self._core.writing():
            found = self._core.found_by_card(number)
            assert found.card  # whoever is found by a card has it in hand
            keep_holder(self._core, found.card, name, stamp=stamp)
        return name


def keep_holder(core: Core, card: Card, holder: str, *, stamp: Stamp) -> None:
    """Keeps who carries a card of somebody, where that is something new. Only within `writing()`."""
    if card.customer and core.store.companies.holder(card.id) != holder:
        name, words = f"{card.id}/{card.customer}", {"name": holder}
        core.record([RecordSaved(id=core.new_id()(), kind=HOLDER, record=name, personal=words)], stamp)


def _checked(holder: str) -> str:
    name = " ".join("".join(sign if sign.isprintable() else " " for sign in holder).split())
    if len(name) > LONGEST_HOLDER:
        raise BadRequest("holder", "holder_too_long")
    return name
