"""The purchase in hand before it is recorded: whose it is, what it comes to, and what is used for it."""

from msgspec import Struct, field
from msgspec.structs import replace

from loyaltydesk.desk.customers import Seen
from loyaltydesk.model.cards import CardState
from loyaltydesk.model.money import Currency
from loyaltydesk.model.parked import BillLine
from loyaltydesk.model.pledges import Pledge, PledgeState
from loyaltydesk.model.prompts import Prompt, PromptKind
from loyaltydesk.model.purchases import Basket, Line, RewardWish, Voucher
from ui.till.history import History

MOST_UNASKED = 10_000  # major units that are recorded without asking twice, for somebody we do not know yet
TIMES_USUAL = 100


class Sale(Struct):
    """A purchase while it is put together; without `seen` it is a guest's. Money in minor units."""

    seen: Seen | None = None
    card: str = ""
    history: History = field(default_factory=History)
    minor: int | None = None  # the amount that was typed
    lines: tuple[BillLine, ...] = ()
    points: int = 0
    all_points: bool = False  # as many as the balance and the bill allow
    rewards: dict[str, int] = field(default_factory=dict)  # reward id -> what it costs, in points
    vouchers: list[str] = field(default_factory=list)
    bearer: list[Voucher] = field(default_factory=list)  # good for anybody, and shown for this purchase
    codes: list[str] = field(default_factory=list)
    settled: set[PromptKind] = field(default_factory=set)  # what was said or used during this sale
    kept: list[Prompt] = field(default_factory=list)  # what was promised and kept during this sale, by mistake perhaps

    @property
    def customer(self) -> str:
        """The customer's id, empty for a guest."""
        return self.seen.customer.id if self.seen else ""

    @property
    def at_hand(self) -> list[Voucher]:
        """The vouchers that can be used: those good for anybody that were shown, and the customer's own."""
        return [*self.bearer, *(self.seen.vouchers if self.seen else ())]

    @property
    def prompts(self) -> list[Prompt]:
        """What is still to be said, and below it what can be taken back."""
        if self.seen is None or self.is_blocked:
            return []
        return [*(prompt for prompt in self.seen.prompts if prompt.kind not in self.settled), *self.kept]

    def keep(self, prompt: Prompt, pledge: Pledge) -> None:
        """A promise was kept, or a warranty is known of."""
        self.settled.add(prompt.kind)
        self.kept.append(replace(prompt, pledge=replace(pledge, state=PledgeState.KEPT)))

    def reopen(self, prompt: Prompt) -> None:
        """It was not, after all."""
        self.settled.discard(prompt.kind)
        self.kept.remove(prompt)

    @property
    def is_blocked(self) -> bool:
        """Whether the customer or the card in hand cannot be used."""
        if self.seen is None:
            return False
        card = self.seen.card
        return self.seen.customer.blocked or (card is not None and card.state is not CardState.ACTIVE)

    @property
    def total(self) -> int:
        """The bill before anything comes off, in minor units."""
        return (self.minor or 0) + sum(line.sum for line in self.lines)

    @property
    def is_begun(self) -> bool:
        """Whether there is anything on the bill."""
        return bool(self.minor or self.lines)

    @property
    def uses_anything(self) -> bool:
        """Whether points, a reward or a voucher are used."""
        return bool(self.points or self.all_points or self.rewards or self.vouchers)

    @property
    def is_ready(self) -> bool:
        """Whether there is anything to record: an amount, or a reward or voucher, for a free coffee costs nothing."""
        return not self.is_blocked and bool(self.is_begun or self.rewards or self.vouchers)

    @property
    def wished_points(self) -> int:
        """The points to be used as money; the desk cuts them to what the bill allows."""
        if self.all_points and self.seen:
            return max(self.seen.balance - sum(self.rewards.values()), 0)
        return self.points

    def use_reward(self, reward: str, cost: int, *, on: bool) -> None:
        """Takes a reward for so many points, or leaves it."""
        self.rewards.pop(reward, None)
        if on:
            self.rewards[reward] = cost

    def use_voucher(self, code: str, *, on: bool) -> None:
        """Uses a voucher, or keeps it."""
        self.vouchers = [each for each in self.vouchers if each != code] + ([code] if on else [])

    def use_points(self, points: int | None) -> None:
        """Uses so many points as money; None for as many as the balance and the bill allow."""
        self.all_points, self.points = points is None, points or 0

    def basket(self) -> Basket:
        """The purchase as the desk is asked for it: its lines, and the amount that was typed as one without product."""
        lines = tuple(_line(line) for line in self.lines)
        return Basket(
            lines=(*lines, Line(self.minor or 0)) if self.minor or not lines else lines,
            card=self.card,
            customer="" if self.card else self.customer,
            redeem_points=self.wished_points,
            rewards=tuple(RewardWish(reward) for reward in self.rewards),
            vouchers=tuple(self.vouchers),
            codes=tuple(self.codes),
        )

    def is_unusual(self, currency: Currency) -> bool:
        """Whether the amount is so large that it may be a slip of the finger or a barcode typed by hand."""
        if self.history.average:
            return self.total > TIMES_USUAL * self.history.average
        return self.total > MOST_UNASKED * (10**currency.exponent if currency.exponent else TIMES_USUAL)


def _line(line: BillLine) -> Line:
    product = line.product
    return Line(line.price, line.qty, product.sku, product.category, product.tax)
