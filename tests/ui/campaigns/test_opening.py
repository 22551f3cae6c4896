"""What a campaign stands at when its dialog opens."""

import pytest

from loyaltydesk.model.campaigns import CampaignKind, Subject
from ui.campaigns.dialog import CampaignDialog, ChosenGroup
from ui.campaigns.opening import opening_plan, opening_subject


@pytest.mark.parametrize("kind", list(CampaignKind))
def test_the_dialog_opens_with_the_plan_that_was_counted(desk, session, theme, tools, kind, qtbot):
    dialog = CampaignDialog(theme, session, tools, group=ChosenGroup("loyal", "Loyal", ()))
    qtbot.addWidget(dialog)
    dialog.choose(kind)
    assert dialog.plan() == opening_plan(kind, "loyal", desk.shop.programme.rewards)


def test_without_rewards_it_is_counted_as_for_money():
    assert opening_plan(CampaignKind.VOUCHERS, "lost", ()).gift.money == 1


def test_a_group_that_nobody_named_is_missed():
    assert (opening_subject("champions"), opening_subject("else")) == (Subject.THANK_YOU, Subject.MISS_YOU)
