"""Who of a group gets it: each person once, in order, and nobody is looked up when there is no more room."""

from msgspec.structs import replace

from loyaltydesk.model.campaigns import CampaignKind, LeftOut, Plan
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.greetings import GreetingRules
from loyaltydesk.rules.campaign_sieve import Circle, sift
from loyaltydesk.rules.greeting_due import Known
from loyaltydesk.rules.programme_file import read_programme
from tests.loyaltydesk.rules.greeted import person
from tests.shop import PROGRAMME

CIRCLE = Circle(Known(GreetingRules()), read_programme(PROGRAMME), frozenset(), room=5, wrong={})
PEOPLE = {each.id: each for each in (person(number=1, phone="+3711"), person("Bob", number=2), person(number=3))}
IDS = list(PEOPLE)


def test_two_names_of_one_person_are_one() -> None:
    found = sift([IDS[0], IDS[0], "twin"], Plan(CampaignKind.GREETINGS), CIRCLE, find=lambda _name: PEOPLE[IDS[0]])
    assert [each.id for each in found.people] == IDS[:1]
    assert found.left_out == ()


def test_nobody_is_looked_up_when_there_is_no_more_room() -> None:
    asked: list[str] = []

    def find(name: str) -> Customer | None:
        asked.append(name)
        return PEOPLE[name]

    found = sift(IDS, Plan(CampaignKind.GREETINGS), replace(CIRCLE, room=1), find=find)
    assert (len(found.people), found.left_out, asked) == (1, ((LeftOut.TOO_MANY, 2),), IDS[:1])


def test_a_wrong_number_is_no_number() -> None:
    calls = Plan(CampaignKind.CALLS)
    assert sift(IDS[:1], calls, CIRCLE, find=PEOPLE.get).left_out == ()
    wrong = replace(CIRCLE, wrong={IDS[0]: "+3711"})
    assert sift(IDS[:1], calls, wrong, find=PEOPLE.get).left_out == ((LeftOut.NO_PHONE, 1),)


def test_the_owner_may_greet_those_who_did_not_agree() -> None:
    shy = replace(PEOPLE[IDS[0]], profile=replace(PEOPLE[IDS[0]].profile, consent=""))
    anybody = replace(CIRCLE, known=Known(GreetingRules(only_agreed=False)))
    plan = Plan(CampaignKind.GREETINGS)
    assert sift([shy.id], plan, CIRCLE, find=lambda _name: shy).left_out == ((LeftOut.NO_CONSENT, 1),)
    assert len(sift([shy.id], plan, anybody, find=lambda _name: shy).people) == 1
