"""Cases of accounts: lots and their end, tiers, returns, changes by hand, cards, records that are one person."""

from tests.loyaltydesk.exact.cases import (
    BASE,
    CARD,
    CENT,
    OTHER,
    Case,
    Step,
    asks,
    back,
    buys,
    case,
    gets,
    guest,
    refusal,
    sees,
)


def _expire(mode: str, after: str) -> str:
    return f'[points]\nexpire = "{mode}"\nexpire_after = "{after}"\n'


def _ends(at: str, *points: int) -> Step:
    return asks("expire", at, expired=[{"points": each} for each in points])


def _tiers(head: str = "", silver: str = '"100.00"', more: str = "") -> str:
    return f'[tiers]\n{head}\n[[tier]]\nname = "Silver"\nfrom = {silver}\n{more}\n'


def _adjust(points: int, **told: object) -> Step:
    expect = told.pop("expect", {"ok": True})
    assert isinstance(expect, dict)
    return asks("adjust", told={"card": CARD, "points": points, "reason": "By hand", **told}, **expect)


_NEGATIVE = '[returns]\noverdraft = "negative"\n'
_DAYS = _expire("after", "30 days")
_KEEP = {"keep": CARD, "drop": OTHER}

ACCOUNTS: tuple[Case, ...] = (
    # --- the end of points
    case("the last day is still valid", _expire("after", "1 months") + BASE, buys("10.00", "2026-01-31"),
         _ends("2026-02-28T23:59:00"), sees("2026-02-28", balance=10), sees("2026-03-01", balance=0),
         _ends("2026-03-01T00:01:00", 10), _ends("2026-03-02")),
    case("a year after a leap day", _expire("after", "1 years") + BASE, buys("10.00", "2028-02-29"),
         sees("2029-02-28", balance=10), sees("2029-03-01", balance=0)),
    case("to the end of the month", _expire("month_end", "1 months") + BASE, buys("10.00", "2026-03-14"),
         _ends("2026-04-30"), _ends("2026-05-01", 10)),
    case("to the end of the year", _expire("year_end", "12 months") + BASE, buys("10.00", "2026-03-14"),
         _ends("2027-12-31"), _ends("2028-01-01", 10)),
    case("each lot ends by itself, and only what is left of it", _DAYS + CENT + BASE, buys("10.00", "2026-02-01"),
         buys("20.00", "2026-02-10"), buys("0.15", "2026-02-11", told={"redeem_points": 15}, balance=15),
         _ends("2026-03-04"), _ends("2026-03-13", 15)),
    case("what ends first is spent first, whatever came first", CENT + BASE, gets(100), asks("programme", "2026-02-01",
              told={"toml": '[programme]\nname = "R"\ncurrency = "EUR"\n' + _DAYS + CENT + BASE}),
         buys("50.00", "2026-02-02", balance=150), buys("0.60", "2026-02-03", told={"redeem_points": 60}),
         asks("statement", "2026-02-03", told={"card": CARD}, lots=[{"remaining": 90}])),
    case("spent points come back with their first end", _DAYS + CENT + BASE, buys("10.00", "2026-02-01"),
         buys("0.10", "2026-02-20", told={"redeem_points": 10}), back("R2", "2026-02-25", given_back=10, balance=10),
         sees("2026-03-03", balance=10), sees("2026-03-04", balance=0)),
    # --- returns
    case("a third, a third and the rest", BASE, buys("10.00"), back("R1", told={"amount": "3.33"}, taken_back=3),
         back("R1", told={"amount": "3.33"}, taken_back=3), back("R1", taken_back=4, refunded="3.34", balance=0)),
    case("half returned, half taken back", BASE, buys("2 SOAP 50.00", balance=100),
         back("R1", told={"lines": [{"sku": "SOAP"}]}, taken_back=50, balance=50)),
    case("spent points come back by value", CENT, gets(100), buys("2.00", told={"redeem_points": 100}, due="1.00"),
         back("R1", told={"amount": "1.00"}, given_back=50, refunded="0.50"),
         back("R1", given_back=50, refunded="0.50", balance=100)),
    case("no more is taken than there is", BASE + CENT, buys("100.00"), buys("0.60", told={"redeem_points": 60}),
         back("R1", taken_back=40, balance=0), buys("10.00", balance=10)),
    case("a balance below zero is made good by the next points", _NEGATIVE + BASE + CENT, buys("100.00"),
         buys("0.60", told={"redeem_points": 60}), back("R1", taken_back=100, balance=-60),
         buys("100.00", earned=100, balance=40)),
    case("more than was bought is not taken back", BASE, buys("10.00"),
         back("R1", told={"amount": "10.01"}, **refusal("ReturnTooLarge", returnable="10.00"))),
    case("a purchase is voided once", BASE, buys("10.00"),
         asks("void", told={"receipt": "R1"}, taken_back=10, balance=0),
         asks("void", told={"receipt": "R1"}, **refusal("AlreadyVoided"))),
    case("points as they were then, whatever the rules are now", BASE, buys("10.00", earned=10), asks("programme",
              told={"toml": '[programme]\nname = "R"\ncurrency = "EUR"\n' + BASE.replace("points = 1", "points = 9")}),
         back("R1", taken_back=10)),
    # --- tiers
    case("the threshold is enough, and the purchase in hand counts", BASE + _tiers(more='multiply = "1.5"'),
         buys("99.99", earned=99, tier=None), buys("0.01", earned=0, tier="Silver"), buys("10.00", earned=15)),
    case("a tier by points earned, not by the balance", BASE + CENT + _tiers('basis = "points"', "100"),
         buys("100.00", tier="Silver"), buys("5.00", told={"redeem_points": 100}, tier="Silver"),
         asks("review", changed=[])),
    case("a tier won in a calendar year is kept through the next", BASE + _tiers('window = "calendar_year"'),
         buys("100.00", "2026-06-01", tier="Silver"), asks("review", "2027-12-31", changed=[]),
         asks("review", "2028-01-01", changed=[{"from": "Silver", "to": None}])),
    case("a tier of the last twelve months", BASE + _tiers('window = "12 months"'),
         buys("100.00", "2026-06-01", tier="Silver"), asks("review", "2027-06-01", changed=[]),
         asks("review", "2027-06-02", changed=[{"from": "Silver", "to": None}])),
    case("a tier set by hand stays until it is taken away", BASE + _tiers(),
         asks("tier", told={"card": CARD, "floor": "Silver"}, tier="Silver"), asks("review", changed=[]),
         asks("tier", told={"card": CARD, "floor": None}, tier=None)),
    case("a return takes a tier that it brought", BASE + _tiers(), buys("100.00", tier="Silver"), back("R1"),
         sees(tier=None)),
    case("what is missing to the next tier", _tiers(), buys("40.00"),
         sees(next_tier={"name": "Silver", "missing": "60.00"})),
    # --- changes by hand
    case("a large change needs a second person", "[approval]\nadjust_above = 500\n", _adjust(500),
         _adjust(501, expect=refusal("NeedsApproval")),
         _adjust(501, staff="Ilze", approved_by="ilze", expect=refusal("NeedsApproval")),
         _adjust(501, staff="Ilze", approved_by="Marta"), _adjust(-501, expect=refusal("NeedsApproval")),
         sees(balance=1001)),
    case("no change below nothing", "", gets(10),
         _adjust(-11, expect=refusal("NotEnoughPoints", balance=10, needed=11)), _adjust(-10)),
    # --- cards
    case("a blocked card", BASE, asks("card", told={"card": CARD, "action": "block"}, card_state="blocked"),
         buys("1.00", **refusal("CardBlocked")), asks("card", told={"card": CARD, "action": "unblock"}),
         buys("1.00", earned=1)),
    case("a replaced card", BASE, buys("5.00"), asks("card", told={"card": CARD, "action": "replace", "by": "NEW-1"}),
         buys("1.00", **refusal("CardBlocked")), buys("1.00", told={"card": "NEW-1"}, balance=6)),
    case("a forgotten card", BASE, guest("5.00"),
         asks("attach", told={"receipt": "R1", "card": CARD}, earned=5, balance=5),
         asks("attach", told={"receipt": "R1", "card": OTHER}, ok=False)),
    # --- one person, one household
    case("two records of one person", BASE, gets(30), gets(12, card=OTHER), buys("5.00", told={"card": OTHER}),
         asks("merge", told=_KEEP, balance=47), sees(card=OTHER, balance=47), back("R1", taken_back=5, balance=42)),
    case("one pays what the other owes", _NEGATIVE + BASE + CENT, gets(30), buys("20.00", told={"card": OTHER}),
         buys("0.20", told={"card": OTHER, "redeem_points": 20}), back("R1", balance=-20),
         asks("merge", told=_KEEP, balance=10)),
    case("one record twice", "", asks("merge", told={"keep": CARD, "drop": CARD}, **refusal("BadRequest"))),
    case("a household has one balance, and each their own tier", BASE + CENT + _tiers(), buys("100.00"),
         buys("7.00", told={"card": OTHER}),
         asks("household", told={"customers": [CARD, OTHER], "name": "Home"}, balance=107),
         sees(card=OTHER, balance=107, tier=None),
         buys("2.00", told={"card": OTHER, "redeem_points": 107}, balance=0, due="0.93"),
         sees(balance=0, tier="Silver")),
)  # fmt: skip
