"""Two tills that merge records, form households and give gifts unseen by each other come to the same in the end."""

from random import Random

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import GiftTakenBack, PointsGiven
from loyaltydesk.model.purchases import GiftCause
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome
from loyaltydesk.store import codec
from tests.loyaltydesk.store.test_convergence import Day, Fleet, live, two_tills
from tests.loyaltydesk.store.test_linked import assert_books
from tests.shop import Clock, store_of


class LinkedDay(Day):
    """A day at a till at which people are found to be one, or to belong together."""

    def __init__(self, fleet: Fleet, desk: Desk, random: Random) -> None:
        super().__init__(fleet, desk, random)
        self._acts |= {self._merge: 4, self._share: 5, self._leave: 3, self._give: 5, self._take_back: 2, self._buy: 9}
        self._acts |= {self._speak: 4, self._answer: 4}

    def _merge(self) -> object:
        return self._desk.accounts.merge(keep=self._customer(), drop=self._customer())

    def _speak(self) -> object:
        return self._desk.voices.note(self._customer(), "Oat milk", kind=VoiceKind.SUGGESTION)

    def _answer(self) -> object:
        """Answers something, or tells an answer."""
        voices, rows = self._desk.voices, store_of(self._desk).connection
        names = rows.execute("SELECT DISTINCT record FROM records WHERE kind = 'voice' ORDER BY record").fetchall()
        voice = self._random.choice(names or [("none",)])[0]
        if self._random.random() < 0.4:
            return voices.told(voice)
        return voices.answer(voice, "We have it", outcome=VoiceOutcome.TAKEN_UP)

    def _share(self) -> object:
        return self._desk.accounts.form_household([self._customer(), self._card_number()], "Together")

    def _leave(self) -> object:
        return self._desk.accounts.leave_household(self._customer())

    def _give(self) -> None:
        store = store_of(self._desk)
        with store.writing():
            gift = PointsGiven(
                id=store.ids(self._fleet.clock())(), customer=self._customer(), points=9, cause=GiftCause.OCCASION,
                rule="birthday", period="2026",
            )  # fmt: skip
            store.record([gift], self._desk.stamp())

    def _take_back(self) -> None:
        store, gift = store_of(self._desk), self._one("SELECT fact FROM gifts")
        if len(gift) < 32:
            return
        with store.writing():
            taken = GiftTakenBack(
                id=store.ids(self._fleet.clock())(), customer=self._customer(), gift=codec.dashed(gift), points=9
            )
            store.record([taken], self._desk.stamp())


@pytest.mark.parametrize("number", range(8))  # chance is the same for the same number
def test_links_of_two_tills_come_to_the_same_in_any_order(clock: Clock, number: int) -> None:
    with two_tills(clock, Random(1000 + number)) as fleet:
        live(fleet, LinkedDay, 2)
        for desk in fleet.tills:
            assert_books(store_of(desk).connection)
