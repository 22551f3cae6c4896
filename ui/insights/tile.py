"""One large figure with what became of it since the period before; a press says how it is counted."""

from msgspec import Struct
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from loyaltydesk.words import tr
from ui.insights.how import How, asked, explain
from ui.theme.charts.chart import Chart
from ui.theme.charts.spark import Trend
from ui.theme.choice_card import ChoiceCard
from ui.theme.marks import Glyph
from ui.theme.sheet import Tone, restyle
from ui.theme.text import ElidedLabel, chip, label
from ui.theme.theme import Theme

SPARK = QSize(76, 30)  # px, in text of 100 %


class Shown(Struct, frozen=True):
    """What stands on a tile: the figure, what became of it in which tone, a line below, and how it went."""

    value: str
    change: str = ""
    tone: Tone = ""
    line: str = ""
    trend: Trend = Trend(names=(), values=())


class Tile(ChoiceCard):
    """A card of the top row. Nothing is chosen by it: it is a button because of what it explains."""

    def __init__(self, theme: Theme, how: How) -> None:
        super().__init__(theme, name=how.title, description=asked(how.title))
        self.setCheckable(False)
        self._how, self.title = how, how.title
        self.figure, self._line = label("…", "name"), ElidedLabel(tr("counting…"), "muted")
        font = QFont()
        font.setFeature(QFont.Tag("tnum"), 0)  # in large type a tabular 1 stands in a hole of its own
        self.figure.setFont(font)
        self.change = chip("")
        self.spark = Chart(theme, Trend(names=(), values=()))
        self._lay_out()
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._make_room)
        self._make_room()
        self.change.hide()
        self.clicked.connect(self._on_clicked)

    def show_figure(self, shown: Shown) -> None:
        """Shows another figure."""
        self.figure.setText(shown.value)
        self.change.setText(shown.change)
        self.change.setVisible(bool(shown.change))
        restyle(self.change, tone=shown.tone)
        self._line.setText(shown.line)
        self.spark.show_drawing(shown.trend)
        self.spark.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the tile has it
        self.spark.setVisible(shown.trend.count > 1)
        self.setAccessibleName(": ".join([self._how.title, ", ".join(filter(None, [shown.value, shown.change]))]))
        self.setAccessibleDescription(
            ". ".join(filter(None, [shown.line, shown.trend.all_spoken(), asked(self._how.title)]))
        )

    @property
    def line(self) -> str:
        """What stands below the figure."""
        return self._line.text()

    def show_counting(self) -> None:
        """The figure is on its way; that of before stays until then."""
        self._line.setText(tr("counting…"))

    def ground_and_ring(self) -> tuple[str, str, int]:
        if self.hasFocus():
            return "surface", "focus", 2
        return "surface_alt" if self.underMouse() else "surface", "border", 1

    def _lay_out(self) -> None:
        top, middle = QHBoxLayout(), QHBoxLayout()
        top.addWidget(ElidedLabel(self._how.title, "muted"), 1)
        top.addWidget(Glyph(self.theme, "circle-question-mark", role="text_disabled"))
        middle.setSpacing(self.theme.m.s2)
        middle.addWidget(self.figure)
        middle.addWidget(self.change)
        middle.addStretch(1)
        middle.addWidget(self.spark)
        self.box.addLayout(top)
        self.box.addLayout(middle)
        self.box.addWidget(self._line)
        self.spark.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _make_room(self) -> None:
        m = self.theme.m
        self.box.setContentsMargins(m.s4, m.s3, m.s4, m.s3)
        self.box.setSpacing(2)
        size = SPARK * self.theme.text_percent / 100
        self.spark.setMaximumSize(size)
        self.spark.setMinimumSize(size.width() // 3, size.height())

    def _on_clicked(self) -> None:
        explain(self.theme, self, how=self._how)
