package org.postern.sync.tests;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postern.testing.Courier;
import org.postern.testing.MailServer;

class CourierTest extends PeerContract {

    private static MailServer server;

    @BeforeAll
    static void start() throws Exception {
        server = Courier.start();
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
