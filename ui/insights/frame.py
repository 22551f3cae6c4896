"""The frame of a panel: its title, what it is about, how it is counted, and what stands in it, or why nothing does."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.insights.how import How, HowButton
from ui.theme.frames import Panel
from ui.theme.marks import Glyph, Mark
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme

BARS = (0.86, 0.62, 0.74, 0.48)  # of the width: where figures will stand


class Skeleton(Mark):
    """Quiet bars where figures are about to stand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def draw(self, painter: QPainter) -> None:
        m = self.theme.m
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("surface_alt"))
        step = min(m.bar + m.s4, self.height() // len(BARS))
        for place, part in enumerate(BARS):
            wide = self.contentsRect().width() * part
            painter.drawRoundedRect(QRectF(0, place * step, wide, m.bar), m.bar / 2, m.bar / 2)

    def sizeHint(self) -> QSize:
        return QSize(160, len(BARS) * (self.theme.m.bar + self.theme.m.s2))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.theme.m.bar)


class Hint(QWidget):
    """A sentence in the place of figures that there are not yet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = label(type_="muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.m.s2)
        column.addStretch(1)
        column.addWidget(Glyph(theme, "info", large=True), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        column.addStretch(1)

    def say(self, sentence: str) -> None:
        """Shows another sentence."""
        self._words.setText(sentence)


class Frame(Panel):
    """One panel of the page; it counts first, and then shows its `content` or a hint."""

    def __init__(self, theme: Theme, how: How) -> None:
        self.head = QHBoxLayout()  # first: Panel lays out as it is made
        self._skeleton, self._hint, self.content = Skeleton(theme), Hint(theme), QWidget()
        super().__init__(theme)
        self.title = how.title
        self.how = HowButton(theme, how)
        self._aside = ElidedLabel("", "muted")
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._aside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.head.addWidget(ElidedLabel(how.title, "title"))
        self.head.addSpacing(theme.m.s2)
        self.head.addWidget(self._aside, 1)
        self.head.addWidget(self.how)
        self.box.addLayout(self.head)
        for part in self._bodies:
            self.box.addWidget(part, 1)
        self.setAccessibleName(how.title)
        self._is_known = False
        self.show_counting()

    def show_counting(self) -> None:
        """Figures are on their way; those of before stay until then."""
        self._aside.setText(tr("counting…"))
        if not self._is_known:
            self._show(self._skeleton)

    def show_content(self, aside: str = "") -> None:
        """The figures are there; `aside` says in a few words what they are about."""
        self._is_known = True
        self._aside.setText(aside)
        self._show(self.content)

    def show_hint(self, sentence: str) -> None:
        """There is nothing to show; the sentence says why, and what would change that."""
        self._is_known = True
        self._aside.setText("")
        self._hint.say(sentence)
        self._show(self._hint)

    @property
    def is_empty(self) -> bool:
        """Whether a hint stands in the place of figures."""
        return not self._hint.isHidden()

    @property
    def _bodies(self) -> tuple[QWidget, ...]:
        """What stands below the head, one of them at a time."""
        return self._skeleton, self._hint, self.content

    def _show(self, shown: QWidget) -> None:
        for part in self._bodies:
            part.setVisible(part is shown)

    def _lay_out(self) -> None:
        super()._lay_out()
        m = self.theme.m
        self.box.setContentsMargins(m.s5, m.s1, m.s2, m.s4)  # the buttons of the head bring air of their own
        for part in self._bodies:
            part.setContentsMargins(0, 0, m.s5 - m.s2, 0)
        self.box.setSpacing(0)
        self.head.setSpacing(0)
