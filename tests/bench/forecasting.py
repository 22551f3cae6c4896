"""The forecast: a year of purchases played again under other rules, against a bare pass that reads the same facts."""

from pathlib import Path
from random import Random

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.facts import PurchaseRecorded
from loyaltydesk.model.purchases import Basket, Line
from loyaltydesk.rules.forecast import Assumed, forecast
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection, connect
from tests.bench.measuring import Row, in_turn
from tests.shop import PROGRAMME, Clock

EACH = 25  # purchases of a customer
REPEATED = 5
DAYS = 340
OTHER = PROGRAMME.replace("points = 1\n", "points = 2\n")
PASSES, SLIDER = 40.0, 0.05  # passes that a replay under both programmes may take, seconds for an answer


def forecasts(folder: Path, purchases: int) -> list[Row]:
    """The replay beside a bare pass, and the answers to a slider beside the replay."""
    path = folder / "forecast.db"
    _fill(path, purchases)
    desk, connection = Desk.open(path, Clock(), alone=False, check=False), connect(path)
    try:
        replayed = desk.forecast.replay(OTHER)
        assert replayed.figures.purchases == _read(connection)
        times = in_turn(
            [lambda: desk.forecast.replay(OTHER)] * REPEATED,
            [lambda: _read(connection)] * REPEATED,
            [lambda: forecast(replayed, Assumed(uplift=8_00))] * REPEATED,
        )
    finally:
        connection.close()
        desk.close()
    replay, bare, answer = times
    return [
        Row(f"replay of {purchases} purchases under two programmes / a bare pass", replay, bare, PASSES),
        Row("answer to a slider / the 50 ms of a smooth one", answer, SLIDER, 1.0),
    ]


def _read(connection: Connection) -> int:
    """Reads and decodes every purchase, and does nothing with it."""
    rows = connection.execute("SELECT id, payload FROM journal WHERE kind = ?", (PurchaseRecorded.__name__,))
    count = 0
    for fact, payload in rows:
        codec.fact_from(PurchaseRecorded.__name__, codec.identity(fact), said=payload, about_person=None)
        count += 1
    return count


def _fill(path: Path, purchases: int) -> None:
    """A year of purchases, recorded in one transaction."""
    chance, clock = Random(1), Clock("2025-03-20T10:00:00")
    with Desk.making(path, PROGRAMME, clock) as desk, desk.writing():
        cards = [desk.customers.register(Profile(name=f"C{number}"))[1] for number in range(-(-purchases // EACH))]
        for number in range(purchases):
            if number % (-(-purchases // DAYS)) == 0:
                clock.forward(days=1)
            desk.till.record(Basket((Line(chance.randrange(200, 4000)),), card=chance.choice(cards)))
