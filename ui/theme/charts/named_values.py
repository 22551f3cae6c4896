"""What charts of one value after the other have in common: a name for each, and a value in words."""

from collections.abc import Callable, Sequence

from ui.theme.charts.drawing import Drawing


class NamedValues(Drawing, frozen=True, kw_only=True):
    """Values, each with its name, such as months; `words` puts a value into words."""

    names: Sequence[str]
    values: Sequence[int]
    words: Callable[[int], str] = str

    def __post_init__(self) -> None:
        """Raises ValueError unless each value has its name."""
        tuple(zip(self.names, self.values, strict=True))

    @property
    def count(self) -> int:
        return len(self.values)

    def told(self, at: int) -> Sequence[str]:
        return (f"{self.names[at]}: {self.words(self.values[at])}",)
