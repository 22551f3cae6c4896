"""A curve adds nothing of its own to the points it goes through."""

from PySide6.QtCore import QPointF

from ui.theme.charts.curve import smooth, stretches


def test_the_curve_never_leaves_the_stretch_between_two_neighbours():
    points = [QPointF(0, 0), QPointF(1, 0), QPointF(2, 10), QPointF(3, 10), QPointF(4, 2)]
    box = smooth(points).boundingRect()
    assert (box.top(), box.bottom()) == (0, 10)
    back = smooth(points[::-1])
    assert back.currentPosition() == QPointF(0, 0)


def test_a_straight_line_stays_straight():
    line = smooth([QPointF(x, 3 * x) for x in range(6)])
    for part in range(101):
        spot = line.pointAtPercent(part / 100)
        assert abs(spot.y() - 3 * spot.x()) < 1e-6


def test_a_gap_parts_a_line_in_two():
    a, b, c = QPointF(0, 0), QPointF(1, 1), QPointF(3, 3)
    assert stretches([None, a, b, None, c]) == [[a, b], [c]]
    assert stretches([None]) == []
