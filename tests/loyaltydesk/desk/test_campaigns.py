"""Campaigns: once for each of a group, nobody who may not have it, and what came of it."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.campaigns import CampaignGift, CampaignKind, LeftOut, Plan, Subject
from loyaltydesk.model.greetings import CallKind, Outcome, State
from loyaltydesk.model.products import Product
from loyaltydesk.model.purchases import Asked, VoucherSource, VoucherState
from loyaltydesk.model.refusals import BadRequest, UnknownReward, VoucherNotUsable
from loyaltydesk.rules.control_group import is_without_offers
from loyaltydesk.words import LANGUAGES
from tests.shop import PROGRAMME, Clock, buy, join, refuses

COFFEE = CampaignGift(reward="coffee", valid_days=30)
VOUCHERS = Plan(CampaignKind.VOUCHERS, "slipping", gift=COFFEE)
CARDS = Plan(CampaignKind.GREETINGS, "slipping")
CALLS = Plan(CampaignKind.CALLS, "slipping")


def people(desk: Desk, count: int = 3, **told: str) -> list[tuple[str, str]]:
    """So many customers who agreed: ids and cards."""
    names = ("Anna Kowalska", "Jānis Kalniņš", "Ольга Петрова", "Bob Smith")
    numbered = [{"phone": f"+3712000111{number}", "consent": "Agreed", **told} for number in range(count)]
    return [join(desk, name, **each) for name, each in zip(names, numbered, strict=False)]


def ids(found: list[tuple[str, str]]) -> list[str]:
    return [customer for customer, _card in found]


def test_each_gets_a_voucher_that_costs_no_points_and_counts_as_the_campaigns(desk: Desk) -> None:
    group = people(desk)
    campaign = desk.campaigns.begin(VOUCHERS, ids(group))
    vouchers = desk.campaigns.vouchers(campaign.id)
    assert [voucher.customer for voucher in vouchers] == ids(group)
    assert {(each.reward, each.cost, each.source, each.last_day) for each in vouchers} == {
        ("coffee", 0, VoucherSource.CAMPAIGN, date(2026, 4, 13))
    }
    assert (campaign.people, campaign.gift, campaign.last_day) == (3, "Free coffee", date(2026, 4, 13))
    assert list(desk.customers.scan(group[0][1]).vouchers) == vouchers[:1], "the cashier is told at the scan"
    assert desk.shop.faults() == []


def test_begun_twice_with_one_key_it_is_one(desk: Desk) -> None:
    group = ids(people(desk))
    first = desk.campaigns.begin(VOUCHERS, group, key="a click")
    assert desk.campaigns.begin(VOUCHERS, group, key="a click") == first
    assert desk.campaigns.all() == [first]
    assert len(desk.customers.vouchers(group[0])) == 1


def test_who_may_not_have_it_is_left_out_with_the_reason(desk: Desk, clock: Clock) -> None:
    group = ids(people(desk, 4))
    stranger = join(desk, "No Consent", consent="")[0]
    desk.customers.block(group[0], blocked=True)
    desk.greetings.want(group[1], wishes=False)
    desk.customers.erase(group[2])
    chosen = desk.campaigns.preview(VOUCHERS, [*group, stranger, "no identity", group[3]])
    assert [person.id for person in chosen.people] == group[3:]
    assert dict(chosen.left_out) == {
        LeftOut.GONE: 2, LeftOut.BLOCKED: 1, LeftOut.NOT_WANTED: 1, LeftOut.NO_CONSENT: 1,
    }  # fmt: skip
    assert desk.campaigns.begin(VOUCHERS, [*group, stranger]).left_out[0] == (LeftOut.GONE, 1)


def test_who_cannot_be_reached_is_left_out_of_calls_and_of_the_post(desk: Desk) -> None:
    reachable = join(desk, "Anna", consent="A", email="anna@example.org", address="Ūdens iela 3, Rīga")[0]
    silent = join(desk, "Bob", consent="A")[0]
    calls = desk.campaigns.preview(CALLS, [reachable, silent])
    post = desk.campaigns.preview(Plan(CampaignKind.GREETINGS, by_post=True), [reachable, silent])
    assert (calls.people[0].id, calls.left_out) == (reachable, ((LeftOut.NO_PHONE, 1),))
    assert (post.people[0].id, post.left_out) == (reachable, ((LeftOut.NO_ADDRESS, 1),))
    assert len(desk.campaigns.preview(CARDS, [reachable, silent]).people) == 2, "a card can be handed over"


def test_who_said_no_more_calls_gets_cards_but_no_calls(desk: Desk) -> None:
    (anna, bob) = ids(people(desk, 2))
    first = desk.campaigns.begin(CALLS, [anna, bob])
    desk.greetings.called(f"campaign/{first.id}/{anna}", Outcome.NEVER)
    again = desk.campaigns.preview(Plan(CampaignKind.CALLS, apart=0), [anna])
    assert again.left_out == ((LeftOut.NOT_WANTED, 1),)
    assert desk.campaigns.preview(CARDS, [anna]).left_out == ()


def test_nobody_gets_the_same_twice_within_sixty_days(desk: Desk, clock: Clock) -> None:
    group = ids(people(desk))
    desk.campaigns.begin(VOUCHERS, group)
    recent = ((LeftOut.RECENT, 3),)
    assert desk.campaigns.preview(VOUCHERS, group).left_out == recent
    assert desk.campaigns.preview(CARDS, group).left_out == (), "a card is something else"
    with_gift = Plan(CampaignKind.GREETINGS, gift=COFFEE)
    assert desk.campaigns.preview(with_gift, group).left_out == recent, "but not with a second voucher in it"
    with pytest.raises(BadRequest, match="nobody_left"):
        desk.campaigns.begin(VOUCHERS, group)
    clock.forward(days=60)
    assert desk.campaigns.preview(VOUCHERS, group).left_out == ()


def test_a_campaign_that_was_stopped_keeps_nobody_from_another(desk: Desk) -> None:
    group = ids(people(desk))
    first = desk.campaigns.begin(VOUCHERS, group)
    desk.campaigns.stop(first.id)
    assert desk.campaigns.preview(VOUCHERS, group).left_out == ()


def test_there_are_no_more_than_wanted_or_than_are_left_of_the_reward(desk: Desk) -> None:
    group = ids(people(desk, 4))
    few = desk.campaigns.preview(Plan(CampaignKind.GREETINGS, most=2), group)
    assert ([person.id for person in few.people], few.left_out) == (group[:2], ((LeftOut.TOO_MANY, 2),))
    five = Plan(CampaignKind.VOUCHERS, gift=CampaignGift(reward="five"))
    campaign = desk.campaigns.begin(five, group)
    assert (campaign.people, campaign.left_out) == (3, ((LeftOut.TOO_MANY, 1),)), "three are in stock"
    assert desk.campaigns.preview(Plan(CampaignKind.VOUCHERS, gift=five.gift, apart=0), group).people == ()
    desk.campaigns.stop(campaign.id)
    assert len(desk.campaigns.preview(five, group).people) == 3, "what is cancelled is to be had again"


def test_the_test_group_gets_no_vouchers_but_cards(clock: Clock) -> None:
    desk = Desk.in_memory(PROGRAMME + "\n[test_group]\nevery = 2\n", clock)
    group = [join(desk, f"Customer {number}", consent="Agreed")[0] for number in range(20)]
    without = {each for each in group if is_without_offers(desk.shop.programme, desk.customers.get(each))}
    chosen = desk.campaigns.preview(VOUCHERS, group)
    assert without
    assert chosen.left_out == ((LeftOut.NO_OFFERS, len(without)),)
    assert not without & {person.id for person in chosen.people}
    assert len(desk.campaigns.preview(CARDS, group).people) == 20


def test_money_and_percents_can_be_given_that_are_no_reward(desk: Desk) -> None:
    group = people(desk)
    money = CampaignGift(money=500, name="Five euros for you", valid_days=10)
    campaign = desk.campaigns.begin(Plan(CampaignKind.VOUCHERS, gift=money), ids(group))
    (voucher, *_others) = desk.campaigns.vouchers(campaign.id)
    assert (voucher.name, voucher.gives.money, voucher.last_day) == ("Five euros for you", 500, date(2026, 3, 24))
    assert buy(desk, group[0][1], 2000, vouchers=(voucher.code,)).quote.due == 1500
    percent = CampaignGift(percent=10, name="Ten percent off")
    other = desk.campaigns.begin(Plan(CampaignKind.VOUCHERS, gift=percent, apart=0), ids(group))
    tenth = desk.campaigns.vouchers(other.id)[1]
    assert tenth.last_day is None
    assert buy(desk, group[1][1], 2000, vouchers=(tenth.code,)).quote.due == 1800
    assert desk.shop.faults() == []


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (Plan(CampaignKind.VOUCHERS), "gift"),
        (Plan(CampaignKind.VOUCHERS, gift=CampaignGift()), "gift"),
        (Plan(CampaignKind.VOUCHERS, gift=CampaignGift(money=5, percent=5, name="x")), "gift"),
        (Plan(CampaignKind.VOUCHERS, gift=CampaignGift(money=-5, name="x")), "gift"),
        (Plan(CampaignKind.VOUCHERS, gift=CampaignGift(money=10**12, name="x")), "money"),
        (Plan(CampaignKind.VOUCHERS, gift=CampaignGift(percent=101, name="x")), "percent"),
        (Plan(CampaignKind.VOUCHERS, gift=CampaignGift(money=5, name=" \n ")), "name"),
        (Plan(CampaignKind.VOUCHERS, gift=CampaignGift(money=5, name="x" * 81)), "name"),
        (Plan(CampaignKind.VOUCHERS, gift=CampaignGift(reward="coffee", valid_days=0)), "valid_days"),
        (Plan(CampaignKind.GREETINGS, apart=-1), "apart"),
        (Plan(CampaignKind.GREETINGS, most=0), "most"),
        (Plan(CampaignKind.GREETINGS, most=5001), "most"),
        (Plan(CampaignKind.GREETINGS, group="x" * 61), "group"),
        (Plan(CampaignKind.GREETINGS, group="a\nb"), "group"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused_and_nothing_changes(desk: Desk, plan: Plan, field: str) -> None:
    group = ids(people(desk))
    with refuses(desk, BadRequest) as refusal:
        desk.campaigns.begin(plan, group)
    assert refusal.value.field == field


def test_a_reward_that_there_is_not_is_refused(desk: Desk) -> None:
    group = ids(people(desk))
    with refuses(desk, UnknownReward):
        desk.campaigns.begin(Plan(CampaignKind.VOUCHERS, gift=CampaignGift(reward="tea")), group)
    with refuses(desk, BadRequest):
        desk.campaigns.stop("no campaign")


def test_what_came_of_it_counts_thirty_days(desk: Desk, clock: Clock) -> None:
    group = people(desk, 4)
    plan = Plan(CampaignKind.VOUCHERS, gift=CampaignGift(reward="coffee", valid_days=90))
    campaign = desk.campaigns.begin(plan, ids(group))
    vouchers = {each.customer: each for each in desk.campaigns.vouchers(campaign.id)}
    clock.forward(days=2)
    buy(desk, group[0][1], 900, vouchers=(vouchers[group[0][0]].code,))
    back = buy(desk, group[1][1], 900)
    desk.till.bring_back(desk.till.purchase(back.receipt), Asked())
    clock.to("2026-04-13T18:00:00")
    buy(desk, group[2][1], 900)
    assert not desk.campaigns.result(campaign.id).is_over
    clock.to("2026-04-14T09:00:00")
    buy(desk, group[3][1], 900, vouchers=(vouchers[group[3][0]].code,))
    result = desk.campaigns.result(campaign.id)
    assert (result.people, result.vouchers, result.used, result.came_back) == (4, 4, 1, 2)
    assert result.is_over


def test_who_bought_before_it_on_the_same_day_has_not_come_back(desk: Desk, clock: Clock) -> None:
    ((anna, card),) = people(desk, 1)
    buy(desk, card, 900)
    clock.forward(minutes=5)
    campaign = desk.campaigns.begin(CARDS, [anna])
    assert desk.campaigns.result(campaign.id).came_back == 0
    clock.forward(minutes=5)
    buy(desk, card, 900)
    assert desk.campaigns.result(campaign.id).came_back == 1


def test_stopped_its_unused_vouchers_count_no_more(desk: Desk) -> None:
    group = people(desk)
    campaign = desk.campaigns.begin(VOUCHERS, ids(group))
    first, second, _third = desk.campaigns.vouchers(campaign.id)
    desk.rewards.use(first.code)
    anew = desk.rewards.reprint(second.code)
    assert desk.campaigns.stop(campaign.id) == 2
    assert desk.campaigns.stop(campaign.id) == 0, "a second time there is nothing left"
    assert desk.rewards.voucher(first.code).state is VoucherState.USED
    with pytest.raises(VoucherNotUsable):
        desk.rewards.use(anew.code)
    assert desk.campaigns.vouchers(campaign.id) == []
    assert desk.campaigns.get(campaign.id).stopped
    assert desk.campaigns.result(campaign.id).used == 1
    assert desk.campaigns.greetings(campaign.id) == []


def test_money_that_was_used_in_part_is_kept_when_it_is_stopped(desk: Desk) -> None:
    group = people(desk, 2)
    gift = CampaignGift(money=500, name="Five")
    campaign = desk.campaigns.begin(Plan(CampaignKind.VOUCHERS, gift=gift), ids(group))
    first, _second = desk.campaigns.vouchers(campaign.id)
    buy(desk, group[0][1], 200, vouchers=(first.code,))
    assert desk.campaigns.result(campaign.id).used == 1
    assert desk.campaigns.stop(campaign.id) == 1
    assert desk.rewards.voucher(first.code).left == 300


def test_its_cards_say_what_it_is_about_with_the_voucher_inside(desk: Desk) -> None:
    group = ids(people(desk, 1, language="pl"))
    campaign = desk.campaigns.begin(VOUCHERS, group)
    (greeting,) = desk.campaigns.greetings(campaign.id)
    words = desk.greetings.words(greeting)
    assert words.salutation == "Szanowna Pani Anno!"
    assert "Free coffee" in words.text
    assert "13.04.2026" in words.text
    (voucher,) = desk.campaigns.vouchers(campaign.id)
    assert desk.greetings.gift(greeting) == desk.greetings.gift_inside(greeting, planned="five") == voucher
    desk.rewards.use(voucher.code)
    assert desk.greetings.gift(greeting) is None
    assert "Free coffee" not in desk.greetings.words(greeting).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_it_will_say_can_be_read_before(desk: Desk, language: str) -> None:
    group = ids(people(desk, 1, language=language))
    person = desk.customers.get(group[0])
    for subject in Subject:
        heading, text = desk.campaigns.sample(Plan(CampaignKind.VOUCHERS, subject=subject, gift=COFFEE), person)
        assert heading
        assert "Free coffee" not in text
        assert desk.campaigns.sample(Plan(CampaignKind.CALLS, subject=subject), person)[0] == ""


def test_cards_are_marked_for_each_and_in_each_campaign_anew(desk: Desk, clock: Clock) -> None:
    group = ids(people(desk))
    first = desk.campaigns.begin(CARDS, group)
    cards = desk.campaigns.greetings(first.id)
    desk.greetings.keep_state([cards[0].id], State.PRINTED)
    desk.greetings.keep_state([cards[1].id], State.SENT)
    states = [each.state for each in desk.campaigns.greetings(first.id)]
    assert states == [State.PRINTED, State.SENT, State.TO_DO]
    result = desk.campaigns.result(first.id)
    assert (result.printed, result.sent) == (1, 1)
    clock.forward(days=70)
    second = desk.campaigns.begin(CARDS, group)
    assert {each.state for each in desk.campaigns.greetings(second.id)} == {State.TO_DO}
    desk.campaigns.stop(first.id)
    assert len(desk.campaigns.greetings(first.id)) == 2, "what was done is not forgotten"


def test_who_is_forgotten_drops_out(desk: Desk) -> None:
    group = ids(people(desk))
    campaign = desk.campaigns.begin(VOUCHERS, group)
    desk.customers.erase(group[0])
    assert [person.id for person in desk.campaigns.members(campaign.id)] == group[1:]
    assert len(desk.campaigns.greetings(campaign.id)) == 2
    assert len(desk.campaigns.vouchers(campaign.id)) == 2
    assert desk.campaigns.result(campaign.id).people == 2
    assert desk.campaigns.stop(campaign.id) == 2
    assert desk.shop.faults() == []


def test_two_records_of_one_person_get_it_once(desk: Desk) -> None:
    group = people(desk)
    campaign = desk.campaigns.begin(VOUCHERS, ids(group[:2]))
    stays = desk.accounts.merge(keep=group[1][0], drop=group[0][0]).id
    assert [person.id for person in desk.campaigns.members(campaign.id)] == [stays]
    (greeting,) = desk.campaigns.greetings(campaign.id)
    assert desk.greetings.gift(greeting) is not None
    assert len(desk.campaigns.vouchers(campaign.id)) == 2, "both papers are out"
    assert desk.campaigns.preview(Plan(CampaignKind.GREETINGS), ids(group[:2])).people == (desk.customers.get(stays),)
    assert desk.campaigns.preview(VOUCHERS, ids(group[:2])).left_out == ((LeftOut.RECENT, 1),)


def test_what_it_costs_is_told_before(desk: Desk) -> None:
    group = people(desk)
    for _customer, card in group[:2]:
        buy(desk, card, 3000)
    money = desk.campaigns.preview(Plan(CampaignKind.VOUCHERS, gift=CampaignGift(money=500, name="Five")), ids(group))
    assert (money.worth, money.estimated) == (1500, False)
    tenth = Plan(CampaignKind.VOUCHERS, gift=CampaignGift(percent=10, name="Ten"))
    assert (desk.campaigns.preview(tenth, ids(group)).worth, desk.campaigns.preview(tenth, ids(group)).estimated) == (
        900, True,
    ), "who never bought anything counts with the average of the others"  # fmt: skip
    guess = desk.campaigns.preview(VOUCHERS, ids(group))
    assert guess.estimated
    desk.products.save(Product("COFFEE", "Coffee", price=260))
    assert (desk.campaigns.preview(VOUCHERS, ids(group)).worth, guess.worth > 0) == (780, True)


def test_its_people_are_on_the_list_of_calls_with_words_and_a_voucher(desk: Desk) -> None:
    group = ids(people(desk, 2))
    campaign = desk.campaigns.begin(Plan(CampaignKind.CALLS, gift=COFFEE), group)
    calls = desk.greetings.calls()
    assert [(call.customer.id, call.kind) for call in calls] == [(each, CallKind.CAMPAIGN) for each in group]
    assert "Free coffee" in calls[0].spoken
    assert "13 April 2026" in calls[0].message
    desk.greetings.called(calls[0].id, Outcome.REACHED)
    desk.greetings.called(calls[1].id, Outcome.NO_ANSWER)
    result = desk.campaigns.result(campaign.id)
    assert (result.called, result.reached) == (1, 1)
    assert desk.campaigns.greetings(campaign.id) == []


def test_calls_stay_until_they_are_made_or_the_campaign_ends(desk: Desk, clock: Clock) -> None:
    group = ids(people(desk, 2))
    campaign = desk.campaigns.begin(CALLS, group)
    desk.greetings.called(desk.greetings.calls()[0].id, Outcome.REACHED)
    clock.forward(days=5)
    assert [call.customer.id for call in desk.greetings.calls()] == group[1:]
    desk.campaigns.stop(campaign.id)
    assert desk.greetings.calls() == []
    other = desk.campaigns.begin(CALLS, group)
    clock.forward(days=30)
    assert desk.greetings.calls() == []
    assert desk.campaigns.get(other.id).stopped is None


def test_who_has_not_come_for_long_is_not_listed_twice(desk: Desk, clock: Clock) -> None:
    ((anna, card),) = people(desk, 1)
    for _ in range(3):
        buy(desk, card, 500)
    clock.forward(days=60)
    assert [call.kind for call in desk.greetings.calls()] == [CallKind.ABSENT]
    desk.campaigns.begin(CALLS, [anna])
    assert [call.kind for call in desk.greetings.calls()] == [CallKind.CAMPAIGN]
