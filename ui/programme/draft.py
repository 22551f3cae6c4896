"""The draft of a programme: what is changed and not in force yet, kept on this computer until that is decided."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from PySide6.QtCore import QObject, Signal

from loyaltydesk.desk import Desk
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.refusals import BadProgramme
from loyaltydesk.rules.programme_file import check_products, read_programme
from loyaltydesk.rules.programme_writing import tables_of
from loyaltydesk.rules.toml_writing import Table, Tables, toml_text
from loyaltydesk.words.programme_changes import Change, changes
from loyaltydesk.words.programme_faults import fault_sentence
from ui.programme.voice import manner_for
from ui.seams.preferences import Preferences
from ui.seams.session import Session

TEXT, SHOP = "programme/draft", "programme/draft_of"


class Draft(QObject):
    """The rules as they are changed. Only what reads as a programme gets into it; `changed` tells when."""

    changed = Signal()

    def __init__(self, session: Session, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._text: str | None = None
        self.base = session.ask(lambda desk: desk.shop.programme)
        self.programme = self.base
        self.is_new_start = False  # begun from a ready programme, step by step
        self._recall()

    # --- what it is

    @property
    def is_changed(self) -> bool:
        """Whether there is anything that is not in force."""
        return self._text is not None

    @property
    def text(self) -> str:
        """The programme file of it."""
        return self._session.ask(lambda desk: desk.shop.programme_text()) if self._text is None else self._text

    @property
    def tables(self) -> Tables:
        """Its tables, to be changed and put back."""
        return tables_of(self.programme)

    def changes(self) -> list[Change]:
        """What is different from the rules in force, in words."""
        return changes(self.base, self.programme, manner=manner_for(self._session, self.programme))

    def strangers(self, of: Table) -> list[str]:
        """The products a rule speaks of that are not in the list, where there is one: it would never come to pass."""
        if not self._session.ask(lambda desk: desk.products.count()):
            return []
        named = [*of.get("sku", []), *of.get("not_sku", [])]
        return self._session.ask(lambda desk: [sku for sku in named if desk.products.get(sku) is None])

    # --- changing it

    def missing_product(self, text: str, programme: Programme) -> BadProgramme | None:
        """What the desk will say of a product that is given and is not in the list, where there is a list."""
        if not self._session.ask(lambda desk: desk.products.count()):
            return None
        try:
            check_products(text, programme, lambda sku: bool(self._session.ask(lambda desk: desk.products.get(sku))))
        except BadProgramme as no:
            return no
        return None

    def put(self, tables: Tables) -> None:
        """Takes changed tables up. Raises BadProgramme and stays as it was."""
        text = toml_text(tables)
        programme = read_programme(text)
        self._keep(None if programme == self.base else text, programme)

    def begin(self, text: str, *, new_start: bool = False) -> None:
        """Takes another programme up as it is written, comments and all. Raises BadProgramme."""
        programme = read_programme(text)
        self.is_new_start = new_start
        self._keep(text, programme)

    def discard(self) -> None:
        """Forgets what was changed."""
        self._keep(None, self.base)

    def save(self, first_day: date | None, *, refused: Callable[[str], None]) -> int | None:
        """Puts it in force, at once or from a day on; returns the version, None when the desk refused."""
        text = self.text
        wrong: list[BadProgramme] = []

        def load(desk: Desk) -> int:
            try:
                return desk.shop.load_programme(text, from_day=first_day or desk.now().date())
            except BadProgramme as no:
                wrong.append(no)
                raise

        def tell(sentence: str) -> None:
            refused(fault_sentence(wrong[0]) if wrong else sentence)  # of files and lines the owner need not know

        version = self._session.do(load, refused=tell)
        if version is not None:
            self.discard()
        return version

    def reload(self) -> None:
        """The rules in force may be others now."""
        self.base = self._session.ask(lambda desk: desk.shop.programme)
        if self._text is None:
            self.programme = self.base
            self.changed.emit()

    # --- inside

    def _keep(self, text: str | None, programme: Programme) -> None:
        self._text, self.programme = text, programme
        self.is_new_start = self.is_new_start and text is not None
        self._preferences.write(TEXT, text or "")
        self._preferences.write(SHOP, self._shop() if text else "")
        self.changed.emit()

    def _recall(self) -> None:
        """Takes up what was left when the program ended; not what belongs to another shop, or reads no more."""
        kept = self._preferences.read(TEXT)
        if kept and self._preferences.read(SHOP) == self._shop():
            try:
                self.programme = read_programme(kept)
            except BadProgramme:
                return
            self._text = kept

    def _shop(self) -> str:
        return str(self._session.ask(lambda desk: desk.path))


def with_rule(tables: Tables, table: str, number: int | None, *, rule: Table) -> Tables:
    """The tables with a rule in its place, or behind the others of its table; tiers are put in their order."""
    changed = dict(tables)
    if table in SINGLE:
        changed[table] = rule
        return changed
    rules = list(_listed(tables, table))
    if number is None:
        rules.append(rule)
    else:
        rules[number] = rule
    changed[table] = sorted(rules, key=_height) if table == "tier" else rules
    return changed


def without_rule(tables: Tables, table: str, number: int) -> Tables:
    """The tables without a rule, or without a table that there is once."""
    changed = dict(tables)
    if table in SINGLE:
        changed.pop(table, None)
    else:
        rules = list(_listed(tables, table))
        del rules[number]
        changed[table] = rules
    return changed


def free_id(tables: Tables, table: str, *, wanted: str) -> str:
    """`wanted`, or with the first number behind it that makes it an id of its own."""
    taken = {rule.get("id") for rule in _listed(tables, table)}
    if wanted not in taken:
        return wanted
    return next(name for number in range(2, len(taken) + 3) if (name := f"{wanted}-{number}") not in taken)


SINGLE = frozenset({"programme", "points", "redeem", "returns", "tiers", "referral", "approval", "test_group"})


def _listed(tables: Tables, table: str) -> list[Table]:
    rules = tables.get(table, [])
    assert isinstance(rules, list)
    return rules


def _height(tier: Table) -> tuple[bool, Fraction]:
    """Where a tier begins; what cannot be read yet stands last."""
    try:
        return False, Fraction(str(tier.get("from", "")))
    except (ValueError, ZeroDivisionError):
        return True, Fraction(0)
