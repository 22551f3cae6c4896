"""Every refusal has its sentence, and every reason that is given anywhere has its words."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from loyaltydesk.model import refusals as kinds
from loyaltydesk.model.cards import CardState
from loyaltydesk.model.money import currency
from loyaltydesk.model.purchases import VoucherState
from loyaltydesk.model.refusals import BadProgramme, BadRequest, Refused
from loyaltydesk.words import refusals as words
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.refusals import sentence

SOURCE = Path(__file__).parents[3] / "loyaltydesk"
FORMATS = BabelFormats("en", currency("EUR"))
KINDS = [
    kind
    for kind in vars(kinds).values()
    if isinstance(kind, type) and issubclass(kind, Refused) and kind is not Refused
]
EXAMPLES: dict[type[Refused], list[Refused]] = {
    BadRequest: [BadRequest("amount", reason) for reason in words.REASONS],
    BadProgramme: [
        BadProgramme(where, reason, "x") for reason in words.PROGRAMME_REASONS for where in ("", "line 4: points.x")
    ],
    kinds.UnknownCard: [kinds.UnknownCard("1234"), kinds.UnknownCard("1234", blank=True)],
    kinds.BadCardNumber: [kinds.BadCardNumber("1234", reason) for reason in words.CARD_NUMBER_REASONS],
    kinds.CardBlocked: [
        *(kinds.CardBlocked("1234", state) for state in words.CARD_STATES),
        kinds.CardBlocked("1234", "replaced", "5678"),
    ],
    kinds.BeforeRegistration: [kinds.BeforeRegistration("2026-01-01", "2026-01-02")],
    kinds.NotEnoughPoints: [kinds.NotEnoughPoints(3, 5), kinds.NotEnoughPoints(-10, 1)],
    kinds.NeedsApproval: [kinds.NeedsApproval(1), kinds.NeedsApproval(1500)],
    kinds.UnknownVoucher: [kinds.UnknownVoucher("27", reason) for reason in words.NO_VOUCHER_REASONS],
    kinds.BelowMinimum: [kinds.BelowMinimum(0, 1), kinds.BelowMinimum(0, 1500)],
    kinds.RewardNotOffered: [kinds.RewardNotOffered("r", reason) for reason in words.OFFER_REASONS],
    kinds.VoucherNotUsable: [kinds.VoucherNotUsable("27", state) for state in words.VOUCHER_STATES],
    kinds.ReturnTooLarge: [kinds.ReturnTooLarge(0), kinds.ReturnTooLarge(1250)],
}  # fmt: skip


def _examples(kind: type[Refused]) -> list[Refused]:
    """Refusals of a kind; one with every fact "x" where nothing better is known."""
    return EXAMPLES.get(kind) or [kind(*("x" for _ in kind.__dataclass_fields__))]


ALL = [example for kind in KINDS for example in _examples(kind)]


def test_what_sqlite_says_over_several_lines_stands_on_one() -> None:
    said = sentence(kinds.FileBroken("shop.db", "*** in database main ***\nTree 8 page 8: broken\n"), FORMATS)
    assert "(*** in database main *** Tree 8 page 8: broken)" in said


@pytest.mark.parametrize(
    "refused", ALL, ids=lambda each: f"{type(each).__name__} {' '.join(map(str, each.facts().values()))}"
)
def test_every_refusal_is_one_whole_sentence_or_two(refused: Refused) -> None:
    said = sentence(refused, FORMATS)
    assert said[0].isupper() or not said[0].isalpha() or said.startswith("x ")
    assert said.rstrip("”").endswith((".", "?"))
    assert "{" not in said
    assert "  " not in said
    assert len(said) < 200


def test_a_kind_without_a_sentence_would_be_noticed() -> None:
    class Unheard(Refused):
        """Nobody worded it."""

    with pytest.raises(NotImplementedError):
        sentence(Unheard(), FORMATS)


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (kinds.NotEnoughPoints(3, 5), "5 points are needed, and the balance is 3."),
        (kinds.NotEnoughPoints(0, 1), "1 point is needed, and the balance is 0."),
        (kinds.BelowMinimum(0, 1500), "At least 1,500 points must be used at once."),
        (kinds.ReturnTooLarge(1250), "At most €12.50 of this purchase can be brought back."),
        (kinds.ReturnTooLarge(0), "Everything of this purchase was brought back before."),
        (kinds.CardBlocked("12", "replaced", "34"), "Card 12 was replaced by 34."),
        (BadRequest("lines[0].price", "amount_too_fine"), "“lines[0].price” has more decimals than the currency."),
        (
            BadProgramme("line 4: points.x", "unknown_key", "x"),
            "The programme file cannot be used. line 4: points.x: there is no “x” here.",
        ),
        (
            kinds.BeforeRegistration("2026-01-01", "2026-01-02"),
            "The purchase is dated 1 Jan 2026, and the customer joined on 2 Jan 2026. Is the computer's clock right?",
        ),
    ],
)
def test_what_is_said(refused: Refused, said: str) -> None:
    assert sentence(refused, FORMATS) == said


@pytest.mark.parametrize("hostile", ["{0}", "{no.__class__}", "%s", "{", "}", "<b>x</b>", "{field}"])
def test_what_somebody_typed_stays_what_it_is(hostile: str) -> None:
    for refused in (
        kinds.UnknownCard(hostile), BadRequest(hostile, "missing"), kinds.UnknownReward(hostile),
        kinds.UnknownPurchase(hostile), kinds.FileMissing(hostile), kinds.FolderMissing(hostile),
        BadProgramme(hostile, "unknown_key", hostile),
    ):  # fmt: skip
        assert hostile in sentence(refused, FORMATS)


# --- reasons that are given anywhere

TABLES = {
    "BadRequest": words.REASONS, "BadCardNumber": words.CARD_NUMBER_REASONS, "RewardNotOffered": words.OFFER_REASONS,
    "BadProgramme": words.PROGRAMME_REASONS, "refuse": words.PROGRAMME_REASONS, "attempt": words.PROGRAMME_REASONS,
}  # fmt: skip
READING = {"refuse", "attempt", "BadProgramme"}  # the ways in which a programme file is refused
PASSED_ON = ("reason",)  # a parameter that was a reason where it was written down


def _given() -> Iterator[tuple[str, str, str]]:
    """Where a reason is given, for which kind, and the reason."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or len(node.args) < 2:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in TABLES:
                for reason in _constants(node.args[1]):
                    yield f"{path.name}:{node.lineno}", name, reason


def _constants(reason: ast.expr) -> list[str]:
    if isinstance(reason, ast.IfExp):
        return [*_constants(reason.body), *_constants(reason.orelse)]
    if isinstance(reason, ast.Name) and reason.id in PASSED_ON:
        return []
    assert isinstance(reason, ast.Constant), f"a reason that is not written out: {ast.unparse(reason)}"
    return [str(reason.value)]


def test_every_reason_that_is_given_has_its_words() -> None:
    given = list(_given())
    assert [(where, reason) for where, name, reason in given if reason not in TABLES[name]] == []
    assert len(given) > 60


def test_no_words_wait_for_a_reason_that_nobody_gives() -> None:
    given = {(name, reason) for _where, name, reason in _given()}
    for name, table in TABLES.items():
        sources = READING if name in READING else {name}
        assert [reason for reason in table if not any((source, reason) in given for source in sources)] == []


def test_every_state_that_stops_a_card_or_a_voucher_has_its_words() -> None:
    assert {state.value for state in CardState} - {"active"} == set(words.CARD_STATES)
    assert {state.value for state in VoucherState} - {"open"} == set(words.VOUCHER_STATES)


@pytest.mark.parametrize(
    ("table", "allowed"),
    [
        (words.REASONS, {"field"}), (words.PROGRAMME_REASONS, {"detail"}), (words.CARD_NUMBER_REASONS, {"card"}),
        (words.CARD_STATES, {"card"}), (words.VOUCHER_STATES, {"code"}), (words.OFFER_REASONS, set()),
    ],
)  # fmt: skip
def test_every_placeholder_can_be_filled(table: dict[str, str], allowed: set[str]) -> None:
    for text in table.values():
        assert {name for _text, name, _format, _how in string.Formatter().parse(text) if name} <= allowed


def test_a_number_that_has_no_end_is_said_by_its_beginning() -> None:
    said = sentence(kinds.BadCardNumber("9" * 400, "length"), FORMATS)
    assert said == f"A card number has 4 to 48 characters; {'9' * 16}… has not."
    assert "9" * 17 not in sentence(kinds.UnknownCard("9" * 400), FORMATS)
    assert "9" * 48 in sentence(kinds.BadCardNumber("9" * 48, "check_digit"), FORMATS)
