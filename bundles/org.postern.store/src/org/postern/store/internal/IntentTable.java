package org.postern.store.internal;

import org.postern.store.MailStore.Action;
import org.postern.store.MailStore.Intent;
import org.postern.store.internal.sql.Link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The statements about what the user did and the server does not know yet. */
final class IntentTable {

    private static final String FLAGS = "flags";
    private static final String DELETE = "delete";
    private static final String MOVE = "move";

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
                "INSERT INTO intent VALUES (?, ?, ?, ?, ?, ?)",
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
                "SELECT number, kind, added, removed, target FROM intent WHERE mailbox = ?"
                        + " ORDER BY number";
        for (Intent intent : link.list(sql, row -> intent(mailbox, row), mailbox.number())) {
            List<String> remoteIds =
                    link.list(
                            "SELECT remote FROM intent_message WHERE number = ? ORDER BY place",
                            row -> row.getString(1),
                            intent.number());
            mailbox.pending().add(with(intent, remoteIds));
        }
    }

    private static Intent intent(Mailbox mailbox, ResultSet row) throws SQLException {
        Action action =
                switch (row.getString(2)) {
                    case FLAGS ->
                            new Action.SetFlags(
                                    FlagBits.set(row.getInt(3)), FlagBits.set(row.getInt(4)));
                    case DELETE -> new Action.Delete();
                    default -> new Action.Move(row.getString(5));
                };
        return new Intent(row.getLong(1), mailbox.account(), mailbox.id(), List.of(), action);
    }

    private static Intent with(Intent intent, List<String> remoteIds) {
        return new Intent(
                intent.number(), intent.account(), intent.mailbox(), remoteIds, intent.action());
    }
}
