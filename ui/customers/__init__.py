"""The Customers page: everybody in one list, and each customer's own page."""
