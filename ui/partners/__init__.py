"""The Partners page: suppliers and partner shops, with their terms and what to remember."""
