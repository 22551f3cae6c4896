"""What the owner supposes: sliders for people, numbers for costs, and a few questions where there is no history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.model.money import Currency
from loyaltydesk.rules.forecast import WHOLE, Assumed, Questions
from loyaltydesk.words import tr
from ui.seams.formats import QtFormats
from ui.theme.text import label
from ui.theme.theme import Theme

MOST_MONEY = 1_000_000  # major units
PERCENT = 100  # hundredths of a percent


class PercentSlider(QWidget):
    """A slider for a percentage under its name, with a line on what it means."""

    moved = Signal()

    def __init__(self, name: str, *, least: int, most: int, hint: str) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(least, most)
        self.slider.setPageStep(5)
        self.slider.setAccessibleName(name)
        self.figure = label(type_="strong", tone="accent")
        self._hint = label(hint, "muted", wrap=True)
        head = QHBoxLayout()
        head.addWidget(label(name, "strong", wrap=True), 1)
        head.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.slider)
        box.addWidget(self._hint)
        self.slider.valueChanged.connect(self._on_moved)
        self._show()

    @property
    def hundredths(self) -> int:
        """The percentage, in hundredths of a percent."""
        return self.slider.value() * PERCENT

    def put(self, hundredths: int) -> None:
        """Moves it without a word to anybody."""
        self.slider.blockSignals(True)
        self.slider.setValue((hundredths + PERCENT // 2) // PERCENT)
        self.slider.blockSignals(False)
        self._show()

    def explain(self, hint: str) -> None:
        """Shows another line on what it means."""
        self._hint.setText(hint)

    def _show(self) -> None:
        self.figure.setText(tr("{percent}%").format(percent=self.slider.value()))

    def _on_moved(self, _value: int) -> None:
        self._show()
        self.moved.emit()


class _Number(QSpinBox):
    """A whole number from 0 on; money is in major units."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__()
        self.setRange(0, most)
        self.setGroupSeparatorShown(True)
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)  # a number counts when it is whole


class Answers(QWidget):
    """Everything that is supposed. `moved` asks for other answers, `asked_again` for other made-up customers."""

    moved = Signal()
    asked_again = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._currency = Currency("EUR", 2)
        self.rate, self._rate_hint = label(type_="strong", tone="accent"), label(type_="muted", wrap=True)
        self.use = PercentSlider(tr("Points people really use"), least=0, most=100, hint="")
        self.goods = PercentSlider(
            tr("What a reward costs you"),
            least=0,
            most=100,
            hint=tr("The cost of goods. Money off always costs all of it."),
        )
        self.share = PercentSlider(tr("Sales to members"), least=1, most=100, hint="")
        self.uplift = PercentSlider(
            tr("Members buy more"),
            least=0,
            most=30,
            hint=tr("The unknown: compare it with what is needed to break even."),
        )
        self.fixed, self.startup = _Number(tr("Costs a month"), MOST_MONEY), _Number(tr("Costs to start"), MOST_MONEY)
        self.members, self.visits = _Number(tr("Members"), 100_000), _Number(tr("Purchases a week"), 100_000)
        self.basket = _Number(tr("Average purchase"), MOST_MONEY)
        self._questions = QWidget()
        self._lay_out(theme)
        self._listen()
        usual = Assumed()
        self.goods.put(usual.cost_of_goods)
        self.uplift.put(usual.uplift)

    def _lay_out(self, theme: Theme) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, theme.m.s2, 0)
        box.setSpacing(theme.m.s3)
        rate = QHBoxLayout()
        rate.addWidget(label(tr("Reward for what is spent"), "strong", wrap=True), 1)
        rate.addWidget(self.rate, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(label(tr("What you suppose"), "title"))
        box.addLayout(rate)
        box.addWidget(self._rate_hint)
        for slider in (self.use, self.goods, self.share, self.uplift):
            box.addWidget(slider)
        self._add(box, self.fixed, self.startup)
        inside = QVBoxLayout(self._questions)
        inside.setContentsMargins(0, 0, 0, 0)
        self._add(inside, self.members, self.visits, self.basket)
        box.addWidget(self._questions)
        box.addStretch(1)

    @staticmethod
    def _add(box: QVBoxLayout, *numbers: _Number) -> None:
        """Numbers under their names."""
        for number in numbers:
            name = label(number.accessibleName(), "strong", wrap=True)
            name.setBuddy(number)
            box.addWidget(name)
            box.addWidget(number)

    def _listen(self) -> None:
        for slider in (self.use, self.goods, self.share, self.uplift):
            slider.moved.connect(self.moved)
        for number in (self.fixed, self.startup):
            number.valueChanged.connect(self._on_cost_changed)
        for number in (self.members, self.visits, self.basket):
            number.valueChanged.connect(self._on_question_answered)

    # --- what is supposed

    def assumed(self) -> Assumed:
        """What is supposed, for the forecast."""
        return Assumed(
            margin=WHOLE - self.goods.hundredths,
            cost_of_goods=self.goods.hundredths,
            uplift=self.uplift.hundredths,
            use=self.use.hundredths,
            share=self.share.hundredths,
            fixed=self._minor(self.fixed),
            startup=self._minor(self.startup),
        )

    def questions(self) -> Questions:
        """The answers from which customers are made up."""
        return Questions(
            members=max(self.members.value(), 1),
            visits=max(self.visits.value(), 1),
            basket=max(self._minor(self.basket), 1),
        )

    def show_margin(self, margin: int) -> None:
        """Begins with what the shop keeps of its turnover (hundredths of a percent)."""
        self.goods.put(WHOLE - margin)

    def show_rate(self, rate: str, hint: str) -> None:
        """Tells what is given for each unit spent; the rules say so, and no slider."""
        self.rate.setText(rate)
        self._rate_hint.setText(hint)

    def show_basis(self, *, use: int, share: int, invented: bool) -> None:
        """Begins with what was measured; the questions are there where there is no history."""
        self.use.put(use)
        self.share.put(max(share, PERCENT))
        self._questions.setVisible(invented)
        self.share.explain(
            tr("Reached after three to seven months.") if invented else tr("What goes beyond today's comes bit by bit.")
        )

    def explain_use(self, hint: str) -> None:
        """Says where the share of points used comes from."""
        self.use.explain(hint)

    def use_formats(self, formats: QtFormats, usual: Questions) -> None:
        """The currency in which costs are, and the answers to begin with."""
        self._currency = formats.currency
        for number in (self.fixed, self.startup, self.basket):
            before, _figure, after = formats.price(0).partition(formats.number(0))
            number.setPrefix(before)
            number.setSuffix(after)
            number.setLocale(formats.locale)
        for number, value in (
            (self.members, usual.members),
            (self.visits, usual.visits),
            (self.basket, max(usual.basket // 10**formats.currency.exponent, 1)),
        ):
            number.blockSignals(True)
            number.setValue(value)
            number.blockSignals(False)

    def _minor(self, number: QSpinBox) -> int:
        minor: int = number.value() * 10**self._currency.exponent
        return minor

    def _on_cost_changed(self, _value: int) -> None:
        self.moved.emit()

    def _on_question_answered(self, _value: int) -> None:
        self.asked_again.emit()
