package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.imap.internal.wire.Limits;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.CanGlance;
import org.postern.transport.CanGlance.Listing;
import org.postern.transport.MailSession;
import org.postern.transport.SyncToken;

import java.util.Map;
import java.util.Set;

/** Servers whose counters are odd or false: no mailbox passes for unchanged that may not be. */
class HostileGlanceTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();
    private static final Map<String, SyncToken> KNOWN =
            Map.of("Box", new SyncToken("v1:7:90:10:-"));
    private static final String LIST =
            "{tag} LIST \"\" \"*\" RETURN (SUBSCRIBED STATUS"
                    + " (MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ))";

    private static Script listing() {
        return Sessions.loggedIn("ENABLE CONDSTORE QRESYNC LIST-EXTENDED LIST-STATUS")
                .expect("{tag} ENABLE CONDSTORE QRESYNC")
                .send("* ENABLED CONDSTORE QRESYNC", "{tag} OK on")
                .expect(LIST);
    }

    private static Listing glance(Script script) throws Exception {
        try (ScriptedServer server = script.start();
                MailSession session = Sessions.open(server, Limits.DEFAULT)) {
            return session.capability(CanGlance.class).orElseThrow().mailboxes(KNOWN, MONITOR);
        }
    }

    private static Set<String> unchanged(String... lines) throws Exception {
        return glance(listing().send(lines).send("{tag} OK")).unchanged();
    }

    @Test
    void countersThatAreAsTheyWereMeanThatNothingChanged() throws Exception {
        assertEquals(
                Set.of("Box"),
                unchanged(
                        "* LIST () \"/\" Box",
                        "* STATUS Box (MESSAGES 3 UIDNEXT 10 UIDVALIDITY 7 HIGHESTMODSEQ 90)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(MESSAGES 3 UIDNEXT 10 UIDVALIDITY 7 HIGHESTMODSEQ 89)", // lost its memory
                "(MESSAGES 3 UIDNEXT 10 UIDVALIDITY 7 HIGHESTMODSEQ 91)",
                "(MESSAGES 3 UIDNEXT 10 UIDVALIDITY 7 HIGHESTMODSEQ 0)", // has none (NOMODSEQ)
                "(MESSAGES 3 UIDNEXT 10 UIDVALIDITY 7)",
                "(MESSAGES 3 UIDNEXT 10 UIDVALIDITY 8 HIGHESTMODSEQ 90)",
                "(MESSAGES 3 UIDNEXT 10 HIGHESTMODSEQ 90)",
                "(MESSAGES 3 UIDNEXT 9 UIDVALIDITY 7 HIGHESTMODSEQ 90)",
                "(MESSAGES 3 UIDVALIDITY 7 HIGHESTMODSEQ 90)",
                "()",
                "NIL",
                "(UIDNEXT 10 UIDVALIDITY 7 HIGHESTMODSEQ 99999999999999999999)",
                "(UIDNEXT 10 UIDVALIDITY 7 HIGHESTMODSEQ (90))"
            })
    void anythingElseIsALookAway(String counters) throws Exception {
        assertEquals(Set.of(), unchanged("* LIST () \"/\" Box", "* STATUS Box " + counters));
    }

    @Test
    void aMailboxThatIsNotListedOrCannotBeOpenedIsNotUnchanged() throws Exception {
        String same = "* STATUS Box (MESSAGES 3 UIDNEXT 10 UIDVALIDITY 7 HIGHESTMODSEQ 90)";
        assertEquals(Set.of(), unchanged(same));
        assertEquals(Set.of(), unchanged("* LIST (\\NoSelect) \"/\" Box", same));
    }

    @Test
    void aListThatIsRefusedIsAskedForPlainly() throws Exception {
        Script script =
                listing()
                        .send("{tag} BAD no such thing")
                        .expect("{tag} LIST \"\" \"*\"")
                        .send("* LIST () \"/\" Box", "{tag} OK")
                        .expect("{tag} LSUB \"\" \"*\"")
                        .send("{tag} NO not here")
                        .expect(
                                "{tag} STATUS \"Box\""
                                        + " (MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ)")
                        .send("* STATUS Box (UIDNEXT 10 UIDVALIDITY 7 HIGHESTMODSEQ 90)")
                        .send("{tag} OK");
        Listing seen = glance(script);
        assertEquals(Set.of("Box"), seen.unchanged());
        assertTrue(seen.mailboxes().stream().allMatch(mailbox -> mailbox.subscribed()));
    }

    @Test
    void countersWithoutEndCostThatSession() throws Exception {
        Script script = listing().sendForever("* STATUS \"" + "x".repeat(4000) + "\" (MESSAGES 1)");
        MailException thrown = assertThrows(MailException.class, () -> glance(script));
        assertEquals(Failure.LimitExceeded.class, thrown.failure().getClass());
    }
}
