"""How much there is to draw in an SVG drawing, what it draws again and again counted each time."""

import re
from collections.abc import Callable, Mapping

MOST_DRAWN = 300_000  # elements, each as often as it is referred to
WEIGHTS = {"mask": 3_000, "image": 1_000, "pattern": 100}  # elements that take as long to draw
EFFECT = 30_000  # a step of a filter (feGaussianBlur and others), which goes over the whole drawing
MANIFOLD = frozenset(("mask", "filter", "pattern"))  # what a style sheet may ask for any number of times
LARGEST = 1_000_000  # of any coordinate
FINEST = 5_000  # dashes along the largest of them
MEASURES = frozenset(
    "d points transform viewbox x y x1 y1 x2 y2 r cx cy rx ry width height stroke-width font-size".split()
)
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
DASHES = re.compile(r"stroke-dasharray\s*:\s*([^;]*)", re.IGNORECASE)


class Extent:
    """Counts while a drawing is read; `check` says in the end whether it is too much."""

    def __init__(self) -> None:
        self._open: list[int] = []
        self._kinds: list[str] = []
        self._within: list[list[int]] = []  # of each element: the elements in it
        self._refers: list[list[str]] = []  # of each element: the names of those that it draws once more
        self._styled: set[str] = set()  # names of which a style sheet speaks
        self._named: dict[str, int] = {}
        self._largest = 1.0
        self._finest = float("inf")

    @property
    def elements(self) -> int:
        """How many there are."""
        return len(self._within)

    def begin(self, kind: str, attributes: Mapping[str, str]) -> None:
        """An element of a kind (in small letters) begins, within the one that is open."""
        number = self.elements
        if self._open:
            self._within[self._open[-1]].append(number)
        self._open.append(number)
        self._kinds.append(kind)
        self._within.append([])
        self._refers.append([])
        for name, value in attributes.items():
            if name == "id":
                self._named.setdefault(value, number)
            else:
                self._measure(name.lower(), value)

    def end(self) -> None:
        """The open element ends."""
        self._open.pop()

    def refer(self, name: str) -> None:
        """The open element draws another one once more."""
        self._refers[self._open[-1]].append(name)
        if self._kinds[self._open[-1]] == "style":
            self._styled.add(name)

    def check(self, refuse: Callable[[str], None]) -> None:
        """Calls `refuse` where the drawing is too large, too finely dashed, drawn too often or drawn within itself."""
        too_fine = self._largest > LARGEST or self._largest / self._finest > FINEST
        if too_fine or self._multiplies() or self._drawn() > MOST_DRAWN:
            refuse("too_complex")

    def _multiplies(self) -> bool:
        """Whether something is drawn nobody knows how often: at each point of a line, or as a style sheet says."""
        named = {name: self._kinds[number] for name, number in self._named.items()}
        marked = any(named.get(name) == "marker" for names in self._refers for name in names)
        return marked or any(named.get(name) in MANIFOLD for name in self._styled)

    def _measure(self, name: str, value: str) -> None:
        if name in MEASURES:
            self._largest = max(self._largest, *_sizes(value), 1.0)
        dashes = value if name == "stroke-dasharray" else " ".join(DASHES.findall(value)) if name == "style" else ""
        if (once := sum(_sizes(dashes))) > 0:
            self._finest = min(self._finest, once)

    def _drawn(self) -> float:
        """How many elements are drawn in the end; endless for one that is drawn within itself."""
        drawn: dict[int, float] = {}
        begun: set[int] = set()
        waiting = list(range(self.elements))
        while waiting:
            number = waiting[-1]
            parts = self._parts(number)
            missing = [part for part in parts if part not in drawn]
            if not missing:
                drawn[number] = min(self._cost(number, drawn), MOST_DRAWN * 2)
                waiting.pop()
            elif number in begun and any(part in begun for part in missing):
                return float("inf")
            else:
                begun.add(number)
                waiting += missing
        return drawn.get(0, 0)

    def _cost(self, number: int, drawn: Mapping[int, float]) -> float:
        """What an element costs with all its parts; what fills it may fill each element in it."""
        kind, parts = self._kinds[number], self._parts(number)
        once = EFFECT if kind.startswith("fe") else WEIGHTS.get(kind, 1)
        fills = [part for part in parts[len(self._within[number]) :] if self._kinds[part] == "pattern"]
        filled = 1 + sum(drawn[part] for part in fills)
        return (once + sum(drawn[part] for part in parts) - filled + 1) * filled

    def _parts(self, number: int) -> list[int]:
        named = (self._named[name] for name in self._refers[number] if name in self._named)
        return [*self._within[number], *named]


def _sizes(text: str) -> list[float]:
    """The numbers in `text` without their signs."""
    return [abs(float(number)) for number in NUMBER.findall(text)]
