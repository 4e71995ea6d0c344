package org.postern.pop3.internal;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.Security;
import org.postern.net.LoginWish;
import org.postern.testing.ClearTextRules;
import org.postern.testing.RecordingProxy;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestUser;

/** A session that began in clear (RFC 2595 §4). */
class UpgradedTest {

    private static final TestUser ANN = new TestUser("ann", PopHarness.PASSWORD);

    /** What was offered in clear would have led to a login by AUTH. */
    @Test
    void capabilitiesAreAskedForAgainInsideTls() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .send("+OK ready")
                                .expect("CAPA")
                                .send("+OK", "STLS", "SASL PLAIN LOGIN", ".")
                                .expect("STLS")
                                .send("+OK begin")
                                .startTls()
                                .expect("CAPA")
                                .send("+OK", "USER", "UIDL", ".")
                                .expect("USER ann")
                                .send("+OK")
                                .expect("PASS " + PopHarness.PASSWORD)
                                .send("+OK")
                                .expect("CAPA")
                                .send("+OK", "UIDL", ".")
                                .expect("QUIT")
                                .send("+OK")
                                .start();
                RecordingProxy wire = RecordingProxy.to(server.port()).start()) {
            PopSession.open(
                            PopHarness.request(
                                    wire.port(), Security.STARTTLS, ANN, LoginWish.PASSWORD),
                            PopHarness.connector(),
                            new NullProgressMonitor())
                    .close();
            server.assertDone();
            ClearTextRules.assertKept(wire);
            wire.assertNeverInClear(ANN.password());
        }
    }
}
