"""Greeting cards on paper: drawn as scenes in millimetres, with their envelopes and address labels."""

from loyaltydesk.printing.greetings.cards import View, greeting_scene, greeting_views
from loyaltydesk.printing.greetings.designs import DESIGNS
from loyaltydesk.printing.greetings.face import GreetingFace, GreetingLook
from loyaltydesk.printing.greetings.formats import FORMATS, SHEETS, sheets_for
from loyaltydesk.printing.greetings.lettering import LETTERINGS

__all__ = [
    "DESIGNS",
    "FORMATS",
    "LETTERINGS",
    "SHEETS",
    "GreetingFace",
    "GreetingLook",
    "View",
    "greeting_scene",
    "greeting_views",
    "sheets_for",
]
