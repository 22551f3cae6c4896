"""Greeting cards on paper: drawn as scenes in millimetres, with their envelopes and address labels."""

from loyaltydesk.printing.greetings.address import address_lines
from loyaltydesk.printing.greetings.cards import Side, View, greeting_scene, greeting_views
from loyaltydesk.printing.greetings.designs import DESIGNS
from loyaltydesk.printing.greetings.envelope import ENVELOPES, Feed, envelope_scene
from loyaltydesk.printing.greetings.face import GreetingFace, GreetingLook
from loyaltydesk.printing.greetings.formats import FORMATS, SHEETS, sheets_for
from loyaltydesk.printing.greetings.labels import LABEL_STOCKS, address_label_scene
from loyaltydesk.printing.greetings.lettering import LETTERINGS

__all__ = [
    "DESIGNS",
    "ENVELOPES",
    "FORMATS",
    "LABEL_STOCKS",
    "LETTERINGS",
    "SHEETS",
    "Feed",
    "GreetingFace",
    "GreetingLook",
    "Side",
    "View",
    "address_label_scene",
    "address_lines",
    "envelope_scene",
    "greeting_scene",
    "greeting_views",
    "sheets_for",
]
