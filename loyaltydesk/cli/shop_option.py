"""The shop that a command works on, opened and locked for as long as the command runs."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from loyaltydesk.desk import Desk
from loyaltydesk.words import LANGUAGES, use


def now() -> datetime:
    """The computer's clock in the shop's own time zone."""
    return datetime.now().astimezone()


def speak(language: str = "") -> None:
    """Speaks `language`, or the one of the user's environment."""
    wished = language or os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "en"
    use(wished[:2] if wished[:2] in LANGUAGES else "en")


def shop_path(context: click.Context) -> Path:
    """The file that `--shop`, `LOYALTYDESK_SHOP` or the user's data folder names."""
    path: Path = context.find_root().obj
    return path


@contextmanager
def opened(context: click.Context, *, writes: bool = True) -> Iterator[Desk]:
    """The desk of the shop; one that `writes` has the file for itself. Raises the refusals of opening it."""
    desk = Desk.open(shop_path(context), now, alone=writes)
    speak(desk.shop.settings().language)
    try:
        with desk.asking():
            yield desk
    finally:
        desk.close()
