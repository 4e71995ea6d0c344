-- the last number that was given to a mailbox, a message or an intent
CREATE TABLE counter (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    last INTEGER NOT NULL
) STRICT;

INSERT INTO counter VALUES (1, 0);

-- path: names from the root, each ended by U+0000; total, unread: of what the user sees
CREATE TABLE mailbox (
    id INTEGER PRIMARY KEY,
    account TEXT NOT NULL,
    remote TEXT NOT NULL,
    path TEXT NOT NULL,
    role TEXT NOT NULL,
    subscribed INTEGER NOT NULL,
    selectable INTEGER NOT NULL,
    token TEXT,
    total INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    UNIQUE (account, remote)
) STRICT;

-- flags: as the server has them; shown, hidden: as the user sees it, intents laid over,
-- date: milliseconds; server: whether it is there as well; body: 0 while it is not here,
-- stored: when the body came, milliseconds
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    mailbox INTEGER NOT NULL,
    remote TEXT NOT NULL,
    flags INTEGER NOT NULL,
    shown INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    date INTEGER NOT NULL,
    size INTEGER NOT NULL,
    attachments INTEGER NOT NULL,
    server INTEGER NOT NULL,
    body INTEGER NOT NULL,
    stored INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX message_remote ON message (mailbox, remote);

CREATE INDEX message_list ON message (mailbox, date, id) WHERE hidden = 0;

CREATE INDEX message_missing ON message (mailbox, date, id)
    WHERE body = 0 AND hidden = 0 AND server = 1;

-- the raw header block of a message whose body is not here
CREATE TABLE header (
    message INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

-- bytes in a pack; refs: how many messages have them
CREATE TABLE body (
    id INTEGER PRIMARY KEY,
    pack INTEGER NOT NULL,
    position INTEGER NOT NULL,
    length INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    refs INTEGER NOT NULL
) STRICT;

CREATE INDEX body_bytes ON body (length, crc);

CREATE INDEX body_pack ON body (pack, position);

CREATE INDEX body_unused ON body (pack) WHERE refs = 0;

-- size: where the last entry that counts ends; live: how much of it is referred to
CREATE TABLE pack (
    id INTEGER PRIMARY KEY,
    size INTEGER NOT NULL,
    live INTEGER NOT NULL
) STRICT;

-- what the user did and the server does not know yet; kind: flags, delete, move
CREATE TABLE intent (
    number INTEGER PRIMARY KEY,
    mailbox INTEGER NOT NULL,
    kind TEXT NOT NULL,
    added INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    target TEXT NOT NULL
) STRICT;

CREATE TABLE intent_message (
    number INTEGER NOT NULL,
    place INTEGER NOT NULL,
    remote TEXT NOT NULL,
    PRIMARY KEY (number, place)
) STRICT, WITHOUT ROWID;
