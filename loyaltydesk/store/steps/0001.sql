-- The first till: journal, customers, cards, purchases, points, vouchers, search.
CREATE TABLE journal (
  arrival INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  origin BLOB NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  lamport INTEGER NOT NULL CHECK (lamport > 0),
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  customer BLOB,
  staff TEXT NOT NULL,
  till TEXT NOT NULL,
  key TEXT,
  payload TEXT NOT NULL,
  personal TEXT,
  salt BLOB,
  digest BLOB,
  hash BLOB NOT NULL,
  UNIQUE (origin, seq)
) STRICT;;
CREATE UNIQUE INDEX journal_key ON journal (key, origin) WHERE key IS NOT NULL;;
CREATE INDEX journal_personal ON journal (customer) WHERE personal IS NOT NULL;;
CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is kept for good'); END;;
CREATE TRIGGER journal_stands BEFORE UPDATE ON journal
WHEN NOT (
  NEW.personal IS NULL AND NEW.salt IS NULL AND NEW.arrival IS OLD.arrival AND NEW.id IS OLD.id
  AND NEW.origin IS OLD.origin AND NEW.seq IS OLD.seq AND NEW.lamport IS OLD.lamport AND NEW.at IS OLD.at
  AND NEW.kind IS OLD.kind AND NEW.customer IS OLD.customer AND NEW.staff IS OLD.staff AND NEW.till IS OLD.till
  AND NEW.key IS OLD.key AND NEW.payload IS OLD.payload AND NEW.digest IS OLD.digest AND NEW.hash IS OLD.hash
)
BEGIN SELECT RAISE(ABORT, 'the journal stands as it is'); END;;
CREATE TABLE heads (
  origin BLOB PRIMARY KEY,
  seq INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  id BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;;
CREATE TABLE installation (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  origin BLOB NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT;;
CREATE TABLE answers (
  key TEXT PRIMARY KEY,
  customer BLOB,
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;;
CREATE INDEX answers_about ON answers (customer) WHERE customer IS NOT NULL;;
CREATE TABLE records (
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  lamport INTEGER NOT NULL,
  fact BLOB NOT NULL,
  PRIMARY KEY (kind, record, field)
) STRICT, WITHOUT ROWID;;
CREATE TABLE programmes (
  version INTEGER NOT NULL,
  fact BLOB NOT NULL,
  at TEXT NOT NULL,
  toml TEXT NOT NULL,
  PRIMARY KEY (version, fact)
) STRICT, WITHOUT ROWID;;
CREATE TABLE customers (
  id BLOB PRIMARY KEY,
  registered TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  birth_date TEXT NOT NULL DEFAULT '',
  name_day TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  company TEXT NOT NULL DEFAULT '',
  tax_id TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  consent TEXT NOT NULL DEFAULT '',
  sort_name TEXT NOT NULL DEFAULT '',
  birthday TEXT,
  referred_by TEXT NOT NULL DEFAULT '',
  tier TEXT,
  floor TEXT,
  said TEXT NOT NULL DEFAULT '{}',
  open_lots TEXT NOT NULL DEFAULT '[]',
  open_vouchers INTEGER NOT NULL DEFAULT 0,
  blocked INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1)),
  erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1)),
  balance INTEGER NOT NULL DEFAULT 0,
  debt INTEGER NOT NULL DEFAULT 0 CHECK (debt >= 0),
  visits INTEGER NOT NULL DEFAULT 0,
  spend INTEGER NOT NULL DEFAULT 0,
  earned INTEGER NOT NULL DEFAULT 0,
  last_visit TEXT NOT NULL DEFAULT '',
  ledger_lamport INTEGER NOT NULL DEFAULT 0,
  ledger_fact BLOB NOT NULL DEFAULT x''
) STRICT, WITHOUT ROWID;;
CREATE INDEX customers_by_name ON customers (sort_name) WHERE erased = 0;;
CREATE INDEX customers_by_balance ON customers (balance) WHERE erased = 0;;
CREATE INDEX customers_by_spend ON customers (spend) WHERE erased = 0;;
CREATE INDEX customers_by_visit ON customers (last_visit) WHERE erased = 0;;
CREATE INDEX customers_by_birthday ON customers (birthday) WHERE birthday IS NOT NULL;;
CREATE TABLE search (
  key TEXT NOT NULL,
  customer BLOB NOT NULL,
  PRIMARY KEY (key, customer)
) STRICT, WITHOUT ROWID;;
CREATE TABLE cards (
  number TEXT NOT NULL,
  id BLOB NOT NULL UNIQUE,
  customer BLOB REFERENCES customers (id),
  state TEXT NOT NULL CHECK (state IN ('blank', 'active', 'blocked', 'replaced')),
  role TEXT NOT NULL DEFAULT 'full' CHECK (role IN ('full', 'earn_only')),
  replaced_by BLOB,
  issued TEXT NOT NULL,
  PRIMARY KEY (number, id)
) STRICT, WITHOUT ROWID;;
CREATE INDEX cards_of ON cards (customer, state, id);;
CREATE TABLE purchases (
  id BLOB PRIMARY KEY,
  customer BLOB REFERENCES customers (id),
  card BLOB,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  receipt TEXT NOT NULL,
  total INTEGER NOT NULL,
  discount INTEGER NOT NULL,
  value INTEGER NOT NULL CHECK (value >= 0),
  due INTEGER NOT NULL CHECK (due BETWEEN 0 AND value),
  earned INTEGER NOT NULL CHECK (earned >= 0),
  spent INTEGER NOT NULL CHECK (spent >= 0),
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'returned', 'voided')),
  returned INTEGER NOT NULL DEFAULT 0 CHECK (returned >= 0),
  refunded INTEGER NOT NULL DEFAULT 0 CHECK (refunded >= 0),
  taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back >= 0),
  given_back INTEGER NOT NULL DEFAULT 0 CHECK (given_back >= 0),
  programme INTEGER NOT NULL,
  staff TEXT NOT NULL,
  attached BLOB
) STRICT, WITHOUT ROWID;;
CREATE INDEX purchases_of ON purchases (customer, day, due, refunded, earned, taken_back);;
CREATE INDEX purchases_by_receipt ON purchases (receipt) WHERE receipt <> '';;
CREATE TABLE units_back (
  purchase BLOB NOT NULL REFERENCES purchases (id),
  place INTEGER NOT NULL,
  units INTEGER NOT NULL,
  PRIMARY KEY (purchase, place)
) STRICT, WITHOUT ROWID;;
CREATE TABLE days (
  day TEXT PRIMARY KEY,
  purchases INTEGER NOT NULL DEFAULT 0,
  due INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;;
CREATE TABLE entries (
  customer BLOB NOT NULL REFERENCES customers (id),
  lamport INTEGER NOT NULL,
  fact BLOB NOT NULL,
  n INTEGER NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  points INTEGER NOT NULL,
  balance INTEGER NOT NULL,
  source BLOB,
  last_day TEXT,
  PRIMARY KEY (customer, lamport, fact, n)
) STRICT, WITHOUT ROWID;;
CREATE TABLE lots (
  customer BLOB NOT NULL REFERENCES customers (id),
  fact BLOB NOT NULL,
  n INTEGER NOT NULL,
  points INTEGER NOT NULL,
  remaining INTEGER NOT NULL CHECK (remaining BETWEEN 0 AND points),
  day TEXT NOT NULL,
  from_day TEXT NOT NULL,
  last_day TEXT,
  source BLOB,
  PRIMARY KEY (customer, fact, n)
) STRICT, WITHOUT ROWID;;
CREATE INDEX lots_open ON lots (customer, last_day, from_day, day, points, remaining, source) WHERE remaining > 0;;
CREATE INDEX lots_ending ON lots (last_day, customer) WHERE remaining > 0 AND last_day IS NOT NULL;;
CREATE TABLE uses (
  customer BLOB NOT NULL REFERENCES customers (id),
  source BLOB NOT NULL,
  fact BLOB NOT NULL,
  n INTEGER NOT NULL,
  lot_fact BLOB NOT NULL,
  lot_n INTEGER NOT NULL,
  last_day TEXT,
  points INTEGER NOT NULL CHECK (points >= 0),
  PRIMARY KEY (customer, source, fact, n, lot_fact, lot_n)
) STRICT, WITHOUT ROWID;;
CREATE TABLE vouchers (
  id BLOB PRIMARY KEY,
  code TEXT NOT NULL,
  customer BLOB NOT NULL REFERENCES customers (id),
  reward TEXT NOT NULL,
  name TEXT NOT NULL,
  gives TEXT NOT NULL,
  cost INTEGER NOT NULL,
  issued TEXT NOT NULL,
  last_day TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'used', 'cancelled', 'reprinted')),
  first BLOB NOT NULL,
  used_by BLOB
) STRICT, WITHOUT ROWID;;
CREATE INDEX vouchers_by_code ON vouchers (code);;
CREATE INDEX vouchers_of ON vouchers (customer, state);;
CREATE INDEX vouchers_ending ON vouchers (last_day) WHERE state = 'open' AND last_day IS NOT NULL;;
CREATE TABLE turns (
  voucher BLOB NOT NULL REFERENCES vouchers (id),
  lamport INTEGER NOT NULL,
  fact BLOB NOT NULL,
  turn TEXT NOT NULL CHECK (turn IN ('used', 'back', 'cancelled', 'reprinted')),
  purchase BLOB,
  PRIMARY KEY (voucher, lamport, fact)
) STRICT, WITHOUT ROWID;;
CREATE TABLE taken (
  reward TEXT NOT NULL,
  customer BLOB NOT NULL,
  source BLOB NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (reward, customer, source)
) STRICT, WITHOUT ROWID;;
CREATE INDEX taken_by_source ON taken (source);;
CREATE TABLE stock (
  reward TEXT PRIMARY KEY,
  taken INTEGER NOT NULL
) STRICT, WITHOUT ROWID
