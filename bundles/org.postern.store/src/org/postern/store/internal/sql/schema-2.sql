-- 64-bit hashes, eight bytes each: of the Message-ID (0 when there is none), then of the messages
-- that it answers to, the oldest first
ALTER TABLE message ADD COLUMN ids BLOB NOT NULL DEFAULT x''
