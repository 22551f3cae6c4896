"""The demo shop has a campaign behind it, with some who came back and some who did not."""

from loyaltydesk.desk import Desk
from loyaltydesk.model.campaigns import LeftOut


def test_a_campaign_is_over_and_some_came_back(desk: Desk) -> None:
    (campaign,) = desk.campaigns.all()
    result = desk.campaigns.result(campaign.id)
    assert result.is_over
    assert (result.people, result.sent) == (campaign.people, campaign.people)
    assert 0 < result.used <= result.came_back < result.people
    assert LeftOut.NO_CONSENT in dict(campaign.left_out)
    assert desk.shop.faults() == []
