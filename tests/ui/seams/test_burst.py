"""A scan is told from typing by the pauses between the keys, and nothing a person typed is lost."""

import random
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.seams.burst import Burst, Decision, Held, Key, Press
from ui.seams.scanner_settings import ScannerSettings

CODE = "2000000000121"


@dataclass
class Counter:
    """A till that carries out each decision on a list instead of a window."""

    settings: ScannerSettings = field(default_factory=ScannerSettings)
    now: int = 1_000_000
    typed: list[str] = field(default_factory=list)  # what reached the field
    codes: list[str] = field(default_factory=list)
    rejected: int = 0

    def __post_init__(self):
        self.burst = Burst(self.settings)
        self._held: list[str] = []

    def press(self, token, gap=5, *, repeated=False):
        self.now += gap
        decision = self.burst.press(Press(self.now % 2**32, token, repeated))
        self._carry_out(decision)
        if decision.key is Key.HOLD:
            self._held.append(token)
        elif decision.key is Key.PASS:
            self.typed.append(token)
        return decision.key

    def type(self, tokens, gap=5):
        for token in tokens:
            self.press(token, gap)
        return self

    def silence(self):
        self._carry_out(self.burst.silence())
        return self

    def _carry_out(self, decision):
        if decision.held is Held.REPLAY:
            self.typed += self._held
        if decision.held is not Held.KEEP:
            self._held = []
        self.codes += [decision.code] if decision.code else []
        self.rejected += decision.rejected

    @property
    def text(self):
        return "".join(self.typed)


def counter(**settings):
    return Counter(ScannerSettings(**settings))


@pytest.mark.parametrize("end", ["\r", "\n", "\t", "\r\n", "\r\t", "\r\r"])
@pytest.mark.parametrize("gap", [0, 1, 20, 50])
def test_a_scan_is_read_and_nothing_of_it_is_typed(end, gap):
    till = counter().type(CODE + end, gap)
    assert (till.codes, till.text, till.rejected) == ([CODE], "", 0)


def test_two_scans_one_after_the_other_are_two():
    till = counter().type("LD-0001\r").type("LD-0002\r\n")
    assert (till.codes, till.text) == (["LD-0001", "LD-0002"], "")


def test_enter_by_a_person_soon_after_a_scan_arrives():
    till = counter().type(CODE + "\r")
    till.press("\r", 51)
    assert till.typed == ["\r"]


@pytest.mark.parametrize("gap", [51, 60, 90, 300])
def test_a_person_typing_a_number_and_enter_is_not_a_scan(gap):
    till = counter().type(CODE + "\r", gap)
    assert (till.codes, till.text, till.rejected) == ([], CODE + "\r", 0)


def test_a_quick_amount_shorter_than_a_code_is_typed_and_confirmed():
    till = counter().type("2450\r", 30)
    assert (till.codes, till.text) == ([], "2450\r")


def test_what_was_typed_just_before_a_scan_stays_in_the_field():
    till = counter().type("12", 90)
    till.press("2", 400)
    till.type(CODE[1:] + "\r")
    assert (till.codes, till.text) == ([CODE], "12")


def test_a_single_key_is_given_back_when_nothing_follows():
    till = counter()
    assert till.press("a") is Key.HOLD
    assert till.text == ""
    assert till.silence().text == "a"


def test_other_keys_pass_at_once_and_after_what_was_held():
    till = counter().type("ab", 30)
    till.press("", 30)  # an arrow
    assert till.typed == ["a", "b", ""]


@given(st.lists(st.tuples(st.sampled_from("ab1-"), st.integers(0, 200)), max_size=60))
def test_without_enter_everything_typed_arrives_in_order(presses):
    till = counter()
    for token, gap in presses:
        till.press(token, gap)
    assert till.silence().text == "".join(token for token, _ in presses)
    assert (till.codes, till.rejected) == ([], 0)


@given(st.lists(st.tuples(st.sampled_from("ab1-\r\t"), st.integers(51, 500)), max_size=60))
def test_at_a_person_s_pace_everything_arrives_in_order(presses):
    till = counter()
    for token, gap in presses:
        till.press(token, gap)
    assert till.silence().typed == [token for token, _ in presses]


def test_a_typist_of_a_hundred_words_a_minute_is_no_scanner():
    chance = random.Random(7)
    words = "2450 anna berzina 123456 thirteen lazy dogs\r" * 25
    till = counter()
    for token in words:
        rolled = chance.random() < 0.2  # two fingers almost at once
        till.press(token, chance.randint(25, 50) if rolled else max(51, round(chance.gauss(120, 30))))
    assert (till.silence().codes, till.text) == ([], words)


@pytest.mark.parametrize(("amount", "fastest"), [("24.50", 30), ("1234.50", 45)])
def test_the_number_pad_in_a_hurry_is_no_scanner(amount, fastest):
    chance = random.Random(3)
    till = counter()
    for _ in range(500):
        till.now += 2000
        for token in f"{amount}\r":
            till.press(token, chance.randint(fastest, fastest + 60))
    assert (till.codes, till.rejected, till.text) == ([], 0, f"{amount}\r" * 500)


def test_a_prefix_lets_every_other_key_pass_at_once_and_any_length_be_a_code():
    till = counter(prefix="~")
    assert till.press("a") is Key.PASS
    till.now += 500
    till.type("~12\r")
    assert (till.codes, till.text) == (["12"], "a")


def test_a_prefix_that_a_person_types_is_given_back():
    till = counter(prefix="~").type("~ab", 120)
    assert (till.silence().codes, till.text) == ([], "~ab")


@pytest.mark.parametrize("prefix", ["F13", "\x02"])
def test_a_prefix_that_is_no_character_never_reaches_the_field(prefix):
    till = counter(prefix=prefix).type([prefix, *"LD-1", "\r"])
    assert (till.codes, till.text) == (["LD-1"], "")
    till.type([prefix], 500).silence()
    assert till.text == ""


def test_after_a_prefix_a_code_cut_short_is_rejected_and_swallowed():
    till = counter(prefix="~").type("~20000").silence()
    assert (till.codes, till.rejected, till.text) == ([], 1, "")


def test_the_key_that_shows_a_code_was_cut_short_is_itself_typed():
    till = counter(prefix="~").type("~20000")
    till.press("x", 400)
    assert (till.rejected, till.text) == (1, "x")


def test_without_a_suffix_silence_ends_the_code():
    till = counter(suffix="none").type(CODE).silence()
    assert (till.codes, till.text) == ([CODE], "")
    till.now += 100
    till.type("LD-0042")
    till.press("x", 400)  # the program was busy: the next key comes before anybody noticed the silence
    assert (till.codes, till.silence().text) == ([CODE, "LD-0042"], "x")


@pytest.mark.parametrize(("suffix", "wrong"), [("enter", "\t"), ("tab", "\r")])
def test_a_named_suffix_is_the_only_one(suffix, wrong):
    till = counter(suffix=suffix).type(CODE + wrong)
    assert (till.codes, till.text) == ([], CODE + wrong)


@pytest.mark.parametrize("mark", ["]E0", "]C1", "]d2", "]Q3"])
def test_the_symbology_a_scanner_puts_before_the_code_is_taken_off(mark):
    assert counter().type(mark + CODE + "\r").codes == [CODE]


def test_a_symbology_and_nothing_else_is_rejected():
    till = counter(min_length=4).type("]E0 \r")
    assert (till.codes, till.rejected) == ([], 1)


def test_control_characters_within_a_code_are_dropped_and_blanks_around_it():
    assert counter().type(["\x1d", *" LD-\x1d0012 ", "\r"]).codes == ["LD-0012"]


def test_the_same_code_again_at_once_is_one_scan():
    till = counter()
    for _ in range(3):
        till.type(CODE + "\r")
        till.now += 200
    assert (till.codes, till.text) == ([CODE], "")
    till.now += 301
    till.type(CODE + "\r")
    assert till.codes == [CODE, CODE]


def test_a_code_of_a_hundred_characters_is_read_and_a_longer_one_rejected():
    till = counter().type("7" * 100 + "\r").type("7" * 101 + "\r")
    assert (till.codes, till.rejected, till.text) == (["7" * 100], 1, "")
    till.type("x" * 5000).silence()
    assert (till.rejected, till.text) == (2, "")


def test_a_code_that_stutters_is_rejected_rather_than_read_in_part():
    till = counter().type("2000")
    till.press("0", 80)
    till.type("00000121\r")
    assert (till.codes, till.rejected) == ([], 1)
    till.now += 1000
    assert till.type(CODE + "\r").codes == [CODE]


@pytest.mark.parametrize("rest", ["\r", "1\r", "121\r"])
def test_enter_after_a_code_that_got_into_a_field_confirms_nothing(rest):
    till = counter().type("2000000000")
    till.press(rest[0], 90)
    till.type(rest[1:])
    assert till.rejected == 1
    assert "\r" not in till.typed


def test_zeros_within_a_millisecond_flagged_as_a_key_held_down_are_a_code():
    till = counter()
    till.press("0")
    for _ in range(12):
        till.press("0", 1, repeated=True)
    till.press("\r")
    assert till.codes == ["0" * 13]


def test_a_key_held_down_passes_without_being_held_back():
    till = counter()
    till.press("a")
    assert till.press("a", 300, repeated=True) is Key.PASS
    assert [till.press("a", 30, repeated=True) for _ in range(9)] == [Key.PASS] * 9
    assert till.text == "a" * 11


def test_a_shift_between_two_keys_bridges_the_pause():
    till = counter()
    for token in "LD-000A":
        till.now += 40
        till.burst.tick(till.now)
        till.press(token, 40)
    assert till.press("\r") is Key.SWALLOW
    assert till.codes == ["LD-000A"]


def test_a_shift_of_a_person_bridges_nothing():
    till = counter().type("A")
    till.burst.tick(till.now + 200)
    till.press("B", 210)
    assert till.text == "A"


def test_the_longest_pause_of_the_last_scan_is_known():
    till = counter(max_gap_ms=100).type("LD-", 10)
    till.press("0", 37)
    assert till.burst.last_gap_ms == 0
    till.now += 60
    till.burst.tick(till.now)
    till.type("012\r", 10)
    assert till.burst.last_gap_ms == 60


def test_a_clock_that_wraps_in_the_midst_of_a_scan_does_no_harm():
    till = Counter(now=2**32 - 30)
    assert till.type(CODE + "\r").codes == [CODE]
    till = Counter(now=2**32 - 200)
    assert till.type(CODE + "\r").codes == [CODE]
    till.now += 200
    assert till.type(CODE + "\r").codes == [CODE]
    till = Counter(now=2**32 - 200)
    till.type(CODE + "\r").now += 1000
    assert till.type(CODE + "\r").codes == [CODE, CODE]


def test_a_burst_that_is_forgotten_leaves_no_trace():
    till = counter().type("20000")
    till.burst.forget()
    assert till.burst.silence() == Decision()
    assert till.type("\r").codes == []
