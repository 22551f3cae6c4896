"""The Programme page: its rules in plain words, changed in forms, saved as a new version, with its history."""
