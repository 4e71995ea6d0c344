-- what each commit did to messages, for those who follow the store; messages: numbers of those that
-- came, went or have another body, flags: of those that have other flags only; whole: the mailbox
-- went with all that was in it
CREATE TABLE change (
    number INTEGER PRIMARY KEY,
    mailbox INTEGER NOT NULL,
    whole INTEGER NOT NULL,
    messages BLOB NOT NULL,
    flags BLOB NOT NULL
) STRICT;

-- store: tells this store from others, floor: changes up to there are not in the table
CREATE TABLE change_floor (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    store INTEGER NOT NULL,
    floor INTEGER NOT NULL
) STRICT;

INSERT INTO change_floor SELECT 1, random(), last FROM counter
