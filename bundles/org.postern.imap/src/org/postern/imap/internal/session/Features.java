package org.postern.imap.internal.session;

import org.postern.imap.internal.response.Capabilities;

import java.util.Set;

/**
 * What this server does for this login.
 *
 * @param capabilities as announced after the login
 * @param enabled by ENABLE
 */
record Features(Capabilities capabilities, Set<String> enabled) {

    /** What IMAP4rev2 has built in (RFC 9051 Appendix E). */
    private static final Set<String> BUILT_IN =
            Set.of(
                    "ENABLE",
                    "ESEARCH",
                    "IDLE",
                    "LIST-EXTENDED",
                    "LIST-STATUS",
                    "LITERAL-",
                    "MOVE",
                    "SASL-IR",
                    "SPECIAL-USE",
                    "UIDPLUS",
                    "UNSELECT");

    Features {
        enabled = Set.copyOf(enabled);
    }

    boolean has(String name) {
        return capabilities.has(name) || capabilities.has("IMAP4REV2") && BUILT_IN.contains(name);
    }

    boolean resync() {
        return enabled.contains("QRESYNC");
    }

    boolean modSeq() {
        return has("CONDSTORE") || has("QRESYNC");
    }

    /** Whether mailbox names come as UTF-8 (RFC 6855 §3, RFC 9051 §5.1). */
    boolean utf8Names() {
        boolean onlySecondRevision =
                capabilities.has("IMAP4REV2") && !capabilities.has("IMAP4REV1");
        return enabled.contains("UTF8=ACCEPT") || onlySecondRevision;
    }
}
