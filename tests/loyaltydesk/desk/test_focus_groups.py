"""Focus groups are drawn by lot among those who may be asked, so that everybody can work it out again."""

from hashlib import sha256

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.desk.greeting_marks import GreetingMarks
from loyaltydesk.model.focus_groups import Reply, Whom
from loyaltydesk.model.refusals import BadRequest
from tests.shop import buy, join, refuses


@pytest.fixture
def people(desk: Desk) -> list[str]:
    """Twenty who agreed and have a phone."""
    return [join(desk, f"Customer {n}", phone=f"+371200123{n:02}", consent="Agreed")[0] for n in range(20)]


def drawn(desk: Desk, group: str) -> list[str]:
    return [place.customer.id for place in desk.focus_groups.get(group).places if place.customer]


def test_the_lowest_digests_are_drawn_and_everybody_can_work_it_out(desk: Desk, people: list[str]) -> None:
    group = desk.focus_groups.draw("Bread", 5)
    naive = sorted(people, key=lambda person: sha256(f"{group.seed}/{person}".encode()).hexdigest())
    assert drawn(desk, group.id) == naive[:5]
    assert group.pool == sha256("\n".join(sorted(people)).encode()).hexdigest()
    assert (group.among, group.wanted, desk.focus_groups.proves(group.id)) == (20, 5, True)
    join(desk, "Somebody new", phone="+37129999999", consent="Agreed")
    assert desk.focus_groups.proves(group.id) is None  # others may be asked by now


def test_only_who_may_be_asked_is_drawn(desk: Desk, people: list[str]) -> None:
    join(desk, "No consent", phone="+37120009999")
    join(desk, "No phone", consent="Agreed")
    desk.customers.block(people[0], blocked=True)
    GreetingMarks(desk._core).want(people[1], calls=False)
    desk.customers.erase(people[2])
    desk.accounts.merge(keep=people[3], drop=people[4])
    left = {*people[3:]} - {people[4]}
    assert set(desk.focus_groups.eligible(Whom.ALL)) == left
    assert set(drawn(desk, desk.focus_groups.draw("Bread", 60).id)) == left


def test_it_is_drawn_from_a_tier_or_a_group(desk: Desk, people: list[str]) -> None:
    for customer in people[:3]:
        buy(desk, desk.customers.card_number(customer), 20_000)
    assert set(drawn(desk, desk.focus_groups.draw("Bread", 9, whom=Whom.TIER, which="Silver").id)) == set(people[:3])
    never = desk.focus_groups.draw("Bread", 60, whom=Whom.GROUP, which="not_yet")
    assert set(drawn(desk, never.id)) == set(people[3:])
    for whom, which in ((Whom.GROUP, "champions"), (Whom.GROUP, "nonsense"), (Whom.TIER, "Platinum")):
        with refuses(desk, BadRequest):
            desk.focus_groups.draw("Bread", 5, whom=whom, which=which)


def test_who_declines_gives_way_to_the_next_of_the_same_lot(desk: Desk, people: list[str]) -> None:
    group = desk.focus_groups.draw("Bread", 3)
    first, second, _third = drawn(desk, group.id)
    with refuses(desk, BadRequest):
        desk.focus_groups.draw_more(group.id)  # nobody has declined
    desk.focus_groups.reply(group.id, first, reply=Reply.DECLINES)
    desk.focus_groups.reply(group.id, second, reply=Reply.COMES)
    found = desk.focus_groups.draw_more(group.id)
    naive = sorted(people, key=lambda person: sha256(f"{group.seed}/{person}".encode()).hexdigest())
    assert drawn(desk, group.id) == naive[:4]
    assert (found.coming, found.free, found.places[0].reply) == (1, 0, Reply.DECLINES)
    desk.customers.erase(naive[3])
    assert desk.focus_groups.get(group.id).free == 1
    assert desk.focus_groups.get(group.id).places[3].customer is None


def test_nobody_is_left_in_the_end(desk: Desk, people: list[str]) -> None:
    group = desk.focus_groups.draw("Bread", 20)
    desk.focus_groups.reply(group.id, people[0], reply=Reply.NOT_REACHED)
    with refuses(desk, BadRequest):
        desk.focus_groups.draw_more(group.id)


def test_each_draw_stays(desk: Desk, people: list[str]) -> None:
    one, other = desk.focus_groups.draw("Bread", 3), desk.focus_groups.draw("Bread", 3)
    assert {each.id for each in desk.focus_groups.all()} == {one.id, other.id}
    assert one.seed != other.seed


def test_what_makes_no_sense_is_refused(desk: Desk, people: list[str]) -> None:
    group = desk.focus_groups.draw("Bread", 1)
    for title, wanted in (("", 3), ("x" * 81, 3), ("Bread", 0), ("Bread", 61)):
        with refuses(desk, BadRequest):
            desk.focus_groups.draw(title, wanted)
    stranger = next(person for person in people if person not in drawn(desk, group.id))
    for wrong in (stranger, "nobody"):
        with refuses(desk, BadRequest):
            desk.focus_groups.reply(group.id, wrong, reply=Reply.COMES)
    with refuses(desk, BadRequest):
        desk.focus_groups.get("none")
