package org.postern.imap.tests;

import org.junit.jupiter.api.Test;
import org.postern.core.Security;
import org.postern.testing.ClearTextRules;
import org.postern.testing.RecordingProxy;
import org.postern.testing.ScriptedServer;

import java.time.Duration;

/** A session that began in clear (RFC 9051 §6.2.1). */
class UpgradedTest {

    /** What was offered in clear would have led to a login in one command. */
    @Test
    void capabilitiesAreAskedForAgainInsideTls() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .send("* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN SASL-IR] hi")
                                .expect("{tag} CAPABILITY")
                                .send(
                                        "* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN SASL-IR",
                                        "{tag} OK")
                                .expect("{tag} STARTTLS")
                                .send("{tag} OK begin")
                                .startTls()
                                .expect("{tag} CAPABILITY")
                                .send("* CAPABILITY IMAP4rev1 AUTH=LOGIN", "{tag} OK")
                                .expect("{tag} AUTHENTICATE LOGIN")
                                .send("+ VXNlcm5hbWU6")
                                .expect("{user}")
                                .send("+ UGFzc3dvcmQ6")
                                .expect("{password}")
                                .send("{tag} OK [CAPABILITY IMAP4rev1] in")
                                .expect("{tag} LOGOUT")
                                .send("* BYE", "{tag} OK")
                                .start();
                RecordingProxy wire = RecordingProxy.to(server.port()).start()) {
            Sessions.open(
                            Sessions.request(
                                    "localhost",
                                    wire.port(),
                                    Security.STARTTLS,
                                    Sessions.JOE,
                                    Duration.ofSeconds(10)))
                    .close();
            server.assertDone();
            ClearTextRules.assertKept(wire);
            wire.assertNeverInClear(Sessions.JOE.password());
        }
    }
}
