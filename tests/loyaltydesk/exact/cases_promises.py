"""Cases of rewards, vouchers, stamps and what the desk gives by itself, worked by hand from the contract."""

from tests.loyaltydesk.exact.cases import (
    BASE,
    CARD,
    CENT,
    OTHER,
    Ask,
    Case,
    Step,
    asks,
    back,
    buys,
    case,
    gets,
    guest,
    paid_with,
    refusal,
    sees,
)


def _reward(gives: str, cost: int = 100, more: str = "") -> str:
    return f'[[reward]]\nid = "r"\nname = "Reward"\ncost = {cost}\ngives = {{ {gives} }}\n{more}\n'


def _wish(times: int = 1) -> Ask:
    return {"rewards": [{"reward": "r", "times": times}]}


def _redeems(at: str = "2026-03-02", card: str = CARD, **expect: object) -> Step:
    return asks("redeem", at, told={"card": card, "reward": "r"}, **expect)


def _turns(action: str, at: str = "2026-03-02", code: str = "$1", **expect: object) -> Step:
    return asks("voucher", at, told={"code": code, "action": action}, **expect)


def _stamps(every: int, gives: str = 'product = "COFFEE"', more: str = "") -> str:
    card = f'id = "s"\nevery = {every}\nof = {{ category = ["drinks"] }}\ngives = {{ {gives} }}\n{more}\n'
    return f"[[stamp_card]]\n{card}"


def _have(count: int) -> list[Ask]:
    return [{"id": "s", "have": count}]


_MONEY, _COFFEE = _reward('money = "5.00"'), _reward('product = "COFFEE"')
_NEXT = '[[next_purchase]]\nid = "n"\ngives = { money = "2.00" }\nwhen = { min_bill = "10.00" }\n'
_REFERRAL = "[referral]\npoints_referrer = 100\npoints_new = 50\n"
_NEW = asks("register", "2026-02-01", told={"name": "Olga", "card": "OLGA-1", "referred_by": CARD})
_OLGA = {"card": "OLGA-1"}
_BORN = asks("register", "2026-02-01", told={"name": "Olga", "card": "OLGA-1", "birth_date": "1985-06-15"})
_BIRTHDAY = '[[occasion]]\nid = "b"\non = "birthday"\n'
_GIFT = _BIRTHDAY + "points = 150\n"

PROMISES: tuple[Case, ...] = (
    # --- rewards within a purchase
    case("a free product is taken off the bill", _COFFEE + BASE, gets(150),
         buys("2 COFFEE 3.00, 1 CAKE 2.00", told=_wish(), due="5.00", spent=100, earned=5, balance=55)),
    case("money off, so many times", _MONEY, gets(300),
         buys("20.00", told=_wish(2), due="10.00", spent=200, balance=100)),
    case("no more money off than there is to pay", _MONEY, gets(100),
         buys("3.00", told=_wish(), due="0.00", spent=100)),
    case("a percentage off, at most so much", _reward('percent = 10, max = "1.00"'), gets(200),
         buys("8.00", told=_wish(), due="7.20"), buys("30.00", told=_wish(), due="29.00")),
    case("two percentages are twice as much", _reward('percent = 10, max = "1.00"'), gets(400),
         buys("8.00", told=_wish(2), due="6.40", spent=200), buys("30.00", told=_wish(2), due="28.00")),
    case("a reward that is not there", _MONEY,
         buys("5.00", told={"rewards": [{"reward": "x"}]}, **refusal("UnknownReward"))),
    case("a stock that ends, and grows again with a return", _reward('money = "1.00"', 10, "stock = 1"), gets(90),
         gets(90, card=OTHER), buys("5.00", told=_wish()),
         buys("5.00", told={"card": OTHER, **_wish()}, **refusal("RewardNotOffered", reason="stock")), back("R1"),
         buys("5.00", told={"card": OTHER, **_wish()}, due="4.00")),
    case("so many for each customer", _reward('money = "1.00"', 10, "per_customer = 1"), gets(90), gets(90, card=OTHER),
         _redeems(ok=True), _redeems(**refusal("RewardNotOffered", reason="limit")), _redeems(card=OTHER, ok=True)),
    case("a reward too dear leaves nothing behind", _MONEY, gets(99),
         _redeems(**refusal("NotEnoughPoints", balance=99, needed=100)),
         buys("9.00", told=_wish(), **refusal("NotEnoughPoints")), back("R1", **refusal("UnknownPurchase")),
         sees(balance=99)),
    # --- vouchers
    case("a voucher can be used on its last day and not on the next", _reward('money = "5.00"', 100, "valid_days = 10"),
         gets(200), _redeems(balance=100, voucher={"expires_on": "2026-03-12", "state": "open"}), _redeems(),
         buys("9.00", "2026-03-12", told=paid_with("$1"), due="4.00"),
         buys("9.00", "2026-03-13", told=paid_with("$2"), **refusal("VoucherNotUsable", state="expired"))),
    case("a voucher is used once", _COFFEE, gets(100), _redeems(),
         buys("1 COFFEE 3.00", told=paid_with("$1"), due="0.00"),
         buys("1 COFFEE 3.00", told=paid_with("$1"), **refusal("VoucherNotUsable", state="used"))),
    case("one for money is used in parts", _MONEY, gets(100), _redeems(),
         buys("2.00", told=paid_with("$1"), due="0.00"), _turns("show", state="open", left="3.00"),
         buys("9.00", told=paid_with("$1"), due="6.00"), _turns("show", state="used", left="0.00")),
    case("a returned purchase gives its part of a voucher back", _MONEY, gets(100), _redeems(),
         buys("2.00", told=paid_with("$1")), back("R1", refunded="0.00"), _turns("show", state="open", left="5.00")),
    case("a voucher of somebody else", _MONEY, gets(100), _redeems(),
         buys("9.00", told={"card": OTHER, **paid_with("$1")}, **refusal("WrongCustomer")),
         guest("9.00", told=paid_with("$1"), ok=False)),
    case("a voucher for the bearer is good in any hand", _reward('money = "5.00"', 100, "bearer = true"), gets(200),
         _redeems(), _redeems(), guest("9.00", told=paid_with("$1"), due="4.00"),
         buys("9.00", told={"card": OTHER, **paid_with("$2")}, due="4.00")),
    case("a cancelled voucher gives its points back", _MONEY, gets(100), _redeems(balance=0),
         _turns("cancel", state="cancelled"), sees(balance=100, vouchers=[]),
         _turns("use", **refusal("VoucherNotUsable", state="cancelled"))),
    case("a voucher that was used in part is not cancelled, a reprint keeps what is left", _MONEY, gets(100),
         _redeems(), buys("2.00", told=paid_with("$1")), _turns("cancel", **refusal("VoucherNotUsable", state="used")),
         _turns("reprint", left="3.00"), buys("9.00", told=paid_with("$2"), due="6.00"), sees(balance=0)),
    case("a reprint makes a new code and ends the old one", _MONEY, gets(100), _redeems(),
         _turns("reprint", state="open"), _turns("show", state="reprinted"),
         buys("9.00", told=paid_with("$1"), **refusal("VoucherNotUsable", state="reprinted")),
         buys("9.00", told=paid_with("$2"), due="4.00"), sees(balance=0)),
    case("a code that nobody gave out", "",
         buys("9.00", told=paid_with("NO-SUCH"), **refusal("UnknownVoucher", reason="unknown"))),
    case("a code is typed in small letters, with hyphens, O for 0 and I for 1", _MONEY, gets(100), _redeems(),
         buys("9.00", told=paid_with("$1~"), due="4.00")),
    case("a slip of the finger is caught by the check character", _MONEY, gets(100), _redeems(),
         buys("9.00", told=paid_with("$1!"), **refusal("UnknownVoucher", reason="check_character"))),
    case("points for a good cause are given at once", _reward('donate = "Shelter", money = "1.00"'), gets(100),
         _redeems(balance=0, voucher={"state": "used"}), sees(vouchers=[])),
    case("so are gifts to one, and they pay nobody's bill", _stamps(2, 'donate = "Shelter", money = "1.00"')
         + _BIRTHDAY + 'reward = "r"\n' + _reward('donate = "Shelter", money = "1.00"'), _BORN,
         buys("2 COFFEE 1.00", issued=[{"source": "stamps"}]), asks("day", "2026-06-15", given=[{"occasion": "b"}]),
         _turns("show", "2026-06-15", "$1", state="used"), _turns("show", "2026-06-15", "$2", state="used"),
         buys("9.00", "2026-06-15", told=paid_with("$1"), **refusal("VoucherNotUsable", state="used"))),
    case("a voucher counts as paid for what earns", _MONEY + BASE, gets(100), _redeems(),
         buys("9.00", told=paid_with("$1"), earned=4)),
    case("a voucher that pays ends the points where redeeming does",
         '[points]\nearn_on = "none_when_redeeming"\n' + _MONEY + BASE, gets(100), _redeems(),
         buys("9.00", told=paid_with("$1"), earned=0)),
    case("points and vouchers pay one bill", _MONEY + CENT, gets(400), _redeems(),
         buys("9.00", told={**paid_with("$1"), "redeem_points": 300},
              by_vouchers="5.00", by_points="3.00", due="1.00")),
    # --- stamps
    case("every third paid unit brings a voucher", _stamps(3), buys("2 COFFEE 3.00", issued=[], stamps=_have(2)),
         buys("1 TEA 3.00, 1 CAKE 2.00", issued=[{"reward": "s", "source": "stamps"}], stamps=_have(0))),
    case("seven units bring two", _stamps(3), buys("7 COFFEE 3.00", issued=[{"reward": "s"}] * 2, stamps=_have(1)),
         sees(stamps=_have(1))),
    case("a free unit is no stamp", _stamps(3), buys("3 COFFEE 3.00"),
         buys("2 COFFEE 3.00", told=paid_with("$1"), due="3.00", stamps=_have(1))),
    case("nor is one got for nothing", _stamps(3) + '[[promotion]]\nid = "p"\nbuy = 2\nget = 1\nget_percent = 100\n',
         buys("3 COFFEE 3.00", due="6.00", issued=[], stamps=_have(2))),
    case("a return takes the stamps, and an open voucher with them", _stamps(3), buys("3 COFFEE 3.00", issued=[{}]),
         back("R1", told={"lines": [{"sku": "COFFEE", "qty": 1}]}), sees(vouchers=[], stamps=_have(2)),
         _turns("show", state="cancelled")),
    # three bought, the voucher used, two brought back: minus two; then one more is minus one, and four more are three
    case("what was had for stamps that went is made good by the next ones", _stamps(3), buys("3 COFFEE 3.00"),
         buys("1 COFFEE 3.00", told=paid_with("$1"), stamps=_have(0)),
         back("R1", told={"lines": [{"sku": "COFFEE", "qty": 2}]}), buys("1 COFFEE 3.00", issued=[], stamps=_have(0)),
         buys("4 COFFEE 3.00", issued=[{}], stamps=_have(0))),
    case("goods that are no stamps take none when they come back", _stamps(3),
         buys("2 COFFEE 1.00, 1 CAKE 98.00", stamps=_have(2)), back("R1", told={"lines": [{"sku": "CAKE", "qty": 1}]}),
         sees(stamps=_have(2))),
    # --- for the next purchase
    case("a purchase brings a voucher for the next one", _NEXT + "valid_days = 30\n", buys("9.99", issued=[]),
         buys("10.00", issued=[{"reward": "n", "source": "next_purchase", "expires_on": "2026-04-01"}]),
         buys("3.00", told=paid_with("$1"), due="1.00", issued=[])),
    case("which goes when that purchase is returned", _NEXT, buys("10.00"), back("R1", told={"amount": "4.00"}),
         _turns("show", state="open"), back("R1"), _turns("show", state="cancelled")),
    case("a guest gets one that is good for anybody", _NEXT + "bearer = true\n",
         guest("10.00", issued=[{"customer": None}]), guest("3.00", told=paid_with("$1"), due="1.00")),
    case("and none that is not", _NEXT, guest("10.00", issued=[])),
    # --- whoever brings somebody
    case("both get points with the first purchase, once", _REFERRAL, _NEW, sees(balance=0),
         buys("1.00", told=_OLGA, balance=50), buys("1.00", told=_OLGA, balance=50), sees(balance=100)),
    *(case(f"a first purchase that comes back ({how}) takes them again, and the next one brings them", _REFERRAL, _NEW,
           buys("1.00", told=_OLGA), asks(how, told={"receipt": "R1"}, balance=0), sees(balance=0),
           buys("1.00", told=_OLGA, balance=50), sees(balance=100))
      for how in ("void", "return")),
    # --- occasions
    case("a birthday is given once a year", _GIFT, _BORN, asks("day", "2026-06-14", given=[]),
         asks("day", "2026-06-15", given=[{"occasion": "b", "points": 150}]), asks("day", "2026-06-15", given=[]),
         asks("day", "2026-06-16", given=[]), asks("day", "2027-06-15", given=[{}]),
         sees("2027-06-15", card="OLGA-1", balance=300)),
    case("days without a round are caught up", _GIFT, _BORN, asks("day", "2026-06-10", given=[]),
         asks("day", "2026-07-01", given=[{}])),
    case("but not more than thirty-one", _GIFT, _BORN, asks("day", "2026-06-10", given=[]),
         asks("day", "2026-07-16", given=[])),
    case("without a round before, only today counts", _GIFT, _BORN, asks("day", "2026-06-16", given=[])),
    case("some days before", _GIFT + "days_before = 3\n", _BORN, asks("day", "2026-06-12", given=[{}]),
         asks("day", "2026-06-15", given=[])),
    case("a voucher for a birthday costs nothing", _BIRTHDAY + 'reward = "r"\n' + _MONEY, _BORN,
         asks("day", "2026-06-15", given=[{"points": 0}]),
         buys("9.00", "2026-06-15", told={**_OLGA, **paid_with("$1")}, due="4.00", balance=0)),
    case("nor is anybody forgotten who joins on the day itself", _GIFT,
         asks("register", "2026-06-15", told={"name": "Leo", "card": "LEO-1", "birth_date": "1990-06-15"}),
         asks("day", "2026-06-15T20:00:00", given=[{}])),
)  # fmt: skip
