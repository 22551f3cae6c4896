"""The designs of greeting cards, by the name they are kept under."""

from loyaltydesk.printing.greetings.designs.balloons import BALLOONS
from loyaltydesk.printing.greetings.designs.cake import CAKE
from loyaltydesk.printing.greetings.designs.coffee import COFFEE
from loyaltydesk.printing.greetings.designs.confetti import CONFETTI
from loyaltydesk.printing.greetings.designs.easter import EASTER
from loyaltydesk.printing.greetings.designs.garland import GARLAND
from loyaltydesk.printing.greetings.designs.meadow import MEADOW
from loyaltydesk.printing.greetings.designs.midsummer import MIDSUMMER
from loyaltydesk.printing.greetings.designs.night import NIGHT
from loyaltydesk.printing.greetings.designs.tulips import TULIPS
from loyaltydesk.printing.greetings.designs.winter import WINTER
from loyaltydesk.printing.greetings.designs.wreath import WREATH
from loyaltydesk.printing.greetings.field import Design

DESIGNS: dict[str, Design] = {
    "confetti": CONFETTI,
    "balloons": BALLOONS,
    "cake": CAKE,
    "garland": GARLAND,
    "wreath": WREATH,
    "meadow": MEADOW,
    "tulips": TULIPS,
    "coffee": COFFEE,
    "night": NIGHT,
    "winter": WINTER,
    "easter": EASTER,
    "midsummer": MIDSUMMER,
}
