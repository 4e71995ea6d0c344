package org.postern.diagnosis.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.core.Security;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.Sibling;
import org.postern.testing.ClearTextRules;
import org.postern.testing.Dovecot;
import org.postern.testing.RecordingProxy;
import org.postern.testing.ScriptedServer;
import org.postern.testing.SilentPort;
import org.postern.transport.Transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What the look at the other ways to a server gives away, and what it finds. */
class SurveyTest {

    private final Clinic clinic = new Clinic();

    @Test
    void saysNothingInClearButForStartTls() throws Exception {
        try (Dovecot server = Dovecot.start();
                RecordingProxy tls = RecordingProxy.to(server.imapsPort()).start();
                RecordingProxy clear = RecordingProxy.to(server.imapPort()).start();
                RecordingProxy startTls = RecordingProxy.to(server.imapPort()).start();
                RecordingProxy wrong = RecordingProxy.to(server.imapPort()).start()) {
            clinic.usual(Security.TLS, tls.port()).usual(Security.NONE, clear.port());
            clinic.usual(Security.STARTTLS, startTls.port());
            clinic.assertCause("ssl-on-clear-text-port", Patient.imaps(wrong.port()));
            for (RecordingProxy each : List.of(tls, clear, startTls, wrong)) {
                assertTrue(each.connections() > 0, "a way was not tried");
                ClearTextRules.assertKept(each);
                each.assertNeverInClear(Patient.USER);
                each.assertNeverInClear(Clinic.PASSWORD);
            }
            assertEquals(0, clear.sent(1).length, "in clear not even a question");
        }
    }

    @Test
    void saysNothingInClearInPopEither() throws Exception {
        try (Dovecot server = Dovecot.start();
                RecordingProxy tls = RecordingProxy.to(server.popsPort()).start();
                RecordingProxy wrong = RecordingProxy.to(server.popPort()).start()) {
            clinic.usual(Security.TLS, tls.port());
            clinic.assertCause("ssl-on-clear-text-port", Patient.pops(wrong.port()));
            ClearTextRules.assertKept(tls);
            ClearTextRules.assertKept(wrong);
        }
    }

    @Test
    void asksForCapabilitiesBehindTlsAndNamesNobody() throws Exception {
        try (ScriptedServer tls =
                        ScriptedServer.tls()
                                .send("* OK ready")
                                .expect("{tag} CAPABILITY")
                                .send("* CAPABILITY IMAP4rev1", "{tag} OK done")
                                .expectClose()
                                .start();
                ScriptedServer clear = Servers.says("* OK hello").start()) {
            clinic.usual(Security.TLS, tls.port());
            Examination found = clinic.examine(Patient.imaps(clear.port()));
            assertEquals(1, found.siblings().stream().filter(way -> goesTo(way, tls)).count());
            tls.assertClosed();
        }
    }

    private static boolean goesTo(Sibling way, ScriptedServer server) {
        return way.works() && way.endpoint().port().number() == server.port();
    }

    @Test
    void letsNoTransportOfAStrangerSpeakInClear() throws Exception {
        Transport blurting =
                (request, connector, monitor) -> {
                    throw Blurting.out(request, connector, monitor);
                };
        try (ScriptedServer clear = Servers.says("* OK hello").start()) {
            clinic.alone().installing(blurting).usual(Security.NONE, clear.port());
            clinic.usual(Security.STARTTLS, clear.port());
            clinic.withoutPassword().examine(Patient.imaps(clear.port()));
            String heard = new String(clear.wire().bytes(), StandardCharsets.ISO_8859_1);
            assertFalse(heard.contains("HELLO"), heard);
        }
    }

    @Test
    void doesNotWaitForThoseWhoAreSilent() throws Exception {
        try (SilentPort silent = SilentPort.connecting();
                ScriptedServer clear = Servers.says("* OK hello").start()) {
            clinic.usual(Security.TLS, silent.port()).usual(Security.STARTTLS, silent.port());
            clinic.usual(Security.NONE, silent.port());
            long start = System.nanoTime();
            Examination found = clinic.examine(Patient.imaps(clear.port()));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(took.compareTo(Duration.ofSeconds(15)) < 0, took::toString);
            assertEquals(
                    List.of(clear.port()),
                    found.siblings().stream()
                            .filter(Sibling::works)
                            .map(way -> way.endpoint().port().number())
                            .toList());
        }
    }

    @Test
    void isNotMadeWhereItCannotHelp() throws Exception {
        try (ScriptedServer server = Servers.imapLogin("NO [AUTHENTICATIONFAILED] no").start()) {
            assertEquals(List.of(), clinic.examine(Patient.imaps(server.port())).siblings());
            assertEquals(1, server.connections());
        }
    }
}
