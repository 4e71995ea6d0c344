package org.postern.store.internal;

import org.postern.store.internal.pack.EntryHead;
import org.postern.store.internal.pack.PackEntry;
import org.postern.store.internal.sql.Link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The statements about bytes in packs. */
final class BodyTable {

    private static final String ENTRY = "SELECT pack, position, length, crc, id FROM body";

    /** So many entries of the same length and checksum are compared byte for byte at most. */
    private static final int CANDIDATES = 4;

    /** Bytes and the number that messages refer to them by. */
    record Body(long id, PackEntry entry) {}

    private BodyTable() {}

    static Optional<Body> ofMessage(Link link, long message) throws SQLException {
        return link.first(
                ENTRY + " WHERE id = (SELECT body FROM message WHERE id = ?)",
                BodyTable::body,
                message);
    }

    /** Bodies that may have the same bytes. */
    static List<Body> resembling(Link link, PackEntry entry) throws SQLException {
        return link.list(
                ENTRY + " WHERE length = ? AND crc = ? LIMIT " + CANDIDATES,
                BodyTable::body,
                entry.length(),
                entry.crc());
    }

    /** The bodies of a pack in their order, from a position on. */
    static List<Body> inPack(Link link, long pack, long from, int count) throws SQLException {
        return link.list(
                ENTRY + " WHERE pack = ? AND position >= ? ORDER BY position LIMIT ?",
                BodyTable::body,
                pack,
                from,
                count);
    }

    /** The bodies that an account's messages have. */
    static List<Long> ofAccount(Link link, String account) throws SQLException {
        return link.list(
                "SELECT DISTINCT body FROM message WHERE body > 0"
                        + " AND mailbox IN (SELECT id FROM mailbox WHERE account = ?)",
                row -> row.getLong(1),
                account);
    }

    private static Body body(ResultSet row) throws SQLException {
        PackEntry entry =
                new PackEntry(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4));
        return new Body(row.getLong(5), entry);
    }

    /** Enters bytes that a message has now; {@link #live} is to be told of them. */
    static void insert(Link link, long id, PackEntry entry) throws SQLException {
        link.run(
                "INSERT INTO body VALUES (?, ?, ?, ?, ?, 1)",
                id,
                entry.pack(),
                entry.position(),
                entry.length(),
                entry.crc());
    }

    /**
     * @return false when the body is not there any more
     */
    static boolean share(Link link, long id) throws SQLException {
        return link.run("UPDATE body SET refs = refs + 1 WHERE id = ?", id) > 0;
    }

    static void release(Link link, long id) throws SQLException {
        link.run("UPDATE body SET refs = refs - 1 WHERE id = ?", id);
    }

    /**
     * Moves a body elsewhere.
     *
     * @return false when it is not there any more
     */
    static boolean move(Link link, Body body, PackEntry to) throws SQLException {
        boolean there =
                link.run(
                                "UPDATE body SET pack = ?, position = ? WHERE id = ? AND pack = ?",
                                to.pack(),
                                to.position(),
                                body.id(),
                                body.entry().pack())
                        > 0;
        if (there) {
            live(link, body.entry().pack(), -body.entry().room());
            live(link, to.pack(), to.room());
        }
        return there;
    }

    /** Forgets bodies that no message has; their room can be reclaimed. */
    static void sweep(Link link) throws SQLException {
        link.run(
                "UPDATE pack SET live = live - gone.room FROM"
                        + " (SELECT pack, sum(length + "
                        + EntryHead.SIZE
                        + ") AS room FROM body WHERE refs = 0"
                        + " GROUP BY pack) AS gone WHERE pack.id = gone.pack");
        link.run("DELETE FROM body WHERE refs = 0");
    }

    /** Says how far a pack goes; one that is new is entered. */
    static void size(Link link, long pack, long size) throws SQLException {
        link.run(
                "INSERT INTO pack VALUES (?, ?, 0)"
                        + " ON CONFLICT (id) DO UPDATE SET size = excluded.size",
                pack,
                size);
    }

    /** So much more of a pack is referred to. */
    static void live(Link link, long pack, long more) throws SQLException {
        link.run("UPDATE pack SET live = live + ? WHERE id = ?", more, pack);
    }
}
