"""The Greetings page: whom to wish well this week, the card for each of them, and whom to call."""
