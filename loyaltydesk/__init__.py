"""Loyalty Desk: the shop's loyalty rules and its file, without any window."""

__version__ = "0.4.0"
