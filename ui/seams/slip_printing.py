"""Prints slips straight on the slip printer, off the window's thread; what cannot be printed waits and is not lost."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused, UnknownPurchase, UnknownVoucher
from loyaltydesk.words import mark, tr
from ui.seams.session import Session
from ui.seams.slip_papers import slip_face, voucher_face
from ui.seams.slip_settings import SlipSettings, read_slips
from ui.seams.slip_waiting import SlipList, WaitingSlip
from ui.seams.tasks import ended
from ui.seams.tools import Tools

AGAIN_MS = 60_000  # until slips that wait are tried again by themselves
FAULT = "fault"
REASONS = {  # as PRINTER_REASONS of the printing package, for a line with little room
    "not_found": mark("the printer was not found"),
    "refused": mark("the printer takes nothing"),
    "timed_out": mark("the printer does not answer"),
    "no_permission": mark("this computer may not use the printer"),
    "full": mark("there is no room left"),
    "broken_off": mark("the printer broke off"),
    "no_driver": mark("a part of the system is missing"),
    FAULT: mark("something in the program went wrong"),
}


class Tried(Struct, frozen=True):
    """A slip that was sent, and why it could not be printed, None if it was; whether it may be printed another time.

    `reason` is a key of REASONS where the printer was at fault, or the program by its own `fault`.
    """

    slip: WaitingSlip
    refused: Refused | None = None
    waits: bool = False
    reason: str = ""
    fault: Exception | None = None

    @property
    def is_printed(self) -> bool:
        """Whether the printer took it."""
        return self.refused is None and self.fault is None


class SlipPrinting(QObject):
    """One for each session; `slip_printing` finds it."""

    printed = Signal()
    failed = Signal(str)  # a sentence: the slip waits, or can never be printed
    waiting_changed = Signal()

    def __init__(self, session: Session, tools: Tools) -> None:
        super().__init__(session)
        self._session, self._tools = session, tools
        self._list = SlipList(tools.preferences, session.ask(lambda desk: str(desk.path or "")))
        self._under_way: list[WaitingSlip] = []
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._on_time_to_try)
        if self._untried():
            self._again.start()

    @property
    def settings(self) -> SlipSettings:
        """The printer as it is set up now."""
        return read_slips(self._tools.preferences)

    def waiting(self) -> list[WaitingSlip]:
        """The slips that wait, those too that are being sent once more, but not those sent for the first time."""
        return [slip for slip in self._list.all() if slip.tries or not self._is_under_way(slip)]

    @property
    def is_busy(self) -> bool:
        """Whether slips are being sent now."""
        return bool(self._under_way)

    def print_purchase(self, purchase: str) -> None:
        """Prints the slip of a purchase (its id)."""
        self._start([self._slip(purchase=purchase)])

    def print_vouchers(self, codes: Sequence[str]) -> None:
        """Prints vouchers, each on a slip of its own."""
        self._start([self._slip(vouchers=tuple(codes))])

    def print_waiting(self) -> None:
        """Prints what waits, the oldest first, until the printer fails again."""
        if self.settings.connection:
            self._start(self.waiting())

    def forget(self, slip: WaitingSlip) -> None:
        """Lets a slip go that nobody needs any more."""
        self._list.drop(slip)
        self.waiting_changed.emit()

    # --- inside

    def _is_under_way(self, slip: WaitingSlip) -> bool:
        return any(slip.is_like(each) for each in self._under_way)

    def _untried(self) -> list[WaitingSlip]:
        """What may be printed without being asked for: the same fault is not met over and over again."""
        return [slip for slip in self.waiting() if slip.reason != FAULT]

    def _on_time_to_try(self) -> None:
        if self.settings.connection:
            self._start(self._untried())

    def _slip(self, *, purchase: str = "", vouchers: tuple[str, ...] = ()) -> WaitingSlip:
        shop, now = self._session.ask(lambda desk: (str(desk.path or ""), desk.now()))
        wanted = WaitingSlip(shop, purchase, vouchers, since=now.isoformat(timespec="seconds"))
        return next((slip for slip in self._list.all() if slip.is_like(wanted)), wanted)

    def _start(self, slips: list[WaitingSlip]) -> None:
        """Sends slips; each waits from now on, and is dropped when it was printed: the computer may stop meanwhile."""
        fresh = [slip for slip in slips if not self._is_under_way(slip)]
        if not fresh:
            return
        self._again.stop()
        for slip in fresh:
            self._list.put(slip)
        self._under_way += fresh
        self.waiting_changed.emit()

        def over() -> None:
            self._under_way = [slip for slip in self._under_way if slip not in fresh]
            self.waiting_changed.emit()

        run = ended(self._tools.slips, self, over)
        job = self._session.job(_sending(fresh, self.settings))
        run(job, done=self._end, refused=lambda no: self._end([Tried(fresh[0], no, waits=True)]))

    def _end(self, tried: list[Tried]) -> None:
        kept = self._list.all()
        for each in tried:
            if not each.waits:
                self._list.drop(each.slip)
            elif any(each.slip.is_like(slip) for slip in kept):  # nobody let it go meanwhile
                self._list.put(replace(each.slip, tries=each.slip.tries + 1, reason=each.reason))
        self.waiting_changed.emit()
        self._tell(next((each for each in tried if not each.is_printed), tried[-1]))
        if all(each.is_printed for each in tried):
            self._on_time_to_try()  # the printer works again
        elif self._untried():
            self._again.start()
        for each in tried:
            if each.fault:
                raise each.fault  # to where all faults come out; the slip is safe

    def _tell(self, worst: Tried) -> None:
        if worst.is_printed:
            self.printed.emit()
        elif worst.reason:
            self.failed.emit(tr("The slip waits: {reason}").format(reason=tr(REASONS[worst.reason])))
        elif worst.refused:
            self.failed.emit(self._session.sentence(worst.refused))


def _sending(slips: Sequence[WaitingSlip], settings: SlipSettings) -> Callable[[Desk], list[Tried]]:
    """Sends slips one after the other; the printer's first failure is the end, for the next would only wait as long."""

    def send(desk: Desk) -> list[Tried]:
        tried: list[Tried] = []
        for slip in slips:
            tried.append(_tried(desk, slip, settings))
            if tried[-1].waits and not tried[-1].fault:
                break
        return tried

    return send


def _tried(desk: Desk, slip: WaitingSlip, settings: SlipSettings) -> Tried:
    from loyaltydesk.printing.refusals import CodeNotPrintable, CodeTooWide, PrinterFailed

    try:
        _send(desk, slip, settings)
    except PrinterFailed as no:
        return Tried(slip, no, waits=True, reason=no.reason)
    except (UnknownPurchase, UnknownVoucher, CodeNotPrintable, CodeTooWide) as no:
        return Tried(slip, no)
    except Refused as no:
        return Tried(slip, no, waits=True)
    except Exception as fault:  # noqa: BLE001 - the window's thread raises it again, once the slip is safe
        return Tried(slip, waits=True, reason=FAULT, fault=fault)
    return Tried(slip)


def _send(desk: Desk, slip: WaitingSlip, settings: SlipSettings) -> None:
    """Prints one slip as everything stands now. Raises what the desk, the paper and the printer refuse."""
    from loyaltydesk.printing import slip_press

    printer = settings.printer()
    if slip.purchase:
        content = slip_press.slip_bytes(slip_face(desk, slip.purchase), printer)
    else:
        content = slip_press.voucher_bytes([voucher_face(desk, code) for code in slip.vouchers], printer)
    slip_press.print_bytes(content, printer)


def slip_printing(session: Session, tools: Tools) -> SlipPrinting:
    """The one of this session, made when it is first wanted."""
    made = session.findChild(SlipPrinting)
    return made if isinstance(made, SlipPrinting) else SlipPrinting(session, tools)
