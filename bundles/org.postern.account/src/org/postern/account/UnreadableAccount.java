package org.postern.account;

/** An account file that does not make an account; the message is a sentence for people. */
final class UnreadableAccount extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean newer;

    UnreadableAccount(String sentence) {
        this(sentence, false);
    }

    private UnreadableAccount(String sentence, boolean newer) {
        super(sentence);
        this.newer = newer;
    }

    static UnreadableAccount newer(String version, int known) {
        return new UnreadableAccount(Messages.format("file.newer", version, known), true);
    }

    /** Whether a later Postern would read it. */
    boolean newer() {
        return newer;
    }
}
