"""Makes the demo shop: the same wish, seed and last day always give the same shop."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from msgspec import Struct

from loyaltydesk.demo.asking import ask
from loyaltydesk.demo.calendar import visits
from loyaltydesk.demo.campaigning import campaign
from loyaltydesk.demo.greeting import greet
from loyaltydesk.demo.listening import listen
from loyaltydesk.demo.people import invent
from loyaltydesk.demo.staffing import employ
from loyaltydesk.demo.stage import Stage, Year, stage
from loyaltydesk.demo.story import Clock, Story
from loyaltydesk.demo.trading import trade
from loyaltydesk.desk import Desk
from loyaltydesk.model.money import currency
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.rules.ready import DEMO, ready_programme
from loyaltydesk.store.deriving import Progress, quiet

DAYS = 365


class Demo(Struct, frozen=True):
    """What the demo shop shall be: how large, which throw of the dice, which language, up to which day (today)."""

    customers: int = 300
    purchases: int = 8000
    seed: int = 1
    language: str = "en"
    until: date | None = None


USUAL = Demo()


def make_demo(path: Path, now: Callable[[], datetime], *, demo: Demo = USUAL, progress: Progress = quiet) -> None:
    """Makes the demo shop in a new file; nothing is left of it when `progress` raises, or anything else does.

    `progress` is told (done, of how many). Raises FileExists, FolderMissing, FileReadOnly or DiskFull.
    """
    setting, end = stage(demo.language), _end(demo, now())
    year = Year(setting, end.date() - timedelta(days=DAYS - 1), end, Random(f"story {demo.seed}"))
    people = invent(year, demo.customers)
    clock = Clock(datetime.combine(year.start, time(6), year.zone))
    rules = ready_programme(DEMO, setting.language, currency=currency(setting.currency))
    with Desk.making(path, rules, clock, randbelow=Random(f"numbers {demo.seed}").randrange) as desk, desk.writing():
        desk.shop.save_settings(_settings(setting))
        desk.shop.save("shop", "shop", fields={"demo": True})
        Story(desk, clock, year=year, people=people).play(visits(year, people, count=demo.purchases), progress)
        greet(desk, year)
        campaign(desk, year)
        listen(desk, year, people)
        ask(desk, year)
        employ(desk, year, people)
        trade(desk, year)


def _end(demo: Demo, now: datetime) -> datetime:
    """Now, or the evening of the last day when that is over."""
    if demo.until is None or demo.until == now.date():
        return now
    return datetime.combine(demo.until, time(23), now.tzinfo)


def _settings(setting: Stage) -> ShopSettings:
    return ShopSettings(setting.name, setting.line, setting.language, setting.region, setting.address)
