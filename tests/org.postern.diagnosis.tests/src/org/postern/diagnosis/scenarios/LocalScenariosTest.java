package org.postern.diagnosis.scenarios;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.diagnosis.Diagnosis;
import org.postern.security.ConnectionPolicies;
import org.postern.security.ConnectionPolicy;
import org.postern.security.Contribution;
import org.postern.security.PolicyReports;
import org.postern.security.Verdict;
import org.postern.testing.FreePorts;
import org.postern.testing.ScriptedServer;

import java.util.List;

/** This machine does not want, or cannot. */
class LocalScenariosTest {

    private final Clinic clinic = new Clinic();

    @Test
    void aPolicyThatDeniesIsNamed() throws Exception {
        clinic.under(policy(c -> Verdict.deny("x", "Only through the tunnel.")));
        Diagnosis found = clinic.assertCause("policy-denied", Patient.imaps(FreePorts.refused()));
        assertTrue(found.seen().contains("corporate"), found::seen);
        assertTrue(found.seen().contains("Only through the tunnel."), found::seen);
    }

    @Test
    void aPolicyThatWarns() throws Exception {
        clinic.under(policy(c -> Verdict.warn("x", "Mind the gap.")));
        try (ScriptedServer server = Servers.imapOverTls().start()) {
            clinic.withoutPassword().assertWarning("policy-warning", Patient.imaps(server.port()));
        }
    }

    @Test
    void aConnectionThatEverybodyCanReadAlong() throws Exception {
        clinic.under(policy(c -> Verdict.warn("x", "Not protected.")));
        try (ScriptedServer server = Servers.imapInClear().start()) {
            clinic.withoutPassword().assertWarning("unprotected", Patient.imap(server.port()));
        }
    }

    private static ConnectionPolicies policy(ConnectionPolicy policy) {
        return new ConnectionPolicies(
                () -> List.of(Contribution.of("corporate", policy)), PolicyReports.toLog());
    }

    @Test
    void noPassword() throws Exception {
        assertLogin("password-missing", new Failure.PasswordMissing(new AccountId("patient")));
    }

    @Test
    void aPasswordStoreThatCannotBeRead() throws Exception {
        assertLogin("credentials-unavailable", new Failure.CredentialsUnavailable("locked"));
    }

    private void assertLogin(String cause, Failure failure) throws Exception {
        clinic.giving(
                () -> {
                    throw new MailException(failure);
                });
        try (ScriptedServer server = Servers.imapOverTls().start()) {
            clinic.assertCause(cause, Patient.imaps(server.port()));
        }
    }

    @Test
    void aTransportThatIsNotInstalled() {
        clinic.assertCause("no-such-transport", Patient.at("localhost", "jmap", 443, Security.TLS));
    }

    @Test
    void settingsThatCannotBeUsed() {
        clinic.assertCause("bad-settings", Patient.at("no such host", "imaps", 993, Security.TLS));
    }

    @Test
    void aDiskThatIsFull() throws Exception {
        try (ScriptedServer server = Servers.imapWithMail().start()) {
            clinic.working(
                    (session, monitor) -> {
                        throw new MailException(new Failure.LocalStorage("message 7", "disk full"));
                    });
            clinic.assertCause("local-storage", Patient.imaps(server.port()));
        }
    }
}
