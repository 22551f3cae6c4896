"""`python -m loyaltydesk` is the command `loyaltydesk`."""

from loyaltydesk.cli import main

main()
