"""Paper on the screen and on a printer: the scene of loyaltydesk.printing painted by Qt, and a dialog to show it."""
