"""What is painted on one page, or once for many: its operators in their order, and what else of the file they use."""

from functools import lru_cache

from loyaltydesk.printing.colours import channels


@lru_cache(maxsize=256)
def rgb(colour: str, operator: str = "rg") -> str:
    """The operator that sets `colour` for what is filled (`RG`: for what is stroked)."""
    return " ".join(f"{channel / 255:.4g}" for channel in channels(colour)) + " " + operator


class Content:
    """Operators as they come. Words that follow each other share one text object."""

    def __init__(self) -> None:
        self._operators: list[str] = []
        self._used: dict[str, dict[str, int]] = {}
        self._ink = ""  # of the words in hand; none while no text object is open

    def add(self, operators: str) -> None:
        """Paints something that is no words."""
        if self._ink:
            self._operators.append("ET")
            self._ink = ""
        self._operators.append(operators)

    def words(self, colour: str, operators: str) -> None:
        """Sets words: `operators` say where and which."""
        if not self._ink:
            self._operators.append("BT")
        if colour != self._ink:
            self._operators.append(rgb(colour))
            self._ink = colour
        self._operators.append(operators)

    def use(self, kind: str, name: str, *, number: int) -> str:
        """The name of an object of the file by which an operator paints it; `kind` as resources name it."""
        self._used.setdefault(kind, {})[name] = number
        return f"/{name}"

    def operators(self) -> bytes:
        """All of it."""
        end = ("ET",) if self._ink else ()
        return "\n".join((*self._operators, *end)).encode("latin-1")

    def resources(self, fonts: int) -> str:
        """The dictionary of what is used; `fonts` is the number of the one of all fonts."""
        used = "".join(
            f"/{kind}<<{''.join(f'/{name} {number} 0 R' for name, number in named.items())}>>"
            for kind, named in self._used.items()
        )
        return f"<</Font {fonts} 0 R{used}>>"
