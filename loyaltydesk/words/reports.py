"""The reports for the desk drawer in words: what a day is parted into, and the sentences of the letter."""

from loyaltydesk.words.catalogue import mark

REPORT_REASONS = {"report_to_come": mark("That time is still to come. Choose one that has begun.")}
