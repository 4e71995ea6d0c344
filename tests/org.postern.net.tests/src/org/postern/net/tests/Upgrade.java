package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.postern.core.Failure;
import org.postern.testing.ClearTextRules;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;

/** What all tests of an upgrade look at. */
final class Upgrade {

    private Upgrade() {}

    /**
     * Fails unless the upgrade fails so, with nothing else sent in clear than that.
     *
     * @param client asks for STARTTLS
     */
    static <F extends Failure> F assertFails(
            Class<F> type, Client client, Script script, String sent) throws Exception {
        try (ScriptedServer server = script.start()) {
            F failure = assertInstanceOf(type, client.failure(server.port()));
            server.assertDone();
            assertEquals(sent, server.wire().text());
            ClearTextRules.assertKept(server.wire().bytes());
            return failure;
        }
    }
}
