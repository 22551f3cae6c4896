"""Places for things that lie about: none on the words, none on another, and no pattern to be seen."""

import math
from collections.abc import Callable, Iterator

from loyaltydesk.printing.greetings.field import Field
from loyaltydesk.printing.strokes import Point

TRIES = 24  # for each place, before a side counts as full


def scattered(
    field: Field, count: int, *, gap: float, density: Callable[[float, float], float], clear: float = 3.0
) -> Iterator[Point]:
    """Up to `count` places, `gap` apart and `clear` of the calm box.

    `density` says for a place (its share of the width and of the height) how likely it is taken, 0 to 1.
    """
    chance, taken = field.chance, list[Point]()
    for _ in range(count * TRIES):
        across, down = chance.between(-0.02, 1.02), chance.between(-0.02, 1.02)
        place = (across * field.width, down * field.height)
        across, down = (min(max(share, 0.0), 1.0) for share in (across, down))
        if chance.between(0, 1) > density(across, down) or field.calm.near(place, clear):
            continue
        if all(math.dist(place, other) >= gap for other in taken):
            taken.append(place)
            yield place
        if len(taken) == count:
            return
