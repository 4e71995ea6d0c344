package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.imap.internal.command.Fetch;
import org.postern.imap.internal.command.MailboxStatus;
import org.postern.imap.internal.response.Counted;
import org.postern.imap.internal.response.Fetched;
import org.postern.imap.internal.response.Response;
import org.postern.transport.CanPeek;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Looks with STATUS, EXAMINE and one FETCH of the last few. */
record Peeking(Dialogue dialogue, Selector selector) implements CanPeek {

    @Override
    public Glimpse peek(String mailbox, int most, IProgressMonitor monitor) throws MailException {
        return dialogue.during(monitor, () -> peek(mailbox, most));
    }

    private Glimpse peek(String mailbox, int most) throws IOException, MailException {
        OptionalLong unseen = unseen(mailbox);
        long messages = selector.ensure(mailbox, false).exists();
        return new Glimpse(messages, unseen, newest(messages, Math.min(most, messages)));
    }

    /** A server that refuses leaves the count open; whether the mailbox is there, EXAMINE says. */
    private OptionalLong unseen(String mailbox) throws IOException, MailException {
        OptionalLong[] told = {OptionalLong.empty()};
        dialogue.run(
                MailboxStatus.unseen(mailbox),
                response -> {
                    if (response instanceof Counted counted) {
                        told[0] = counted.count("UNSEEN");
                    }
                    return response instanceof Counted;
                });
        return told[0];
    }

    /** The last in the mailbox are the newest in it (RFC 9051 §2.3.1.2). */
    private List<byte[]> newest(long messages, long count) throws IOException, MailException {
        if (count == 0) {
            return List.of();
        }
        TreeMap<Long, Fetched> heard = new TreeMap<>();
        dialogue.require(
                Fetch.lastHeaders(messages - count + 1), response -> take(response, heard));
        return heard.descendingMap().values().stream()
                .map(Fetched::headers)
                .flatMap(Optional::stream)
                .limit(count)
                .toList();
    }

    private static boolean take(Response response, TreeMap<Long, Fetched> heard) {
        if (!(response instanceof Fetched message) || message.uid().isEmpty()) {
            return false;
        }
        heard.merge(message.uid().getAsLong(), message, Fetched::and);
        return true;
    }
}
