"""What is done with a campaign on the Greetings page: shown, its vouchers printed together, stopped."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.campaigns import Campaign, CampaignKind, CampaignResult
from loyaltydesk.model.greetings import Greeting, State
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.campaigns import SUBJECTS
from ui.greetings.campaign_strip import DAYS, CampaignStrip
from ui.greetings.printing import Printing
from ui.greetings.roll import Roll
from ui.seams.paper import paper_for
from ui.seams.session import Session
from ui.seams.tasks import while_alive
from ui.seams.tools import Tools
from ui.theme.theme import Theme

if TYPE_CHECKING:  # what draws and prints waits until something is printed
    from loyaltydesk.printing.voucher import VoucherFace

BEGINS = "campaign/"  # what another page wants of this one


class Campaigning(QObject):
    """The strip and what it leads to; `changed` asks for other cards. `show_vouchers` may be replaced, by a test."""

    changed = Signal()

    def __init__(self, theme: Theme, session: Session, tools: Tools, *, roll: Roll, printing: Printing) -> None:
        super().__init__(printing)
        self.show_vouchers: Callable[[Sequence[VoucherFace]], bool] = self._show_dialog
        self._theme, self._session, self._tools = theme, session, tools
        self._roll, self._printing = roll, printing
        self.strip = CampaignStrip(theme)
        self.strip.chosen.connect(self._choose)
        self.strip.vouchers_wanted.connect(self._on_vouchers_wanted)
        self.strip.stop_wanted.connect(self._on_stop_wanted)

    def reload(self) -> None:
        """Shows the campaigns as they are now, and what came of the one that is chosen."""
        formats = self._session.formats
        self.strip.offer(self._session.ask(lambda desk: desk.campaigns.all()), formats)
        self._roll.campaign = self.strip.choice.current()
        campaign = self._roll.campaign
        if not campaign:
            self.strip.show_days()
            return
        found, result, open_ones = self._session.ask(lambda desk: _seen(desk, campaign))
        self.strip.show_campaign(found, result, formats, open_ones=open_ones)

    def open(self, campaign: str) -> None:
        """Shows the cards of the campaign with this id; those of the days where there is none."""
        there = self._session.ask(lambda desk: desk.campaigns.all())
        self.strip.offer(there, self._session.formats)
        self.strip.choice.choose(campaign if campaign in {each.id for each in there} else DAYS)
        self._choose(self.strip.choice.current())

    def leave(self) -> bool:
        """Back to the cards of the days; False where those are shown."""
        if not self._roll.campaign:
            return False
        self.strip.show_days()
        self._choose(DAYS)
        return True

    # --- inside

    def _choose(self, campaign: str) -> None:
        self._roll.campaign = campaign
        self.changed.emit()

    @property
    def _window(self) -> QWidget:
        return self.strip.window()

    def _stop(self, campaign: Campaign) -> None:
        def stop(desk: Desk) -> tuple[int]:
            return (desk.campaigns.stop(campaign.id),)

        cancelled = self._session.do(stop, refused=self._refuse)
        if cancelled:
            words = tr_n("Stopped. {n} voucher counts no more.", "Stopped. {n} vouchers count no more.", cancelled[0])
            self._printing.notice.tell(words.format(n=self._session.formats.number(cancelled[0])), tone="info")

    def _refuse(self, sentence: str) -> None:
        self._printing.notice.tell(sentence, tone="danger")

    def _show_dialog(self, vouchers: "Sequence[VoucherFace]") -> bool:
        """Whether any of them went to a printer or into a file."""
        from ui.paper.voucher_dialog import VoucherDialog

        dialog, went = VoucherDialog(self._theme, vouchers, parent=self._window, tools=self._tools), set[int]()
        dialog.printed.connect(went.update)
        dialog.exec()
        dialog.deleteLater()
        return bool(went)

    # --- slots

    def _on_vouchers_wanted(self) -> None:
        campaign = self._roll.campaign
        to_do = [each for each in self._roll.greetings if each.state is State.TO_DO]

        def done(faces: "list[VoucherFace]") -> None:
            try:
                if faces and self.show_vouchers(faces):
                    self._printing.ask_whether_printed(to_do)
            except Refused as refused:
                self._refuse(self._session.sentence(refused))

        def refused(refusal: Refused) -> None:
            self._refuse(self._session.sentence(refusal))

        job = self._session.job(lambda desk: faces_of(desk, campaign, of=self._roll.greetings))
        self._tools.run(job, done=while_alive(self, done), refused=while_alive(self, refused))

    def _on_stop_wanted(self) -> None:
        campaign, _result, open_ones = self._session.ask(lambda desk: _seen(desk, self._roll.campaign))
        words = tr_n(
            "Stop “{campaign}”? {n} voucher that nobody has used is cancelled.",
            "Stop “{campaign}”? {n} vouchers that nobody has used are cancelled.",
            open_ones,
        )
        if not open_ones:
            words = tr("Stop “{campaign}”? What is not done yet is not to be done any more.")
        said = words.format(campaign=tr(SUBJECTS[campaign.plan.subject]), n=self._session.formats.number(open_ones))
        self._printing.notice.tell(said, tone="warning", offer=(tr("Stop it"), lambda: self._stop(campaign)))
        self._printing.notice.button.setFocus()


def faces_of(desk: Desk, campaign: str, *, of: Sequence[Greeting]) -> "list[VoucherFace]":
    """The vouchers of a campaign that can be used, in the order of the cards, each in its customer's language."""
    faces = []
    for each in of:
        voucher = desk.greetings.gift_inside(each) if each.campaign == campaign else None
        if voucher:
            faces.append(paper_for(desk, each.customer).voucher(voucher, each.customer.profile.called))
    return faces


def is_of_calls(desk: Desk, campaign: str) -> bool:
    """Whether a campaign's people are to be called."""
    return any(each.id == campaign and each.plan.kind is CampaignKind.CALLS for each in desk.campaigns.all())


def _seen(desk: Desk, campaign: str) -> tuple[Campaign, CampaignResult, int]:
    return desk.campaigns.get(campaign), desk.campaigns.result(campaign), len(desk.campaigns.vouchers(campaign))
