"""What another programme would have brought on the shop's own history, and what offers really do."""

from datetime import date
from functools import lru_cache

from msgspec import Struct

from loyaltydesk.desk.core import Core
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.history import PastCustomer, PastPurchase, Span
from loyaltydesk.model.money import Currency
from loyaltydesk.model.programme import Programme, Window
from loyaltydesk.model.refusals import BadProgramme
from loyaltydesk.rules.forecast import (
    WHOLE,
    Background,
    Comparison,
    Member,
    Period,
    Questions,
    Replay,
    Replayed,
    Side,
    compared_sides,
    invented,
    months_before,
    products,
)
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.rules.ready import in_currency
from loyaltydesk.store.deriving import Progress, quiet
from loyaltydesk.store.history import History

USUAL_USE = 70_00  # hundredths of a percent: what is used of points where nobody knows better
LEAST_DAYS = 90  # of history, before what people use can be measured
LEAST_USE = 5_00
USUAL_BASKET = "12.00"  # euros
STEP = 200  # purchases between two words about progress


class Wanted(Struct, frozen=True):
    """Which history is played: the last so many `months`, or one made up from `questions`; the `seed` of all chance.

    `use` is the share of points people use in hundredths of a percent; None is what was measured.
    """

    months: int = 12
    seed: int = 1
    use: int | None = None
    questions: Questions | None = None


class Forecasts:
    """Looks ahead by looking back."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def history(self, months: int = 12) -> Span | None:
        """The purchases of the last so many months, as many as there are; None without any of a customer."""
        today = self._core.now().date()
        span = self._past().span(months_before(today, months), today)
        return span if span and span.purchases else None

    def questions(self, currency: Currency) -> Questions:
        """The answers that a small shop without history would give."""
        return Questions(basket=in_currency(USUAL_BASKET, currency))

    def replay(self, toml: str, wanted: Wanted | None = None, *, progress: Progress = quiet) -> Replayed:
        """Plays history again under the programme in a TOML text; long work that changes nothing.

        Without any history it is made up from questions. Raises BadProgramme, also for another currency than the one
        that history counts in. Whatever `progress` raises gives the work up.
        """
        programme, wanted = read_programme(toml), wanted or Wanted()
        with self._core.store.reading():
            span = None if wanted.questions else self.history(wanted.months)
            if span is None:
                return self._on_answers(programme, wanted, progress)
            if programme.currency != self._core.programme.currency:
                raise BadProgramme("programme.currency", "currency_fixed", programme.currency.code)
            return self._on_history(programme, wanted, span, progress=progress)

    def comparison(self) -> Comparison | None:
        """What the test group buys beside the others who joined since it was formed; None without such a group."""
        programme, today = self._core.programme, self._core.now().date()
        if programme.test_group is None:
            return None
        group, days = programme.test_group, today.toordinal() + 1
        sides = []
        for without in (True, False):
            slots = self._past().slots(group.every, group.since, without=without)
            dealt = (Member(max(days * count - joined, 1), visits, spend) for count, joined, visits, spend in slots)
            sides.append(Side(sum(slot[0] for slot in slots), tuple(dealt)))
        return _compared(*sides)

    # --- inside

    def _past(self) -> History:
        return History(self._core.store.connection)

    def _on_history(self, programme: Programme, wanted: Wanted, span: Span, *, progress: Progress) -> Replayed:
        past, in_force = self._past(), self._core.programme
        replay = Replay(programme, self._background(programme, wanted, span), seed=wanted.seed)
        people, tell, done = _People(past, span, (programme, in_force)), _Teller(progress, span.whole), 0
        for customer, purchases in past.purchases(span):
            done += len(purchases)
            if customer is None:
                replay.guest(purchases[0])
            else:
                replay.customer(people.past(past.customer(customer, purchases[0].at), purchases))
            tell(done)
        for customer in past.quiet_with_tier(span):
            replay.customer(people.past(self._core.customer(customer), []))
        progress(span.whole, span.whole)
        return replay.done()

    def _background(self, programme: Programme, wanted: Wanted, span: Span) -> Background:
        past, in_force = self._past(), self._core.programme
        measured = _measured(past, span) if wanted.use is None else None
        use = wanted.use if wanted.use is not None else measured
        return Background(
            Period(span.first, span.last),
            USUAL_USE if use is None else use,
            measured=measured is not None,
            prices=past.prices(products(programme) | products(in_force)),
            purchase=span.value // span.whole,
            in_force=in_force,
        )

    def _on_answers(self, programme: Programme, wanted: Wanted, progress: Progress) -> Replayed:
        questions = wanted.questions or self.questions(programme.currency)
        today = self._core.now().date()
        period = Period(months_before(today, wanted.months), today)
        prices = self._past().prices(products(programme))
        use = USUAL_USE if wanted.use is None else wanted.use
        background = Background(period, use, prices=prices, purchase=questions.basket, invented=True)
        replay, done = Replay(programme, background, seed=wanted.seed), 0
        members, guests = invented(questions, period, seed=wanted.seed)
        whole = sum(len(member.purchases) for member in members)
        tell = _Teller(progress, whole)
        for member in members:
            replay.customer(member)
            done += len(member.purchases)
            tell(done)
        for purchase in guests:
            replay.guest(purchase)
        progress(whole, whole)
        return replay.done()


@lru_cache(maxsize=8)
def _compared(without: Side, others: Side) -> Comparison | None:
    """The comparison, drawn once as long as nobody bought or joined; all chance in it is always the same."""
    return compared_sides(without, others)


class _Teller:
    """Tells about progress now and then, beginning at once."""

    def __init__(self, progress: Progress, whole: int) -> None:
        self._progress, self._whole, self._next = progress, whole, 0

    def __call__(self, done: int) -> None:
        if done >= self._next:
            self._next = done + STEP
            self._progress(done, self._whole)


class _People:
    """Puts together what is known of each customer, as far as one of the programmes asks for it."""

    def __init__(self, past: History, span: Span, programmes: tuple[Programme, ...]) -> None:
        self._past, self._span = past, span
        with_tiers = [each for each in programmes if each.tiers]
        self._tiers = bool(with_tiers)
        lifetime = any(each.window is Window.LIFETIME for each in with_tiers)
        self._since = None if lifetime else date(max(span.first.year - 1, 1), 1, 1)
        self._brought: dict[str, list[date]] = {}
        self._new: dict[str, date] = {}
        if any(each.referral.points_referrer or each.referral.points_new for each in programmes):
            for friend, new, day in past.friends():
                self._brought.setdefault(friend, []).append(day)
                self._new[new] = day

    def past(self, customer: Customer, purchases: list[PastPurchase]) -> PastCustomer:
        """A customer with these purchases."""
        before = self._past.before(customer.id, self._span.first, since=self._since) if self._tiers else ()
        brought = tuple(self._brought.get(customer.id, ()))
        return PastCustomer(customer, tuple(purchases), before, brought, self._new.get(customer.id))


def _measured(past: History, span: Span) -> int | None:
    """The share of points that people used (hundredths of a percent); None after too short a time, or without any."""
    if (span.last - span.first).days < LEAST_DAYS:
        return None
    usage = past.usage(span)
    share = min(usage.used * WHOLE // usage.given, WHOLE) if usage.given > 0 else 0
    return share if share >= LEAST_USE else None
