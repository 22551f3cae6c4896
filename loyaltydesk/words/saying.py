"""Two lines for whoever sees to something: what is the matter, and what to do about it."""

from msgspec import Struct


class Saying(Struct, frozen=True):
    """The headline says what is the matter, the hint what to do about it."""

    headline: str
    hint: str
