"""Where things of a scene lie in a PDF: millimetres from the top become points from the bottom here, nowhere else."""

import math

from msgspec import Struct

from loyaltydesk.printing.scene import POINTS_PER_MM, Group

Matrix = tuple[float, float, float, float, float, float]
UPRIGHT: Matrix = (1, 0, 0, 1, 0, 0)


class Frame(Struct, frozen=True):
    """The group in hand: its corner (mm), `top` of the paper above the foot (points), and how that paper is turned.

    `dot` is a dot of the printer (points).
    """

    top: float
    dot: float
    dx: float = 0
    dy: float = 0
    matrix: Matrix = UPRIGHT

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Millimetres within the group as points from the bottom left corner."""
        return (x + self.dx) * POINTS_PER_MM, self.top - (y + self.dy) * POINTS_PER_MM

    def moved(self, dx: float, dy: float) -> "Frame":
        """The frame of a group within this one that stands upright."""
        return Frame(self.top, self.dot, self.dx + dx, self.dy + dy, self.matrix)

    def turned(self, group: Group) -> tuple["Frame", str]:
        """The frame of a turned or larger group: its own (0, 0) is the origin. With the operator that makes it so."""
        turn = math.radians(group.turn)
        across, down = (round(group.scale * part, 9) for part in (math.cos(turn), math.sin(turn)))
        x, y = self.point(group.dx, group.dy)
        a, b, c, d, e, f = self.matrix
        matrix = (
            *(across * a - down * c, across * b - down * d, down * a + across * c, down * b + across * d),
            *(a * x + c * y + e, b * x + d * y + f),
        )
        return Frame(0, self.dot, matrix=matrix), f"{across:.9f} {-down:.9f} {down:.9f} {across:.9f} {x:.5f} {y:.5f} cm"

    def snap(self, points: float) -> float:
        """The nearest whole number of dots."""
        return round(points / self.dot) * self.dot

    def on_dots(self, x: float, y: float) -> tuple[float, float]:
        """The point whose place on the page is the nearest corner of a dot, whichever way up the paper is turned."""
        if self.matrix is UPRIGHT:
            return self.snap(x), self.snap(y)
        a, b, c, d, e, f = self.matrix
        right, up = self.snap(a * x + c * y + e) - e, self.snap(b * x + d * y + f) - f
        whole = a * d - b * c
        return (d * right - c * up) / whole, (a * up - b * right) / whole
