"""The designs of greeting cards, by the name they are kept under."""

from loyaltydesk.printing.greetings.designs.confetti import CONFETTI
from loyaltydesk.printing.greetings.field import Design

DESIGNS: dict[str, Design] = {
    "confetti": CONFETTI,
}
