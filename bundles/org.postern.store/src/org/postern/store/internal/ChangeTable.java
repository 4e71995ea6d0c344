package org.postern.store.internal;

import org.postern.store.ChangeFeed.Changes;
import org.postern.store.ChangeFeed.Point;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.internal.sql.Link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements about what commits did: a row for each mailbox in a commit. */
final class ChangeTable {

    private static final byte[] NOTHING = {};

    /** So many commits are read at once; a reader that is behind asks again. */
    private static final int COMMITS = 256;

    private ChangeTable() {}

    private record Entry(long number, long mailbox, boolean whole, byte[] messages, byte[] flags) {}

    static void insert(Transaction transaction, long mailbox, Touched touched) throws SQLException {
        transaction
                .link()
                .run(
                        "INSERT INTO change VALUES (?, ?, 0, ?, ?)",
                        transaction.number(),
                        mailbox,
                        Ids.write(touched.messages()),
                        Ids.write(touched.flags()));
    }

    static void insertGone(Transaction transaction, long mailbox) throws SQLException {
        transaction
                .link()
                .run(
                        "INSERT INTO change VALUES (?, ?, 1, ?, ?)",
                        transaction.number(),
                        mailbox,
                        NOTHING,
                        NOTHING);
    }

    static Point now(Link link) throws SQLException {
        return link.first(
                        "SELECT store, max(floor, coalesce((SELECT max(number) FROM change), 0))"
                                + " FROM change_floor",
                        row -> new Point(row.getLong(1), row.getLong(2)))
                .orElseThrow();
    }

    /** Empty when the point is of another store, or what came after it was forgotten. */
    static Optional<Changes> since(Link link, Point point, int most) throws SQLException {
        boolean known =
                link.number(
                                "SELECT count(*) FROM change_floor WHERE store = ? AND floor <= ?",
                                point.store(),
                                point.number())
                        > 0;
        if (!known || point.number() > now(link).number()) {
            return Optional.empty();
        }
        List<Entry> entries =
                link.list(
                        "SELECT number, mailbox, whole, messages, flags FROM change"
                                + " WHERE number > ? ORDER BY number LIMIT "
                                + COMMITS,
                        ChangeTable::entry,
                        point.number());
        return Optional.of(merged(point, entries, most));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3) != 0,
                row.getBytes(4),
                row.getBytes(5));
    }

    private static Changes merged(Point point, List<Entry> entries, int most) {
        Set<MessageId> messages = new LinkedHashSet<>();
        Set<MessageId> flags = new LinkedHashSet<>();
        List<MailboxId> gone = new ArrayList<>();
        long upTo = point.number();
        int taken = 0;
        while (taken < entries.size() && messages.size() + flags.size() < most) {
            Entry entry = entries.get(taken++);
            messages.addAll(Ids.read(entry.messages()));
            flags.addAll(Ids.read(entry.flags()));
            if (entry.whole()) {
                gone.add(new MailboxId(entry.mailbox()));
            }
            upTo = entry.number();
        }
        flags.removeAll(messages);
        return new Changes(
                new Point(point.store(), upTo),
                List.copyOf(messages),
                List.copyOf(flags),
                gone,
                taken < entries.size() || entries.size() == COMMITS);
    }

    static void forget(Link link, Point point) throws SQLException {
        link.run("DELETE FROM change WHERE number <= ?", point.number());
        link.run(
                "UPDATE change_floor SET floor = max(floor, ?) WHERE store = ?",
                point.number(),
                point.store());
    }
}
