package org.postern.store.internal;

import org.postern.store.MailboxId;
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

    private record Affected(long id, MailboxId mailbox, String subject, boolean server) {}

    /**
     * What became of bodies that are lost.
     *
     * @param refetched messages that will be fetched again
     * @param gone subjects of messages that are nowhere else
     */
    record Outcome(int refetched, List<String> gone) {}

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
        Outcome outcome = lost(bodies);
        return Optional.of(
                Messages.format("pack.lost", pack, outcome.refetched(), outcome.gone().size()));
    }

    /** Marks messages that have these bodies as not here, unless they are nowhere else. */
    Outcome lost(Collection<Long> bodies) throws SQLException, IOException {
        return root.write(transaction -> lost(transaction, bodies));
    }

    private Outcome lost(Transaction transaction, Collection<Long> bodies) throws SQLException {
        int refetched = 0;
        List<String> gone = new ArrayList<>();
        for (Affected message : affected(transaction.link(), bodies)) {
            if (message.server()) {
                refetch(transaction, message);
                refetched++;
            } else {
                gone.add(message.subject());
            }
        }
        return new Outcome(refetched, gone);
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

    private void refetch(Transaction transaction, Affected message) throws SQLException {
        Optional<Mailbox> mailbox = root.mailboxes().find(message.mailbox());
        if (mailbox.isPresent()) {
            long number = mailbox.get().number();
            Stored stored =
                    MessageTable.find(transaction.link(), number, message.id()).orElseThrow();
            transaction.edit(mailbox.get()).lost(stored);
        }
    }
}
