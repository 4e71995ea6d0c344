package org.postern.sync.tests;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postern.testing.Cyrus;
import org.postern.testing.MailServer;

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

    @Override
    MailServer server() {
        return server;
    }
}
