package org.postern.imap.internal.session;

import org.postern.core.MailException;
import org.postern.imap.internal.command.Fetch;
import org.postern.imap.internal.response.Fetched;

import java.io.IOException;

/** Asks for flags of messages that are known already and changed (RFC 7162 §3.1.4.1). */
final class FlagFetch {

    private final Dialogue dialogue;
    private final Taker taker;

    FlagFetch(Dialogue dialogue, Taker taker) {
        this.dialogue = dialogue;
        this.taker = taker;
    }

    /** Hears what was told of one message. */
    @FunctionalInterface
    interface Taker {
        void take(Fetched message) throws MailException;
    }

    /**
     * @param last the highest UID that is known
     * @param modSeq only what changed since
     */
    void changed(long last, long modSeq) throws IOException, MailException {
        dialogue.require(
                Fetch.flagsSince(last, modSeq),
                response -> {
                    if (response instanceof Fetched message) {
                        taker.take(message);
                    }
                    return response instanceof Fetched;
                });
    }
}
