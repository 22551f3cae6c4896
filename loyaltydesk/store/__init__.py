"""The shop's file: an append-only journal of facts in SQLite, and the tables that follow from it."""
