"""A dossier holds everything a customer's page shows, read at once."""

import pytest

from loyaltydesk.desk.accounts import Brought
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.refusals import UnknownCustomer
from loyaltydesk.model.voices import VoiceKind
from tests.shop import join
from ui.customers.dossier import MONTHS, read_dossier


def test_it_holds_who_it_is_and_what_is_theirs(desk, anna):
    dossier = read_dossier(desk, anna)
    assert dossier.customer.profile.name == "Anna Kowalska"
    assert dossier.cards == desk.customers.cards(anna)
    assert dossier.vouchers == desk.customers.vouchers(anna)
    assert dossier.voices == []
    assert dossier.programme is desk.shop.programme
    assert [paid for _month, paid in dossier.months] == [0] * (MONTHS - 1) + [15_500]


def test_what_they_said_comes_the_newest_first(desk, anna, clock):
    for text in ("one", "two"):
        desk.voices.note(anna, text, kind=VoiceKind.PRAISE)
        clock.forward(hours=1)
    assert [voice.text for voice in read_dossier(desk, anna).voices] == ["two", "one"]


def test_the_average_is_of_all_visits_and_of_none_it_is_not_known(desk, anna):
    assert read_dossier(desk, anna).average == 7_750
    assert read_dossier(desk, join(desk, "Jānis")[0]).average is None


def test_it_knows_who_brought_whom(desk, anna):
    jan, _card = join(desk, "Jan")
    assert read_dossier(desk, anna).brought == Brought(None, 0)
    eva, _card = desk.customers.register(Profile("Eva"), referred_by=jan)
    assert read_dossier(desk, eva).brought == Brought(desk.customers.get(jan), 0)
    assert read_dossier(desk, jan).brought.others == 1


def test_somebody_who_is_gone_has_no_dossier(desk, anna):
    desk.customers.erase(anna)
    with pytest.raises(UnknownCustomer):
        read_dossier(desk, anna)
