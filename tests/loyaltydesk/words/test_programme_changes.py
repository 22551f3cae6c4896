"""What is different between two programmes, in plain words."""

from hypothesis import given, settings

from loyaltydesk.model.programme import Programme
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.manner import Manner
from loyaltydesk.words.programme_changes import Change, ChangeKind, changes
from tests.loyaltydesk.rules.programmes import programmes
from tests.loyaltydesk.rules.shopping import programme
from tests.loyaltydesk.words.rules_in_words import EARN

CAKE = '[[bonus]]\nid = "cake"\npoints = 5\n'


def _changes(before: str, after: str) -> list[Change]:
    rules = programme(before)
    return changes(rules, programme(after), manner=Manner(BabelFormats("en", rules.currency)))


def test_a_rule_that_is_new() -> None:
    assert _changes(EARN, EARN + CAKE) == [
        Change(ChangeKind.ADDED, "bonus", after="5 points on top for the purchase"),
    ]


def test_a_rule_that_is_no_more() -> None:
    found = _changes(EARN + CAKE, EARN)
    assert found == [Change(ChangeKind.REMOVED, "bonus", before="5 points on top for the purchase")]
    assert found[0].name == "No more"


def test_a_rule_that_is_another_now_is_told_with_what_it_was() -> None:
    assert _changes(EARN, EARN.replace("points = 1", "points = 2")) == [
        Change(ChangeKind.CHANGED, "earn", "1 point for each full €1", "2 points for each full €1"),
    ]


def test_points_that_shall_end() -> None:
    assert _changes(EARN, '[points]\nexpire_after = "12 months"\n' + EARN) == [
        Change(ChangeKind.CHANGED, "expire", "Points do not end", "Points are valid for 12 months"),
    ]


def test_rules_in_another_order_are_told_since_rivals_go_by_it() -> None:
    other = EARN.replace("base", "other").replace("points = 1", "points = 3")
    found = _changes(EARN + other, other + EARN)
    assert [change.kind for change in found] == [ChangeKind.MOVED]
    assert found[0].after == "3 points for each full €1, 1 point for each full €1"


@settings(max_examples=10)
@given(programmes(), programmes())
def test_nothing_is_different_only_between_a_programme_and_itself(one: Programme, other: Programme) -> None:
    manner = Manner(BabelFormats("en", one.currency))
    assert changes(one, one, manner=manner) == []
    assert bool(changes(one, other, manner=manner)) == (one != other)
