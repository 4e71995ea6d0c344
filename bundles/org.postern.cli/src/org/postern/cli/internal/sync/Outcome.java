package org.postern.cli.internal.sync;

import org.postern.account.Account;

import java.time.Duration;

/**
 * What came of synchronising an account.
 *
 * @param exit one of {@link org.postern.cli.ExitCode}
 * @param cause the id of what is to be said; {@code sound} when there is nothing
 * @param sentence the same for a person; empty when there is nothing to say
 * @param arrived messages that came
 * @param missing messages whose bytes are not here although the server has them
 */
record Outcome(
        Account account,
        int exit,
        String cause,
        String sentence,
        int arrived,
        int missing,
        Duration took) {

    /** Nothing is to be said. */
    static final String SOUND = "sound";

    /** The server refused what the user did. */
    static final String BACKED_OUT = "backed-out";
}
