"""What pages open to begin something for a whole group of customers; like ui/paper, this is no page."""
