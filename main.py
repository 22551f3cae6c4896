"""Starts Loyalty Desk: which shop, and then the window."""

import argparse
import sys
from datetime import datetime
from pathlib import Path

from loyaltydesk.computer import demo_file, shop_file


def now() -> datetime:
    """The computer's clock in the shop's own time zone."""
    return datetime.now().astimezone()


def main() -> int:
    """Reads the command line and runs the window; returns the exit status."""
    parser = argparse.ArgumentParser(prog="loyaltydesk", description=__doc__)
    parser.add_argument("--shop", type=Path, help="the shop's file")
    parser.add_argument("--demo", action="store_true", help="look around in a demo shop, which is made if need be")
    options = parser.parse_args()
    from ui.app import start

    if options.demo:
        return start(options.shop or demo_file(shop_file()), now, demo=True)
    return start(options.shop or shop_file(), now)


if __name__ == "__main__":
    sys.exit(main())
