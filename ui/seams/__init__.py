"""What is done in one place only, for every page: the scanner, the sounds, the session, messages and tasks."""
