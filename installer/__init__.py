"""What turns a copy of the source into a running, checked programme on this computer."""


class Halt(Exception):
    """The set-up cannot go on; its text is a clear sentence or two for the person who started it."""
