"""Makes a small shop of the newest schema, schema-3.db.gz and so on: `python -m tests.files.newest`.

It is run when the schema of a release is settled, and the file is then kept for good: later releases must open it.
Those of earlier schemas were made in the same way, and the shop lived through the same months.
"""

import gzip
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Asked, Basket, Line, RewardWish
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.store.file import SCHEMA
from tests.shop import PROGRAMME, Clock, buy

FILE = Path(__file__).with_name(f"schema-{SCHEMA}.db.gz")
PEOPLE = (
    Profile(
        "Anna Kowalska", "+48600700800", "anna@example.pl", birth_date="1990-03-14", name_day="Anna", language="pl"
    ),
    Profile(
        "Jānis Bērziņš",
        "+37120012345",
        birth_date="--11-18",
        name_day_on="none",
        language="lv",
        company="Rīta Maize SIA",
        tax_id="LV40003000000",
    ),
    Profile("Пётр Ёлкин", "+79261234567", language="ru", note="Берёт чёрный кофе"),
    Profile("Łucja Wiśniewska", email="lucja@example.pl", consent="letters, 2026-01-05"),
    Profile("Seán O’Brien", "+447911123456"),
)


def live(desk: Desk, clock: Clock) -> None:
    """Some months in a small shop."""
    desk.at_work("Ilze", "Till 1")
    desk.shop.save_settings(ShopSettings(name="Rīta Maize", language="lv", region="LV"))
    blanks = desk.cards.make(3)
    people = []
    for place, profile in enumerate(PEOPLE):
        clock.forward(days=1)
        people.append(desk.customers.register(profile, card=blanks[place] if place < 2 else ""))
    cards, random = [card for _id, card in people], Random(1)
    for _turn in range(20):
        for card in cards:
            clock.forward(days=1, minutes=37)
            buy(desk, card, random.randrange(300, 4000))
    clock.forward(days=1)
    anna = people[0][0]
    desk.till.record(Basket((Line(450, 2, "COFFEE", "drinks", 2100), Line(1200, sku="CAKE")), card=cards[0],
                            redeem_points=100, rewards=(RewardWish("coffee"),), receipt="R-77"))  # fmt: skip
    desk.till.bring_back(desk.till.purchase("R-77"), Asked(lines=(("CAKE", 1),)))
    desk.till.attach(desk.till.purchase(buy(desk, "", 2500).purchase), card=cards[1])
    desk.till.bring_back(desk.till.purchase(buy(desk, cards[2], 999).purchase), Asked(voids=True))
    used, cancelled, old = (desk.rewards.redeem(reward, card=cards[1]).code for reward in ("five", "coffee", "coffee"))
    buy(desk, cards[1], 3000, vouchers=(used,))
    desk.rewards.cancel(cancelled)
    desk.rewards.reprint(old)
    desk.customers.adjust(anna, 25, reason="Par gaidīšanu", approved_by="Olga")
    desk.cards.replace(cards[2], "AB-1234")
    desk.cards.block(cards[3])
    desk.upkeep.set_floor(people[3][0], "Gold")
    desk.customers.change(anna, Profile("Anna Nowak", "+48600700800"))
    desk.customers.erase(people[4][0])
    desk.shop.load_programme(PROGRAMME.replace("points = 1\n", "points = 2\n"))
    buy(desk, cards[0], 1000)
    clock.forward(days=300)
    desk.upkeep.day()
    desk.once("till-1/1", lambda: ('{"ok": true}', anna))


def make() -> bytes:
    """The file, compressed."""
    clock, random = Clock("2026-01-05T09:00:00"), Random(1)
    with TemporaryDirectory() as folder:
        path = Path(folder, "shop.db")
        with Desk.making(path, PROGRAMME, clock, randbelow=random.randrange) as desk:
            live(desk, clock)
        return gzip.compress(path.read_bytes(), mtime=0)


if __name__ == "__main__":
    FILE.write_bytes(make())
