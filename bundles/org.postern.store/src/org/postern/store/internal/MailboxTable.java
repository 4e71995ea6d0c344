package org.postern.store.internal;

import org.postern.core.AccountId;
import org.postern.core.MailboxRole;
import org.postern.store.MailStore.MailboxEntry;
import org.postern.store.MailboxId;
import org.postern.store.internal.sql.Link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements about mailboxes. */
final class MailboxTable {

    private static final String END = "\0";

    private MailboxTable() {}

    static List<Mailbox> all(Link link) throws SQLException {
        return link.list(
                "SELECT id, account, remote, path, role, subscribed, selectable, token, total,"
                        + " unread FROM mailbox ORDER BY id",
                MailboxTable::mailbox);
    }

    private static Mailbox mailbox(ResultSet row) throws SQLException {
        MailboxEntry entry =
                new MailboxEntry(
                        row.getString(3),
                        path(row.getString(4)),
                        role(row.getString(5)),
                        row.getInt(6) != 0,
                        row.getInt(7) != 0);
        Optional<String> token = Optional.ofNullable(row.getString(8));
        return new Mailbox(
                new MailboxId(row.getLong(1)),
                new AccountId(row.getString(2)),
                entry,
                new Mailbox.Standing(token, row.getInt(9), row.getInt(10)));
    }

    /** A role that a later version knows and this one does not is none. */
    private static MailboxRole role(String name) {
        return Arrays.stream(MailboxRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElse(MailboxRole.NONE);
    }

    private static List<String> path(String joined) {
        return joined.isEmpty()
                ? List.of()
                : List.of(joined.split(END, -1)).subList(0, ends(joined));
    }

    private static int ends(String joined) {
        return (int) joined.chars().filter(c -> c == 0).count();
    }

    private static String joined(List<String> path) {
        return path.stream().map(name -> name + END).collect(Collectors.joining());
    }

    static void insert(Link link, Mailbox mailbox) throws SQLException {
        MailboxEntry entry = mailbox.entry();
        link.run(
                "INSERT INTO mailbox (id, account, remote, path, role, subscribed, selectable)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                mailbox.number(),
                mailbox.account().value(),
                entry.remoteId(),
                joined(entry.path()),
                entry.role().name(),
                entry.subscribed(),
                entry.selectable());
    }

    static void update(Link link, long id, MailboxEntry entry) throws SQLException {
        link.run(
                "UPDATE mailbox SET remote = ?, path = ?, role = ?, subscribed = ?, selectable = ?"
                        + " WHERE id = ?",
                entry.remoteId(),
                joined(entry.path()),
                entry.role().name(),
                entry.subscribed(),
                entry.selectable(),
                id);
    }

    static void stand(Link link, long id, Mailbox.Standing standing) throws SQLException {
        link.run(
                "UPDATE mailbox SET token = nullif(?, ''), total = ?, unread = ? WHERE id = ?",
                standing.token().orElse(""),
                standing.total(),
                standing.unread(),
                id);
    }

    /** Takes a mailbox away with all that belongs to it. */
    static void delete(Transaction transaction, long id) throws SQLException {
        Link link = transaction.link();
        ExpectedTable.orphanAll(link, id, transaction.number());
        ExpectedTable.deleteAll(link, id);
        IntentTable.deleteAll(link, id);
        link.run(
                "UPDATE body SET refs = refs - gone.count FROM (SELECT body, count(*) AS count"
                        + " FROM message WHERE mailbox = ? AND body <> 0 GROUP BY body) AS gone"
                        + " WHERE body.id = gone.body",
                id);
        link.run(
                "DELETE FROM header WHERE message IN (SELECT id FROM message WHERE mailbox = ?)",
                id);
        link.run("DELETE FROM message WHERE mailbox = ?", id);
        link.run("DELETE FROM mailbox WHERE id = ?", id);
        ChangeTable.insertGone(transaction, id);
        transaction.releasedSome();
    }
}
