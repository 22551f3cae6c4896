"""Reward vouchers as tickets in the design of the shop's card: on leaves, thirds and quarters, on business cards."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.model.design import COLOUR
from loyaltydesk.printing.bars import dots_for, symbol_for
from loyaltydesk.printing.card_shop import name_role, whole_words
from loyaltydesk.printing.colours import mix
from loyaltydesk.printing.emblem import emblem, sign_size
from loyaltydesk.printing.lazy_pages import LazyPages
from loyaltydesk.printing.pictures import proportions
from loyaltydesk.printing.scene import (
    BLACK,
    MM_PER_INCH,
    WHITE,
    Align,
    Bars,
    Disc,
    Document,
    Group,
    Item,
    Motif,
    Page,
    Placed,
    Rect,
    Text,
)
from loyaltydesk.printing.stocks import VOUCHER_STOCKS, Stock
from loyaltydesk.printing.typeset import ELLIPSIS, paragraph
from loyaltydesk.printing.voucher_marks import cutting_marks
from loyaltydesk.printing.voucher_plan import VoucherPlan, plan_of
from loyaltydesk.printing.voucher_stub import Stub, StubLook, hole_on, stub_of

KIND = "vouchers"  # what the print dialog remembers its printer under
OUTLINE = 0.25
LEADING = 1.14  # of words on the stub, in ems
CAPTION = 4.2  # from the foot of the bars to the line the number stands on


class VoucherFace(Struct, frozen=True):
    """A voucher in ready words; `code` is in the bars, `number` is printed below them where it is another one.

    `template` is a design of the shop's card; `accent` is empty where the design chooses its second colour.
    """

    shop: str
    title: str
    gives: str
    code: str
    for_whom: str = ""
    valid: str = ""
    small_print: str = ""
    second_line: str = ""
    number: str = ""
    colour: str = COLOUR
    logo: bytes | None = None
    template: str = "circles"
    accent: str = ""


def voucher_scene(vouchers: Sequence[VoucherFace], *, stock: Stock = VOUCHER_STOCKS["A6"], dpi: int = 300) -> Document:
    """Vouchers on the labels of `stock`, from its first free one on, with its marks and its bleed.

    Raises CodeNotPrintable and CodeTooWide for the first code that has no room, before anything is made.
    """
    tickets = _Tickets(stock, dpi=dpi)
    for voucher in vouchers:
        tickets.bars(voucher)
    gone = stock.start % stock.count

    def page(sheet: int) -> Page:
        begin = sheet * stock.count - gone
        some = vouchers[max(0, begin) : begin + stock.count]
        return tickets.page(some, gone if sheet == 0 else 0)

    sheets = -(-(len(vouchers) + gone) // stock.count) if vouchers else 0
    shop = vouchers[0].shop if vouchers else ""
    return Document(LazyPages(range(sheets), page), shop, shop, dpi, KIND)


class _Tickets:
    """Vouchers within the labels of one stock; what the vouchers of a shop have in common is one motif."""

    def __init__(self, stock: Stock, *, dpi: int) -> None:
        self._stock, self._dpi = stock, dpi
        self._plan = plan_of(stock.label)
        self._places = tuple(stock.places())
        self._grounds: dict[VoucherFace, Motif] = {}
        free = min(stock.gaps) / 2 if stock.count > 1 else stock.bleed
        self._bleed = 0.0 if self._plan.inset else min(stock.bleed, free)

    def page(self, vouchers: Sequence[VoucherFace], first: int) -> Page:
        """A sheet with these vouchers, from the place `first` on."""
        inset, tickets = self._plan.inset, list[Item]()
        for voucher, (x, y) in zip(vouchers, self._places[first:], strict=False):
            x, y = x + inset, y + inset
            tickets += (
                Placed(self._ground(voucher), x - self._bleed, y - self._bleed),
                Group(self._body(voucher), x, y),
            )
        return Page(*self._stock.sheet, (*cutting_marks(self._stock), *tickets))

    def _ground(self, voucher: VoucherFace) -> Motif:
        """All that is the same on every voucher of a shop in one language."""
        common = replace(voucher, gives="", code="", for_whom="", valid="", small_print="", number="")
        if common not in self._grounds:
            plan, bleed = self._plan, self._bleed
            drawn = Group(_ground(common, plan, bleed=bleed), bleed, bleed)
            self._grounds[common] = Motif(plan.width + 2 * bleed, plan.height + 2 * bleed, (drawn,))
        return self._grounds[common]

    def _body(self, voucher: VoucherFace) -> tuple[Item, ...]:
        """What is this voucher's own."""
        plan = self._plan
        gives = _gives(replace(plan.gives, text=voucher.gives))
        y, after = gives[-1].y if gives else plan.gives.y, list[Text]()
        for text, words in ((plan.whom, voucher.for_whom), (plan.valid, voucher.valid)):
            if words:
                y = max(text.y, y + text.size * (1.4 if after else 1.9 if plan.inset else 1.55))
                after.append(replace(text, text=words, y=y))
        small = paragraph(replace(plan.small, text=voucher.small_print), plan.small_lines)
        rise = small[-1].y - plan.small.y if small else 0
        lifted = (replace(each, y=each.y - rise) for each in small)
        return (*gives, *after, *self.bars(voucher), *lifted)

    def bars(self, voucher: VoucherFace) -> tuple[Bars, Text]:
        """The bars with their first one below the words, and the number in their middle.

        Raises CodeNotPrintable and CodeTooWide.
        """
        left, end, top, height = self._plan.bars
        symbol = symbol_for(voucher.code)
        dots = dots_for(symbol, end - left, dpi=self._dpi)
        module = dots * MM_PER_INCH / self._dpi
        wide = symbol.width * module
        start = max(left, min(self._plan.first - symbol.quiet_left * module, end - wide))
        bars = Bars(start, top, wide, height, symbol, dots, self._dpi, Align.LEFT)
        shown, number = voucher.number or symbol.caption, self._plan.number
        y = top + height + (CAPTION if self._plan.inset else number.size + 0.3)
        return bars, replace(number, text=shown, x=bars.middle, y=y, align=Align.CENTRE, width=wide)


def _gives(text: Text) -> list[Text]:
    """What a voucher gives, in two lines as large as they can be; in three of the smallest size where it is long."""
    lines = paragraph(text, 2, leading=1.1)
    if not lines or not lines[-1].text.endswith(ELLIPSIS):
        return lines
    return paragraph(replace(text, size=text.size * text.smallest, smallest=1), 3, leading=1.1)


def _ground(voucher: VoucherFace, plan: VoucherPlan, *, bleed: float) -> tuple[Item, ...]:
    """The paper of a ticket, its painted stub, and the holes between that and the rest."""
    look = StubLook(voucher.shop, voucher.template, voucher.colour, voucher.accent, voucher.logo is not None)
    stub = stub_of(look, plan.stub, height=plan.height, bleed=bleed)
    title = () if plan.is_titled_on_stub else (replace(plan.title, text=voucher.title),)
    painted = (*stub.items, *_stub_words(voucher, plan, stub))
    if not plan.inset:
        paper = Rect(-bleed, -bleed, plan.width + 2 * bleed, plan.height + 2 * bleed, WHITE)
        within = Rect(-bleed, -bleed, plan.stub + bleed, plan.height + 2 * bleed)
        return paper, Group(painted, clip=within), *title, *_holes(plan, stub)
    line = mix(voucher.colour, BLACK, share=0.2)
    shape = Rect(0, 0, plan.width, plan.height, WHITE, line, OUTLINE, plan.corner)
    return (
        shape,
        Group((Group(painted, clip=Rect(0, 0, plan.stub, plan.height)),), clip=shape),
        *title,
        *_holes(plan, stub),
        *_notches(plan, line),
        replace(shape, fill=None),
    )


def _stub_words(voucher: VoucherFace, plan: VoucherPlan, stub: Stub) -> Iterator[Item]:
    """The shop's sign, its name and the line below it; on a small one what this paper is, too."""
    inks, (y, radius), narrow = stub.inks, plan.sign, (stub.left + stub.right) * 1.15
    middle, low = (stub.left + plan.stub - stub.right) / 2, stub.low - 1

    def placed(text: Text, words: str, y: float, *, ink: str) -> Text:
        width = (text.width or 0) - narrow
        return replace(text, text=words, x=middle, y=y, colour=ink, align=Align.CENTRE, width=width)

    first = y - radius + plan.shop.size
    if stub.is_signed:
        ratio = proportions(voucher.logo) if voucher.logo else None
        held = min(radius, radius * (plan.shop.width or 0) / sign_size(ratio, radius)[0])
        yield from emblem(voucher.shop, inks.letters, place=(middle, y, held), logo=voucher.logo, disc=inks.disc)
        first = y + radius + plan.shop.size * 1.65
    if plan.is_titled_on_stub:
        title = placed(plan.title, voucher.title, stub.low - plan.title.size * 1.25, ink=inks.soft)
        low = title.y - title.size * 1.1
        yield title
    name = replace(placed(plan.shop, voucher.shop, first, ink=inks.shop), role=name_role(voucher.shop, inks.role))
    shop = paragraph(whole_words(name), _lines(name, low), leading=LEADING)
    yield from shop
    below = shop[-1].y + plan.second.size * 1.75 if shop else first
    second = placed(plan.second, voucher.second_line, below, ink=inks.soft)
    if below < low:
        yield from paragraph(second, _lines(second, low), leading=LEADING)


def _lines(text: Text, low: float) -> int:
    """How many lines a text may have that ends above `low`."""
    return max(1, min(3, int((low - text.y) / (text.size * LEADING)) + 1))


def _holes(plan: VoucherPlan, stub: Stub) -> Iterator[Item]:
    """Where the stub would be torn off: a row of holes."""
    step, first = (2.5, 7.0) if plan.inset else (1.7, 1.7)
    for number in range(int((plan.height - first) / step)):
        yield Disc(plan.stub, first + number * step, 0.45 if plan.inset else 0.3, hole_on(stub.inks))


def _notches(plan: VoucherPlan, line: str) -> Iterator[Item]:
    """Half a disc cut out of the upper and the lower edge, where the holes begin and end."""
    within = Rect(0, 0, plan.width, plan.height)
    for y in (0.0, plan.height):
        yield Group((Disc(plan.stub, y, 3.6, line),), clip=within)
        yield Disc(plan.stub, y, 3.35, WHITE)
