"""The letter about a month in whole sentences: how it went, what the programme cost, who shone, what to do next."""

from collections.abc import Iterator

from loyaltydesk.model.insights import Group
from loyaltydesk.model.reports import MonthFigures, MonthLetter
from loyaltydesk.model.staff import Contestant, Deed
from loyaltydesk.words.agenda import matter_saying
from loyaltydesk.words.catalogue import mark, tr, tr_n
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.insights import NEXT
from loyaltydesk.words.reasons import points_text
from loyaltydesk.words.staff import done_text, month_text

ABOUT_THE_SAME = 10  # thousandths
_SLIPPING = {
    Group.ATTENTION: mark("Need attention: {n}."),
    Group.SLIPPING: mark("Slipping away: {n}."),
    Group.NOT_YET: mark("Joined and not bought yet: {n}."),
}


def month_title(letter: MonthLetter) -> str:
    """What stands over the letter."""
    return tr("Letter about {month}").format(month=month_text(letter.now.month))


class LetterWords:
    """The sentences of one letter."""

    def __init__(self, letter: MonthLetter, formats: Formats) -> None:
        self._letter, self._formats = letter, formats

    # --- how it went

    def how_it_went(self) -> Iterator[str]:
        """Turnover, purchases, members, beside the month before and last year."""
        now, money, number = self._letter.now, self._formats.money, self._formats.number
        if not now.purchases:
            yield tr("Nothing was sold in {month}.").format(month=month_text(now.month))
            return
        said = tr_n("{n} purchase brought {sum}.", "{n} purchases brought {sum}.", now.purchases)
        yield said.format(n=number(now.purchases), sum=money(now.paid))
        yield from self._compared()
        share = (now.members * 100 + now.paid // 2) // now.paid if now.paid > 0 else 0
        yield tr("Members paid {sum} of it, {percent} in a hundred.").format(
            sum=money(now.members), percent=number(share)
        )
        yield tr("An average purchase came to {sum}.").format(sum=money(now.basket or 0))
        yield from self._people()

    def _compared(self) -> Iterator[str]:
        letter = self._letter
        if not letter.is_over:
            yield tr("The month is not over yet, so it is compared with no other.")
            return
        if letter.before:
            yield self._beside(letter.before)
        if letter.year_ago:
            yield self._beside(letter.year_ago)
        else:
            yield tr("There are no sales of a year before to compare it with.")

    def _beside(self, other: MonthFigures) -> str:
        now, month, sum_ = self._letter.now.paid, month_text(other.month), self._formats.money(other.paid)
        if other.paid <= 0:
            return tr("In {month} it was {sum}.").format(month=month, sum=sum_)
        change = (now - other.paid) * 1000 // other.paid
        if abs(change) < ABOUT_THE_SAME:
            return tr("That is about as much as in {month} ({sum}).").format(month=month, sum=sum_)
        percent = self._formats.number((abs(change) + 5) // 10)
        text = tr("That is {percent} % more than in {month} ({sum}).")
        if change < 0:
            text = tr("That is {percent} % less than in {month} ({sum}).")
        return text.format(percent=percent, month=month, sum=sum_)

    def _people(self) -> Iterator[str]:
        now, before, number = self._letter.now, self._letter.before, self._formats.number
        yield tr_n("{n} member was here.", "{n} members were here.", now.active).format(n=number(now.active))
        if before and self._letter.is_over:
            text = tr_n("In the month before it was {n}.", "In the month before there were {n}.", before.active)
            yield text.format(n=number(before.active))
        yield tr_n("{n} person joined.", "{n} people joined.", now.joined).format(n=number(now.joined))

    # --- what it cost

    def what_it_cost(self) -> Iterator[str]:
        """Points and money of the programme, and its gain where anybody can know it."""
        points, cost, formats = self._letter.points, self._letter.cost, self._formats
        given, used = points_text(points.given, formats), formats.number(points.used)
        text = tr("The programme gave {given}; {used} were used, and {ended} ended unused.")
        yield text.format(given=given, used=used, ended=formats.number(points.expired))
        whole, turnover = cost.cost.now or 0, cost.turnover.now or 0
        apart, sums = cost.apart.now or 0, {"sum": whole, "off": cost.off.now or 0, "paid": cost.paid.now or 0}
        text = tr("It cost {sum}: {off} was taken off bills, and {paid} was paid with points and vouchers.")
        if apart:
            text = tr(
                "It cost {sum}: {off} was taken off bills, {paid} was paid with points and vouchers, and {apart} was "
                "given without a bill."
            )
        yield text.format(apart=formats.money(apart), **{name: formats.money(each) for name, each in sums.items()})
        if turnover > 0 and whole > 0:
            per = formats.money((whole * 10_000 + turnover // 2) // turnover)
            text = tr("That is {sum} for each {hundred} that members paid.")
            yield text.format(sum=per, hundred=formats.price(10_000))
        if cost.new_worth:
            text = tr("The new points are likely to cost {sum} once they are used.")
            yield text.format(sum=formats.money(cost.new_worth))
        yield self._gain()
        yield from self._owed()

    def _gain(self) -> str:
        cost, money = self._letter.cost, self._formats.money
        if cost.gain:
            text = tr(
                "By the test group it brought {turnover} more turnover, of which the shop keeps {sum}; eight times in "
                "ten between {low} and {high}."
            )
            gain = cost.gain
            sums = {"turnover": gain.whole, "sum": gain.kept, "low": gain.kept_low, "high": gain.kept_high}
            return text.format(**{name: money(each) for name, each in sums.items()})
        if cost.has_test_group:
            return tr("What it gained cannot be told yet: one side of the test group has no members.")
        return tr("What it gained nobody can know without a test group. The programme can have one.")

    def _owed(self) -> Iterator[str]:
        owed, formats = self._letter.liability, self._formats
        held = points_text(owed.points.now or 0, formats)
        if owed.worth and owed.worth.now is not None:
            text = tr("At its end people held {points}, worth {sum}.")
            yield text.format(points=held, sum=formats.money(owed.worth.now))
        else:
            yield tr("At its end people held {points}.").format(points=held)

    # --- who shone

    def who_shone(self) -> Iterator[str]:
        """Those of the staff who did most, and who reached their goals."""
        contest = self._letter.contest
        busy = sorted((row for row in contest.rows if _sum(row)), key=lambda row: (-_sum(row), row.member.name))
        if not busy:
            yield tr("Nothing that is counted for the staff was done under a name. Sign on at the till by name.")
        for place, row in enumerate(busy[:3]):
            text = tr("{name} shone: {what}.") if place == 0 else tr("{name}: {what}.")
            yield text.format(name=row.member.name, what=self._did(row))
        reached = [row.member.name for row in contest.rows if row.is_reached]
        if reached:
            yield tr("All goals were reached by {names}.").format(names=", ".join(reached))
        if contest.is_team_reached:
            yield tr("The team reached its goals together.")
        if contest.bonus:
            yield tr("The bonuses come to {sum}.").format(sum=self._formats.money(contest.bonus))

    def _did(self, row: Contestant) -> str:
        counts = ((deed, row.count(deed)) for deed in Deed)
        return ", ".join(done_text(deed, self._formats.number(count)) for deed, count in counts if count)

    # --- what to do next

    def what_next(self) -> Iterator[str]:
        """What waits today, the groups that slip, the points that end."""
        formats, letter = self._formats, self._letter
        for matter in letter.matters:
            saying = matter_saying(matter, formats)
            yield f"{saying.headline}. {saying.hint}".strip() if saying.hint else f"{saying.headline}."
        for each in letter.groups:
            if each.group in _SLIPPING and each.customers:
                yield f"{tr(_SLIPPING[each.group]).format(n=formats.number(each.customers))} {tr(NEXT[each.group])}"
        owed = letter.liability
        if owed.ending:
            text = tr("{points} end within 30 days, worth {sum}. Remind whoever has them.")
            if owed.ending_worth is None:
                text = tr("{points} end within 30 days. Remind whoever has them.")
            worth = formats.money(owed.ending_worth or 0)
            yield text.format(points=points_text(owed.ending, formats), sum=worth)


def _sum(row: Contestant) -> int:
    return sum(score.count for score in row.scores)
