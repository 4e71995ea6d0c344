package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.imap.ImapTransport;
import org.postern.net.Connector;
import org.postern.net.Observation;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.RemoteMailbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a server says that nobody asked for (RFC 9051 §7.1, §11.3). */
class AlertTest {

    private final List<String> told = new ArrayList<>();
    private final Connector listening =
            (request, monitor) ->
                    Sessions.connector()
                            .connect(
                                    request.withObserver(
                                            seen -> {
                                                if (seen instanceof Observation.Told words) {
                                                    told.add(words.text());
                                                }
                                            }),
                                    monitor);

    private MailSession open(ScriptedServer server, Security security) throws MailException {
        OpenRequest request =
                Sessions.request(
                        "localhost", server.port(), security, Sessions.JOE, Duration.ofSeconds(10));
        return new ImapTransport().open(request, listening, new NullProgressMonitor());
    }

    private static Script alerting(Script script) {
        return script.whenever("{tag} LOGOUT", "* BYE see you", "{tag} OK gone")
                .send("* OK [ALERT] we move at noon")
                .expect("{tag} CAPABILITY")
                .send("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR", "{tag} OK")
                .expect("{tag} AUTHENTICATE PLAIN {response}")
                .send("* NO [ALERT] the disk is nearly full")
                .send("{tag} OK [ALERT] change your pass\u0007word")
                .expect("{tag} CAPABILITY")
                .send("* CAPABILITY IMAP4rev1", "* OK it is warm", "{tag} OK");
    }

    @Test
    void whatIsForPeopleIsToldUnderTls() throws Exception {
        try (ScriptedServer server = alerting(ScriptedServer.tls()).start()) {
            open(server, Security.TLS).close();
            server.assertDone();
        }
        assertEquals(
                List.of("we move at noon", "the disk is nearly full", "change your pass·word"),
                told);
    }

    /** Anybody on the way may have written it. */
    @Test
    void inClearItIsPassedOver() throws Exception {
        try (ScriptedServer server = alerting(ScriptedServer.plain()).start()) {
            open(server, Security.NONE).close();
            server.assertDone();
        }
        assertEquals(List.of(), told);
    }

    @Test
    void theWordsOfARefusedLoginAreInItsFailure() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.tls()
                        .send("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi")
                        .expect("{tag} AUTHENTICATE PLAIN {response}")
                        .send("{tag} NO [ALERT] use an application password")
                        .expectClose()
                        .start()) {
            MailException refused =
                    assertThrows(MailException.class, () -> open(server, Security.TLS));
            var rejected = assertInstanceOf(Failure.LoginRejected.class, refused.failure());
            assertEquals("use an application password", rejected.said());
            assertEquals(Optional.of("ALERT"), rejected.code());
        }
        assertEquals(List.of(), told);
    }

    @Test
    void whatIsSaidOfMailboxesWhenNoneIsOpenChangesNothing() throws Exception {
        String[] unfit = {
            "* 5 EXISTS",
            "* 2 EXPUNGE",
            "* VANISHED 1:5",
            "* 3 FETCH (FLAGS (\\Deleted) UID 7)",
            "* FLAGS (evil)",
            "* OK [UIDVALIDITY 9] evil",
            "* LIST () \"/\" evil"
        };
        try (ScriptedServer server =
                        ScriptedServer.tls()
                                .whenever("{tag} LOGOUT", "* BYE see you", "{tag} OK gone")
                                .send("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi")
                                .expect("{tag} AUTHENTICATE PLAIN {response}")
                                .send(unfit)
                                .send("{tag} OK [CAPABILITY IMAP4rev1] in")
                                .expect("{tag} LIST \"\" \"*\"")
                                .send("* LIST () \"/\" INBOX", "* 9 EXISTS", "{tag} OK")
                                .expect("{tag} LSUB \"\" \"*\"")
                                .send("* LSUB () \"/\" INBOX", "{tag} OK")
                                .start();
                MailSession session = open(server, Security.TLS)) {
            List<String> names =
                    session.mailboxes(new NullProgressMonitor()).stream()
                            .map(RemoteMailbox::name)
                            .toList();
            assertEquals(List.of("INBOX"), names);
        }
    }
}
