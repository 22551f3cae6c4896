"""What a customer has reached in the window of the tiers, while purchases are played again."""

from collections import deque
from datetime import date
from typing import NamedTuple

from loyaltydesk.model.history import Before
from loyaltydesk.model.programme import Programme, Window
from loyaltydesk.rules import tiers


class Sums(NamedTuple):
    """Money paid (minor units) and points earned."""

    spend: int = 0
    earned: int = 0


class TierWindow:
    """The purchases that count for a tier: those of the window alone, which moves on with the days."""

    def __init__(self, programme: Programme, before: tuple[Before, ...]) -> None:
        self._programme = programme
        self._kept: deque[tuple[date, int, int]] = deque()
        self._spend = self._earned = 0
        self._years: dict[int, Sums] = {}
        for month in before:
            self.add(month.day, spend=month.spend, earned=month.earned)

    def add(self, day: date, *, spend: int, earned: int) -> None:
        """A purchase; days come in their order."""
        if not self._programme.tiers:
            return
        self._kept.append((day, spend, earned))
        self._spend += spend
        self._earned += earned
        year = self._years.get(day.year, Sums())
        self._years[day.year] = Sums(year.spend + spend, year.earned + earned)

    def sums(self, day: date) -> Sums:
        """What counts on `day`."""
        start = tiers.window_start(self._programme.window, day)
        while start and self._kept and self._kept[0][0] < start:
            _day, spend, earned = self._kept.popleft()
            self._spend -= spend
            self._earned -= earned
        return Sums(self._spend, self._earned)

    def left(self, day: date) -> str | None:
        """The tier that a review on `day` would leave; one of a calendar year is kept through the next."""
        windows = [self.sums(day)]
        if self._programme.window is Window.CALENDAR_YEAR:
            windows.append(self._years.get(day.year - 1, Sums()))
        amounts = (tiers.counted(self._programme, spend=each.spend, earned=each.earned) for each in windows)
        tier = tiers.earned(self._programme, tuple(amounts))
        return tier.name if tier else None
