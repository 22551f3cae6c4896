"""Slips go straight to their printer, and wait where it fails."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.purchases import Asked
from loyaltydesk.printing import slip_press
from loyaltydesk.printing.refusals import PrinterFailed
from tests.loyaltydesk.printing.printers import listening, pictures, typed
from tests.shop import buy, join
from ui.seams.session import Session
from ui.seams.slip_printing import SlipPrinting, slip_printing
from ui.seams.slip_settings import SlipSettings, keep_slips
from ui.seams.slip_waiting import WaitingSlip
from ui.seams.tasks import BackgroundRunner, run_now
from ui.seams.waste import Waste

PRINTER = SlipSettings("network:127.0.0.1:9100", types=True)


class Printer:
    """Takes slips in place of a printer, or fails with a reason."""

    def __init__(self) -> None:
        self.slips: list[str] = []
        self.fails = ""

    def take(self, content: bytes, printer: object, **_more: object) -> None:
        if self.fails:
            raise PrinterFailed("127.0.0.1", self.fails)
        self.slips.append("\n".join(typed(content)[0]))


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, tools) -> Printer:
    made = Printer()
    monkeypatch.setattr(slip_press, "print_bytes", made.take)
    keep_slips(tools.preferences, PRINTER)
    return made


@pytest.fixture
def bought(desk) -> str:
    """A purchase of Anna's."""
    _customer, card = join(desk, "Anna Kowalska")
    return buy(desk, card, 1000).purchase


@pytest.fixture
def slips(session, tools) -> SlipPrinting:
    return slip_printing(session, tools)


@pytest.fixture
def said(slips) -> Callable[[], list[str]]:
    """What was told so far: "printed", or why not."""
    told: list[str] = []
    slips.printed.connect(lambda: told.append("printed"))
    slips.failed.connect(told.append)
    return lambda: told


def test_a_slip_is_printed_and_nothing_waits(slips, printer, bought, said):
    slips.print_purchase(bought)
    assert "10,00" in printer.slips[0].replace(".", ",")
    assert (said(), slips.waiting()) == (["printed"], [])


def test_a_slip_that_a_fault_kept_from_being_sent_at_all_waits(slips, printer, bought, monkeypatch):
    def broken(_action):
        def job():
            raise ZeroDivisionError

        return job

    monkeypatch.setattr(slips._session, "job", broken)
    with pytest.raises(ZeroDivisionError):
        slips.print_purchase(bought)
    assert (slips.is_busy, [slip.purchase for slip in slips.waiting()]) == (False, [bought])


def test_there_is_one_for_each_session(slips, session, tools, desk):
    assert slip_printing(session, tools) is slips
    assert slip_printing(Session(desk), tools) is not slips


def test_a_slip_that_cannot_be_printed_waits_and_says_why(slips, printer, bought, said):
    printer.fails = "timed_out"
    slips.print_purchase(bought)
    slips.print_purchase(bought)  # once more does not make it two
    (waiting,) = slips.waiting()
    assert (waiting.purchase, waiting.tries, waiting.reason) == (bought, 2, "timed_out")
    assert waiting.since.startswith("2026-03-14T")
    assert said() == ["The slip waits: the printer does not answer"] * 2


def test_what_waits_is_still_there_for_the_next_session(slips, printer, bought, session, tools, desk):
    printer.fails = "not_found"
    slips.print_purchase(bought)
    printer.fails = ""
    later = slip_printing(Session(desk), tools)
    later.print_waiting()
    assert (len(printer.slips), later.waiting()) == (1, [])


def test_slips_that_wait_follow_when_the_printer_works_again(slips, printer, bought, desk):
    printer.fails = "refused"
    slips.print_purchase(bought)
    slips.print_vouchers([desk.rewards.redeem("coffee", card=_card(desk, 5000)).code])
    assert len(slips.waiting()) == 2
    printer.fails = ""
    slips.print_purchase(buy(desk, "", 300).purchase)
    assert len(printer.slips) == 3
    assert slips.waiting() == []
    assert "3.00" in printer.slips[0]  # the new one first: somebody stands there


def _card(desk, amount: int) -> str:
    _customer, card = join(desk, "Jānis")
    buy(desk, card, amount)
    return card


def test_a_purchase_that_was_taken_back_meanwhile_is_printed_as_it_stands(slips, printer, bought, desk):
    printer.fails = "timed_out"
    slips.print_purchase(bought)
    desk.till.bring_back(desk.till.purchase(bought), Asked(voids=True))
    printer.fails = ""
    slips.print_waiting()
    assert "Brought back" in printer.slips[0]


def test_a_person_who_was_forgotten_meanwhile_is_not_named(slips, printer, desk):
    customer, card = join(desk, "Anna Kowalska")
    buy(desk, card, 6000)
    code = desk.rewards.redeem("coffee", card=card).code
    printer.fails = "timed_out"
    slips.print_purchase(buy(desk, card, 1000).purchase)
    slips.print_vouchers([code])
    desk.customers.erase(customer)
    printer.fails = ""
    slips.print_waiting()
    assert printer.slips
    assert not any("Anna" in slip for slip in printer.slips)
    assert slips.waiting() == []


def test_what_can_never_be_printed_does_not_wait_for_ever(slips, printer, said):
    slips.print_purchase("of another shop")
    assert (printer.slips, slips.waiting()) == ([], [])
    assert said() == ["There is no purchase of another shop."]


def test_a_printer_that_makes_no_sense_keeps_the_slip(slips, printer, bought, tools, said):
    keep_slips(tools.preferences, SlipSettings("pigeon:home"))
    slips.print_purchase(bought)
    assert len(slips.waiting()) == 1
    assert "pigeon" in said()[0]


def test_nothing_is_tried_without_a_printer(slips, printer, bought, tools, said):
    printer.fails = "timed_out"
    slips.print_purchase(bought)
    keep_slips(tools.preferences, SlipSettings())
    printer.fails = ""
    slips.print_waiting()
    assert (printer.slips, len(slips.waiting())) == ([], 1)
    slips.forget(slips.waiting()[0])
    assert slips.waiting() == []


def test_the_first_failure_ends_the_round(slips, printer, desk, bought):
    printer.fails = "timed_out"
    for purchase in (bought, buy(desk, "", 300).purchase):
        slips.print_purchase(purchase)
    slips.print_waiting()
    assert [slip.tries for slip in slips.waiting()] == [2, 1]


@pytest.fixture
def clean() -> Iterator[None]:
    """What other tests left is not cleared away by the thread that prints, as in the program."""
    waste = Waste()
    waste.begin()
    yield
    waste.end()


def test_a_slip_is_printed_off_the_windows_thread(clean, qtbot, qapp, shop_file, clock, tools):
    own = Desk.open(shop_file, clock)
    runner = BackgroundRunner(qapp)
    with listening() as network:
        keep_slips(tools.preferences, SlipSettings(network.place))
        slips = slip_printing(Session(own), replace(tools, slips=runner))
        bought = buy(own, "", 1000).purchase
        with qtbot.waitSignal(slips.printed, timeout=10_000):
            slips.print_purchase(bought)
            assert slips.waiting() == []  # it is under way
    runner.wait()
    own.close()
    assert (len(pictures(network.got[0])), slips.waiting()) == (1, [])


class Later:
    """Holds jobs back until the test lets them go."""

    def __init__(self) -> None:
        self._jobs: list[Callable[[], None]] = []

    def __call__(self, job, *, done, refused) -> None:
        self._jobs.append(lambda: run_now(job, done=done, refused=refused))

    def go(self) -> None:
        jobs, self._jobs = self._jobs, []
        for job in jobs:
            job()


@pytest.fixture
def later(session, tools) -> Later:
    """What the slips that are printed now run on."""
    made = Later()
    SlipPrinting(session, replace(tools, slips=made))  # the one that `slip_printing` finds
    return made


def test_a_slip_that_is_tried_again_is_still_counted_and_may_be_let_go_meanwhile(later, slips, printer, bought):
    printer.fails = "timed_out"
    slips.print_purchase(bought)
    assert slips.waiting() == []  # it may well be printed
    later.go()
    slips.print_waiting()
    assert (len(slips.waiting()), slips.is_busy) == (1, True)
    slips.forget(slips.waiting()[0])
    later.go()
    assert (slips.waiting(), slips.is_busy) == ([], False)


def test_a_fault_of_the_program_loses_no_slip_and_comes_out_once(slips, printer, bought, said, desk, monkeypatch):
    draw = slip_press.slip_bytes

    def fail(*_what: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(slip_press, "slip_bytes", fail)
    with pytest.raises(ZeroDivisionError):
        slips.print_purchase(bought)
    assert said() == ["The slip waits: something in the program went wrong"]
    monkeypatch.setattr(slip_press, "slip_bytes", draw)
    slips.print_purchase(buy(desk, "", 300).purchase)
    assert len(printer.slips) == 1  # the other would only fail again
    assert [slip.purchase for slip in slips.waiting()] == [bought]
    slips.print_waiting()  # a person wants it
    assert (len(printer.slips), slips.waiting()) == (2, [])


def test_of_several_slips_the_one_that_was_not_printed_is_told(slips, printer, bought, said, session):
    shop = str(session.ask(lambda desk: desk.path or ""))
    for purchase in ("of another shop", bought):
        slips._list.put(WaitingSlip(shop, purchase))
    slips.print_waiting()
    assert (len(printer.slips), said()) == (1, ["There is no purchase of another shop."])
