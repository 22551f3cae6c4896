"""One click for a group: what each gets on the left, what that comes to on the right, and it is begun once."""

import pytest
from PySide6.QtWidgets import QLabel

from loyaltydesk.desk.campaigns import Campaigns
from loyaltydesk.model.campaigns import CampaignKind, Subject
from loyaltydesk.model.refusals import FileInUse
from loyaltydesk.words import LANGUAGES, use
from tests.shop import Clock, join
from ui.campaigns.dialog import CampaignDialog, ChosenGroup
from ui.campaigns.gift_form import MONEY, NONE, PERCENT


@pytest.fixture
def group(desk, clock: Clock) -> tuple[str, ...]:
    told = [{"consent": "Agreed", "phone": "+37120001111", "address": "Ūdens iela 3, Rīga"}, {"consent": "Agreed"}, {}]
    names = ("Anna Kowalska", "Bob Smith", "Carl Jones")
    return tuple(join(desk, name, **each)[0] for name, each in zip(names, told, strict=True))


@pytest.fixture
def dialog(qtbot, theme, session, tools, group) -> CampaignDialog:
    dialog = CampaignDialog(theme, session, tools, group=ChosenGroup("slipping", "Slipping away", group))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def read(dialog: CampaignDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_it_says_how_many_get_it_who_does_not_and_what_it_costs(dialog, desk):
    words = read(dialog)
    for each in ("Slipping away", "3 customers in this group", "1 is left out:", "did not agree to greetings"):
        assert each in words
    assert dialog.outlook.count.text() == "2"
    assert dialog.begin_button.text() == "Write out 2 vouchers"
    assert dialog.subject.current() == Subject.MISS_YOU
    dialog.gift.choose(MONEY)
    assert "Type how much money" in dialog.outlook.trouble.accessibleName()
    assert not dialog.begin_button.isEnabled()
    dialog.gift.money.setText("5")
    dialog.gift.money.textEdited.emit("5")
    assert dialog.outlook.cost.text() == "€10.00"
    assert dialog.outlook.trouble.isHidden()
    assert dialog.plan().gift.name == "€5.00 off your next purchase"


def test_one_press_begins_it_and_a_second_one_does_not(dialog, desk, qtbot):
    begun = []
    dialog.begun.connect(begun.append)
    dialog.begin_button.click()
    dialog._on_begin_pressed()
    (campaign,) = desk.campaigns.all()
    assert begun[0] == f"campaign/{campaign.id}"
    assert (campaign.plan.kind, campaign.plan.group, campaign.people) == (CampaignKind.VOUCHERS, "slipping", 2)
    assert campaign.gift == "Free coffee"
    assert not dialog.isVisible()


def test_cards_may_go_without_a_voucher_and_vouchers_may_not(dialog):
    dialog.gift.choose(NONE)
    assert not dialog.begin_button.isEnabled()
    assert "Choose what the voucher gives." in dialog.outlook.trouble.accessibleName()
    dialog.choose(CampaignKind.GREETINGS)
    assert dialog.begin_button.isEnabled()
    assert dialog.begin_button.text() == "Write 2 cards"
    assert dialog.outlook.cost.isHidden()
    dialog.by_post.setChecked(True)
    assert dialog.begin_button.text() == "Write 1 card"


def test_calls_want_a_number_and_say_what_to_say(dialog, desk):
    dialog.by_post.setChecked(True)
    dialog.choose(CampaignKind.CALLS)
    assert dialog.begin_button.text() == "Put 1 on the call list"
    assert dialog.by_post.isHidden()
    assert "no phone number and no e-mail" in read(dialog)
    assert "We have not seen you for a while" in dialog.outlook.words.text()
    dialog.begin_button.click()
    assert [call.customer.profile.name for call in desk.greetings.calls()] == ["Anna Kowalska"]


def test_the_words_are_those_of_the_subject(dialog):
    dialog.choose(CampaignKind.GREETINGS)
    before = dialog.outlook.words.text()
    dialog.subject.choose(Subject.WELCOME)
    dialog.subject.chosen.emit(Subject.WELCOME)
    assert before.startswith("Dear Anna Kowalska,") or "Anna" in before
    assert dialog.outlook.words.text() != before


def test_nobody_is_left_of_a_group_that_just_had_it(dialog, desk, qtbot, theme, session, tools, group):
    dialog.begin_button.click()
    again = CampaignDialog(theme, session, tools, group=ChosenGroup("slipping", "Slipping away", group))
    qtbot.addWidget(again)
    assert not again.begin_button.isEnabled()
    assert "had something like it lately" in again.outlook.left_out.text()
    again.apart.setValue(0)
    assert again.begin_button.isEnabled()


def test_an_empty_group_can_begin_nothing(qtbot, theme, session, tools, desk):
    empty = CampaignDialog(theme, session, tools, group=ChosenGroup("not_yet", "Not bought yet", ()))
    qtbot.addWidget(empty)
    assert not empty.begin_button.isEnabled()
    assert empty.subject.current() == Subject.FIRST_PURCHASE


def test_a_reward_that_went_meanwhile_is_said_in_place(dialog, desk, monkeypatch):
    dialog.gift.kind.addItem("Gone", "reward:gone")
    dialog.gift.choose("reward:gone")
    assert dialog.outlook.trouble.isVisible()
    assert not dialog.begin_button.isEnabled()
    dialog.gift.choose(PERCENT)
    assert dialog.begin_button.isEnabled()


def test_what_was_refused_can_be_pressed_again(dialog, desk, monkeypatch):
    def refuse(*_args, **_named):
        raise FileInUse("shop.db")

    with monkeypatch.context() as another:
        another.setattr(Campaigns, "begin", refuse)
        dialog.begin_button.click()
    assert not dialog.outlook.trouble.isHidden()
    assert desk.campaigns.all() == []
    dialog.begin_button.click()
    assert len(desk.campaigns.all()) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_cut_in_any_language(qtbot, theme, session, tools, group, language, percent):
    use(language)
    theme.set(text_percent=percent)
    dialog = CampaignDialog(theme, session, tools, group=ChosenGroup("slipping", "Ускользающие покупатели", group))
    qtbot.addWidget(dialog)
    assert dialog.minimumSizeHint().width() <= 1366
    assert dialog.minimumSizeHint().height() <= 700
