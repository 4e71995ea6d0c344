package org.postern.store.internal;

/**
 * What the database has of a message besides what a list shows.
 *
 * @param flags as the server has them
 * @param shown as the user sees them
 * @param hidden whether the user removed it
 * @param date milliseconds
 * @param server whether the server has it, as far as is known
 * @param body 0 while it is not here
 * @param stored when the body came, milliseconds
 */
record Stored(
        long id,
        String remote,
        int flags,
        int shown,
        boolean hidden,
        long date,
        long size,
        boolean server,
        long body,
        long stored) {

    Stored withFlags(int newFlags, int newShown, boolean nowHidden) {
        return new Stored(
                id, remote, newFlags, newShown, nowHidden, date, size, server, body, stored);
    }

    Stored named(String newRemote) {
        return new Stored(id, newRemote, flags, shown, hidden, date, size, server, body, stored);
    }

    Stored onServer(boolean there) {
        return new Stored(id, remote, flags, shown, hidden, date, size, there, body, stored);
    }

    Stored withBody(long newBody, long newSize, long at) {
        return new Stored(id, remote, flags, shown, hidden, date, newSize, server, newBody, at);
    }

    boolean complete() {
        return body != 0;
    }

    boolean unread() {
        return !hidden && (shown & FlagBits.SEEN) == 0;
    }

    /** Whether a list shows the other one differently; both are visible. */
    boolean looksLike(Stored other) {
        return shown == other.shown
                && size == other.size
                && complete() == other.complete()
                && remote.equals(other.remote);
    }
}
