"""The façade: the whole shop behind one object, for the window, the command line and other programs."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path

from loyaltydesk.desk.accounts import Accounts
from loyaltydesk.desk.agenda import Agenda
from loyaltydesk.desk.campaigns import Campaigns
from loyaltydesk.desk.cards import Cards
from loyaltydesk.desk.companies import Companies
from loyaltydesk.desk.core import Core, Now
from loyaltydesk.desk.customers import Customers
from loyaltydesk.desk.designs import Designs
from loyaltydesk.desk.dossiers import Dossiers
from loyaltydesk.desk.exports import Exports
from loyaltydesk.desk.focus_groups import FocusGroups
from loyaltydesk.desk.forecast import Forecasts
from loyaltydesk.desk.greetings import Greetings
from loyaltydesk.desk.imports import Imports
from loyaltydesk.desk.insights import Insights
from loyaltydesk.desk.numbers import Numbers
from loyaltydesk.desk.outlook import Outlook
from loyaltydesk.desk.parking import Parking
from loyaltydesk.desk.partner_log import PartnerLog
from loyaltydesk.desk.partners import Partners
from loyaltydesk.desk.pledges import Pledges
from loyaltydesk.desk.products import Products
from loyaltydesk.desk.reports import Reports
from loyaltydesk.desk.rewards import Rewards
from loyaltydesk.desk.shop import Shop
from loyaltydesk.desk.slips import Slips
from loyaltydesk.desk.staff import Staff
from loyaltydesk.desk.stocks import Stocks
from loyaltydesk.desk.survey_answers import SurveyAnswers
from loyaltydesk.desk.survey_sheets import SurveySheets
from loyaltydesk.desk.surveys import Surveys
from loyaltydesk.desk.till import Till
from loyaltydesk.desk.upkeep import Upkeep
from loyaltydesk.desk.voice_letters import VoiceLetters
from loyaltydesk.desk.voices import Voices
from loyaltydesk.model.facts import Stamp
from loyaltydesk.model.insights import Group
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.store.file import memory_store, open_store
from loyaltydesk.store.lock import ShopLock
from loyaltydesk.store.making import making
from loyaltydesk.store.store import Store


class Desk:
    """A shop. Its parts are its nouns: `till`, `customers`, `accounts`, `cards`, `voices`, `shop`, `upkeep` …"""

    def __init__(self, store: Store, now: Now, randbelow: Callable[[int], int] = secrets.randbelow) -> None:
        self._core = Core(store, now, randbelow)
        self._lock: ShopLock | None = None
        self.upkeep = Upkeep(self._core)
        self.till = Till(self._core, self.upkeep)
        self.customers = Customers(self._core)
        self.accounts = Accounts(self._core, self.upkeep)
        self.cards = Cards(self._core)
        self.numbers = Numbers(self._core)
        self.stocks = Stocks(self._core)
        self.designs = Designs(self._core)
        self.rewards = Rewards(self._core)
        self.shop = Shop(self._core)
        self.outlook = Outlook(self._core)
        self.insights = Insights(self._core)
        self.products = Products(self._core)
        self.imports = Imports(self._core)
        self.exports = Exports(self._core, self.customers)
        self.parking = Parking(self._core)
        self.forecast = Forecasts(self._core)
        self.greetings = Greetings(self._core)
        self.campaigns = Campaigns(self._core)
        self.voices = Voices(self._core)
        self.staff = Staff(self._core)
        self.voice_letters = VoiceLetters(self._core)
        self.pledges = Pledges(self._core)
        self.companies = Companies(self._core)
        self.partners = Partners(self._core)
        self.partner_log = PartnerLog(self._core)
        self.agenda = Agenda(self._core)
        self.agenda.include(self.staff.matters)
        self.agenda.include(self.partners.matters)
        self.reports = Reports(self._core, self.agenda.matters)
        self.agenda.include(self.reports.matters)
        self.dossiers = Dossiers(self._core)
        self.surveys = Surveys(self._core)
        self.survey_answers = SurveyAnswers(self._core, self.surveys, self.insights.group_of)
        self.survey_sheets = SurveySheets(self._core, self.surveys, self.survey_answers)
        self.focus_groups = FocusGroups(self._core, lambda group: self.insights.group(Group(group)))
        self.slips = Slips(self)

    @classmethod
    def open(cls, path: Path, now: Now, *, alone: bool = True, check: bool = True) -> "Desk":
        """The shop in a file; `alone` keeps every other program out of it until `close`.

        Raises FileMissing, FileForeign, FileNewer, FileReadOnly, FileInUse or FileBroken. Without `check` SQLite does
        not go through the file first; a window does that in the background.
        """
        lock = ShopLock(path) if alone and path.is_file() else None
        if lock:
            lock.acquire()
        try:
            desk = cls(open_store(path, now(), check=check), now)
        except BaseException:
            if lock:
                lock.release()
            raise
        desk._lock = lock
        return desk

    @classmethod
    def create(cls, path: Path, programme: str, now: Now) -> "Desk":
        """A new shop in a new file; there is none when it is refused.

        Raises BadProgramme, FileExists, FolderMissing, FileReadOnly or DiskFull.
        """
        with cls.making(path, programme, now):
            pass
        return cls.open(path, now)

    @classmethod
    @contextmanager
    def making(
        cls, path: Path, programme: str, now: Now, *, randbelow: Callable[[int], int] = secrets.randbelow
    ) -> Iterator["Desk"]:
        """A new shop, to be furnished within the block; after it the file is there, whole and closed, or not at all.

        Raises BadProgramme, FileExists, FolderMissing, FileReadOnly or DiskFull.
        """
        read_programme(programme)
        with making(path, randbelow) as store:
            yield cls._with_programme(store, programme, now=now, randbelow=randbelow)

    @classmethod
    def in_memory(cls, programme: str, now: Now, randbelow: Callable[[int], int] = secrets.randbelow) -> "Desk":
        """A shop that is kept nowhere. Raises BadProgramme."""
        return cls._with_programme(memory_store(), programme, now=now, randbelow=randbelow)

    @classmethod
    def _with_programme(cls, store: Store, programme: str, *, now: Now, randbelow: Callable[[int], int]) -> "Desk":
        desk = cls(store, now, randbelow)
        desk.shop.load_programme(programme)
        return desk

    @property
    def path(self) -> Path | None:
        """The file the shop is in."""
        return self._core.store.path

    def now(self) -> datetime:
        """The shop's own time."""
        return self._core.now()

    def at_work(self, staff: str, till: str) -> None:
        """Who is at this till from now on, and what the till is called."""
        self._core.staff, self._core.till = staff, till

    @property
    def cashier(self) -> str:
        """Who is at this till."""
        return self._core.staff

    def stamp(self, at: datetime | None = None, *, staff: str = "", till: str = "", key: str = "") -> Stamp:
        """When, by whom and where something is done; what is not said is now, this cashier and this till."""
        return self._core.stamp(at, staff=staff, till=till, key=key)

    def writing(self) -> AbstractContextManager[None]:
        """One transaction for many actions: quicker, and all of them or none."""
        return self._core.writing()

    def asking(self) -> AbstractContextManager[None]:
        """Turns what SQLite complains of within the block into a refusal: a damaged page, a full disk, a busy file."""
        return self._core.store.asking()

    def once(self, key: str, do: Callable[[], tuple[str, str | None]]) -> str:
        """Does something under a key and returns the answer; the same key again only gives the first answer again.

        `do` returns the answer and the customer it speaks of; it and its answer are one transaction.
        """
        answers = self._core.store.answers
        with self._core.writing():
            given = answers.given(key)
            if given is not None:
                return given
            answer, customer = do()
            answers.keep(key, answer, customer=customer)
        return answer

    def close(self) -> None:
        """Lets the file go."""
        self._core.store.close()
        if self._lock:
            self._lock.release()
