"""What a forecast stands on and what it supposes, in sentences."""

from collections.abc import Iterator

from loyaltydesk.model.history import Basis
from loyaltydesk.words.catalogue import tr, tr_n
from loyaltydesk.words.formats import Formats

WHOLE_YEAR = 330  # days; less is told to be all there is
MANY = 200  # purchases; fewer are told to be few
NAMED = 3  # products without a price


def percent(hundredths: int, formats: Formats, *, tenths: bool = False) -> str:
    """Hundredths of a percent as people read them: 45%, or 3.0% with `tenths`."""
    if not tenths:
        return tr("{percent}%").format(percent=formats.number((hundredths + 50) // 100))
    whole, part = divmod(abs(hundredths) + 5, 100)
    sign = "−" if hundredths < 0 else ""
    return tr("{percent}%").format(percent=f"{sign}{formats.number(whole)}{formats.decimal_sign}{part // 10}")


def stands_on(basis: Basis, formats: Formats) -> str:
    """Which history it was worked out from, in one line."""
    if basis.invented:
        return tr("Worked out with made-up customers, for there is no history yet")
    days = {"first": formats.day(basis.first), "last": formats.day(basis.last)}
    text = tr_n(
        "Worked out from your own {n} purchase with a card, {first} to {last}",
        "Worked out from your own {n} purchases with a card, {first} to {last}",
        basis.purchases,
    )
    return text.format(n=formats.number(basis.purchases), **days)


def assumptions(basis: Basis, formats: Formats) -> list[str]:
    """What had to be supposed, a sentence for each thing."""
    return [*_about_history(basis), *_about_people(basis, formats), *_about_worth(basis, formats)]


def _about_history(basis: Basis) -> Iterator[str]:
    if basis.invented:
        yield tr("The customers and their purchases are made up from your answers.")
        return
    if (basis.last - basis.first).days < WHOLE_YEAR:
        yield tr("There is less than a year of history: its months stand for the whole year.")
    if basis.purchases < MANY:
        yield tr("There are few purchases, so that chance weighs heavily.")
    yield tr("Everybody buys what they bought, and begins without points.")
    yield tr("What was brought back counts as never bought.")
    yield tr("Rules for certain days count on the same days within that time.")


def _about_people(basis: Basis, formats: Formats) -> Iterator[str]:
    share = percent(basis.use, formats)
    if basis.measured:
        yield tr("{share} of points are used, as in your shop so far.").format(share=share)
    else:
        yield tr("{share} of points are used.").format(share=share)
    yield tr("Customers take the dearest reward within reach, some at once and some after a while.")
    yield tr("Points count as a cost when they are given, as far as they will be used.")
    yield tr("In a household, everybody collects points alone.")


def _about_worth(basis: Basis, formats: Formats) -> Iterator[str]:
    named = ", ".join(f"{product} {formats.price(worth)}" for product, worth in basis.guessed[:NAMED])
    if named:
        yield tr("Nobody knows the price of what is given; it was taken to be: {products}.").format(products=named)
    if basis.refused:
        text = tr_n(
            "{n} purchase does not fit the rules and brings nothing.",
            "{n} purchases do not fit the rules and bring nothing.",
            basis.refused,
        )
        yield text.format(n=formats.number(basis.refused))
