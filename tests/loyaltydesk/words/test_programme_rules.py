"""All rules of a programme as lines: each has one, and none is without words."""

from hypothesis import given, settings

from loyaltydesk.model.programme import Programme
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.manner import Manner
from loyaltydesk.words.programme_rules import lines_of, rule_lines
from tests.loyaltydesk.rules.programmes import programmes
from tests.loyaltydesk.rules.shopping import programme
from tests.loyaltydesk.words.rules_in_words import EARN


@settings(max_examples=10)
@given(programmes())
def test_every_rule_has_one_line_and_every_line_words(rules: Programme) -> None:
    lines = rule_lines(rules, Manner(BabelFormats("en", rules.currency)))
    assert all(line.title and all(line.details) for line in lines)
    listed = (rules.earn, rules.multiply, rules.bonus, rules.occasions, rules.tiers, rules.rewards)
    listed += (rules.stamp_cards, rules.promotions, rules.next_purchase)
    assert len([line for line in lines if line.key]) == sum(map(len, listed))
    assert len({(line.table, line.key) for line in lines}) == len(lines)


def test_a_line_knows_its_place_in_the_file() -> None:
    rules = programme(EARN + EARN.replace("base", "second"))
    lines = lines_of(rule_lines(rules, Manner(BabelFormats("en", rules.currency))), "earn")
    assert [(line.key, line.number) for line in lines] == [("base", 0), ("second", 1)]


def test_the_first_line_is_the_programme_itself() -> None:
    rules = programme(EARN)
    assert rule_lines(rules, Manner(BabelFormats("en", rules.currency)))[0].text == "Rīts · EUR"
