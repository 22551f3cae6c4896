"""The Customers page in a window of its own, a few customers, and somebody who looks at them."""

from collections.abc import Callable

import pytest

from loyaltydesk.desk import Desk
from tests.shop import Clock, buy, join
from tests.ui.person import Person
from ui.customers.account_section import AccountSection
from ui.customers.customer_view import CustomerView
from ui.customers.page import CustomersPage
from ui.customers.statement_section import StatementSection
from ui.window import PageSpec, Window

SPEC = PageSpec("customers", "users", "Customers", CustomersPage)


@pytest.fixture
def anna(desk: Desk, clock: Clock) -> str:
    """A customer with two purchases, a voucher and 260 points."""
    customer, card = join(
        desk, phone="+37120012345", email="anna@example.com", birth_date="1990-03-14", note="Oat milk"
    )
    for cents in (10_000, 5_500):
        clock.forward(days=1)
        buy(desk, card, cents)
    clock.forward(days=1)
    desk.rewards.redeem("coffee", customer=customer)
    return customer


@pytest.fixture
def at_customers(open_window: Callable[..., Window]) -> Callable[..., CustomersPage]:
    """Opens the window on the Customers page, in a size."""

    def opened(size: tuple[int, int] = (1366, 768)) -> CustomersPage:
        page = open_window([SPEC], size).shown
        assert isinstance(page, CustomersPage)
        return page

    return opened


@pytest.fixture
def page(at_customers: Callable[..., CustomersPage]) -> CustomersPage:
    """The Customers page at 1366 × 768, over whatever customers there were before."""
    return at_customers()


@pytest.fixture
def person(page: CustomersPage) -> Person:
    """Somebody at that page."""
    return Person(page.window())


@pytest.fixture
def her_page(anna: str, page: CustomersPage) -> CustomerView:
    """Anna's own page."""
    page.open_customer(anna)
    return page.customer


@pytest.fixture
def account(her_page: CustomerView) -> AccountSection:
    """The section for her account."""
    her_page.show_section(her_page.account)
    return her_page.account


@pytest.fixture
def statement(her_page: CustomerView) -> StatementSection:
    """The section with her statement."""
    her_page.show_section(her_page.statement)
    return her_page.statement
