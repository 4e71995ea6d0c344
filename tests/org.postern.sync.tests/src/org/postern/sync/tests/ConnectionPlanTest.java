package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.account.Account;
import org.postern.account.ServerSettings;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.security.PortPolicies;
import org.postern.transport.ConnectionPlan;
import org.postern.transport.TransportDescriptor;

import java.util.Optional;

class ConnectionPlanTest {

    private final FakeTransports transports = new FakeTransports();

    @Test
    void isInClearOnlyWhenSettingsAndTransportAre() {
        for (TransportDescriptor transport : transports.all()) {
            for (Security security : Security.values()) {
                try {
                    ConnectionPlan plan =
                            plan(TestAccounts.of("a", transport.id(), security, null));
                    boolean clear =
                            security == Security.NONE && transport.security() == Security.NONE;
                    assertEquals(clear, plan.security() == Security.NONE);
                    assertTrue(plan.security().compareTo(plan.transport().security()) >= 0);
                    assertTrue(plan.security().compareTo(security) >= 0);
                } catch (MailException e) {
                    assertInstanceOf(Failure.BadSettings.class, e.failure());
                    assertTrue(security.isProtected());
                }
            }
        }
    }

    @Test
    void takesTheTwinWhenThePlainTransportIsToUseTls() throws MailException {
        ConnectionPlan plan = plan(TestAccounts.of("a", "post", Security.TLS, null));
        assertEquals(FakeTransports.SECURE, plan.transport());
        assertEquals(5002, plan.endpoint().orElseThrow().port().number());
        assertEquals("posts mail.example.org:5002 TLS", plan.fingerprint());
    }

    @Test
    void upgradesOnThePlainTransportsPort() throws MailException {
        ConnectionPlan plan = plan(TestAccounts.of("a", "post", Security.STARTTLS, null));
        assertEquals(FakeTransports.PLAIN, plan.transport());
        assertEquals(Security.STARTTLS, plan.security());
        assertEquals(5001, plan.endpoint().orElseThrow().port().number());
    }

    @Test
    void keepsATypedPort() throws MailException {
        ConnectionPlan plan = plan(TestAccounts.of("a", "post", Security.TLS, 1993));
        assertEquals(1993, plan.endpoint().orElseThrow().port().number());
    }

    @Test
    void refusesWhatTheTransportCannotKeep() {
        assertInstanceOf(Failure.BadSettings.class, refusal("lone", Security.TLS));
        assertInstanceOf(Failure.BadSettings.class, refusal("lone", Security.STARTTLS));
        assertInstanceOf(Failure.NoSuchTransport.class, refusal("gone", Security.TLS));
    }

    @Test
    void refusesAServerNameThatIsNone() {
        Account account = TestAccounts.of("a", "post", Security.NONE, null);
        ServerSettings old = account.incoming();
        Account wrong =
                account.with(
                        new ServerSettings(
                                old.transport(),
                                "no host/",
                                old.port(),
                                old.user(),
                                old.authentication(),
                                old.security()));
        MailException e = assertThrows(MailException.class, () -> plan(wrong));
        assertTrue(((Failure.BadSettings) e.failure()).sentence().contains("no host/"));
    }

    @Test
    void needsNoServerForAFolder() throws MailException {
        ConnectionPlan plan = plan(TestAccounts.of("a", "folder", Security.NONE, null));
        assertEquals(Optional.empty(), plan.endpoint());
    }

    private Failure refusal(String transport, Security security) {
        Account account = TestAccounts.of("a", transport, security, null);
        return assertThrows(MailException.class, () -> plan(account)).failure();
    }

    private ConnectionPlan plan(Account account) throws MailException {
        return ConnectionPlan.of(account, transports, PortPolicies.builtIn());
    }
}
