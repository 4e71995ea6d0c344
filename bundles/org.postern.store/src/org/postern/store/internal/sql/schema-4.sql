-- the message that the user moved or copied to make this one; 0: none
ALTER TABLE message ADD COLUMN origin INTEGER NOT NULL DEFAULT 0;

CREATE INDEX message_origin ON message (origin) WHERE origin <> 0;

-- whether the server may have heard of it already
ALTER TABLE intent ADD COLUMN sent INTEGER NOT NULL DEFAULT 0;

-- messages that are shown before their server was seen to have them; number: the intent that makes
-- them, source: the message of that intent's mailbox that they come from (they themselves when
-- their bytes are only here), settled: 0 while the server did not do it, else a number of that time
CREATE TABLE expected (
    message INTEGER PRIMARY KEY,
    mailbox INTEGER NOT NULL,
    number INTEGER NOT NULL,
    source TEXT NOT NULL,
    settled INTEGER NOT NULL
) STRICT;

CREATE INDEX expected_mailbox ON expected (mailbox);

CREATE INDEX expected_number ON expected (number)
