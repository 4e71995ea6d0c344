package org.postern.diagnosis.scenarios;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.diagnosis.Diagnosis;
import org.postern.testing.ScriptedServer;

import java.time.Duration;

/** Logged in or nearly, and then something is wrong. */
class MailScenariosTest {

    private final Clinic clinic = new Clinic();

    @Test
    void aCommandThatIsRefused() throws Exception {
        assertList("command-refused", "{tag} NO I would rather not");
    }

    @Test
    void aMailboxThatIsFull() throws Exception {
        assertList("quota", "{tag} NO [OVERQUOTA] Delete something");
    }

    @Test
    void aLineThatIsNoProtocol() throws Exception {
        Diagnosis found = assertList("protocol-error", "!! <b>what is this</b>");
        assertFalse(found.toString().contains(Clinic.PASSWORD), found::toString);
    }

    private Diagnosis assertList(String cause, String answer) throws Exception {
        try (ScriptedServer server =
                Servers.imapLoggedIn()
                        .send(answer)
                        .whenever("{tag} LSUB {rest...}", "{tag} OK done")
                        .whenever("{tag} LOGOUT", "* BYE", "{tag} OK done")
                        .forEveryConnection()
                        .start()) {
            return clinic.assertCause(cause, Patient.imaps(server.port()));
        }
    }

    @Test
    void aFolderThatIsGone() throws Exception {
        try (ScriptedServer server = Servers.imapWithMail().start()) {
            clinic.working(
                    (session, monitor) -> {
                        throw new MailException(new Failure.NoSuchMailbox("Old"));
                    });
            clinic.assertCause("no-such-mailbox", Patient.imaps(server.port()));
        }
    }

    @Test
    void aServerWithoutMeasure() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tls()
                        .send("* OK ready")
                        .sendForever("* OK " + "blah ".repeat(40))
                        .forEveryConnection()
                        .start()) {
            clinic.assertCause("limit-exceeded", Patient.imaps(server.port()));
        }
    }

    @Test
    void aServerThatStopsAnswering() throws Exception {
        try (ScriptedServer server = Servers.imapLoggedIn().hang().forEveryConnection().start()) {
            clinic.waiting(Duration.ofSeconds(2));
            clinic.assertCause("answer-time-out", Patient.imaps(server.port()));
        }
    }
}
