"""What every chart has in common apart from any widget: points that can be told, found, walked along and painted."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from ui.theme.charts.look import Look

NONE = -1  # no point is pointed at
_Key = Qt.Key


class Drawing(Struct, frozen=True, kw_only=True):
    """A chart as a value. `hint` is what stands in place of a chart without points."""

    hint: str = ""

    @property
    def count(self) -> int:
        """How many points there are."""
        raise NotImplementedError

    def told(self, at: int) -> Sequence[str]:
        """A point in words: its name, or its name and value in one, and then lines on what there is beside."""
        raise NotImplementedError

    def places(self, room: QRectF, look: Look) -> Sequence[QRectF]:
        """Where in `room` a mouse finds each point; those that have no place there are left out at the end."""
        raise NotImplementedError

    def marks(self, room: QRectF, look: Look) -> Sequence[QRectF]:
        """What of each place is seen, which the words of a point stand beside and the focus goes around."""
        return self.places(room, look)

    def paint_points(self, painter: QPainter, room: QRectF, look: Look, *, at: int) -> None:
        """Paints a chart that has points; that at `at` stands out."""
        raise NotImplementedError

    def wanted(self, look: Look) -> QSizeF:
        """The size at which it looks well, in px."""
        return QSizeF(480, 24 * look.m.fs_caption)

    def least(self, look: Look) -> QSizeF:
        """The size below which it cannot be read."""
        return QSizeF(160, 9 * look.m.fs_caption)

    def key(self, _at: int) -> str:
        """What choosing a point means; "" where points are only looked at."""
        return ""

    def on_paper(self) -> "Drawing":
        """The same without what is only for a screen."""
        return self

    # --- the same for all of them

    def paint(self, painter: QPainter, room: QRectF, look: Look, *, at: int = NONE) -> None:
        """Paints the chart, or its hint, into `room`; the painter is left as it was."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.count:
            self.paint_points(painter, room, look, at=at)
        elif self.hint:
            painter.setFont(look.font(look.m.fs_body))
            painter.setPen(look.colour("text_muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.hint)
        painter.restore()

    def spoken(self, at: int) -> str:
        """A point as a screen reader says it: "Mar: Active 268, Joined 34"."""
        first, *others = self.told(at)
        return f"{first}: {', '.join(others)}" if others else first

    def all_spoken(self) -> str:
        """All the numbers, or the hint."""
        return "; ".join(self.spoken(at) for at in range(self.count)) or self.hint

    def found(self, room: QRectF, look: Look, spot: QPointF) -> int:
        """The point at `spot`, or NONE."""
        places = self.places(room, look) if self.count else ()
        return next((at for at, place in enumerate(places) if place.contains(spot)), NONE)

    def first(self) -> int:
        """Where the keyboard begins: at the newest."""
        return self.count - 1

    def onward(self, at: int, key: int) -> int | None:
        """Where a key leads from a point; None for a key that leads nowhere."""
        wanted = {_Key.Key_Left: at - 1, _Key.Key_Right: at + 1, _Key.Key_Home: 0, _Key.Key_End: self.count - 1}
        return min(max(wanted[_Key(key)], 0), self.count - 1) if key in wanted else None
