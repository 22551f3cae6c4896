"""A backup is put back: which one, how far it is, and a window for the time when there is no shop."""
