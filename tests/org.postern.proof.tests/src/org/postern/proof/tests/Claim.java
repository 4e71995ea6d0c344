package org.postern.proof.tests;

/** What is to hold for one message, named by its subject, once everything has come to rest. */
sealed interface Claim {

    String subject();

    /** Two claims about the same thing: the later one replaces the earlier. */
    default boolean replaces(Claim earlier) {
        return earlier.getClass() == getClass() && earlier.subject().equals(subject());
    }

    /** It is there, once. */
    record Exists(String subject, boolean there) implements Claim {}

    /** The mailbox in which it lies. */
    record Lies(String subject, String mailbox) implements Claim {}

    /** Whether it is flagged. */
    record Flagged(String subject, boolean on) implements Claim {}

    /** Whether it was read. */
    record Seen(String subject, boolean on) implements Claim {}
}
