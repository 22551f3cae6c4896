"""The programme file: every table and key is read, and everything else is refused with its line, key and reason."""

from contextlib import suppress
from datetime import date, time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyaltydesk.model.programme import (
    Basis,
    EarnOn,
    EarnRule,
    Expire,
    Gives,
    PointRules,
    Redeem,
    Reward,
    Rounding,
    Scope,
    Span,
    Tier,
    When,
    Window,
)
from loyaltydesk.model.refusals import BadProgramme
from loyaltydesk.rules.programme_file import LARGEST, read_programme
from tests.loyaltydesk.rules.shopping import HEAD

FULL = """[programme]
name = "Rīts Club"
currency = "EUR"
starts = 2026-01-01            # first and last day, both inclusive
ends = 2027-12-31

[points]
rounding = "half_up"
earn_on = "none_when_redeeming"
tax = "net"
pending_days = 14
expire = "month_end"
expire_after = "12 months"

[redeem]
points = 100
worth = "1.00"
minimum = 500
max_percent = "33.3"

[returns]
overdraft = "negative"

[[earn]]
id = "base"
points = 1
per = "1.00"
of = { sku = ["A"], category = ["B"], not_sku = ["C"], not_category = ["D"], not_shipping = true }
priority = -3
alone = true

[earn.when]
min_bill = "10.00"
min_qty = 2
weekdays = ["sat", "mon"]
from = "16:00"
to = "18:30"
first_day = 2026-05-01
last_day = 2026-05-31
tiers = ["Gold"]
occasion = "birthday"
code = "PROMO10"

[[earn]]
id = "visit"
points = 0
each = "purchase"

[tiers]
basis = "spend"
window = "calendar_year"

[[tier]]
name = "Silver"
from = "100.00"

[[tier]]
name = "Gold"
from = "200"
multiply = 2
discount_percent = "7.5"

[[reward]]
id = "coffee"
name = "Free coffee"
cost = 150
gives = { product = "COFFEE", qty = 2 }
valid_days = 90
stock = 0
per_customer = 1

[[reward]]
id = "five"
name = "Five off"
cost = 100
gives = { money = "5.00" }

[[reward]]
id = "tenth"
name = "A tenth off"
cost = 200
gives = { percent = 10, max = "9.00" }

[[reward]]
id = "shelter"
name = "For the shelter"
cost = 50
gives = { donate = "Animal shelter", money = "1.00" }
"""
EARN = '[[earn]]\nid = "a"\npoints = 1\nper = "1.00"\n'
TIER = '[[tier]]\nname = "Gold"\nfrom = "100.00"\n'
PROMOTION = '[[promotion]]\nid = "p"\n'
REWARD = '[[reward]]\nid = "r"\nname = "R"\ncost = 5\n'


def _refused(text: str) -> BadProgramme:
    with pytest.raises(BadProgramme) as refused:
        read_programme(text)
    return refused.value


def _because(tables: str) -> tuple[str, str, str]:
    refused = _refused(HEAD + tables)
    return refused.where, refused.reason, refused.detail


# --- what is read


def test_everything_that_can_be_written_is_read() -> None:
    read = read_programme(FULL)
    assert (read.name, read.currency.code, read.starts, read.ends) == (
        "Rīts Club", "EUR", date(2026, 1, 1), date(2027, 12, 31)
    )  # fmt: skip
    assert read.points == PointRules(
        Rounding.HALF_UP, EarnOn.NONE_WHEN_REDEEMING, True, 14, Expire.MONTH_END, Span(12, "months")
    )
    assert read.redeem == Redeem(100, 100, 500, Fraction("33.3"))
    assert (read.overdraft, read.basis, read.window) == (True, Basis.SPEND, Window.CALENDAR_YEAR)
    assert read.tiers == (Tier("Silver", 10000), Tier("Gold", 20000, Fraction(2), Fraction("7.5")))
    scope = Scope(frozenset("A"), frozenset("B"), frozenset("C"), frozenset("D"), not_shipping=True)
    when = When(
        min_bill=1000, min_qty=2, weekdays=frozenset({0, 5}), from_time=time(16), to_time=time(18, 30),
        first_day=date(2026, 5, 1), last_day=date(2026, 5, 31), tiers=frozenset({"Gold"}), occasion="birthday",
        code="PROMO10",
    )  # fmt: skip
    base = EarnRule("base", 1, per=100, of=scope, when=when, priority=-3, alone=True)
    assert read.earn == (base, EarnRule("visit", 0, each="purchase"))
    assert read.rewards == (
        Reward("coffee", "Free coffee", 150, Gives("product", "COFFEE", 2), valid_days=90, stock=0, per_customer=1),
        Reward("five", "Five off", 100, Gives("money", money=500)),
        Reward("tenth", "A tenth off", 200, Gives("percent", percent=Fraction(10), max_money=900)),
        Reward("shelter", "For the shelter", 50, Gives("donate", money=100, cause="Animal shelter")),
    )


def test_only_the_programme_itself_must_be_there() -> None:
    read = read_programme(HEAD)
    assert read.points == PointRules(Rounding.FLOOR, EarnOn.PAID, False, 0, Expire.NEVER, Span(0, "days"))
    assert (read.redeem, read.overdraft, read.earn, read.rewards, read.tiers) == (None, False, (), (), ())
    assert (read.basis, read.window, read.starts, read.ends) == (Basis.SPEND, Window.LIFETIME, None, None)


def test_windows_line_ends_and_comments_change_nothing() -> None:
    assert read_programme(FULL.replace("\n", "\r\n")) == read_programme(FULL)
    assert read_programme(f"# ours\n{FULL}\n# that is all") == read_programme(FULL)


@pytest.mark.parametrize(
    ("currency", "worth", "minor"), [("JPY", "5", 5), ("EUR", "0.05", 5), ("KWD", "0.005", 5), ("PLN", "1", 100)]
)
def test_money_has_the_digits_of_the_currency(currency: str, worth: str, minor: int) -> None:
    text = f'[programme]\nname = "P"\ncurrency = "{currency}"\n[redeem]\npoints = 1\nworth = "{worth}"\n'
    assert getattr(read_programme(text).redeem, "worth", None) == minor


@pytest.mark.parametrize(
    ("basis", "written", "threshold"),
    [("spend", '"100.00"', 10000), ("spend", '"0"', 0), ("points", "500", 500), ("points", '"500"', 500)],
)
def test_a_threshold_is_money_or_points_as_the_tiers_count(basis: str, written: str, threshold: int) -> None:
    read = read_programme(f'{HEAD}[tiers]\nbasis = "{basis}"\n[[tier]]\nname = "T"\nfrom = {written}\n')
    assert read.tiers[0].threshold == threshold


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("1 day", Span(1, "days")),
        ("30 days", Span(30, "days")),
        ("1 months", Span(1, "months")),
        ("2 years", Span(2, "years")),
    ],
)
def test_lengths_of_time(written: str, span: Span) -> None:
    text = f'{HEAD}[points]\nexpire = "after"\nexpire_after = "{written}"\n'
    assert read_programme(text).points.expire_after == span


def test_a_time_after_which_points_end_is_never_ignored() -> None:
    assert read_programme(f'{HEAD}[points]\nexpire_after = "30 days"\n').points.expire is Expire.AFTER
    never = read_programme(f'{HEAD}[points]\nexpire = "never"\nexpire_after = "30 days"\n')
    assert never.points.expire is Expire.NEVER
    assert read_programme(f"{HEAD}[points]\n").points.expire is Expire.NEVER


@pytest.mark.parametrize("name", ["<b>Rīts</b>", "'; DROP TABLE x; --", "{0}", "%s", "=1+1", "Пётр ☕", "a" * 200])
def test_a_name_stays_the_text_that_it_is(name: str) -> None:
    assert read_programme(f'[programme]\nname = "{name}"\ncurrency = "EUR"\n').name == name


def test_a_date_may_be_written_as_text() -> None:
    assert read_programme(HEAD + 'starts = "2026-01-01"\n').starts == date(2026, 1, 1)


# --- what is refused, and where


@pytest.mark.parametrize(
    ("tables", "where", "key"),
    [
        ("[bonuses]\nx = 1\n", "line 4: bonuses", "bonuses"), ("naem = 1\n", "line 4: programme.naem", "naem"),
        ("[points]\nroundign = 1\n", "line 5: points.roundign", "roundign"),
        ("[redeem]\npoints = 1\nworth = '1'\nmax = 1\n", "line 7: redeem.max", "max"),
        ("[returns]\nover = 1\n", "line 5: returns.over", "over"),
        ("[tiers]\nbase = 1\n", "line 5: tiers.base", "base"),
        (EARN + EARN.replace('"a"', '"b"') + "pre = 1\n", "line 12: earn[1].pre", "pre"),
        (EARN + "of = { skus = [] }\n", "line 8: earn[0].of.skus", "skus"),
        (EARN + "[earn.of]\n\nskus = []\n", "line 10: earn[0].of.skus", "skus"),
        (EARN + "when.until = 1\n", "line 8: earn[0].when.until", "until"),
        (TIER + "discount = 5\n", "line 7: tier[0].discount", "discount"),
        (REWARD + "gives = { product = 'A', colour = 'red' }\n", "line 8: reward[0].gives.colour", "colour"),
        (REWARD + "gives = { money = '1.00' }\nlimit = 1\n", "line 9: reward[0].limit", "limit"),
        (REWARD + "gives = { product = 'A', money = '1.00' }\n", "line 8: reward[0].gives.money", "money"),
        (REWARD + "gives = { money = '1.00', qty = 2 }\n", "line 8: reward[0].gives.qty", "qty"),
        (REWARD + "gives = { money = '1.00', max = '2.00' }\n", "line 8: reward[0].gives.max", "max"),
        ('"strange key" = 1\n', "line 4: programme.strange key", "strange key"),
        ('[points]\n"""a"""= 1\n', "line 5", ""),
    ],
)  # fmt: skip
def test_a_key_that_is_not_known_is_refused_with_its_line(tables: str, where: str, key: str) -> None:
    found = _because(tables)
    assert (found[0], found[1]) == (where, "unknown_key" if key else "toml")
    assert not key or found[2] == key


@pytest.mark.parametrize(
    ("text", "where", "key"),
    [
        ("", "programme", "programme"), ("[points]\n", "programme", "programme"),
        ('[programme]\nname = "P"\n', "line 1: programme", "currency"),
        ('[programme]\ncurrency = "EUR"\n', "line 1: programme", "name"),
        (HEAD + "[redeem]\npoints = 1\n", "line 4: redeem", "worth"),
        (HEAD + EARN + '[[earn]]\npoints = 1\nper = "1.00"\n', "line 8: earn[1]", "id"),
        (HEAD + '[[tier]]\nname = "T"\n', "line 4: tier[0]", "from"), (HEAD + REWARD, "line 4: reward[0]", "gives"),
        (HEAD + '[points]\nexpire = "after"\n', "line 5: points.expire", "expire_after"),
        (HEAD + REWARD + 'gives = { donate = "Shelter" }\n', "line 8: reward[0].gives", "money"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(text: str, where: str, key: str) -> None:
    refused = _refused(text)
    assert (refused.where, refused.reason, refused.detail) == (where, "missing_key", key)


@pytest.mark.parametrize(
    ("tables", "where"),
    [
        ("starts = 2026-01-01T10:00:00\n", "programme.starts"), ("starts = 10:00:00\n", "programme.starts"),
        ("starts = 20260101\n", "programme.starts"), ("starts = '1 January'\n", "programme.starts"),
        ("starts = '2026-02-30'\n", "programme.starts"), ("ends = ''\n", "programme.ends"),
        ("[points]\nrounding = 'up'\n", "points.rounding"), ("[points]\nrounding = 1\n", "points.rounding"),
        ("[points]\nearn_on = 'Paid'\n", "points.earn_on"), ("[points]\ntax = true\n", "points.tax"),
        ("[points]\npending_days = -1\n", "points.pending_days"),
        ("[points]\npending_days = 3651\n", "points.pending_days"),
        ("[points]\npending_days = 1.0\n", "points.pending_days"),
        ("[points]\npending_days = true\n", "points.pending_days"),
        ("[points]\npending_days = '1'\n", "points.pending_days"),
        (f"[points]\npending_days = {'9' * 400}\n", "points.pending_days"),
        ("[points]\nexpire = 'soon'\n", "points.expire"), ("[points]\nexpire_after = 12\n", "points.expire_after"),
        ("[redeem]\npoints = 0\nworth = '1.00'\n", "redeem.points"),
        ("[redeem]\npoints = 1\nworth = 1\n", "redeem.worth"),
        ("[redeem]\npoints = 1\nworth = 1.5\n", "redeem.worth"),
        ("[redeem]\npoints = 1\nworth = '1'\nminimum = -1\n", "redeem.minimum"),
        ("[redeem]\npoints = 1\nworth = '1'\nmax_percent = 50.5\n", "redeem.max_percent"),
        ("[redeem]\npoints = 1\nworth = '1'\nmax_percent = nan\n", "redeem.max_percent"),
        ("[returns]\noverdraft = 'no'\n", "returns.overdraft"), ("[tiers]\nbasis = 'balance'\n", "tiers.basis"),
        ("[tiers]\nwindow = '6 months'\n", "tiers.window"), ("[[points]]\n", "points"), ("[earn]\nid = 'a'\n", "earn"),
        ("[[earn]]\nid = ''\npoints = 1\nper = '1'\n", "earn[0].id"),
        ("[[earn]]\nid = 1\npoints = 1\nper = '1'\n", "earn[0].id"),
        ("[[earn]]\nid = 'a'\npoints = 1.5\nper = '1'\n", "earn[0].points"),
        ("[[earn]]\nid = 'a'\npoints = '1'\nper = '1'\n", "earn[0].points"),
        ("[[earn]]\nid = 'a'\npoints = -1\nper = '1'\n", "earn[0].points"),
        ("[[earn]]\nid = 'a'\npoints = 1\nper = 1\n", "earn[0].per"),
        ("[[earn]]\nid = 'a'\npoints = 1\neach = 'day'\n", "earn[0].each"),
        (EARN + "alone = 1\n", "earn[0].alone"), (EARN + "priority = 'high'\n", "earn[0].priority"),
        (EARN + "of = []\n", "earn[0].of"), (EARN + "of = { sku = 'A' }\n", "earn[0].of.sku"),
        (EARN + "of = { sku = [1] }\n", "earn[0].of.sku[0]"), (EARN + "of = { sku = [''] }\n", "earn[0].of.sku[0]"),
        (EARN + "when = { weekdays = ['Sat'] }\n", "earn[0].when.weekdays[0]"),
        (EARN + "when = { occasion = 'easter' }\n", "earn[0].when.occasion"),
        (EARN + "when = { min_qty = -1 }\n", "earn[0].when.min_qty"),
        (EARN + "when = { min_bill = 10 }\n", "earn[0].when.min_bill"),
        ("[[tier]]\nname = 'T'\nfrom = 1.5\n", "tier[0].from"), ("[[tier]]\nname = 'T'\nfrom = true\n", "tier[0].from"),
        (TIER + "multiply = 1.5\n", "tier[0].multiply"), (TIER + "multiply = inf\n", "tier[0].multiply"),
        (REWARD.replace("5", "0") + "gives = { money = '1' }\n", "reward[0].cost"),
        (REWARD + "gives = 'coffee'\n", "reward[0].gives"),
        (REWARD + "gives = { product = 'A', qty = 0 }\n", "reward[0].gives.qty"),
        (REWARD + "gives = { product = 'A', qty = 1001 }\n", "reward[0].gives.qty"),
        (REWARD + "gives = { money = '1' }\nvalid_days = 0\n", "reward[0].valid_days"),
        (REWARD + "gives = { money = '1' }\nstock = -1\n", "reward[0].stock"),
        (REWARD + "gives = { money = '1' }\nper_customer = 0\n", "reward[0].per_customer"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_refused(tables: str, where: str) -> None:
    found = _because(tables)
    assert (found[0].partition(": ")[2] or found[0], found[1]) == (where, "wrong_value")


@pytest.mark.parametrize(
    ("tables", "where", "reason"),
    [
        ("[redeem]\npoints = 1\nworth = '0.00'\n", "redeem.worth", "not_zero"),
        ("[redeem]\npoints = 1\nworth = '-1'\n", "redeem.worth", "bad_money"),
        ("[redeem]\npoints = 1\nworth = '0.001'\n", "redeem.worth", "bad_money"),
        ("[redeem]\npoints = 1\nworth = '1'\nmax_percent = 101\n", "redeem.max_percent", "bad_number"),
        ("[redeem]\npoints = 1\nworth = '1'\nmax_percent = '-5'\n", "redeem.max_percent", "bad_number"),
        ("[redeem]\npoints = 1\nworth = '1'\nmax_percent = '1/2'\n", "redeem.max_percent", "bad_number"),
        ("[redeem]\npoints = 1\nworth = '1'\nmax_percent = -5\n", "redeem.max_percent", "bad_number"),
        ("[[earn]]\nid = 'a'\npoints = 1\n", "earn[0]", "one_of"), (EARN + "each = 'unit'\n", "earn[0]", "one_of"),
        ("[[earn]]\nid = 'a'\npoints = 1\nper = '0'\n", "earn[0].per", "not_zero"),
        ("[[earn]]\nid = 'a'\npoints = 1\nper = '1,5'\n", "earn[0].per", "bad_money"),
        (EARN + "when = { min_bill = 'ten' }\n", "earn[0].when.min_bill", "bad_money"),
        (EARN + "when = { from = '4pm' }\n", "earn[0].when.from", "bad_time"),
        (EARN + "when = { to = '24:00' }\n", "earn[0].when.to", "bad_time"),
        (EARN + "when = { to = '16:60' }\n", "earn[0].when.to", "bad_time"),
        (EARN + "when = { to = '٠٩:٠٠' }\n", "earn[0].when.to", "bad_time"),
        (EARN + "when = { first_day = 2026-05-31, last_day = 2026-05-30 }\n", "earn[0].when.last_day", "bad_dates"),
        (EARN + "when = { tiers = ['Gold'] }\n", "earn[0].when.tiers", "unknown_tier"),
        ("starts = 2026-01-02\nends = 2026-01-01\n", "programme.ends", "bad_dates"),
        (EARN + EARN, "earn[1].id", "duplicate"), (TIER + TIER.replace("100", "200"), "tier[1].name", "duplicate"),
        (TIER + TIER.replace("Gold", "Or"), "tier[1].from", "duplicate"),
        (TIER + "[[tier]]\nname = 'Or'\nfrom = '100'\n", "tier[1].from", "duplicate"),
        (TIER + "[[tier]]\nname = 'Or'\nfrom = '99.99'\n", "tier[1].from", "tier_order"),
        ("[[multiply]]\nid = 'm'\nby = 'x'\n", "multiply[0].by", "bad_number"),
        ("[[multiply]]\nid = 'm'\nby = 2\n" * 2, "multiply[1].id", "duplicate"),
        ("[[occasion]]\nid = 'o'\non = 'birthday'\n", "occasion[0]", "one_of"),
        ("[[occasion]]\nid = 'o'\non = 'joined'\npoints = 1\nreward = 'r'\n", "occasion[0]", "one_of"),
        ("[[occasion]]\nid = 'o'\non = 'joined'\nreward = 'r'\n", "occasion[0].reward", "unknown_reward"),
        (PROMOTION, "promotion[0]", "one_of"), (PROMOTION + "percent = 140\n", "promotion[0].percent", "bad_number"),
        (PROMOTION + "percent = 10\namount = '5.00'\n", "promotion[0]", "one_of"),
        (PROMOTION + "buy = 1\nget_percent = 100\n", "promotion[0]", "missing_key"),
        (PROMOTION + "buy = 1\nget = 1\n", "promotion[0]", "one_of"),
        (PROMOTION + "percent = 10\nget = 1\n", "promotion[0].get", "unknown_key"),
        (PROMOTION + "amount = '5.00'\nmax = '1.00'\n", "promotion[0].max", "unknown_key"),
        (PROMOTION + "percent = 5\ncode = 'A'\nwhen = { code = 'B' }\n", "promotion[0].code", "one_of"),
        (2 * (REWARD + "gives = { money = '1.00' }\n"), "reward[1].id", "duplicate"),
        ("[[tier]]\nname = 'T'\nfrom = 100\n", "tier[0].from", "bad_money"),
        ("[tiers]\nbasis = 'points'\n[[tier]]\nname = 'T'\nfrom = '1.5'\n", "tier[0].from", "bad_number"),
        ("[tiers]\nbasis = 'points'\n[[tier]]\nname = 'T'\nfrom = -5\n", "tier[0].from", "bad_number"),
        (TIER + "multiply = '-1'\n", "tier[0].multiply", "bad_number"),
        (TIER + "multiply = '1e3'\n", "tier[0].multiply", "bad_number"),
        (TIER + "multiply = '1.0000001'\n", "tier[0].multiply", "bad_number"),
        (TIER + "multiply = 1001\n", "tier[0].multiply", "bad_number"),
        (TIER + "multiply = \"1\\n\"\n", "tier[0].multiply", "bad_number"),
        (TIER + "discount_percent = 101\n", "tier[0].discount_percent", "bad_number"),
        (REWARD + "gives = {}\n", "reward[0].gives", "one_of"),
        (REWARD + "gives = { product = 'A', percent = 5 }\n", "reward[0].gives", "one_of"),
        (REWARD + "gives = { percent = 101 }\n", "reward[0].gives.percent", "bad_number"),
        (REWARD + "gives = { money = '1.001' }\n", "reward[0].gives.money", "bad_money"),
        (REWARD + "gives = { percent = 5, max = 'x' }\n", "reward[0].gives.max", "bad_money"),
        *[
            (f"[points]\nexpire = 'after'\nexpire_after = '{span}'\n", "points.expire_after", "bad_span")
            for span in ("", "12", "0 days", "12  months", "1 week", "-1 days", "10000 days", "1.5 years", "١ days")
        ],
    ],
)  # fmt: skip
def test_a_value_that_makes_no_sense_is_refused(tables: str, where: str, reason: str) -> None:
    found = _because(tables)
    assert (found[0].partition(": ")[2], found[1]) == (where, reason)


@pytest.mark.parametrize("code", ["eur", "EURO", "", "XXX", "€", "XAU"])
def test_a_currency_that_is_none_is_refused(code: str) -> None:
    refused = _refused(f'[programme]\nname = "P"\ncurrency = "{code}"\n')
    assert refused.where == "line 3: programme.currency"
    assert refused.reason == ("bad_currency" if code else "wrong_value")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[programme\n", 1), (HEAD + "x = \n", 4), (HEAD + "[points]\n\n[points]\n", 6), (HEAD + 'name = "again"\n', 4),
        (HEAD + "starts = 2026-13-45\n", 4), ("\ufeff" + HEAD, 1), (HEAD + "x = \ud800\n", 4), ("\x00", 1),
        (HEAD + "when = { a = 1,\n b = 2 }\n", 4),
    ],
)  # fmt: skip
def test_what_is_no_toml_is_refused_with_its_line(text: str, line: int) -> None:
    refused = _refused(text)
    assert (refused.where, refused.reason) == (f"line {line}", "toml")


@pytest.mark.parametrize(
    "text",
    [
        "#" * 1_000_000, "x" * (LARGEST + 1), HEAD + "x = " + "[" * 50_000, HEAD + "x = " + "{a=" * 20_000,
        HEAD + f"starts = {'9' * 5000}\n",
    ],
)  # fmt: skip
def test_what_is_far_too_much_is_refused(text: str) -> None:
    refused = _refused(text)
    assert (refused.where, refused.reason) == ("", "too_large")


def test_a_refusal_never_carries_more_than_can_be_read() -> None:
    refused = _refused(HEAD + f'[points]\nrounding = "{"a" * 100_000}"\n')
    assert len(refused.detail) <= 200
    assert len(_refused(HEAD + f"{'k' * 100_000} = 1\n").where) < 100_100


def test_long_lines_are_looked_through_quickly() -> None:
    """Blanks beyond number once made the search for a line take a minute."""
    for line in ("[" + " " * 60_000, " " * 60_000 + "]", "[ " * 30_000, '"' + "a." * 30_000):
        _refused(HEAD + f"x = '''\n{line}\n'''\n[points]\nzz = 1\n")
        _refused(HEAD + f"x = [\n[{' ' * 60_000}\n'a']]\n[points]\nzz = 1\n")


# --- whatever is written


@settings(max_examples=150)
@given(st.text(max_size=200) | st.text("[]{}=\"'#\n.,-abc01 ", max_size=200).map(HEAD.__add__))
def test_no_text_is_worse_than_a_bad_programme(text: str) -> None:
    with suppress(BadProgramme):
        read_programme(text)


_LINES = FULL.splitlines(keepends=True)
_STRANGE = st.sampled_from(
    [
        "0", "", "-1", "1.5", "true", '""', '"x"', "[]", "{}", "nan", "2026-01-01", "10:00:00", "'''", '"12 months"',
        "9" * 30,
    ]
)  # fmt: skip


@settings(max_examples=250)
@given(st.lists(st.tuples(st.integers(0, len(_LINES) - 1), st.integers(0, 3), _STRANGE), min_size=1, max_size=4))
def test_no_damage_to_a_good_file_is_worse_than_a_bad_programme(damage: list[tuple[int, int, str]]) -> None:
    lines = list(_LINES)
    for place, what, strange in damage:
        line = lines[place]
        key, equals, _value = line.partition("=")
        changed = [f"{key}= {strange}\n", line + line, "", line.replace('"', "", 1)]
        lines[place] = changed[what] if equals else changed[max(what, 1)]
    text = "".join(lines)
    where = _where_refused(text)
    assert not where.isdecimal() or 1 <= int(where) <= text.count("\n") + 1


def _where_refused(text: str) -> str:
    """The line of a refusal, or nothing."""
    try:
        read_programme(text)
    except BadProgramme as refused:
        return refused.where.removeprefix("line ").partition(":")[0]
    return ""
