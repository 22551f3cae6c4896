"""The right side of the dialog: how many will get it, who is left out and why, what it costs, and what it says."""

from loyaltydesk.model.campaigns import CampaignKind, Chosen, Plan
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.campaigns import LEFT_OUT
from ui.seams.formats import QtFormats
from ui.theme.blocks import Banner
from ui.theme.frames import Panel, rule
from ui.theme.text import label
from ui.theme.theme import Theme


class Outlook(Panel):
    """What would happen."""

    def __init__(self, theme: Theme, formats: QtFormats) -> None:
        super().__init__(theme)
        self._formats = formats
        self.count, self.whom = label(type_="amount"), label(type_="strong", wrap=True)
        self.left_out = label(type_="muted", wrap=True)
        self.cost, self.cost_hint = label(type_="title", wrap=True), label(type_="muted", wrap=True)
        self.heading, self.words = label(type_="title", wrap=True), label(wrap=True)
        self._says = label(type_="caption", wrap=True)
        self.trouble = Banner(theme, "", tone="warning")
        self._line = rule()
        for widget in (self.trouble, self.count, self.whom, self.left_out, self.cost, self.cost_hint, self._line):
            self.box.addWidget(widget)
        for widget in (self._says, self.heading, self.words):
            self.box.addWidget(widget)
        self.box.addStretch(1)
        self.trouble.hide()

    def show_chosen(self, plan: Plan, chosen: Chosen, sample: tuple[str, str]) -> None:
        """Shows who would get it, and what it says to the first of them."""
        number = len(chosen.people)
        self.trouble.hide()
        self.count.setText(self._formats.number(number))
        self.whom.setText(tr_n("customer gets it", "customers get it", number))
        self.left_out.setText(self._left_out(chosen))
        self.left_out.setVisible(bool(chosen.left_out))
        self._show_cost(plan, chosen)
        self._says.setText(tr("To say") if plan.kind is CampaignKind.CALLS else tr("For example"))
        heading, words = sample
        for widget, text in ((self.heading, heading), (self.words, words)):
            widget.setText(text)
            widget.setVisible(bool(text))
        for part in (self._says, self._line):
            part.setVisible(bool(words))

    def tell_trouble(self, sentence: str) -> None:
        """Says why nothing can be begun."""
        self.trouble.say(sentence, tone="warning")
        self.trouble.show()

    # --- inside

    def _left_out(self, chosen: Chosen) -> str:
        """A line for each reason for which people are left out."""
        whole = sum(count for _why, count in chosen.left_out)
        words = tr_n("{n} is left out:", "{n} are left out:", whole)
        lines = [words.format(n=self._formats.number(whole))]
        for why, count in chosen.left_out:
            told = tr("{n} – {reason}").format(n=self._formats.number(count), reason=tr(LEFT_OUT[why]))
            lines.append(f"•\N{NO-BREAK SPACE}{told}")
        return "\n".join(lines)

    def _show_cost(self, plan: Plan, chosen: Chosen) -> None:
        money, count = self._formats.money, len(chosen.people)
        self.cost.setVisible(plan.gift is not None)
        self.cost_hint.setVisible(plan.gift is not None)
        if plan.gift is None:
            return
        about = tr("about {money}") if chosen.estimated else tr("{money}")
        self.cost.setText(about.format(money=money(chosen.worth)))
        each = money(chosen.worth // count) if count else money(0)
        words = tr_n("{n} voucher of {money}, if it is used", "{n} vouchers of {money}, if all are used", count)
        self.cost_hint.setText(words.format(n=self._formats.number(count), money=each))
