"""Fills the slip of a purchase with the shop's own values, worded in one language."""

from msgspec.structs import replace

from loyaltydesk.model.slips import SlipAccount, SlipFacts, TierAhead
from loyaltydesk.printing.filling import Paper
from loyaltydesk.printing.slip import Pair, SlipFace
from loyaltydesk.words.voices import heading

NOTHING: Pair = ("", "")


def slip_face(paper: Paper, facts: SlipFacts) -> SlipFace:
    """The slip of a purchase as it stands now, on the shop's paper."""
    return _Filling(paper, facts).face()


class _Filling:
    """One slip in the making."""

    def __init__(self, paper: Paper, facts: SlipFacts) -> None:
        self._paper, self._facts = paper, facts
        self._words, self._formats = paper.words, paper.formats
        self._bought, self._recorded, self._account = facts.purchase, facts.recorded, facts.account

    def face(self) -> SlipFace:
        """The whole slip in ready words."""
        words, shop, bought, account = self._words, self._paper.shop, self._bought, self._account
        holder = account.customer.profile.called if account else ""
        slip = SlipFace(
            shop=self._paper.name,
            under_shop=tuple(line for line in (shop.line, shop.address) if line),
            rows=(*self._head(), *self._sold(), *self._sums()),
            total=(words.tr("Paid"), self._formats.money(bought.due - bought.refunded)),
            farewell=words.tr("Thank you! See you soon."),
            code=bought.receipt,
            vouchers=tuple(self._paper.voucher(voucher, holder) for voucher in self._facts.vouchers),
            news=self._news(),
        )
        return self._with_account(slip, account) if account else slip

    def _with_account(self, slip: SlipFace, account: SlipAccount) -> SlipFace:
        """The same slip with what only a customer has."""
        ahead, tier = account.ahead, account.tier
        return replace(
            slip,
            points=self._points(),
            balance=(self._words.tr("Points now"), self._formats.number(account.balance)),
            ending=self._ending(account),
            next_reward=self._ahead(account),
            progress=(max(ahead.cost - ahead.missing, 0), ahead.cost) if ahead else None,
            next_tier=self._tier(tier) if tier else "",
            tier_progress=(tier.reached, tier.reached + tier.missing) if tier else None,
            stamps=self._stamps(account),
        )

    def _news(self) -> Pair:
        """The answer to what the customer once said."""
        answered = self._facts.answered
        return (heading(answered, self._words), answered.answer) if answered else NOTHING

    def _head(self) -> list[Pair]:
        words, bought = self._words, self._bought
        rows = [(words.tr("Date"), f"{self._formats.day(bought.day)} {bought.at:%H:%M}")]
        if bought.receipt:
            rows.append((words.tr("Receipt"), bought.receipt))
        if bought.staff:
            rows.append((words.tr("Served by"), bought.staff))
        return rows

    def _sold(self) -> list[Pair]:
        """The lines of the bill, and the promotions; nothing where only an amount was typed."""
        rows, formats, fact = [], self._formats, self._recorded
        for line in fact.lines if any(line.sku for line in fact.lines) else ():
            what = self._facts.products.get(line.sku, line.sku) or self._words.tr("Other goods")
            units = self._words.tr("{n} × {what}").format(n=formats.number(line.qty), what=what)
            rows.append((units if line.qty > 1 else what, formats.money(line.price * line.qty)))
        return rows + [(taken.name, formats.money(-taken.off)) for taken in fact.promotions if taken.off]

    def _sums(self) -> list[Pair]:
        """The bill, where something else was paid, and what came off it."""
        words, rows, bought, fact = self._words, [], self._bought, self._recorded
        if bought.due != bought.total:
            rows.append((words.tr("Bill"), self._formats.money(bought.total)))
        other = bought.discount - sum(taken.off for taken in fact.promotions)
        for name, money in (
            (words.tr("Discount"), other),
            (words.tr("Paid with points"), fact.by_points),
            (words.tr("Voucher"), fact.by_vouchers),
            (words.tr("Brought back"), bought.refunded),
        ):
            if money > 0:
                rows.append((name, self._formats.money(-money)))
        return rows

    def _points(self) -> tuple[Pair, ...]:
        words, bought = self._words, self._bought
        return tuple(
            (name, f"{sign}{self._formats.number(number)}")
            for name, sign, number in (
                (words.tr("Points earned"), "+", bought.earned - bought.taken_back),
                (words.tr("Points used"), "−", bought.spent - bought.given_back),
            )
            if number
        )

    def _ending(self, account: SlipAccount) -> Pair:
        """The points that end next, and their last day."""
        if account.ending is None:
            return NOTHING
        points, day = account.ending
        return self._words.tr("Use by {day}").format(day=self._formats.day(day)), self._paper.points(points)

    def _ahead(self, account: SlipAccount) -> str:
        if account.ahead is None:
            return ""
        missing = self._paper.points(account.ahead.missing)
        return self._words.tr("Only {points} to go: {reward}").format(points=missing, reward=account.ahead.name)

    def _tier(self, tier: TierAhead) -> str:
        """The tier above, and what is missing to it."""
        missing = self._formats.money(tier.missing) if tier.is_money else self._paper.points(tier.missing)
        words = self._words
        above, to_go = words.tr("Next tier: {tier}").format(tier=tier.name), words.tr("{sum} to go").format(sum=missing)
        return f"{above} · {to_go}"

    def _stamps(self, account: SlipAccount) -> tuple[Pair, ...]:
        number, words = self._formats.number, self._words.tr("{have} of {every}")
        return tuple(
            (card, words.format(have=number(have), every=number(every))) for card, have, every in account.stamps
        )
