"""A campaign on the Greetings page: its cards, its vouchers printed together, its e-mails, its end."""

import email
from email.policy import default

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.campaigns import CampaignGift, CampaignKind, Plan
from loyaltydesk.model.greetings import State
from tests.ui.greetings.conftest import listed

COFFEE = CampaignGift(reward="coffee", valid_days=30)
GROUP = ("Anna Bērziņa", "Łucja Żółkiewska", "Ольга Петрова")


@pytest.fixture
def campaign(shop, people):
    """Vouchers for two of three: Olga did not agree."""
    return shop.campaigns.begin(
        Plan(CampaignKind.VOUCHERS, "slipping", gift=COFFEE), [people.ids[name] for name in GROUP]
    )


@pytest.fixture
def opened(window, page, campaign):
    """The page as another one opens it."""
    page.session.changed.emit()
    window._on_wanted("greetings", f"campaign/{campaign.id}")
    return page


def test_its_cards_stand_in_the_list_with_the_voucher_inside(opened, person, printed):
    assert listed(opened) == ["Anna Bērziņa", "Łucja Żółkiewska"]
    words = person.reads()
    for each in (
        "2 to send",
        "0 of 2 came back · 0 of 2 vouchers used",
        "Anna Bērziņa · We miss you",
        "For all: We miss you",
    ):
        assert each in words
    assert opened.cards.list.list.lines[0].told == "Ūdens iela 3, Rīga, LV-1007"
    assert opened.cards.list.list.lines[1].told == "No address"
    assert not opened.cards.span.isEnabled()
    assert opened.cards.designer.words._reward_row.isHidden(), "what lies inside is chosen already"
    person.tap(person.find(QPushButton, "Print 2 cards"))
    (document,) = printed
    assert len(document.pages) > 0


def test_without_a_campaign_there_is_no_strip(page, person):
    assert page.cards.campaigning.strip.isHidden()


def test_the_cards_of_the_days_are_a_choice_away(opened, person):
    opened.cards.campaigning.strip.choice.choose("")
    opened.cards.campaigning.strip.choice.chosen.emit("")
    assert "Łucja Żółkiewska" in listed(opened)
    assert "Jānis Kalniņš" in listed(opened)
    assert opened.cards.span.isEnabled()
    assert opened.cards.campaigning.strip.stop_button.isHidden()


def test_escape_leads_back_to_the_days(opened, person):
    assert opened.go_back()
    assert opened.cards.roll.campaign == ""
    assert not opened.go_back()


def test_a_customer_that_is_wanted_is_shown_wherever_they_are(opened, people, person):
    opened.open(people.ids["Łucja Żółkiewska"])
    assert "Łucja Żółkiewska · We miss you" in person.reads()
    opened.open(people.ids["Jānis Kalniņš"])
    assert opened.cards.roll.campaign == ""
    assert "Jānis Kalniņš · Name day" in person.reads()


def test_a_campaign_that_there_is_not_shows_the_days(page, window, person):
    window._on_wanted("greetings", "campaign/none")
    assert page.cards.roll.campaign == ""


def test_the_vouchers_are_printed_together_and_marked(opened, shop, person, campaign):
    shown = []
    opened.cards.campaigning.show_vouchers = lambda faces: bool(shown.append(faces)) or True
    person.tap(person.find(QPushButton, "Print 2 vouchers…"))
    codes = {voucher.code for voucher in shop.campaigns.vouchers(campaign.id)}
    assert {face.code for face in shown[0]} == codes
    person.tap(person.find(QPushButton, "Mark 2 as printed"))
    assert shop.campaigns.result(campaign.id).printed == 2
    assert "2 printed" in person.reads()


def test_nothing_is_marked_where_nothing_was_printed(opened, shop, person, campaign):
    opened.cards.campaigning.show_vouchers = lambda _faces: False
    person.tap(person.find(QPushButton, "Print 2 vouchers…"))
    assert opened.cards.printing.notice.isHidden()
    assert {each.state for each in shop.campaigns.greetings(campaign.id)} == {State.TO_DO}


def test_it_is_stopped_after_a_question(opened, shop, person, campaign):
    person.tap(person.find(QPushButton, "Stop…"))
    assert "2 vouchers that nobody has used are cancelled" in person.reads()
    assert shop.campaigns.get(campaign.id).stopped is None
    person.tap(person.find(QPushButton, "Stop it"))
    assert "Stopped. 2 vouchers count no more." in person.reads()
    assert shop.campaigns.vouchers(campaign.id) == []
    assert opened.cards.campaigning.strip.stop_button.isHidden()
    assert listed(opened) == []


def test_calls_open_the_calls_and_say_so_above_the_cards(window, page, shop, people, person):
    calls = shop.campaigns.begin(Plan(CampaignKind.CALLS), [people.ids["Anna Bērziņa"]])
    page.session.changed.emit()
    window._on_wanted("greetings", f"campaign/{calls.id}")
    assert "On your call list" in person.reads()
    page.switch.choose("cards")
    page.cards.open(f"campaign/{calls.id}")
    assert "The people of a call list stand under Calls" in person.reads()


def test_cards_are_saved_as_e_mails(opened, shop, person, campaign, tmp_path):
    (tmp_path / "Anna Bērziņa.eml").write_bytes(b"mine")
    opened.cards.mailing.ask = lambda _parent: str(tmp_path)
    opened.cards.printing.mail_action.trigger()
    assert (tmp_path / "Anna Bērziņa.eml").read_bytes() == b"mine", "nothing is written over"
    mail = email.message_from_bytes((tmp_path / "Anna Bērziņa 2.eml").read_bytes(), policy=default)
    assert mail["To"] == "Anna Bērziņa <anna@example.org>"
    assert "Free coffee" in mail.get_body().get_content()
    assert [each.get_content_type() for each in mail.iter_attachments()] == ["application/pdf"]
    person.tap(person.find(QPushButton, "Mark 1 as sent"))
    assert shop.campaigns.result(campaign.id).sent == 1


def test_nobody_with_an_address_makes_no_e_mail(opened, person):
    opened.cards.list.list.ticked.emit(opened.cards.roll.greetings[0].id)
    opened.cards.printing.mail_action.trigger()
    assert "None of them has an e-mail address." in person.reads()


@pytest.mark.parametrize("percent", [100, 150])
def test_the_strip_keeps_its_buttons_in_the_window(opened, theme, person, percent):
    theme.set(text_percent=percent)
    strip = opened.cards.campaigning.strip
    right = strip.stop_button.mapTo(opened, QPoint(strip.stop_button.width(), 0)).x()
    assert right <= opened.width()
