"""Starts Loyalty Desk: where the shop's file and the log are, and then the window."""

import argparse
import logging
import sys
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from platformdirs import user_data_path, user_log_path


def now() -> datetime:
    """The computer's clock in the shop's own time zone."""
    return datetime.now().astimezone()


def start_log() -> None:
    """Writes what happens to five files of a megabyte; a log that cannot be written is not worth a stop."""
    folder = user_log_path("LoyaltyDesk", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "loyaltydesk.log", maxBytes=1_000_000, backupCount=5, encoding="utf-8")
    except OSError:
        return
    logging.basicConfig(handlers=[handler], level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")


def main() -> int:
    """Reads the command line and runs the window; returns the exit status."""
    parser = argparse.ArgumentParser(prog="loyaltydesk", description=__doc__)
    parser.add_argument("--shop", type=Path, help="the shop's file")
    parser.add_argument("--demo", action="store_true", help="look around in a demo shop")
    options = parser.parse_args()
    start_log()
    folder = user_data_path("LoyaltyDesk", appauthor=False)
    path = options.shop or folder / ("demo.db" if options.demo else "shop.db")
    from ui.app import start

    return start(path, now)


if __name__ == "__main__":
    sys.exit(main())
