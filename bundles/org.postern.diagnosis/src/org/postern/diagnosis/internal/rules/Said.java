package org.postern.diagnosis.internal.rules;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What servers mean by the words with which they turn anybody away. A response code (RFC 5530, RFC
 * 3206, RFC 2449) says it best; where there is none, the usual phrases of known servers must do.
 */
final class Said {

    private static final Map<String, Pattern> REASONS =
            Phrases.of(
                    "too-many-logins",
                    "too many (failed|invalid|incorrect|bad|login|log-in|auth)|\\[LOGIN-DELAY\\]",
                    "too-many-connections",
                    "\\[LIMIT\\]|too many|maximum number of connections|connection limit"
                            + "|max_userip",
                    "mailbox-locked",
                    "\\[IN-?USE\\]|(mailbox|maildrop).* lock|unable to lock|is locked by"
                            + "|lock.* (mailbox|maildrop)",
                    "quota",
                    "\\[OVERQUOTA\\]|over quota|quota (is )?exceeded|exceeded.* quota",
                    "maintenance",
                    "\\[(UNAVAILABLE|SYS/TEMP)\\]|maintenance|shutting down|temporar(y|ily)"
                            + "|(service|server) (is )?not available|out of service",
                    "address-blocked",
                    "black-?list|block-?list|blocked|banned|access denied|not allowed from");

    private Said() {}

    /** The cause that a server's words tell; empty when they tell none that is known. */
    static Optional<String> reason(String words) {
        return Phrases.first(REASONS, words);
    }
}
