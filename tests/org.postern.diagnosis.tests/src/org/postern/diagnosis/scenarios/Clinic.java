package org.postern.diagnosis.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.account.Account;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.diagnosis.Connecting;
import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Doctor;
import org.postern.diagnosis.DoctorParts;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.Rules;
import org.postern.diagnosis.SessionWork;
import org.postern.net.Resolver;
import org.postern.net.SocketConnector;
import org.postern.net.Timeouts;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.Contribution;
import org.postern.security.Pins;
import org.postern.security.PolicyReports;
import org.postern.security.PortPolicies;
import org.postern.security.PortPolicy;
import org.postern.security.PortQuestion;
import org.postern.security.PortSwitch;
import org.postern.security.TrustAnchors;
import org.postern.testing.FreePorts;
import org.postern.testing.TestCa;
import org.postern.transport.OpenRequest;
import org.postern.transport.Transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Doctor with everything real but for what a test puts in its place. */
final class Clinic {

    static final String PASSWORD = "tr0ub4dor and three";

    private final Map<Security, Integer> usual = new EnumMap<>(Security.class);
    private Timeouts timeouts = Timeouts.of(Duration.ofSeconds(20));
    private Timeouts glance = Timeouts.of(Duration.ofSeconds(3));
    private Resolver resolver = Resolver.system();
    private Clock clock = Clock.systemUTC();
    private Pins pins = Pins.NONE;
    private TrustAnchors trust = TrustAnchors.of(TestCa.shared().root());
    private ConnectionPolicies policies = ConnectionPolicies.builtIn();
    private Optional<Connecting> connecting = Optional.empty();
    private Optional<OpenRequest.Credentials> credentials =
            Optional.of(() -> Secret.of(PASSWORD.toCharArray()));
    private SessionWork work = SessionWork.NOTHING;
    private Optional<Transport> transport = Optional.empty();

    /** On the usual port of that mode there is something; on the others there is nobody. */
    Clinic usual(Security security, int port) {
        usual.put(security, port);
        return this;
    }

    Clinic waiting(Duration each) {
        timeouts = Timeouts.of(each);
        return this;
    }

    /** For a server to which no other way works, so that none needs time to show it. */
    Clinic alone() {
        glance = Timeouts.of(Duration.ofMillis(300));
        return this;
    }

    Clinic resolving(Resolver other) {
        resolver = other;
        return this;
    }

    Clinic at(Clock other) {
        clock = other;
        return this;
    }

    Clinic trusting(TrustAnchors other) {
        trust = other;
        return this;
    }

    Clinic remembering(Pins other) {
        pins = other;
        return this;
    }

    Clinic under(ConnectionPolicies other) {
        policies = other;
        return this;
    }

    Clinic connecting(Connecting other) {
        connecting = Optional.of(other);
        return this;
    }

    Clinic withoutPassword() {
        credentials = Optional.empty();
        return this;
    }

    Clinic giving(OpenRequest.Credentials other) {
        credentials = Optional.of(other);
        return this;
    }

    /** In the place of those that speak IMAP. */
    Clinic installing(Transport other) {
        transport = Optional.of(other);
        return this;
    }

    Clinic working(SessionWork other) {
        work = other;
        return this;
    }

    /**
     * Fails unless the account is ill by exactly that cause, told the same way by the ladder and
     * afterwards from memory, with whole sentences and without a secret.
     */
    Diagnosis assertCause(String cause, Account account) {
        Doctor doctor = doctor();
        Examination found = examine(doctor, account);
        Diagnosis diagnosis =
                found.diagnosis()
                        .orElseThrow(() -> new AssertionError("works:\n" + found.report()));
        assertEquals(cause, diagnosis.cause(), found::report);
        assertEquals(cause, doctor.diagnose(account, found.failure().orElseThrow()).cause());
        assertTold(diagnosis);
        assertSecret(found);
        return diagnosis;
    }

    /** Fails unless the account works with exactly that warning. */
    Diagnosis assertWarning(String cause, Account account) {
        Examination found = examine(account);
        assertTrue(found.works(), found::report);
        List<String> causes = found.warnings().stream().map(Diagnosis::cause).toList();
        assertEquals(List.of(cause), causes, found::report);
        assertTold(found.warnings().getFirst());
        assertSecret(found);
        return found.warnings().getFirst();
    }

    private static void assertTold(Diagnosis d) {
        for (String text : List.of(d.tried(), d.seen(), d.meaning(), d.advice())) {
            assertFalse(text.isBlank(), d::toString);
            assertFalse(text.matches(".*\\{[0-9]\\}.*"), text);
        }
    }

    private static void assertSecret(Examination found) {
        assertFalse(found.toString().contains(PASSWORD), "the password is in the examination");
        assertFalse(found.report().contains(Patient.USER), found::report);
    }

    Examination examine(Account account) {
        return examine(doctor(), account);
    }

    private Examination examine(Doctor doctor, Account account) {
        return doctor.examine(account, credentials, work, rung -> {}, new NullProgressMonitor());
    }

    /** Makes the connections, unless a test has put another in its place. */
    SocketConnector connector() {
        return new SocketConnector(
                policies, new CertificateJudge(() -> trust, clock), resolver, pins);
    }

    Doctor doctor() {
        SocketConnector connector = connector();
        return new Doctor(
                new DoctorParts(
                        new TestTransports(transport),
                        ports(),
                        Rules.builtIn(),
                        connecting.orElse((account, least) -> connector),
                        pins,
                        timeouts,
                        clock,
                        glance));
    }

    private PortPolicies ports() {
        return new PortPolicies(
                () -> List.of(Contribution.of("test", new UsualPorts())), PolicyReports.toLog());
    }

    /** What a test says is usual, and else a port that nobody listens on. */
    private final class UsualPorts implements PortPolicy {

        @Override
        public Optional<Port> defaultPort(PortQuestion question) {
            return Optional.of(
                    new Port(usual.computeIfAbsent(question.security(), mode -> nobody())));
        }

        @Override
        public Optional<Port> afterSwitch(PortSwitch change) {
            return Optional.empty();
        }

        private static int nobody() {
            try {
                return FreePorts.refused();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
