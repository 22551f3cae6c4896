"""History played again under other rules, and what is kept of it: some ten thousand numbers."""

from collections.abc import Mapping
from random import Random

from msgspec import Struct, field

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.history import Basis, PastCustomer, PastPurchase
from loyaltydesk.model.programme import Programme
from loyaltydesk.rules import tiers
from loyaltydesk.rules.exact import rounded
from loyaltydesk.rules.forecast.course import Ground
from loyaltydesk.rules.forecast.period import Period, fitted
from loyaltydesk.rules.forecast.stage import Stage
from loyaltydesk.rules.forecast.tally import WHOLE, Figures, Flow
from loyaltydesk.rules.forecast.worth import Prices
from loyaltydesk.rules.forecast.years import Dealer, Draw, Row, drawn, resampled

NAMES = 10  # of customers whose tier would be another


class TierChange(Struct, frozen=True):
    """A customer whose tier would be another, with the one they have now and the one they would have."""

    customer: str
    name: str
    before: str | None
    after: str | None


class TierChanges(Struct, frozen=True):
    """How many customers would lose a tier and how many would win one, with the first of each."""

    lose: int = 0
    win: int = 0
    losers: tuple[TierChange, ...] = ()
    winners: tuple[TierChange, ...] = ()


class Background(Struct, frozen=True):
    """What is known before history is played again.

    `use` is the share of points that people use (hundredths of a percent), `measured` in the shop or only usual;
    `prices` are those of products, `purchase` what an average one comes to (minor units). Where there is no history,
    the customers are `invented`.
    """

    period: Period
    use: int
    measured: bool = False
    prices: Mapping[str, int] = field(default_factory=dict)
    purchase: int = 0
    in_force: Programme | None = None
    invented: bool = False


class Replayed(Struct, frozen=True):
    """What a programme came to on a history, small enough to be asked again and again.

    `figures` are the programme's in the whole period, `in_force` those of the one in force. `year` has a year's
    months, `years` the what-if ones with their `draws`, `guests_off` what a month's promotions take off for guests.
    `share` is that of sales to members (hundredths of a percent). `guessed` names products whose price nobody knows,
    with what they were taken to be worth.
    """

    programme: Programme
    background: Background
    figures: Figures
    in_force: Figures | None
    year: Row
    years: tuple[Row, ...]
    draws: tuple[Draw, ...]
    guests_off: Row
    share: int
    seed: int
    tiers: TierChanges = TierChanges()
    guessed: tuple[tuple[str, int], ...] = ()

    @property
    def basis(self) -> Basis:
        """What it stands on."""
        figures, background = self.figures, self.background
        return Basis(
            first=background.period.first,
            last=background.period.last,
            customers=figures.customers,
            purchases=figures.purchases,
            use=background.use,
            measured=background.measured,
            share=self.share,
            invented=background.invented,
            guessed=self.guessed,
            refused=figures.refused,
        )


class Replay:
    """Plays a history under a programme, and beside it under the one in force, customer by customer."""

    def __init__(self, programme: Programme, background: Background, *, seed: int) -> None:
        self._programme, self._background, self._seed = programme, background, seed
        self._chance = Random(seed)
        self._dealer = Dealer(self._chance)
        self._groups: dict[int, Flow] = {}
        self._stage = self._staged(programme)
        same = background.in_force == programme
        self._in_force = self._staged(background.in_force) if background.in_force and not same else None
        self._changes = TierChanges()

    def _staged(self, programme: Programme) -> Stage:
        known = self._background
        usual = Prices(known.in_force or programme, known.prices, purchase=known.purchase)
        prices = Prices(programme, known.prices, purchase=known.purchase, guessed=usual.guessed)
        return Stage(Ground(fitted(programme, known.period), known.period, prices, known.use), self._seed)

    def customer(self, past: PastCustomer) -> None:
        """A customer with all purchases of the period."""
        course = self._stage.play(past)
        flow = self._groups.setdefault(self._dealer.group(), Flow(self._background.period.months))
        flow.add(course.flow)
        if self._in_force:
            self._in_force.play(past)
        if self._background.in_force:
            self._compare(past.customer, course.tier)

    def guest(self, purchase: PastPurchase) -> None:
        """A purchase without a card."""
        self._stage.sell(purchase)
        if self._in_force:
            self._in_force.sell(purchase)

    def done(self) -> Replayed:
        """What came of it, once everybody was played."""
        groups = [self._row(self._groups[group]) for group in sorted(self._groups)]
        figures, period = self._stage.figures, self._background.period
        sales = figures.sales + figures.guests_sales
        return Replayed(
            programme=self._programme,
            background=self._background,
            figures=figures,
            in_force=(self._in_force or self._stage).figures if self._background.in_force else None,
            year=tuple(map(sum, zip(*groups, strict=True))),
            years=resampled(groups, self._chance),
            draws=drawn(self._chance),
            guests_off=tuple(period.in_a_month(self._stage.guests_off[month]) for month in period.of_the_year()),
            share=figures.sales * WHOLE // sales if sales else 0,
            seed=self._seed,
            tiers=self._changes,
            guessed=tuple(sorted(self._stage.ground.prices.guessed.items())),
        )

    def _row(self, flow: Flow) -> Row:
        """A year's months of a group, points at what they are worth."""
        goods, money = self._stage.point_worth()
        period = self._background.period
        months = period.of_the_year()
        columns = (
            flow.sales,
            [rounded(points * goods) + worth for points, worth in zip(flow.points, flow.goods, strict=True)],
            [rounded(points * money) + worth for points, worth in zip(flow.points, flow.money, strict=True)],
            flow.off,
        )
        return tuple(period.in_a_month(column[month]) for column in columns for month in months)

    # --- tiers

    def _compare(self, customer: Customer, after: str | None) -> None:
        """Counts a customer whose tier would be another."""
        assert self._background.in_force
        held = tiers.held(self._background.in_force, customer)
        before = held.name if held else None
        rise = self._rise(before, after)
        if not rise:
            return
        change, known = TierChange(customer.id, customer.profile.called, before, after), self._changes
        if rise < 0:
            losers = (*known.losers, change)[:NAMES]
            self._changes = TierChanges(known.lose + 1, known.win, losers, known.winners)
        else:
            winners = (*known.winners, change)[:NAMES]
            self._changes = TierChanges(known.lose, known.win + 1, known.losers, winners)

    def _rise(self, before: str | None, after: str | None) -> int:
        """Above 0 for a higher tier, below for a lower one: by the new thresholds where the old tier lives on.

        Where it does not, the tiers are compared by their number, counted from the lowest.
        """
        assert self._background.in_force
        if before == after:
            return 0
        new = self._programme
        old_tier, new_tier = new.tier(before), new.tier(after)
        if old_tier and new_tier:
            return new_tier.threshold - old_tier.threshold
        return _number(new, after) - _number(self._background.in_force, before)


def _number(programme: Programme, tier: str | None) -> int:
    """The number of a tier from the lowest, 1 being the first; 0 for none."""
    names = [each.name for each in programme.tiers]
    return names.index(tier) + 1 if tier in names else 0
