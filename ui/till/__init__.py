"""The till: scan, amount, Enter, and whatever else happens at the counter."""
