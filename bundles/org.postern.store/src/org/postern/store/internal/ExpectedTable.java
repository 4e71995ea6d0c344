package org.postern.store.internal;

import org.postern.store.MessageId;
import org.postern.store.UserIntents.Upload;
import org.postern.store.internal.sql.Link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The statements about messages that are expected on their server. */
final class ExpectedTable {

    private static final String ROW =
            "SELECT expected.message, expected.mailbox, expected.number, expected.source,"
                    + " expected.settled FROM expected";

    /** Sent, done, or done by somebody else: what it is made from is gone. */
    private static final String MAY_BE_THERE =
            "(expected.settled <> 0 OR intent.sent = 1 OR NOT EXISTS (SELECT 1 FROM message AS s"
                    + " WHERE s.mailbox = intent.mailbox AND s.remote = expected.source))";

    private ExpectedTable() {}

    private static Expected expected(ResultSet row) throws SQLException {
        return new Expected(
                row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), row.getLong(5));
    }

    static void insert(Link link, Expected expected) throws SQLException {
        link.run(
                "INSERT INTO expected VALUES (?, ?, ?, ?, ?)",
                expected.message(),
                expected.mailbox(),
                expected.number(),
                expected.source(),
                expected.settled());
    }

    /** What an intent makes, in the order of asking. */
    static List<Expected> ofIntent(Link link, long number) throws SQLException {
        return link.list(
                ROW + " WHERE number = ? ORDER BY message", ExpectedTable::expected, number);
    }

    static boolean any(Link link, long mailbox) throws SQLException {
        return link.number("SELECT EXISTS (SELECT 1 FROM expected WHERE mailbox = ?)", mailbox)
                != 0;
    }

    /** Whether something was made of which it is not known as what. */
    static boolean unnamed(Link link, long mailbox) throws SQLException {
        return link.number(
                        "SELECT EXISTS (SELECT 1 FROM expected JOIN message"
                                + " ON message.id = expected.message WHERE expected.mailbox = ?"
                                + " AND settled <> 0 AND server = 0)",
                        mailbox)
                != 0;
    }

    /** What an intent makes out of one message. */
    static Optional<Expected> of(Link link, long number, String source) throws SQLException {
        return link.first(
                ROW + " WHERE number = ? AND source = ?", ExpectedTable::expected, number, source);
    }

    /** The message that an intent puts in. */
    static Optional<Upload> upload(Link link, long number) throws SQLException {
        return link.first(
                "SELECT id, size FROM expected JOIN message ON message.id = expected.message"
                        + " WHERE number = ?",
                row -> new Upload(new MessageId(row.getLong(1)), row.getLong(2)),
                number);
    }

    /** Out of which messages an intent has made something that was found on the server. */
    static List<String> made(Link link, long number) throws SQLException {
        return link.list(
                "SELECT source FROM expected JOIN message ON message.id = expected.message"
                        + " WHERE number = ? AND server = 1",
                row -> row.getString(1),
                number);
    }

    /**
     * One that looks like a message that the server turned out to have. Some servers count the same
     * message's bytes differently, so that its size only decides where it has no Message-ID.
     */
    static Optional<Expected> like(Link link, long mailbox, Look look) throws SQLException {
        return link.first(
                ROW
                        + " JOIN message ON message.id = expected.message"
                        + " LEFT JOIN intent ON intent.number = expected.number"
                        + " WHERE expected.mailbox = ? AND message.server = 0 AND "
                        + MAY_BE_THERE
                        + " AND message.ids = ? AND message.date = ?"
                        + " AND message.address = ? AND message.subject = ?"
                        + " AND (message.size = ? OR substr(message.ids, 1, 8) <> zeroblob(8))"
                        + " ORDER BY message.size <> ?, expected.message",
                ExpectedTable::expected,
                mailbox,
                look.ids(),
                look.date(),
                look.address(),
                look.subject(),
                look.size(),
                look.size());
    }

    /** Those that must have come by now if their server has them. */
    static List<Expected> overdue(Link link, long mailbox, long settled) throws SQLException {
        return link.list(
                ROW + " WHERE mailbox = ? AND settled <> 0 AND settled <= ?",
                ExpectedTable::expected,
                mailbox,
                settled);
    }

    /** The server did it, at that time. */
    static void settle(Link link, long message, long at) throws SQLException {
        link.run("UPDATE expected SET settled = ? WHERE message = ?", at, message);
    }

    /** What is left of an intent, or of all of a mailbox's, is only to be looked for. */
    static void orphan(Link link, long number, String source, long at) throws SQLException {
        link.run(
                "UPDATE expected SET settled = ? WHERE number = ? AND source = ?",
                at,
                number,
                source);
    }

    static void orphanAll(Link link, long mailbox, long at) throws SQLException {
        link.run(
                "UPDATE expected SET settled = ? WHERE settled = 0 AND number IN"
                        + " (SELECT number FROM intent WHERE mailbox = ?)",
                at,
                mailbox);
    }

    static void transfer(Link link, long message, long mailbox) throws SQLException {
        link.run("UPDATE expected SET mailbox = ? WHERE message = ?", mailbox, message);
    }

    /** Another intent makes it from its own bytes. */
    static void upload(Link link, long message, long number) throws SQLException {
        link.run(
                "UPDATE expected SET number = ?, source = ?, settled = 0 WHERE message = ?",
                number,
                Expected.remote(message),
                message);
    }

    /** Its server told of it; until its intent is settled that is kept as a proof. */
    static void seen(Link link, long message) throws SQLException {
        link.run("DELETE FROM expected WHERE message = ? AND settled <> 0", message);
    }

    /** Nobody waits for it any more. */
    static void delete(Link link, long message) throws SQLException {
        link.run("DELETE FROM expected WHERE message = ?", message);
    }

    static void deleteAll(Link link, long mailbox) throws SQLException {
        link.run("DELETE FROM expected WHERE mailbox = ?", mailbox);
    }
}
