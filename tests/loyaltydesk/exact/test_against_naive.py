"""Random programmes and histories: the shop and its naive twin agree on every number after every request."""

from hypothesis import HealthCheck, given, settings

from tests.loyaltydesk.exact.histories import Ask, histories
from tests.loyaltydesk.exact.programmes import programmes
from tests.loyaltydesk.exact.twins import twins


def agree(programme: str, history: list[Ask]) -> None:
    """Asks both shops everything, and looks at every customer after each request."""
    with twins(programme) as pair:
        for ask in history:
            pairs = [pair.ask(**ask), *pair.look(ask["at"])]
            differing = [
                (key, real[key], naive[key]) for real, naive in pairs for key in naive if real[key] != naive[key]
            ]
            assert not differing, f"{ask}: (what, real, naive) = {differing}"


@settings(suppress_health_check=list(HealthCheck))
@given(programme=programmes(), history=histories())
def test_shop_and_naive_twin_agree_on_every_number(programme: str, history: list[Ask]) -> None:
    agree(programme, history)
