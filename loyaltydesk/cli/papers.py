"""The shop's paper as documents in the language in use, for the printing commands to save."""

from collections.abc import Sequence

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import Card, CardState
from loyaltydesk.model.purchases import Voucher, VoucherState
from loyaltydesk.model.refusals import BadRequest, CardBlocked, VoucherNotUsable
from loyaltydesk.printing.card import CardFace
from loyaltydesk.printing.card_paper import Sheet
from loyaltydesk.printing.filling import Paper, imprint_of
from loyaltydesk.printing.scene import Document
from loyaltydesk.printing.slip import Roll, SlipFace, voucher_slips_scene
from loyaltydesk.printing.slip_filling import slip_face
from loyaltydesk.printing.stocks import Stock
from loyaltydesk.printing.voucher import voucher_scene
from loyaltydesk.words import active
from loyaltydesk.words.formats import BabelFormats


class Papers:
    """One desk's paper."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        shop = desk.shop
        programme, formats = shop.programme, BabelFormats(active().language, shop.programme.currency)
        names = desk.products.names(card.gives.product for card in programme.stamp_cards)
        design = desk.designs.card()
        logo = desk.designs.picture(design.logo) if design.logo else None
        self._paper = Paper(shop.settings(), programme, active(), formats, names, design=design, logo=logo)

    def blank_faces(self, count: int) -> list[CardFace]:
        """The newest cards that wait for their customer, in the order they were made. Raises BadRequest."""
        waiting = self._desk.cards.blank(count)
        if len(waiting) < count:
            raise BadRequest("blank", "too_few_blank")
        return [self._paper.card(card.number, imprint=imprint_of(card)) for card in reversed(waiting)]

    def face(self, number: str) -> CardFace:
        """One card by its number, with its customer's name. Raises UnknownCard, BadCardNumber or CardBlocked."""
        card = self._desk.cards.get(number)
        if card.state is CardState.BLANK:
            return self._paper.card(card.number, imprint=imprint_of(card))
        return self._held(card)

    def customer_face(self, customer: str) -> CardFace:
        """The card that a customer uses. Raises UnknownCustomer, or BadRequest when there is none."""
        number = self._desk.customers.card_number(self._desk.customers.get(customer).id)
        if not number:
            raise BadRequest("customer", "no_card")
        return self.face(number)

    def cards(self, faces: Sequence[CardFace], sheet: Sheet) -> Document:
        """Cards on paper. Raises CodeNotPrintable and CodeTooWide."""
        return sheet.document(self._paper.look(), faces)

    def vouchers(self, codes: Sequence[str], stock: Stock) -> Document:
        """Vouchers on paper. Raises UnknownVoucher, and VoucherNotUsable for one that is no promise any more."""
        return voucher_scene([self._paper.voucher(*self._open(code)) for code in codes], stock=stock)

    def voucher_slips(self, codes: Sequence[str], roll: Roll) -> Document:
        """Vouchers on roll paper, one after the other. Raises as `vouchers`."""
        faces = [self._paper.voucher(*self._open(code)) for code in codes]
        return voucher_slips_scene(faces, roll=roll)

    def slip_face(self, receipt: str) -> SlipFace:
        """The slip of a purchase as it stands now, in ready words. Raises UnknownPurchase."""
        return slip_face(self._paper, self._desk.slips.facts(receipt))

    def _held(self, card: Card) -> CardFace:
        if card.state is not CardState.ACTIVE:
            raise CardBlocked(card.number, card.state.value, card.replaced_by)
        seen = self._desk.customers.scan(card.number)
        person = seen.customer
        since, imprint = person.registered.date(), imprint_of(card)
        return self._paper.card(card.number, person.profile.called, tier=seen.tier, since=since, imprint=imprint)

    def _open(self, code: str) -> tuple[Voucher, str]:
        voucher = self._desk.rewards.voucher(code)
        state = voucher.state_on(self._desk.now().date())
        if state is not VoucherState.OPEN:
            raise VoucherNotUsable(voucher.code, state.value)
        holder = self._desk.rewards.holder(voucher)
        return voucher, holder.profile.called if holder else ""
