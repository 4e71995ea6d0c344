package org.postern.store.internal;

import org.postern.core.MailAddress;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.NewMessage;
import org.postern.store.internal.sql.Link;
import org.postern.store.internal.threads.Node;
import org.postern.store.internal.threads.ThreadIds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements about messages. */
final class MessageTable {

    private static final String ROW =
            "SELECT id, mailbox, remote, shown, name, address, subject, date, size, attachments,"
                    + " body <> 0 FROM message";
    private static final String STORED =
            "SELECT id, remote, flags, shown, hidden, date, size, server, body, stored"
                    + " FROM message";
    private static final String NODE =
            "SELECT id, date, ids, CASE WHEN length(ids) > 8 THEN '' ELSE subject END"
                    + " FROM message";
    private static final String ORDER = " ORDER BY date DESC, id DESC";

    private MessageTable() {}

    /** The list of a mailbox, newest first. */
    static List<MessageRow> rows(Link link, long mailbox) throws SQLException {
        return link.list(
                ROW + " WHERE mailbox = ? AND hidden = 0" + ORDER, MessageTable::row, mailbox);
    }

    /** A part of the list that begins after a place in it. */
    static List<MessageRow> rowsAfter(Link link, long mailbox, Place after, int skip, int count)
            throws SQLException {
        return link.list(
                ROW
                        + " WHERE mailbox = ? AND hidden = 0 AND (date, id) < (?, ?)"
                        + ORDER
                        + " LIMIT ? OFFSET ?",
                MessageTable::row,
                mailbox,
                after.date(),
                after.id(),
                count,
                skip);
    }

    /** The place that many rows after one; empty beyond the end. */
    static Optional<Place> placeAfter(Link link, long mailbox, Place after, int steps)
            throws SQLException {
        return link.first(
                "SELECT date, id FROM message WHERE mailbox = ? AND hidden = 0"
                        + " AND (date, id) < (?, ?)"
                        + ORDER
                        + " LIMIT 1 OFFSET ?",
                row -> new Place(row.getLong(1), row.getLong(2)),
                mailbox,
                after.date(),
                after.id(),
                steps - 1);
    }

    /** A message that is not hidden. */
    static Optional<MessageRow> row(Link link, long id) throws SQLException {
        return link.first(ROW + " WHERE id = ? AND hidden = 0", MessageTable::row, id);
    }

    /** Those of these messages that are there and not hidden. */
    static List<MessageRow> rows(Link link, List<MessageId> ids) throws SQLException {
        List<MessageRow> found = new ArrayList<>(ids.size());
        for (MessageId id : ids) {
            row(link, id.value()).ifPresent(found::add);
        }
        return found;
    }

    private static MessageRow row(ResultSet row) throws SQLException {
        return new MessageRow(
                new MessageId(row.getLong(1)),
                new MailboxId(row.getLong(2)),
                row.getString(3),
                FlagBits.set(row.getInt(4)),
                new MailAddress(row.getString(5), row.getString(6)),
                row.getString(7),
                Instant.ofEpochMilli(row.getLong(8)),
                row.getLong(9),
                row.getInt(10) != 0,
                row.getInt(11) != 0);
    }

    static Optional<Stored> find(Link link, long mailbox, String remote) throws SQLException {
        return link.first(
                STORED + " WHERE mailbox = ? AND remote = ?",
                MessageTable::stored,
                mailbox,
                remote);
    }

    static Optional<Stored> find(Link link, long mailbox, long id) throws SQLException {
        return link.first(
                STORED + " WHERE id = ? AND mailbox = ?", MessageTable::stored, id, mailbox);
    }

    /** A message that is only here, has a name, and looks like that. */
    static Optional<Stored> alone(Link link, long mailbox, Look look) throws SQLException {
        return link.first(
                STORED
                        + " WHERE mailbox = ? AND date = ? AND hidden = 0 AND server = 0"
                        + " AND size = ? AND ids = ? AND address = ? AND subject = ?"
                        + " AND id NOT IN (SELECT message FROM expected) ORDER BY id",
                MessageTable::stored,
                mailbox,
                look.date(),
                look.size(),
                look.ids(),
                look.address(),
                look.subject());
    }

    /** All messages of a mailbox that are only here, or only those that are on the server. */
    static List<Stored> all(Link link, long mailbox, boolean server) throws SQLException {
        return link.list(
                STORED + " WHERE mailbox = ? AND server = ?",
                MessageTable::stored,
                mailbox,
                server);
    }

    /** What threads are made of, of all that is not hidden. */
    static List<Node> nodes(Link link, long mailbox) throws SQLException {
        return link.list(NODE + " WHERE mailbox = ? AND hidden = 0", MessageTable::node, mailbox);
    }

    static Optional<Node> node(Link link, long id) throws SQLException {
        return link.first(NODE + " WHERE id = ? AND hidden = 0", MessageTable::node, id);
    }

    private static Node node(ResultSet row) throws SQLException {
        return new Node(
                row.getLong(1), row.getLong(2), ThreadIds.read(row.getBytes(3)), row.getString(4));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5) != 0,
                row.getLong(6),
                row.getLong(7),
                row.getInt(8) != 0,
                row.getLong(9),
                row.getLong(10));
    }

    /**
     * Puts a message in that has no body yet.
     *
     * @return false when the mailbox has one with this remote id
     */
    static boolean insert(Link link, long mailbox, Stored stored, NewMessage message)
            throws SQLException {
        return link.run(
                        "INSERT OR IGNORE INTO message (id, mailbox, remote, flags, shown,"
                                + " hidden, name, address, subject, date, size, attachments,"
                                + " server, body, stored, ids)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)",
                        stored.id(),
                        mailbox,
                        stored.remote(),
                        stored.flags(),
                        stored.shown(),
                        stored.hidden(),
                        message.from().name(),
                        message.from().address(),
                        message.subject(),
                        stored.date(),
                        stored.size(),
                        message.attachments(),
                        stored.server(),
                        ThreadIds.of(message.headers()).bytes())
                > 0;
    }

    /** Puts in a mailbox what looks like another message. */
    static void copy(Link link, long from, long mailbox, Stored copy) throws SQLException {
        link.run(
                "INSERT INTO message (id, mailbox, remote, flags, shown, hidden, name, address,"
                        + " subject, date, size, attachments, server, body, stored, ids, origin)"
                        + " SELECT ?, ?, ?, ?, ?, ?, name, address, subject, date, size,"
                        + " attachments, ?, ?, ?, ids, id FROM message WHERE id = ?",
                copy.id(),
                mailbox,
                copy.remote(),
                copy.flags(),
                copy.shown(),
                copy.hidden(),
                copy.server(),
                copy.body(),
                copy.stored(),
                from);
        link.run(
                "INSERT INTO header SELECT ?, bytes FROM header WHERE message = ?",
                copy.id(),
                from);
    }

    /** What the user made of a message. */
    static List<MessageRow> successors(Link link, long origin) throws SQLException {
        return link.list(
                ROW + " WHERE origin = ? AND hidden = 0 ORDER BY id", MessageTable::row, origin);
    }

    static void transfer(Link link, long id, long mailbox) throws SQLException {
        link.run("UPDATE message SET mailbox = ? WHERE id = ?", mailbox, id);
    }

    static void rename(Link link, long id, String remote) throws SQLException {
        link.run("UPDATE message SET remote = ? WHERE id = ?", remote, id);
    }

    static void update(Link link, Stored stored) throws SQLException {
        link.run(
                "UPDATE message SET flags = ?, shown = ?, hidden = ?, size = ?, server = ?,"
                        + " body = ?, stored = ? WHERE id = ?",
                stored.flags(),
                stored.shown(),
                stored.hidden(),
                stored.size(),
                stored.server(),
                stored.body(),
                stored.stored(),
                stored.id());
    }

    static void delete(Link link, long id) throws SQLException {
        link.run("DELETE FROM message WHERE id = ?", id);
        link.run("DELETE FROM header WHERE message = ?", id);
    }
}
