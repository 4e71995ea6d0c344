package org.postern.demo.internal.imap;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Writes what changes in the selected mailbox while the session's own thread only reads. */
final class Pusher implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Pusher.class.getName());

    private final ImapSession session;
    private final Selected selected;
    private final Thread thread;
    private boolean stopped;

    private Pusher(ImapSession session) {
        this.session = session;
        this.selected = session.selected();
        this.thread = Thread.ofVirtual().unstarted(this::push);
    }

    static Pusher start(ImapSession session) {
        Pusher pusher = new Pusher(session);
        pusher.thread.start();
        return pusher;
    }

    private void push() {
        try {
            while (waitForNews()) {
                for (String news : selected.news(true)) {
                    session.untagged(news);
                }
                session.wire().flush();
            }
        } catch (IOException e) {
            // The reading thread finds that out as well and ends the session.
            LOG.log(Level.DEBUG, "A client left while it was idle", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean waitForNews() throws InterruptedException {
        session.account().await(() -> stopped || selected.hasNews());
        return session.account().locked(all -> !stopped);
    }

    /** Lets a response that is being written end, then returns. */
    @Override
    public void close() throws IOException {
        session.account().locked(all -> stopped = true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The server is closing", e);
        }
    }
}
