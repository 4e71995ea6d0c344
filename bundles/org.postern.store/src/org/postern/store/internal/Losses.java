package org.postern.store.internal;

import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.StoreCheck.DamagedMessage;
import org.postern.store.internal.pack.EntryHead;
import org.postern.store.internal.sql.Link;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Deals with bodies that are damaged or gone: where the server still has the message it is fetched
 * again; where it has not, what is left stays, and is named.
 */
final class Losses {

    private static final String MESSAGES =
            "SELECT id, mailbox, subject, server FROM message"
                    + " WHERE body IN (SELECT value FROM json_each(?))";

    private final StoreRoot root;

    Losses(StoreRoot root) {
        this.root = root;
    }

    private record Affected(long id, MailboxId mailbox, String subject, boolean server) {
        DamagedMessage in(Mailbox where) {
            return new DamagedMessage(where.account(), mailbox, new MessageId(id), subject, server);
        }
    }

    /** Deals with what a pack should have had beyond its end, and says so; empty if nothing. */
    Optional<String> cutOff(long pack, long length) throws SQLException, IOException {
        List<Long> bodies =
                root.quietly(
                        link ->
                                link.list(
                                        "SELECT id FROM body WHERE pack = ?"
                                                + " AND position + length > ?",
                                        row -> row.getLong(1),
                                        pack,
                                        length - EntryHead.SIZE));
        if (bodies.isEmpty()) {
            return Optional.empty();
        }
        List<DamagedMessage> lost = lost(bodies);
        long refetched = lost.stream().filter(DamagedMessage::refetched).count();
        return Optional.of(Messages.format("pack.lost", pack, refetched, lost.size() - refetched));
    }

    /** Marks messages that have these bodies as not here, unless they are nowhere else. */
    List<DamagedMessage> lost(Collection<Long> bodies) throws SQLException, IOException {
        return root.write(transaction -> lost(transaction, bodies));
    }

    private List<DamagedMessage> lost(Transaction transaction, Collection<Long> bodies)
            throws SQLException {
        List<DamagedMessage> lost = new ArrayList<>();
        for (Affected message : affected(transaction.link(), bodies)) {
            Optional<Mailbox> mailbox = root.mailboxes().find(message.mailbox());
            if (mailbox.isPresent()) {
                lost.add(message.in(mailbox.get()));
                if (message.server()) {
                    refetch(transaction, mailbox.get(), message);
                }
            }
        }
        return lost;
    }

    private static List<Affected> affected(Link link, Collection<Long> bodies) throws SQLException {
        String array =
                bodies.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        return link.list(
                MESSAGES,
                row ->
                        new Affected(
                                row.getLong(1),
                                new MailboxId(row.getLong(2)),
                                row.getString(3),
                                row.getInt(4) != 0),
                array);
    }

    private static void refetch(Transaction transaction, Mailbox mailbox, Affected message)
            throws SQLException {
        Stored stored =
                MessageTable.find(transaction.link(), mailbox.number(), message.id()).orElseThrow();
        transaction.edit(mailbox).lost(stored);
    }
}
