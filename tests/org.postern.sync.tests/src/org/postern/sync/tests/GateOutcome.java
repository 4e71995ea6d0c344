package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.net.Posture;
import org.postern.sync.AccountEvent;
import org.postern.testing.ClearTextRules;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What came of one real attempt to connect.
 *
 * @param loggedIn whether the server saw a login
 * @param inClear whether it could be read on the way
 * @param posture what the engine believes; empty when it failed
 * @param failure why it failed; empty when it did not
 */
record GateOutcome(
        boolean loggedIn, boolean inClear, Optional<Posture> posture, Optional<Failure> failure) {

    static final String PASSWORD = "open sesame";

    /** Looks at what the server saw; this is the invariant, on bytes. */
    static GateOutcome of(
            Account account,
            List<GateTalk> talks,
            Optional<Posture> posture,
            Optional<Failure> failure) {
        boolean inClear = talks.stream().anyMatch(GateTalk::loggedInClear);
        if (!GateAccounts.isExplicitlyPlaintext(account)) {
            assertFalse(inClear, () -> account.name() + ": a login in clear: " + talks);
            talks.forEach(talk -> ClearTextRules.assertKept(talk.clear()));
            talks.forEach(talk -> assertNoSecret(talk.clear()));
        }
        boolean loggedIn = talks.stream().anyMatch(GateTalk::loggedIn);
        return new GateOutcome(loggedIn, inClear, posture, failure);
    }

    private static void assertNoSecret(byte[] clear) {
        String text = new String(clear, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(PASSWORD) || text.contains(GateAccounts.USER), text);
        String blob = "\0" + GateAccounts.USER + "\0" + PASSWORD;
        byte[] bytes = blob.getBytes(StandardCharsets.UTF_8);
        assertFalse(text.contains(Base64.getEncoder().encodeToString(bytes)), text);
    }

    /** What the account's machine hears of it. */
    AccountEvent event(boolean proven, boolean wantsProtection) {
        return failure.<AccountEvent>map(f -> new AccountEvent.Failed(f, proven, wantsProtection))
                .orElseGet(() -> new AccountEvent.Opened(posture));
    }
}
