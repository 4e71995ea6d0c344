-- what views over all accounts are made of: few of many messages
CREATE INDEX message_unread ON message (mailbox, date, id) WHERE hidden = 0 AND shown & 1 = 0;

CREATE INDEX message_flagged ON message (mailbox, date, id) WHERE hidden = 0 AND shown & 2 = 2
