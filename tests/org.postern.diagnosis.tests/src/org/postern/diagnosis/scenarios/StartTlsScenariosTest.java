package org.postern.diagnosis.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.core.Security;
import org.postern.diagnosis.Diagnosis;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestCa;

import java.time.Duration;
import java.util.List;

/** STARTTLS goes wrong, by accident or not. */
class StartTlsScenariosTest {

    private final Clinic clinic = new Clinic();

    @Test
    void aServerWithoutIt() throws Exception {
        try (ScriptedServer server = Servers.imapInClear().start();
                ScriptedServer tls = Servers.imapOverTls().start()) {
            clinic.usual(Security.TLS, tls.port());
            Diagnosis found =
                    clinic.assertCause("starttls-missing", Patient.imapStartTls(server.port()));
            assertEquals(
                    List.of("Use port " + tls.port() + " with SSL: it answers"),
                    Servers.labels(found));
        }
    }

    @Test
    void anOfferThatWasThereBefore() throws Exception {
        try (ScriptedServer server = Servers.imapInClear().start()) {
            clinic.remembering(FakePins.having(TestCa.shared().sound().leaf()));
            clinic.assertCause("starttls-stripped", Patient.imapStartTls(server.port()));
        }
    }

    @Test
    void aServerThatRefuses() throws Exception {
        try (ScriptedServer server = answering("{tag} NO not today").start()) {
            clinic.assertCause("starttls-refused", Patient.imapStartTls(server.port()));
        }
    }

    @Test
    void aServerThatRefusesInPop() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("+OK ready")
                        .expect("CAPA")
                        .send("+OK", "STLS", ".")
                        .expect("STLS")
                        .send("-ERR no TLS for you")
                        .expectClose()
                        .forEveryConnection()
                        .start()) {
            clinic.assertCause("starttls-refused", Patient.popStartTls(server.port()));
        }
    }

    @Test
    void anAnswerThatIsNone() throws Exception {
        try (ScriptedServer server = answering("* OK Begin TLS").start()) {
            clinic.assertCause("starttls-garbled", Patient.imapStartTls(server.port()));
        }
    }

    @Test
    void wordsBehindTheAnswer() throws Exception {
        try (ScriptedServer server = answering("{tag} OK begin", "* PREAUTH welcome").start()) {
            clinic.assertCause("starttls-injection", Patient.imapStartTls(server.port()));
        }
    }

    @Test
    void anAnswerThatNeverComes() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.plain()
                        .send("* OK ready")
                        .expect("{tag} CAPABILITY")
                        .send("* CAPABILITY IMAP4rev1 STARTTLS", "{tag} OK done")
                        .hang()
                        .forEveryConnection()
                        .start()) {
            clinic.waiting(Duration.ofMillis(500));
            clinic.assertCause("starttls-time-out", Patient.imapStartTls(server.port()));
        }
    }

    @Test
    void aSessionThatIsLoggedInAlready() throws Exception {
        try (ScriptedServer server = Servers.says("* PREAUTH welcome back").start()) {
            clinic.assertCause("preauth", Patient.imapStartTls(server.port()));
        }
    }

    private static Script answering(String... lines) {
        return ScriptedServer.plain()
                .send("* OK ready")
                .expect("{tag} CAPABILITY")
                .send("* CAPABILITY IMAP4rev1 STARTTLS", "{tag} OK done")
                .expect("{tag} STARTTLS")
                .send(lines)
                .expectClose()
                .forEveryConnection();
    }
}
