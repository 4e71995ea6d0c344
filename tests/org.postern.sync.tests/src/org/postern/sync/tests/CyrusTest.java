package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.core.Security;
import org.postern.store.MessageRow;
import org.postern.testing.Cyrus;
import org.postern.testing.MailServer;
import org.postern.testing.RawImap;
import org.postern.testing.TestMail;

import java.util.List;

class CyrusTest extends PeerContract {

    private static MailServer server;

    @BeforeAll
    static void start() throws Exception {
        server = Cyrus.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    /** It announces OBJECTID (RFC 8474), alone among the servers here. */
    @Test
    void keepsTheMessagesOfRenamedMailboxes() throws Exception {
        try (RawImap raw = server().raw()) {
            raw.create("Plans").create("Plans/Old");
            raw.append("Plans", TestMail.subject("one").bytes());
            raw.append("Plans/Old", TestMail.subject("two").bytes());
            account("imaps", Security.TLS, server().imapsPort());
            bench.refresh();
            List<MessageRow> parent = bench.store.rows(bench.box("Plans"));
            List<MessageRow> child = bench.store.rows(bench.box("Plans/Old"));
            raw.command("RENAME Plans Deeds");
            bench.refresh();
            assertEquals(parent, bench.store.rows(bench.box("Deeds")));
            assertEquals(child, bench.store.rows(bench.box("Deeds/Old")));
            assertEquals(1, parent.size());
            assertTrue(parent.getFirst().complete());
        }
    }

    @Override
    MailServer server() {
        return server;
    }
}
