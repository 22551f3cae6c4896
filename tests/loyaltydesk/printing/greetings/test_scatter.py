"""Things that lie about: apart from each other, off the words, as dense as asked."""

import math

from loyaltydesk.printing.greetings.field import Box, Field
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.scatter import scattered

FIELD = ((105.0, 148.0), Palette("#FFFFFF", "#000000", ("#111111", "#222222", "#333333")))


def test_places_keep_apart_and_off_the_words() -> None:
    field = Field(*FIELD, calm=Box(20, 50, 65, 40), seed="a")
    places = list(scattered(field, 80, gap=6, density=lambda *_: 1.0, clear=4))
    assert len(places) > 60
    assert not any(field.calm.near(place, 3.99) for place in places)
    assert all(math.dist(one, two) >= 6 for n, one in enumerate(places) for two in places[n + 1 :])


def test_nothing_lies_where_nothing_is_wanted_and_a_full_side_ends_the_search() -> None:
    field = Field(*FIELD, calm=Box(0, 0, 1, 1), seed="a")
    assert all(y < 75 for _, y in scattered(field, 50, gap=2, density=lambda _, down: float(down < 0.5)))
    assert len(list(scattered(field, 5000, gap=40, density=lambda *_: 1.0))) < 30
