"""The demo shop trades: partners of each kind, something to see to, and a company with several cards."""

import pytest

from loyaltydesk.demo.stage import resource, stage
from loyaltydesk.desk import Desk
from loyaltydesk.model.agenda import MatterKind
from loyaltydesk.model.partners import NewReminder, PartnerKind, Repetition, checked_reminder
from loyaltydesk.model.tax_numbers import doubt
from loyaltydesk.words import LANGUAGES
from tests.loyaltydesk.demo.conftest import NOW


def test_there_are_partners_of_each_kind_and_something_to_see_to(desk: Desk) -> None:
    partners = desk.partners.everything()
    assert {each.card.kind for each in partners} == set(PartnerKind)
    assert any(desk.partner_log.notes(each.id) for each in partners)
    assert {each.reminder is None for each in desk.partners.due()} == {True, False}
    assert MatterKind.PARTNER_REMINDER in {matter.kind for matter in desk.agenda.matters()}


def test_a_company_has_several_cards_each_with_who_carries_it(desk: Desk) -> None:
    companies = [desk.companies.get(each.id) for each in desk.companies.page(None, 20)]
    several = [each for each in companies if len(each.cards) > 1]
    assert not companies or several
    assert all(card.holder for each in several for card in each.cards)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_of_trading_can_be_told(language: str) -> None:
    told, shop = resource("partners")[language], stage(language)
    for line in told["reminders"]:
        number, _days, repeats, text = line.split(" | ")
        asked = NewReminder(text, NOW.date(), Repetition(repeats))
        assert checked_reminder(asked) == asked
        assert 0 <= int(number) < len(told["partners"])
    assert [doubt(number, shop.region) for _name, number in shop.companies] == [None] * len(shop.companies)
