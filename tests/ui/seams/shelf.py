"""A list of plain words for tests: found by a part of them, sorted by their letters or by their length."""

from enum import StrEnum

from loyaltydesk.desk import Desk
from ui.seams.listing import Listing
from ui.seams.session import Session
from ui.seams.tables import Column


class By(StrEnum):
    """The orders of words."""

    LETTERS = "letters"
    LENGTH = "length"


class WordListing(Listing[str, By]):
    """Words that can be changed at any time; `asked` is what was read, a line for each time."""

    def __init__(self, session: Session, words: list[str]) -> None:
        super().__init__(session, (Column("Word", str), Column("Length", lambda word: str(len(word)))), By.LETTERS)
        self.words = words
        self.asked: list[str] = []

    def count(self, desk: Desk) -> int:
        self.asked.append("count")
        return len(self.words)

    def find(self, desk: Desk, limit: int) -> list[str]:
        self.asked.append(f"find {self.text}")
        return [word for word in self.words if self.text in word][:limit]

    def after(self, desk: Desk, last: str | None, limit: int) -> list[str]:
        self.asked.append(f"{limit} after {last}")
        whole = sorted(self.words, key=self.sort_key, reverse=self.order.down)
        first = 0 if last is None else whole.index(last) + 1
        return whole[first : first + limit]

    def sort_key(self, row: str) -> tuple[object, ...]:
        return (len(row), row) if self.order.sort is By.LENGTH else (row,)
