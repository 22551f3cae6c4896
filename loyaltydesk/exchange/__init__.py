"""Exchange: what leaves the shop as a table for other programs."""
