package org.postern.diagnosis.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Doctor;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.Rung;
import org.postern.diagnosis.RungResult;
import org.postern.diagnosis.RungResult.State;
import org.postern.testing.CertificateKind;
import org.postern.testing.Dovecot;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestCa;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ladder as it is climbed. */
class DoctorTest {

    private final Clinic clinic = new Clinic();

    @Test
    void passesEveryRungOfASoundAccount() throws Exception {
        try (Dovecot server = Dovecot.with().user(Patient.USER, Clinic.PASSWORD).start()) {
            Examination found = clinic.examine(Patient.imaps(server.imapsPort()));
            assertTrue(found.works(), found::report);
            for (RungResult each : found.rungs()) {
                assertEquals(State.PASSED, each.state(), found::report);
            }
            assertTrue(found.mailboxes().orElse(0) > 0);
            assertTrue(found.posture().orElseThrow().login().isPresent());
        }
    }

    @Test
    void passesAsManyRungsWithStartTls() throws Exception {
        try (Dovecot server = Dovecot.with().user(Patient.USER, Clinic.PASSWORD).start()) {
            Examination found = clinic.examine(Patient.imapStartTls(server.imapPort()));
            assertEquals(List.of(), inState(found, State.SKIPPED), found::report);
            assertEquals(List.of(), inState(found, State.FAILED), found::report);
        }
    }

    @Test
    void leavesTheRungsOfTlsOutInClear() throws Exception {
        try (Dovecot server = Dovecot.with().user(Patient.USER, Clinic.PASSWORD).start()) {
            Examination found = clinic.examine(Patient.pop(server.popPort()));
            assertEquals(
                    List.of(Rung.TLS, Rung.CHAIN, Rung.IDENTITY),
                    inState(found, State.SKIPPED),
                    found::report);
        }
    }

    @Test
    void goesUpToTheLoginWithoutCredentialsAndNamesNobody() throws Exception {
        try (ScriptedServer server = Servers.imapOverTls().start()) {
            Examination found = clinic.withoutPassword().examine(Patient.imaps(server.port()));
            assertTrue(found.works(), found::report);
            assertEquals(List.of(Rung.LOGIN), inState(found, State.SKIPPED), found::report);
            server.secured().assertNever(Patient.USER);
        }
    }

    @Test
    void endsWhereItBreaks() throws Exception {
        try (ScriptedServer server =
                Servers.imapOverTls(TestCa.shared().identity(CertificateKind.WRONG_HOST)).start()) {
            Examination found = clinic.examine(Patient.imaps(server.port()));
            assertEquals(List.of(Rung.IDENTITY), inState(found, State.FAILED), found::report);
            assertTrue(inState(found, State.PASSED).contains(Rung.CHAIN), found::report);
            assertEquals(
                    List.of(Rung.CAPABILITIES, Rung.LOGIN),
                    inState(found, State.SKIPPED).subList(2, 4),
                    found::report);
        }
    }

    @Test
    void tellsEveryRungAsItGoes() throws Exception {
        List<RungResult> heard = new ArrayList<>();
        try (ScriptedServer server = Servers.imapOverTls().start()) {
            clinic.doctor()
                    .examine(
                            Patient.imaps(server.port()),
                            Optional.empty(),
                            heard::add,
                            new NullProgressMonitor());
        }
        Map<Rung, State> last = new EnumMap<>(Rung.class);
        heard.forEach(each -> last.put(each.rung(), each.state()));
        assertEquals(State.RUNNING, heard.getFirst().state());
        assertFalse(last.containsValue(State.RUNNING), last::toString);
    }

    @Test
    void tellsTheSameWhenTheEngineMetTheFailure() throws Exception {
        try (Dovecot server = Dovecot.start()) {
            clinic.usual(Security.TLS, server.imapsPort());
            Account account = Patient.imaps(server.imapPort());
            Doctor doctor = clinic.doctor();
            Failure failure = clinic.examine(account).failure().orElseThrow();
            Diagnosis explained = doctor.explain(account, failure, new NullProgressMonitor());
            assertEquals("ssl-on-clear-text-port", explained.cause());
            assertEquals(explained, doctor.diagnose(account, failure));
        }
    }

    @Test
    void stopsWhenItIsCancelled() throws Exception {
        NullProgressMonitor monitor = new NullProgressMonitor();
        try (ScriptedServer server = ScriptedServer.plain().hang().start()) {
            assertThrows(
                    OperationCanceledException.class,
                    () ->
                            clinic.doctor()
                                    .examine(
                                            Patient.imap(server.port()),
                                            Optional.of(() -> Secret.of(new char[0])),
                                            rung -> monitor.setCanceled(true),
                                            monitor));
        }
    }

    @Test
    void reportsWithoutNamesOfUsers() throws Exception {
        try (ScriptedServer server = Servers.imapLogin("NO no such user ann.archer").start()) {
            String report = clinic.examine(Patient.imaps(server.port())).report();
            assertFalse(report.contains(Patient.USER), report);
            assertTrue(report.contains("Cause: wrong-password"), report);
            assertTrue(report.contains("SHA-256"), report);
        }
    }

    @Test
    void survivesATransportThatBreaksAndTellsNothingOfItsWords() {
        clinic.installing(
                (request, connector, monitor) -> {
                    throw new IllegalStateException(Clinic.PASSWORD);
                });
        Diagnosis found = clinic.assertCause("local-storage", Patient.imaps(993));
        assertTrue(found.seen().contains("imaps"), found::seen);
    }

    private static List<Rung> inState(Examination found, State state) {
        return found.rungs().stream()
                .filter(each -> each.state() == state)
                .map(RungResult::rung)
                .toList();
    }
}
