package org.postern.diagnosis.scenarios;

import org.junit.jupiter.api.Test;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;

/** The server ends the connection, with a word or without. */
class GoodbyeScenariosTest {

    private final Clinic clinic = new Clinic();

    @Test
    void aGoodbyeWithAReason() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("* BYE The moon is full")
                        .hangUp()
                        .forEveryConnection()
                        .start()) {
            clinic.assertCause("closed-by-server", Patient.imap(server.port()));
        }
    }

    @Test
    void tooManyConnectionsByWords() throws Exception {
        try (ScriptedServer server = bye("Too many simultaneous connections").start()) {
            clinic.alone().assertCause("too-many-connections", Patient.imaps(server.port()));
        }
    }

    @Test
    void tooManyConnectionsByCode() throws Exception {
        try (ScriptedServer server = Servers.imapLogin("NO [LIMIT] Not now").start()) {
            clinic.assertCause("too-many-connections", Patient.imaps(server.port()));
        }
    }

    @Test
    void maintenanceByWords() throws Exception {
        try (ScriptedServer server = bye("Server shutting down.").start()) {
            clinic.alone().assertCause("maintenance", Patient.imaps(server.port()));
        }
    }

    @Test
    void maintenanceByCode() throws Exception {
        try (ScriptedServer server = bye("[UNAVAILABLE] Come back at six").start()) {
            clinic.alone().assertCause("maintenance", Patient.imaps(server.port()));
        }
    }

    @Test
    void anAddressThatIsNotLetIn() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tls()
                        .send("-ERR Your IP address is blocked")
                        .hangUp()
                        .forEveryConnection()
                        .start()) {
            clinic.alone().assertCause("address-blocked", Patient.pops(server.port()));
        }
    }

    private static Script bye(String words) {
        return ScriptedServer.tls().send("* BYE " + words).hangUp().forEveryConnection();
    }

    @Test
    void closedWithoutAWord() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain().hangUp().forEveryConnection().start()) {
            clinic.assertCause("closed-silently", Patient.imap(server.port()));
        }
    }

    @Test
    void closedWhenSslWasAskedFor() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain().expectBytes("5").hangUp().forEveryConnection().start()) {
            clinic.alone().assertCause("closed-in-handshake", Patient.imaps(server.port()));
        }
    }

    @Test
    void aConnectionThatBreaksAtTheLogin() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tls()
                        .send("* OK [CAPABILITY IMAP4rev1] ready")
                        .expect("{tag} LOGIN {rest...}")
                        .reset()
                        .forEveryConnection()
                        .start()) {
            clinic.assertCause("connection-broken", Patient.imaps(server.port()));
        }
    }
}
