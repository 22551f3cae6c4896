"""Cases of what earns and how much, worked by hand from the contract."""

from tests.loyaltydesk.exact.cases import BASE, CARD, CENT, MONDAY, SATURDAY, Case, asks, buys, case, gets, guest, sees


def _earn(rest: str, points: int = 1, name: str = "base") -> str:
    per = "" if "each" in rest else 'per = "1.00"\n'
    return f'[[earn]]\nid = "{name}"\npoints = {points}\n{per}{rest}\n'


def _when(inside: str, points: int = 1) -> str:
    return _earn(f"when = {{ {inside} }}", points)


def _of(inside: str) -> str:
    return _earn(f"of = {{ {inside} }}")


def _twice(of: str = "{}", by: str = "2", name: str = "m") -> str:
    return f'[[multiply]]\nid = "{name}"\nby = "{by}"\nof = {of}\n'


def _rounding(mode: str) -> str:
    return f'[points]\nrounding = "{mode}"\n'


_COFFEE_TWICE = _twice('{ sku = ["COFFEE"] }')
_BONUS = '[[bonus]]\nid = "b"\npoints = 5\n'
_MIXED = "1 COFFEE 3.50, 1 CAKE 2.00, 1 SOAP 4.50"
_BIRTHDAY = asks("register", "2026-01-02", told={"name": "Leo", "card": "LEO-1", "birth_date": "1992-02-29"}, ok=True)

POINTS: tuple[Case, ...] = (
    # --- [[earn]]: blocks, units, purchases
    case("only whole blocks count", BASE, buys("19.99", earned=19, balance=19)),
    case("a block of 3.00 fits three times into 10.00", BASE.replace("1.00", "3.00"), buys("10.00", earned=3)),
    # 0.60 + 0.60 = 1.20: one block; line by line it would be none
    case("blocks are counted in the total of the lines", BASE, buys("1 COFFEE 0.60, 1 CAKE 0.60", earned=1)),
    case("points for each unit", _earn('each = "unit"', 2), buys("3 COFFEE 1.00, 1 CAKE 9.00", earned=8)),
    case("points for each purchase", _earn('each = "purchase"', 5), buys("0.10", earned=5)),
    case("a purchase without a covered line earns nothing for being one",
         _earn('each = "purchase"\nof = { sku = ["TEA"] }', 5), buys(_MIXED, earned=0)),
    case("spending rules add up", BASE + _earn("", 4, "more"), buys("10.00", earned=50)),
    case("a guest earns nothing", BASE, guest("10.00", earned=0, balance=None)),
    # --- of
    case("only a product", _of('sku = ["COFFEE"]'), buys(_MIXED, earned=3)),
    case("all but a product", _of('not_sku = ["COFFEE"]'), buys(_MIXED, earned=6)),
    case("only a category", _of('category = ["drinks", "food"]'), buys(_MIXED, earned=5)),  # 5.50
    case("all but a category", _of('not_category = ["home"]'), buys(_MIXED, earned=5)),
    case("a sum without lines is in no category", _of('not_category = ["home"]'), buys("7.00", earned=7)),
    case("what is named must all be so", _of('sku = ["SOAP"], category = ["drinks"]'), buys(_MIXED, earned=0)),
    case("not the shipping", _of("not_shipping = true"), buys("1 SOAP 4.00, 1 POST (9.00)", earned=4)),
    # --- when
    case("the smallest bill is enough", _when('min_bill = "10.00"'), buys("10.00", earned=10), buys("9.99", earned=0)),
    # 12.00 - 2.50 = 9.50 is what is looked at
    case("the smallest bill is one after discounts", _when('min_bill = "10.00"'),
         buys("12.00", told={"discount": "2.50"}, earned=0)),
    case("the smallest number is one of covered units", _earn('of = { sku = ["COFFEE"] }\nwhen = { min_qty = 2 }'),
         buys("1 COFFEE 5.00, 3 CAKE 1.00", earned=0), buys("2 COFFEE 5.00", earned=10)),
    case("on Saturdays", _when('weekdays = ["sat"]'), buys("5.00", MONDAY, earned=0), buys("5.00", SATURDAY, earned=5)),
    case("from an hour on and before another", _when('from = "16:00", to = "18:00"'),
         buys("5.00", "2026-03-02T15:59:59", earned=0), buys("5.00", "2026-03-02T16:00:00", earned=5),
         buys("5.00", "2026-03-02T17:59:59", earned=5), buys("5.00", "2026-03-02T18:00:00", earned=0)),
    case("over midnight", _when('from = "22:00", to = "02:00"'), buys("5.00", "2026-03-02T23:00:00", earned=5),
         buys("5.00", "2026-03-03T01:59:00", earned=5), buys("5.00", "2026-03-03T02:00:00", earned=0)),
    case("from the first day to the last", _when("first_day = 2026-05-01, last_day = 2026-05-31"),
         buys("5.00", "2026-04-30", earned=0), buys("5.00", "2026-05-01", earned=5),
         buys("5.00", "2026-05-31T23:59:00", earned=5), buys("5.00", "2026-06-01", earned=0)),
    case("who was born on 29 February has the birthday on the 28th", _when('occasion = "birthday"'), _BIRTHDAY,
         buys("5.00", "2026-02-27", told={"card": "LEO-1"}, earned=0),
         buys("5.00", "2026-02-28", told={"card": "LEO-1"}, earned=5),
         buys("5.00", "2028-02-28", told={"card": "LEO-1"}, earned=0),
         buys("5.00", "2028-02-29", told={"card": "LEO-1"}, earned=5)),
    case("a year after joining, not on the day itself", _when('occasion = "joined"'),
         buys("5.00", "2026-01-02T11:00:00", earned=0), buys("5.00", "2027-01-02", earned=5)),
    case("with a code", _when('code = "PROMO10"'), buys("5.00", earned=0),
         buys("5.00", told={"codes": ["PROMO10"]}, earned=5)),
    case("in a tier", _when('tiers = ["Gold"]') + '[[tier]]\nname = "Gold"\nfrom = "20.00"\n', buys("19.00", earned=0),
         buys("1.00", earned=1)),  # 20.00 with the purchase in hand
    # --- alone and priority
    case("the highest of the rules that stand alone earns instead of all others",
         BASE + _earn("alone = true\npriority = 1", 3, "one") + _earn("alone = true\npriority = 2", 2, "two"),
         buys("10.00", earned=20)),
    case("a rule alone that does not apply leaves the others",
         BASE + _earn('alone = true\nof = { sku = ["TEA"] }', 3, "one"), buys("10.00", earned=10)),
    # --- [[multiply]]
    case("a factor on everything", BASE + _twice(), buys("10.00", earned=20)),
    case("factors are multiplied with each other", BASE + _twice() + _twice(by="1.5", name="n"),
         buys("10.00", earned=30)),
    # 10 points; coffee has 4.00 of 10.00: 10 × (0.4 × 2 + 0.6) = 14
    case("a factor on some lines only", BASE + _COFFEE_TWICE, buys("1 COFFEE 4.00, 1 CAKE 6.00", earned=14)),
    # 10 whole blocks of 10.50, a third of them coffee's: 10 × (1/3 × 2 + 2/3) = 13.33
    *(case(f"rounded once, {mode}", _rounding(mode) + BASE + _COFFEE_TWICE,
           buys("1 COFFEE 3.50, 1 CAKE 7.00", earned=points))
      for mode, points in (("floor", 13), ("half_up", 13), ("ceil", 14))),
    # 19 × 1.5 = 28.5
    *(case(f"a half, {mode}", _rounding(mode) + BASE + _twice(by="1.5"), buys("19.00", earned=points))
      for mode, points in (("floor", 28), ("half_up", 29), ("ceil", 29))),
    # two rules of 0.5 and 0.5 are one point: the sum is rounded, not each of them
    case("the sum of the rules is rounded", _earn("", 1) + _earn("", 1, "more") + _twice(by="0.5"),
         buys("1.00", earned=1)),
    # points for a unit of no value are spread by units: 2 of 3 units are coffee: 3 × (2/3 × 2 + 1/3) = 5
    case("goods without value share by units", _earn('each = "unit"') + _COFFEE_TWICE,
         buys("2 COFFEE 0.00, 1 CAKE 0.00", earned=5)),
    # --- [[bonus]]
    case("a bonus is not multiplied", BASE + _twice() + _BONUS, buys("10.00", earned=25)),
    case("a bonus for each unit", _BONUS + 'per = "unit"\nof = { sku = ["CAKE"] }\n',
         buys("3 CAKE 2.00, 1 TEA 1.00", earned=15)),
    case("a bonus once for any number", _BONUS + 'of = { sku = ["CAKE"] }\n', buys("3 CAKE 2.00", earned=5),
         buys("1 TEA 2.00", earned=0)),
    # --- the programme's time
    case("both ends of the programme are part of it", "starts = 2026-02-01\nends = 2026-02-28\n" + BASE,
         buys("5.00", "2026-01-31", earned=0), buys("5.00", "2026-02-01", earned=5),
         buys("5.00", "2026-02-28", earned=5), buys("5.00", "2026-03-01", earned=0)),
    # --- earn_on and tax
    case("what points paid does not earn", CENT + BASE, gets(500),
         buys("20.00", told={"redeem_points": 500}, due="15.00", earned=15)),
    case("the whole bill earns", '[points]\nearn_on = "full"\n' + CENT + BASE, gets(500),
         buys("20.00", told={"redeem_points": 500}, due="15.00", earned=20)),
    case("nothing earns when points pay", '[points]\nearn_on = "none_when_redeeming"\n' + CENT + BASE, gets(500),
         buys("20.00", told={"redeem_points": 1}, earned=0), buys("20.00", earned=20)),
    # 4.00 of 20.00 paid: a fifth off each line; coffee 5.00 - 1.00 = 4.00
    case("what points paid comes off each line by its value", CENT + _of('sku = ["COFFEE"]'), gets(400),
         buys("1 COFFEE 5.00, 1 CAKE 15.00", told={"redeem_points": 400}, earned=4)),
    case("the base may be without tax", '[points]\ntax = "net"\n' + BASE, buys("1 SOAP 12.10 21", earned=10),
         buys("1 SOAP 12.09 21", earned=9), buys("1 CAKE 10.55 5.5", earned=10)),
    # --- pending points
    case("points that can be spent later", "[points]\npending_days = 14\n" + BASE,
         buys("10.00", MONDAY, earned=10, balance=0), sees("2026-03-15", balance=0, pending=10),
         sees("2026-03-16", balance=10, pending=0)),
    # --- codes that a rule waits for are said to be used
    case("what became of a code", _when('code = "PROMO10"'),
         buys("5.00", told={"codes": ["PROMO10", "NONE"]}, codes=[{"state": "applied"}, {"state": "unknown"}])),
    case("a code that the bill was too small for in the end", _when('code = "PROMO10", min_bill = "10.00"'),
         buys("12.00", told={"discount": "2.50", "codes": ["PROMO10"]}, earned=0, codes=[{"state": "not_enough"}])),
    case("the steps add up to the points", _rounding("half_up") + BASE + _COFFEE_TWICE + _BONUS,
         buys("1 COFFEE 3.50, 1 CAKE 7.00", told={"card": CARD}, earned=18,
              why=[{"rule": "base", "points": 10}, {"rule": "m", "points": 3}, {"rule": "b", "points": 5}])),
)  # fmt: skip
