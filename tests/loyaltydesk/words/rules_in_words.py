"""One rule of a programme file in English, for the tests of its words."""

from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.manner import Manner
from loyaltydesk.words.programme_rules import lines_of, rule_lines
from tests.loyaltydesk.rules.shopping import programme

EARN = '[[earn]]\nid = "base"\npoints = 1\nper = "1.00"\n'
TIERS = '[[tier]]\nname = "Gold"\nfrom = "100.00"\n'
COFFEE = 'gives = { product = "COFFEE" }\n'


def said(tables: str, table: str) -> str:
    """The first line about a table of this programme."""
    rules = programme(tables)
    manner = Manner(BabelFormats("en", rules.currency), {"COFFEE": "Coffee", "CAKE": "Cake"})
    return lines_of(rule_lines(rules, manner), table)[0].text
