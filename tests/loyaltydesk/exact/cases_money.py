"""Cases of what comes off a bill and what pays it, worked by hand from the contract."""

from tests.loyaltydesk.exact.cases import (
    BASE,
    CARD,
    CENT,
    MONDAY,
    Case,
    asks,
    back,
    buys,
    case,
    gets,
    guest,
    refusal,
    sees,
)


def _promotion(rest: str, name: str = "p") -> str:
    return f'[[promotion]]\nid = "{name}"\n{rest}\n'


_SOAP = 'of = { sku = ["SOAP"] }\n'
_SECOND = _promotion(_SOAP + 'buy = 1\nget = 1\nget_price = "0.01"')
_THIRD = _promotion(_SOAP + "buy = 2\nget = 1\nget_percent = 100")
_TENTH, _QUARTER = _promotion("percent = 10", "ten"), _promotion("percent = 25", "quarter")
_SILVER = '[[tier]]\nname = "Silver"\nfrom = "10.00"\ndiscount_percent = 5\n'
_CODE = _promotion('percent = 10\ncode = "WELCOME"')
_STEPS = '[redeem]\npoints = 100\nworth = "1.00"\nminimum = 200\nmax_percent = 50\n'


def _code(*codes: str) -> dict[str, list[str]]:
    return {"codes": list(codes)}


MONEY: tuple[Case, ...] = (
    # --- buy some, get some
    case("the second for a grosz", _SECOND, buys("1 SOAP 2.50", due="2.50"),
         buys("2 SOAP 2.50", due="2.51", discount="2.49"), buys("5 SOAP 2.50", due="7.52")),  # 3 × 2.50 + 2 × 0.01
    case("the cheapest ones are got", _SECOND, buys("1 SOAP 2.00, 1 SOAP 3.00", due="3.01"),
         buys("1 SOAP 5.00, 2 SOAP 1.00, 1 SOAP 4.00", due="9.02")),  # both of 1.00
    case("a price to get that is no gain is no deal", _promotion(_SOAP + 'buy = 1\nget = 1\nget_price = "3.00"'),
         buys("2 SOAP 2.50", due="5.00", discount="0.00")),
    case("half the price of the second, the half cent up", _promotion(_SOAP + "buy = 1\nget = 1\nget_percent = 50"),
         buys("2 SOAP 2.25", due="3.37")),  # 1.125 comes off as 1.13
    case("at most so much off what is got", _promotion(_SOAP + 'buy = 1\nget = 1\nget_percent = 100\nmax = "1.00"'),
         buys("2 SOAP 2.25", due="3.50")),
    case("three for two, and two of a last group bring nothing", _THIRD, buys("5 SOAP 1.00", due="4.00"),
         buys("6 SOAP 1.00", due="4.00"), buys("8 SOAP 1.00", due="6.00")),
    case("of a group that is not full, what is beyond those bought is got",
         _promotion(_SOAP + "buy = 1\nget = 2\nget_percent = 100"), buys("5 SOAP 1.00", due="2.00")),
    # ^ 1 + 2 free, 1 + 1 free
    case("free units earn nothing and count for nothing", _THIRD + '[[earn]]\nid = "u"\npoints = 1\neach = "unit"\n',
         buys("3 SOAP 1.00", earned=2)),
    case("a unit that costs a grosz is paid", _SECOND + '[[earn]]\nid = "u"\npoints = 1\neach = "unit"\n',
         buys("2 SOAP 1.00", earned=2)),
    case("a unit has its part in one deal only",
         _SECOND + _promotion(_SOAP + "buy = 1\nget = 1\nget_percent = 50", "q"), buys("2 SOAP 2.00", due="2.01"),
         buys("3 SOAP 2.00", due="4.01")),
    # three of the four have their part in the first deal, the fourth may have one in the second
    case("a unit that is free already takes no other one's place in a deal",
         _THIRD + _promotion("buy = 1\nget = 1\nget_percent = 50", "q"),
         buys("1 TEA 10.00, 4 SOAP 7.00", due="27.50")),  # 38.00 - 7.00 - 3.50
    case("a deal on goods without a price leaves them paid", _promotion(_SOAP + "buy = 1\nget = 1\nget_percent = 100")
         + '[[earn]]\nid = "u"\npoints = 1\neach = "unit"\n', buys("2 SOAP 0.00", due="0.00", earned=2)),
    # --- percentages
    case("points on the bill after a promotion", BASE + _TENTH, buys("100.00", due="90.00", earned=90)),
    case("of several on the whole bill only the best", _TENTH + _QUARTER, buys("20.00", due="15.00")),
    case("the best is the one that takes most off", _TENTH + _promotion('percent = 25\nmax = "1.00"', "quarter"),
         buys("20.00", due="18.00"), buys("8.00", due="7.00")),  # 2.00 or 1.00; 0.80 or 1.00
    case("a line has the best of the percentages on goods",
         _promotion(_SOAP + "percent = 10") + _promotion( 'of = { category = ["home", "food"] }\npercent = 20', "q"),
         buys("1 SOAP 10.00, 1 CAKE 10.00, 1 TEA 10.00", due="26.00")),
    case("a percentage on goods and one on the bill follow each other", _promotion(_SOAP + "percent = 50") + _TENTH,
         buys("1 SOAP 10.00, 1 TEA 5.00", due="9.00")),  # 15 - 5 = 10, then a tenth
    case("a tier's discount is a rival", _SILVER + _TENTH, buys("10.00", due="9.00"), buys("10.00", due="9.00"),
         buys("20.00", due="18.00")),
    case("a tier's discount comes off the bill of whoever held it before", _SILVER,
         buys("10.00", due="10.00", tier="Silver"), buys("10.00", due="9.50"), buys("0.30", due="0.28")),
    # ^ 1.5 cents come off as 2
    # --- amounts
    case("no more off than the goods are worth", _promotion(_SOAP + 'amount = "5.00"'),
         buys("1 SOAP 3.00, 1 TEA 4.00", due="4.00"), buys("2 SOAP 3.00", due="1.00"), buys("1 TEA 4.00", due="4.00")),
    case("an amount comes off after the percentage, the cashier's last", _TENTH + _promotion('amount = "5.00"'),
         buys("20.00", told={"discount": "1.00"}, due="12.00", discount="8.00")),
    case("what promotions took is not given away once more", _promotion("percent = 100"),
         buys("5.00", told={"discount": "1.00"}, due="0.00", discount="5.00")),
    case("a discount that is too large is refused", "",
         buys("5.00", told={"discount": "5.01"}, **refusal("BadRequest")),
         buys("5.00", told={"discount": "5.00"}, due="0.00")),
    # --- who, when, how often
    case("only for members", _promotion("percent = 10\nmembers = true"), guest("10.00", due="10.00"),
         buys("10.00", due="9.00")),
    case("for guests as well", _TENTH, guest("10.00", due="9.00", earned=0)),
    case("a promotion looks at the bill before anything comes off",
         _promotion('percent = 10\nwhen = { min_bill = "10.00" }'),
         buys("10.00", told={"discount": "3.00"}, due="6.00"), buys("9.99", due="9.99")),
    case("a promotion from so many units on", _promotion(_SOAP + "percent = 10\nwhen = { min_qty = 2 }"),
         buys("1 SOAP 5.00, 1 TEA 5.00", due="10.00"), buys("2 SOAP 5.00", due="9.00")),
    case("no promotion when the programme is over", _TENTH.join(("ends = 2026-02-28\n", "")),
         buys("10.00", "2026-02-28", due="9.00"), buys("10.00", "2026-03-01", due="10.00")),
    case("only with its code", _CODE, buys("10.00", due="10.00", codes=[]),
         buys("10.00", told=_code("WELCOME"), due="9.00", codes=[{"state": "applied"}]),
         buys("10.00", told=_code("OTHER"), due="10.00", codes=[{"code": "OTHER", "state": "unknown"}])),
    case("a code that is used up", _CODE + "max_uses = 1\n", guest("10.00", told=_code("WELCOME"), due="9.00"),
         buys("10.00", told=_code("WELCOME"), due="10.00", codes=[{"state": "used_up"}])),
    case("a code that one customer used up", _CODE + "max_uses_customer = 1\n",
         buys("10.00", told=_code("WELCOME"), due="9.00"),
         buys("10.00", told=_code("WELCOME"), due="10.00", codes=[{"state": "used_up_customer"}])),
    case("a purchase that was wholly returned used nothing", _CODE + "max_uses = 1\n",
         buys("10.00", told=_code("WELCOME"), due="9.00"), back("R1", told={"amount": "1.00"}),
         buys("10.00", told=_code("WELCOME"), due="10.00"), back("R1"),
         buys("10.00", told=_code("WELCOME"), due="9.00")),
    case("a code whose time is over", _promotion('percent = 10\nwhen = { code = "MAY", last_day = 2026-05-31 }'),
         buys("10.00", "2026-06-01", told=_code("MAY"), due="10.00", codes=[{"state": "not_now"}])),
    case("a code for a larger bill", _promotion('percent = 10\nwhen = { code = "BIG", min_bill = "50.00" }'),
         buys("10.00", told=_code("BIG"), due="10.00", codes=[{"state": "not_enough"}])),
    # --- points as money
    case("cut to the share of the bill, then down to whole steps", _STEPS, gets(900),
         buys("5.30", told={"redeem_points": 500}, due="3.30", spent=200, balance=700)),  # most 2.65
    case("what is left below the minimum is refused", _STEPS, gets(900),
         buys("3.98", told={"redeem_points": 500}, **refusal("BelowMinimum", points=100, minimum=200)),
         sees(balance=900)),
    case("more than the balance is refused before anything is cut", _STEPS, gets(300),
         buys("2.00", told={"redeem_points": 301}, **refusal("NotEnoughPoints", balance=300, needed=301))),
    case("all of the bill where the programme lets it", CENT, gets(900),
         buys("5.30", told={"redeem_points": 900}, due="0.00", spent=530)),
    case("no points as money", "", gets(900), buys("5.30", told={"redeem_points": 100}, **refusal("RewardNotOffered"))),
    case("a card that only collects", CENT, gets(900),
         asks("card", told={"card": CARD, "action": "role", "role": "earn_only"}),
         buys("5.00", told={"redeem_points": 100}, **refusal("EarnOnlyCard")), buys("5.00", due="5.00")),
    # --- returns of bills with promotions: what the piece cost, not its price
    case("a piece of a deal is worth its part of what was paid", _SECOND, buys("2 SOAP 2.49", due="2.50"),
         back("R1", told={"lines": [{"sku": "SOAP", "qty": 1}]}, refunded="1.25"), back("R1", refunded="1.25")),
    case("lines that had no part in a promotion come back at their price", _promotion(_SOAP + "percent = 50"),
         buys("1 SOAP 10.00, 1 TEA 4.00", due="9.00"),
         back("R1", told={"lines": [{"sku": "TEA", "qty": 1}]}, refunded="4.00"),
         back("R1", told={"lines": [{"sku": "SOAP", "qty": 1}]}, refunded="5.00"),
         back("R1", **refusal("ReturnTooLarge", returnable="0.00"))),
    case("a discount on the whole bill is shared by value", "",
         buys("1 SOAP 10.00, 1 TEA 5.00", MONDAY, told={"discount": "3.00"}),
         back("R1", told={"lines": [{"sku": "TEA", "qty": 1}]}, refunded="4.00")),  # 12.00 × 5/15
)  # fmt: skip
