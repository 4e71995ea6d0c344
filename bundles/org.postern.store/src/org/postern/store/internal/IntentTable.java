package org.postern.store.internal;

import org.postern.core.AccountId;
import org.postern.store.UserIntents.Action;
import org.postern.store.UserIntents.Intent;
import org.postern.store.internal.sql.Link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The statements about what the user did and the server does not know yet. */
final class IntentTable {

    private static final String FLAGS = "flags";
    private static final String DELETE = "delete";
    private static final String MOVE = "move";
    private static final String COPY = "copy";
    private static final String APPEND = "append";

    private IntentTable() {}

    static void insert(Link link, Intent intent) throws SQLException {
        switch (intent.action()) {
            case Action.SetFlags set ->
                    insert(
                            link,
                            intent,
                            FLAGS,
                            FlagBits.of(set.add()),
                            FlagBits.of(set.remove()),
                            "");
            case Action.Delete delete -> insert(link, intent, DELETE, 0, 0, "");
            case Action.Move move -> insert(link, intent, MOVE, 0, 0, move.target());
            case Action.Copy copy -> insert(link, intent, COPY, 0, 0, copy.target());
            case Action.Append append ->
                    insert(
                            link,
                            intent,
                            APPEND,
                            FlagBits.of(append.flags()),
                            0,
                            Long.toString(MailboxEdit.milliseconds(append.received())));
        }
        int place = 0;
        for (String remoteId : intent.remoteIds()) {
            link.run(
                    "INSERT INTO intent_message VALUES (?, ?, ?)",
                    intent.number(),
                    place++,
                    remoteId);
        }
    }

    private static void insert(
            Link link, Intent intent, String kind, int added, int removed, String target)
            throws SQLException {
        link.run(
                "INSERT INTO intent VALUES (?, ?, ?, ?, ?, ?, 0)",
                intent.number(),
                intent.mailbox().value(),
                kind,
                added,
                removed,
                target);
    }

    static void delete(Link link, long number) throws SQLException {
        link.run("DELETE FROM intent_message WHERE number = ?", number);
        link.run("DELETE FROM intent WHERE number = ?", number);
    }

    /** The server may have done it from now on. */
    static void sending(Link link, long number) throws SQLException {
        link.run("UPDATE intent SET sent = 1 WHERE number = ?", number);
    }

    /** An intent is about one message less; without any it is none. */
    static void strip(Link link, long number, String remote) throws SQLException {
        link.run("DELETE FROM intent_message WHERE number = ? AND remote = ?", number, remote);
        link.run(
                "DELETE FROM intent WHERE number = ? AND NOT EXISTS"
                        + " (SELECT 1 FROM intent_message AS m WHERE m.number = intent.number)",
                number);
    }

    static void transfer(Link link, long number, long mailbox) throws SQLException {
        link.run("UPDATE intent SET mailbox = ? WHERE number = ?", mailbox, number);
    }

    /** A mailbox that messages are to be moved or copied to is known by another name. */
    static void retarget(Link link, AccountId account, String before, String after)
            throws SQLException {
        link.run(
                "UPDATE intent SET target = ? WHERE target = ? AND kind IN (?, ?)"
                        + " AND mailbox IN (SELECT id FROM mailbox WHERE account = ?)",
                after,
                before,
                MOVE,
                COPY,
                account.value());
    }

    /** A message is known by another name. */
    static void rename(Link link, long mailbox, String before, String after) throws SQLException {
        link.run(
                "UPDATE intent_message SET remote = ? WHERE remote = ? AND number IN"
                        + " (SELECT number FROM intent WHERE mailbox = ?)",
                after,
                before,
                mailbox);
    }

    static void deleteAll(Link link, long mailbox) throws SQLException {
        link.run(
                "DELETE FROM intent_message WHERE number IN"
                        + " (SELECT number FROM intent WHERE mailbox = ?)",
                mailbox);
        link.run("DELETE FROM intent WHERE mailbox = ?", mailbox);
    }

    /** Fills a mailbox's {@link Pending}. */
    static void load(Link link, Mailbox mailbox) throws SQLException {
        String sql =
                "SELECT number, kind, added, removed, target, sent FROM intent WHERE mailbox = ?"
                        + " ORDER BY number";
        for (Intent intent : link.list(sql, row -> intent(mailbox, row), mailbox.number())) {
            List<String> remoteIds =
                    link.list(
                            "SELECT remote FROM intent_message WHERE number = ? ORDER BY place",
                            row -> row.getString(1),
                            intent.number());
            mailbox.pending().add(intent.with(remoteIds));
        }
    }

    private static Intent intent(Mailbox mailbox, ResultSet row) throws SQLException {
        Action action =
                switch (row.getString(2)) {
                    case FLAGS ->
                            new Action.SetFlags(
                                    FlagBits.set(row.getInt(3)), FlagBits.set(row.getInt(4)));
                    case DELETE -> new Action.Delete();
                    case COPY -> new Action.Copy(row.getString(5));
                    case APPEND ->
                            new Action.Append(
                                    FlagBits.set(row.getInt(3)),
                                    Instant.ofEpochMilli(Long.parseLong(row.getString(5))));
                    default -> new Action.Move(row.getString(5));
                };
        return new Intent(
                row.getLong(1),
                mailbox.account(),
                mailbox.id(),
                List.of(),
                action,
                row.getInt(6) != 0);
    }
}
