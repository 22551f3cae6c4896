"""The Cards page: how the card looks, and cards printed blank or for a customer."""
