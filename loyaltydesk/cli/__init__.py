"""The command line: `loyaltydesk [--shop FILE] COMMAND`."""

from loyaltydesk.cli.main import main

__all__ = ["main"]
