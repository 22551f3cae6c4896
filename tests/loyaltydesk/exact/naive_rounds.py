"""What the naive shop does by itself: points end, tiers are looked at again, occasions are kept."""

from datetime import date, timedelta

from tests.loyaltydesk.exact.naive_back import Returns
from tests.loyaltydesk.exact.naive_bill import Table, anniversary
from tests.loyaltydesk.exact.naive_points import runs_on
from tests.loyaltydesk.exact.naive_state import Gift, Person

LONGEST_GAP = 31  # days that are caught up


class Rounds(Returns):
    """The daily round and its parts."""

    def expire(self, ask: Table) -> Table:
        """Every lot whose last day is over ends, with what is left of it."""
        day, ended = self.day_of(ask), []
        for person in self.people.values():
            ended += [(self.holder(person.name), points) for points in person.purse.end(day)]
        return {"expired": sorted(ended)}

    def holder(self, name: str) -> str:
        """The first of all who hold the same purse; a record that was merged into another is that other."""
        purse = self.people[self.merged.get(name, name)].purse
        return next(person.name for person in self.people.values() if person.purse is purse)

    def review(self, ask: Table) -> Table:
        """Tiers that are no longer deserved go; those that are deserved come."""
        day, changed = self.day_of(ask), []
        for person in self.people.values():
            before = self.held(self.programme, person)
            self.review_one(person, day)
            after = self.held(self.programme, person)
            if before != after:
                changed.append((person.name, before, after))
        return {"changed": sorted(changed, key=str)}

    def day(self, ask: Table) -> Table:
        """The whole round; a second one on the same day finds nothing to do."""
        today = self.day_of(ask)
        first = today
        if self.last_round is not None and self.last_round < today:
            first = max(self.last_round + timedelta(days=1), today - timedelta(days=LONGEST_GAP - 1))
        given = []
        for number in range((today - first).days + 1):
            given += self._occasions(first + timedelta(days=number), today)
        answer = {**self.expire(ask), **self.review(ask), "given": sorted(given)}
        self.last_round = max(self.last_round or today, today)
        return answer

    def _occasions(self, day: date, today: date) -> list[tuple[str, str, str]]:
        """What a day brings, each once for a customer and a year."""
        given = []
        for rule in self.programme.get("occasion", []):
            for person in self.people.values():
                kept = day + timedelta(days=rule.get("days_before", 0))
                gift = Gift(person.name, "occasion", rule["id"], str(kept.year), rule.get("points", 0))
                known = [(one.person, one.rule, one.period) for one in self.gifts if one.cause == "occasion"]
                if person.joined > day or not runs_on(self.programme, day):
                    continue
                if self._is_kept(rule["on"], person, kept) and (gift.person, gift.rule, gift.period) not in known:
                    self.gifts.append(gift)
                    given.append((person.name, rule["id"], self._give(rule, person, today)))
        return given

    def _is_kept(self, occasion: str, person: Person, kept: date) -> bool:
        if occasion == "joined":
            joined = person.joined
            return joined.year < kept.year and anniversary(joined.month, joined.day, kept.year) == kept
        born = person.born
        return bool(born) and anniversary(int(born[5:7]), int(born[8:]), kept.year) == kept

    def _give(self, rule: Table, person: Person, today: date) -> str:
        """Gives points, or a voucher, whose code is returned."""
        if "points" in rule:
            person.purse.come(rule["points"], today, last=self.ends(self.programme, today))
            return ""
        reward = self.reward(rule["reward"])
        owner = None if reward.get("bearer") else person
        return self.issue(reward, owner, today, payer=person.name, source="occasion").code
