"""The Insights page: how the programme does, and what to do next."""
