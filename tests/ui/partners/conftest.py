"""The Partners page in a window of its own, with a company and a supplier."""

from collections.abc import Callable
from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.partners import NewReminder, Partner, PartnerCard, Repetition
from tests.shop import buy
from tests.ui.person import Person
from ui.pages import page_specs
from ui.partners.page import PartnersPage
from ui.window import Window

TODAY = date(2026, 3, 14)


@pytest.fixture
def ice(desk: Desk) -> str:
    """The id of a company with two cards, of which the first bought something."""
    told = Profile("Anna Kalniņa", phone="+37120012345", company="SIA Baltais Ledus", tax_id="LV40003009497")
    customer, card = desk.companies.register(told, card="ICE-0001", holder="Jānis")
    desk.cards.link("ICE-0002", customer)
    buy(desk, card, 4250)
    return customer


@pytest.fixture
def roast(desk: Desk) -> Partner:
    """A supplier with a reminder for today, and a note."""
    partner = desk.partners.add(PartnerCard("Baltic Roast", contact="Ilze", terms="By Tuesday.", discount="7.5"))
    desk.partner_log.remind(partner.id, NewReminder("Ask for the price list", TODAY, Repetition.QUARTER))
    desk.partner_log.note(partner.id, "Five sacks ordered")
    return partner


@pytest.fixture
def window(open_window: Callable[..., Window], ice: str, roast: Partner) -> Window:
    window = open_window([spec for spec in page_specs() if spec.key in ("till", "customers", "partners")])
    window.go("partners")
    return window


@pytest.fixture
def page(person: Person) -> PartnersPage:
    shown = person.window.shown
    assert isinstance(shown, PartnersPage)
    return shown
