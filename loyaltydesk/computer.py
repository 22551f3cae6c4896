"""Where this computer keeps the files of the user: the same for the window and the command line."""

import logging
import os
from pathlib import Path

NAME = "LoyaltyDesk"


def shop_file() -> Path:
    """The shop that is meant when none is named: the one of LOYALTYDESK_SHOP, or the user's own."""
    from platformdirs import user_data_path

    named = os.environ.get("LOYALTYDESK_SHOP")
    return Path(named) if named else user_data_path(NAME, appauthor=False) / "shop.db"


def demo_file(shop: Path) -> Path:
    """Where the demo shop is that goes with `shop`: beside it."""
    return shop.with_name("demo.db")


def log_folder() -> Path:
    """Where the log is written, and the reports of what went wrong."""
    from platformdirs import user_log_path

    return user_log_path(NAME, appauthor=False)


def start_log() -> None:
    """Writes what happens to five files of a megabyte; a log that cannot be written is not worth a stop."""
    from logging.handlers import RotatingFileHandler

    folder = log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "loyaltydesk.log", maxBytes=1_000_000, backupCount=5, encoding="utf-8")
    except OSError:
        return
    logging.basicConfig(handlers=[handler], level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
