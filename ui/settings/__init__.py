"""The Settings page: the shop, the look, this till, its scanner, the safety of the file, and what this program is."""
