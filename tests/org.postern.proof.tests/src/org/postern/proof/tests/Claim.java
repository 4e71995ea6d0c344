package org.postern.proof.tests;

import java.util.function.Function;

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

    /** A copy of it lies there, beside the one in another mailbox. */
    record Copied(String subject, String mailbox) implements Claim {}

    /** Whether it is flagged. */
    record Flagged(String subject, boolean on) implements Claim {}

    /** Whether it was read. */
    record Seen(String subject, boolean on) implements Claim {}

    /** Something that is not a message: what is remembered of it. */
    record Remembered(String subject, Object what, Function<Home, Object> look) implements Claim {}
}
