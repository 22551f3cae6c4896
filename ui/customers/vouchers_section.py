"""The section with a customer's vouchers: printed, printed anew under another code, cancelled."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.purchases import Voucher, VoucherState
from loyaltydesk.words import tr
from loyaltydesk.words.reasons import left_text, points_text
from ui.customers.columns import voucher_columns
from ui.customers.dossier import Dossier
from ui.customers.paper import Press
from ui.customers.section import Section
from ui.seams.people import grouped
from ui.seams.question import Answer
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.seams.tables import RowsModel
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button
from ui.theme.theme import Theme


class VouchersSection(Section):
    """The vouchers, and what can be done with the chosen one while it is open."""

    def __init__(self, theme: Theme, session: Session, press: Press) -> None:
        super().__init__(theme, session)
        self._press = press
        self._rows = RowsModel[Voucher](voucher_columns(session, lambda: self.dossier.seen.day))
        self.table = TableView(theme, self._rows, name=tr("Vouchers"), key=lambda voucher: voucher.id, spare=(3, 2))
        self.print_button = Button(theme, tr("Print"), icon="printer")
        self.all_button = Button(theme, tr("Print all open"), icon="printer")
        self.reprint_button = Button(theme, tr("Print anew"), icon="refresh-cw")
        self.cancel_button = Button(theme, tr("Cancel"), kind="danger", icon="ban")
        self._stack = QStackedWidget()
        self._lay_out()
        self.table.chosen.connect(self._on_chosen)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.all_button.clicked.connect(self._on_all_clicked)
        self.reprint_button.clicked.connect(self._on_reprint_clicked)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)

    def fill(self, dossier: Dossier) -> None:
        place = self.table.place()
        self._rows.set_rows(dossier.vouchers)
        self.table.go_back(place)
        if self.table.current() is None and dossier.vouchers:
            self.table.choose(dossier.vouchers[0].id)
        self._on_chosen(self.table.current())
        self.all_button.setVisible(len(self._open()) > 1)
        self._stack.setCurrentIndex(0 if dossier.vouchers else 1)

    def start(self) -> None:
        self.table.setFocus()

    # --- inside

    def _lay_out(self) -> None:
        actions = QHBoxLayout(self.foot)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(self.theme.m.s2)
        for button in (self.print_button, self.all_button, self.reprint_button, self.cancel_button):
            actions.addWidget(button)
        actions.addStretch(1)
        hint = tr("A voucher is written out at the till, for a reward that is not taken at once.")
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState(self.theme, "ticket", title=tr("No vouchers yet"), hint=hint))
        self.column.addWidget(self._stack, 1)
        self.end_column()

    def _open(self) -> list[Voucher]:
        return [voucher for voucher in self.dossier.vouchers if self._is_open(voucher)]

    def _is_open(self, voucher: Voucher) -> bool:
        return voucher.state_on(self.dossier.seen.day) is VoucherState.OPEN

    def _print(self, *vouchers: Voucher) -> None:
        refused = self._press.vouchers(vouchers, self.dossier.customer)
        if refused:
            self.refuse(refused)

    def _reprint(self, voucher: Voucher) -> None:
        fresh: list[Voucher] = []

        def reprint(desk: Desk) -> None:
            fresh.append(desk.rewards.reprint(voucher.code))

        if self.do(reprint, said=tr("The old paper counts no more.")):
            self.table.choose(fresh[0].id)
            self._print(fresh[0])

    # --- slots

    def _on_chosen(self, voucher: Voucher | None) -> None:
        is_open = voucher is not None and self._is_open(voucher)
        for button in (self.print_button, self.reprint_button):
            button.setEnabled(is_open)
        used_in_part = voucher is not None and left_text(voucher, self.session.formats)
        self.cancel_button.setEnabled(is_open and not used_in_part)

    def _on_print_clicked(self) -> None:
        voucher = self.table.current()
        if voucher:
            self._print(voucher)

    def _on_all_clicked(self) -> None:
        self._print(*self._open())

    def _on_reprint_clicked(self) -> None:
        voucher = self.table.current()
        if voucher:
            self.question.ask(
                tr("Print “{voucher}” under a new code?").format(voucher=voucher.name),
                [Answer(tr("Print it"), lambda: self._reprint(voucher))],
                detail=tr("Paper with the code {code} counts no more.").format(code=grouped(voucher.code)),
            )

    def _on_cancel_clicked(self) -> None:
        voucher = self.table.current()
        if voucher:
            detail = tr("The paper counts no more.")
            if voucher.cost:
                points = points_text(voucher.cost, self.session.formats)
                detail = tr("The paper counts no more; {points} go back to the customer.").format(points=points)
            self.question.ask(
                tr("Cancel “{voucher}”?").format(voucher=voucher.name),
                [Answer(tr("Cancel the voucher"), lambda: self._cancel(voucher), "danger")],
                detail=detail,
            )

    def _cancel(self, voucher: Voucher) -> None:
        self.do(lambda desk: desk.rewards.cancel(voucher.code), said=tr("The voucher is cancelled."))
