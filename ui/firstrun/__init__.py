"""The first run: a few questions, and there is a shop; or a look around in a demo shop."""
