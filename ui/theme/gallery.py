"""Every role of the look on one page, to be looked at after a change: `python -m ui.theme.gallery --help`."""

from argparse import ArgumentParser
from collections.abc import Sequence

from PySide6.QtCore import QDate, QStringListModel, Qt
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QSlider,
    QSpinBox,
    QTabBar,
    QWidget,
)

from ui.theme.blocks import Banner, EmptyState
from ui.theme.buttons import Button, IconButton, RailButton, SegmentedControl
from ui.theme.charts.bars import BarChart
from ui.theme.charts.chart import Chart
from ui.theme.charts.fan import FanChart, Point
from ui.theme.charts.heat import Heat, HeatRow
from ui.theme.charts.line import Line, Series
from ui.theme.charts.ranked import MUTED, Rank, Ranked
from ui.theme.charts.spark import Spark, Trend
from ui.theme.dates import DateField
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.frames import Panel, rule
from ui.theme.marks import Avatar, Glyph, IconTile, KeyCap
from ui.theme.progress import ProgressBar
from ui.theme.sheet import Tone
from ui.theme.text import ElidedLabel, chip, label
from ui.theme.theme import Theme
from ui.theme.tokens import COMFORTABLE, COMPACT, SPACIOUS

DENSITIES = {metrics.name: metrics for metrics in (COMPACT, COMFORTABLE, SPACIOUS)}
TILES: tuple[tuple[str, Tone], ...] = (
    ("cake", "accent"),
    ("ticket-percent", "warning"),
    ("inbox", "danger"),
    ("mail", "info"),
    ("crown", "gold"),
)


def gallery(theme: Theme) -> Panel:
    """The page: the rail, and panels of words, buttons, fields, bars, blocks, lists and charts."""
    page = Panel(theme, surface="page", across=True)
    rail = Panel(theme, surface="rail")
    rail.box.addWidget(Avatar(theme, "Loyalty Desk", solid=True), 0, Qt.AlignmentFlag.AlignHCenter)
    for icon, text in (("scan-barcode", "Till"), ("users", "Customers"), ("settings", "Settings")):
        button = RailButton(theme, icon, text=text)
        button.setChecked(text == "Till")
        rail.box.addWidget(button)
    rail.box.addStretch(1)
    page.box.addWidget(rail)
    body = QWidget()
    grid = QGridLayout(body)
    for place, fill in enumerate((_words, _buttons, _fields, _bars, _blocks, _lists, _lines, _ranks, _cells)):
        panel = Panel(theme)
        fill(theme, panel.box)
        if fill not in (_lists, _lines, _ranks, _cells):  # these take all the room there is
            panel.box.addStretch(1)
        grid.addWidget(panel, place // 3, place % 3)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(body)
    page.box.addWidget(scroll, 1)
    return page


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _words(theme: Theme, box: QBoxLayout) -> None:
    head = QHBoxLayout()
    head.addWidget(Avatar(theme, "Anna Kowalska"))
    head.addWidget(ElidedLabel("Anna Katarzyna Kowalska-Nowakowska", "name"), 1)
    box.addLayout(head)
    box.addWidget(label("POINTS", "caption"))
    box.addWidget(label("1,240", "hero"))
    box.addLayout(_row(label("€", "prefix"), label("24.50", "amount")))
    box.addLayout(_row(label("+245 points", "gain"), label("1,240 → 1,485", "muted"), label("2 visits", "stat")))
    box.addWidget(rule())
    box.addWidget(label("Say to the customer", "title"))
    box.addLayout(_row(label("Birthday", "strong"), label("plain words"), label("wished", tone="accent")))
    box.addLayout(_row(chip("None"), chip("Silver", "info"), chip("Gold", "gold"), chip("Saved", "accent")))
    box.addLayout(_row(chip("Ends soon", "warning"), chip("Blocked", "danger"), KeyCap(theme, "F6")))
    box.addLayout(_row(*(IconTile(theme, icon, tone=tone) for icon, tone in TILES), Glyph(theme, "search")))


def _buttons(theme: Theme, box: QBoxLayout) -> None:
    box.addWidget(Button(theme, "Record purchase", kind="primary", key="⏎"))
    checked = Button(theme, "Use voucher", icon="ticket", key="F4")
    checked.setCheckable(True)
    checked.setChecked(True)
    box.addLayout(_row(Button(theme, "Profile", icon="id-card"), checked))
    action = Button(theme, "Use this design", kind="action", icon="check")
    box.addLayout(_row(action, Button(theme, "Plain", kind="")))
    erase = Button(theme, "Erase", kind="danger", icon="trash-2")
    box.addLayout(_row(erase, Button(theme, "Marta", kind="ghost", icon="user")))
    small = Button(theme, "Hand over", kind="small")
    box.addLayout(_row(small, Button(theme, "Find", kind="foot"), IconButton(theme, "x", name="Clear")))
    keys = (Button(theme, key, kind="key") for key in "789")
    box.addLayout(_row(*keys, Button(theme, "", kind="key", icon="delete")))
    off = (Button(theme, "Off", kind="action", icon="lock"), Button(theme, "Off"), Button(theme, "Off", kind="danger"))
    for button in off:
        button.setEnabled(False)
    box.addLayout(_row(*off))
    spans = [("30", "30 days"), ("90", "90 days"), ("365", "12 months")]
    box.addWidget(SegmentedControl(theme, spans, current="365"))
    tabs = QTabBar()
    for text in ("Statement", "Cards", "Vouchers"):
        tabs.addTab(text)
    box.addWidget(tabs)


def _fields(theme: Theme, box: QBoxLayout) -> None:
    search = Field(theme, "Search", kind="search", lead=Glyph(theme, "search", large=True))
    search.setPlaceholderText("Scan a card, or type a name")
    box.addWidget(search)
    amount = Field(theme, "Amount", kind="amount", lead=label("€", "prefix"))
    amount.setAlignment(Qt.AlignmentFlag.AlignRight)
    amount.setText("24.50")
    box.addWidget(amount)
    box.addWidget(FormRow(theme, Field(theme, "Phone"), text="Phone", hint="with the country code"))
    wrong = FormRow(theme, Field(theme, "Name"), text="Name")
    wrong.refuse("Please type a name.")
    box.addWidget(wrong)
    box.addLayout(_row(Choice("Language", [("en", "English"), ("lv", "Latviešu")]), QSpinBox()))
    date = DateField(theme, "Joined")
    date.setDate(QDate(2026, 3, 14))
    agreed = QCheckBox("Agrees")
    agreed.setChecked(True)
    box.addLayout(_row(date, agreed))
    chosen, closed = QRadioButton("A4"), QCheckBox("Closed")
    chosen.setChecked(True)
    closed.setChecked(True)
    closed.setEnabled(False)
    box.addLayout(_row(chosen, QRadioButton("Letter"), closed))
    note = QPlainTextEdit()
    note.setPlaceholderText("A note for next time")
    note.setMaximumHeight(72)
    box.addWidget(note)


def _bars(theme: Theme, box: QBoxLayout) -> None:
    reward, tier, plain, slider = ProgressBar(theme), ProgressBar(theme, thin=True), QProgressBar(), QSlider()
    reward.show_progress(1240, goal=1500, gain=245)
    tier.show_progress(64, goal=100)
    plain.setValue(40)
    plain.setTextVisible(False)
    slider.setOrientation(Qt.Orientation.Horizontal)
    slider.setValue(40)
    chart = BarChart(theme, words="€{}".format)
    chart.show_bars(("Jan", "Feb", "Mar", "Apr", "May", "Jun"), (124, 88, 0, 143, 61, 97))
    fan = FanChart(theme, words="€{}".format)
    fan.show_fan([(str(month), Point(-90 * month, 3 * month * month - 60, 30 * month)) for month in range(1, 13)])
    for widget in (reward, tier, plain, slider, Spark(theme, (2, 1, 0, 2, 3, 1, 2, 0, 1, 2, 2, 1, 3)), chart, fan):
        box.addWidget(widget)


def _lines(theme: Theme, box: QBoxLayout) -> None:
    names = ("Jan", "Feb", "Mar", "Apr", "May", "Jun")
    active, joined = Series("Active", (112, 128, 140, 205, 231, 268)), Series("Joined", (22, 25, 24, 60, 21, 34))
    before = Series("The year before", (None, 80, 95, 130, 190, 180))
    box.addWidget(Chart(theme, Line(names=names, line=active, bars=joined, before=before), name="Members"), 1)
    trend = Chart(theme, Trend(names=names, values=(3, 4, 4, 6, 5, 8)), name="Come back")
    trend.setFixedSize(trend.sizeHint())
    box.addLayout(_row(trend))
    box.addWidget(Chart(theme, Line(names=(), line=Series("Active", ()), hint="No purchases in this period.")), 1)


def _ranks(theme: Theme, box: QBoxLayout) -> None:
    groups = (
        Rank("loyal", "Loyal", 88),
        Rank("attention", "Need attention", 37, role="warning"),
        Rank("slipping", "Slipping away", 29, role="danger"),
        Rank("lost", "Lost", 61, role=MUTED),
    )
    sums = (Rank("", "Cost", 310, role="warning"), Rank("", "Gain", 840, low=-120, high=1180))
    box.addWidget(Chart(theme, Ranked(rows=groups, picked="slipping"), name="Customer groups"), 2)
    box.addWidget(Chart(theme, Ranked(rows=sums, words="€{}".format), name="Cost and gain"), 1)


def _cells(theme: Theme, box: QBoxLayout) -> None:
    months = (HeatRow("Oct", "30", (63, 54, 50)), HeatRow("Nov", "28", (61, 57)), HeatRow("Dec", "60", (48,)))
    days = [HeatRow(day, "", [hour * (at + 3) % 17 for hour in range(11)]) for at, day in enumerate("MTWTFSS")]
    hours = [str(hour) for hour in range(9, 20)]
    box.addWidget(Chart(theme, Heat(columns=("+1", "+2", "+3"), rows=months, words="{}%".format), name="Came back"), 1)
    box.addWidget(Chart(theme, Heat(columns=hours, rows=days), name="Hours"), 2)


def _blocks(theme: Theme, box: QBoxLayout) -> None:
    box.addWidget(Banner(theme, "50 welcome points are added at once", detail="Tell the customer.", tone="accent"))
    box.addWidget(Banner(theme, "Practice: nothing is saved", tone="warning"))
    again = Button(theme, "Try again", kind="small")
    box.addWidget(Banner(theme, "The file could not be written", tone="danger", action=again))
    box.addWidget(Banner(theme, "A newer version is on this stick"))
    hint = "Scan a loyalty card at any time. No card? Press F2."
    box.addWidget(EmptyState(theme, "scan-barcode", title="Ready to scan", hint=hint), 1)


def _lists(_theme: Theme, box: QBoxLayout) -> None:
    names = QListView()
    names.setModel(QStringListModel([f"Customer {number}" for number in range(1, 40)], names))
    names.setCurrentIndex(names.model().index(1, 0))
    box.addWidget(names, 1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Shows the gallery, or leaves a picture of it."""
    parser = ArgumentParser(prog="python -m ui.theme.gallery", description=__doc__)
    parser.add_argument("--theme", choices=("light", "dark", "system"), default="light")
    parser.add_argument("--density", choices=tuple(DENSITIES), default="comfortable")
    parser.add_argument("--text", type=int, default=100, metavar="PERCENT")
    parser.add_argument("--picture", metavar="FILE", help="write a PNG and leave")
    asked = parser.parse_args(arguments)
    app = QApplication([])
    theme = Theme(app, mode=asked.theme, density=DENSITIES[asked.density], text_percent=asked.text)
    page = gallery(theme)
    page.resize(1366, 1700)
    page.show()
    if asked.picture:
        page.grab().save(asked.picture)
    else:
        app.exec()


if __name__ == "__main__":
    main()
