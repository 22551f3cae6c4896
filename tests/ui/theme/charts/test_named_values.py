"""A chart of named values tells each of them, and takes none without its name."""

import pytest

from ui.theme.charts.named_values import NamedValues


def test_a_value_is_told_with_its_name_and_in_words():
    chart = NamedValues(names=("Jan", "Feb"), values=(1, 2), words="€{}".format)
    assert (chart.count, chart.told(1)) == (2, ("Feb: €2",))


def test_a_value_without_a_name_is_refused():
    with pytest.raises(ValueError, match="zip"):
        NamedValues(names=("Jan",), values=(1, 2))
