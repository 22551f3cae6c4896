"""What the coming days bring the shop: birthdays and name days, and vouchers and points that end."""

from datetime import date, timedelta

from msgspec import Struct

from loyaltydesk.desk.core import Core

AHEAD = 7  # days, today being the first


class Week(Struct, frozen=True):
    """Counts for today and the six days after: customers with a birthday or a name day, vouchers, losers of points."""

    birthdays_today: int
    birthdays_soon: int
    name_days_today: int
    name_days_soon: int
    vouchers_ending: int
    losing_points: int


class Outlook:
    """What lies ahead."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def week(self) -> Week:
        """The week that begins today."""
        store, today = self._core.store, self._core.now().date()
        last = today + timedelta(days=AHEAD - 1)
        celebrating, now = store.customers.celebrating, kept_on(today)
        rest = [day for ahead in range(1, AHEAD) for day in kept_on(today + timedelta(days=ahead))]
        return Week(
            birthdays_today=len(celebrating("birthday", now)),
            birthdays_soon=len(celebrating("birthday", rest)),
            name_days_today=len(celebrating("name_day", now)),
            name_days_soon=len(celebrating("name_day", rest)),
            vouchers_ending=store.vouchers.ending(today, last),
            losing_points=store.customers.losing_points(today, last),
        )


def kept_on(day: date) -> list[str]:
    """The birthdays and name days ("MM-DD") that are kept on `day`: 29 February is 28 February in a common year."""
    days = [f"{day:%m-%d}"]
    if days == ["02-28"] and (day + timedelta(days=1)).month == 3:
        days.append("02-29")
    return days
