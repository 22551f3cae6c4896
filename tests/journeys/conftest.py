"""Journeys go through the real window, with the fixtures of tests/ui."""

from tests.ui.conftest import dressed, open_window, person, session, sounds, theme, tools, window

__all__ = ["dressed", "open_window", "person", "session", "sounds", "theme", "tools", "window"]
