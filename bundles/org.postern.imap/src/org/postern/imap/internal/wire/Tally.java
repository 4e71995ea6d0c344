package org.postern.imap.internal.wire;

/** Counts what is kept of a server's answers, which would otherwise be as much as it likes. */
public final class Tally {

    private final String what;
    private final long most;
    private long count;

    /**
     * @param what for the message: {@code mailboxes}
     */
    public Tally(long most, String what) {
        this.most = most;
        this.what = what;
    }

    /** More is about to be kept. */
    public void add(long more) throws LimitReached {
        count += more;
        if (count > most) {
            throw new LimitReached("more than " + most + " " + what);
        }
    }

    /** It is kept no longer. */
    public void remove(long less) {
        count -= less;
    }
}
