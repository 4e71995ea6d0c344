package org.postern.net;

import org.postern.core.AccountId;

import java.util.List;

/**
 * What was said between this machine and the servers lately, kept in memory only and bounded per
 * account. Thread-safe.
 */
public interface WireLog {

    /** Keeps nothing. */
    WireLog NONE = new NoWireLog();

    /** The lines that are still kept, oldest first. */
    List<WireLine> lines(AccountId account);

    /** Throws an account's lines away. */
    void clear(AccountId account);

    /** Heard for every line, on the thread that spoke; it must be quick. */
    void addListener(Listener listener);

    void removeListener(Listener listener);

    /** Hears lines as they are kept. */
    @FunctionalInterface
    interface Listener {
        void line(WireLine line);
    }
}
