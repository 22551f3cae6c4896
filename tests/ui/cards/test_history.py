"""Steps are taken back and again; letters of one word are one step."""

from ui.cards.history import MOST, History


def _typed(*states: str, kind: str = "") -> History[str]:
    history = History("")
    for state in states:
        history.add(state, kind)
    return history


def test_steps_are_taken_back_and_again():
    history = _typed("a", "b")
    assert [history.undo(), history.undo(), history.redo(), history.redo()] == ["a", "", "a", "b"]


def test_there_is_an_end_on_either_side():
    history = _typed("a")
    assert (history.can_undo, history.can_redo, history.redo()) == (True, False, "a")
    history.undo()
    assert (history.can_undo, history.can_redo, history.undo()) == (False, True, "")


def test_changes_of_one_kind_in_a_row_are_one_step():
    history = _typed("T", "Te", "Tea", kind="name")
    history.add("Tea!", "line")
    assert [history.undo(), history.undo(), history.can_undo] == ["Tea", "", False]


def test_a_pause_parts_changes_of_one_kind():
    history = _typed("Tea", kind="name")
    history.pause()
    history.add("Tea time", "name")
    assert history.undo() == "Tea"


def test_the_first_state_is_never_written_over():
    history = _typed("a", kind="name")
    history.undo()
    history.add("b", "name")
    assert history.undo() == ""


def test_a_new_step_forgets_what_was_taken_back():
    history = _typed("a", "b")
    history.undo()
    history.add("c")
    assert (history.can_redo, history.undo()) == (False, "a")


def test_what_changes_nothing_is_no_step():
    history = _typed("a", "a")
    history.undo()
    assert not history.can_undo


def test_a_long_day_is_not_kept_for_ever():
    history = _typed(*map(str, range(MOST + 50)))
    steps = 0
    while history.can_undo:
        history.undo()
        steps += 1
    assert steps == MOST - 1
