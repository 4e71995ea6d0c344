package org.postern.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.CertificateProblem;
import org.postern.core.Failure;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.core.Speaks;
import org.postern.core.Step;
import org.postern.net.Timeouts;
import org.postern.security.Pins;
import org.postern.security.PortPolicies;
import org.postern.transport.TransportDescriptor;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a failure is called in every mode, before anybody looked at other ways. */
class FailureTextsTest {

    private final Diagnostician diagnostician =
            new Doctor(
                    new DoctorParts(
                            new FakeTransports(),
                            PortPolicies.builtIn(),
                            Rules.builtIn(),
                            (account, least) -> {
                                throw new AssertionError("asked to connect");
                            },
                            Pins.NONE,
                            Timeouts.DEFAULT,
                            Clock.systemUTC()));

    @Test
    void everyKindOfFailureIsAmongTheExamples() {
        Set<Class<?>> kinds =
                Failures.all().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.copyOf(Arrays.asList(Failure.class.getPermittedSubclasses())), kinds);
    }

    @Test
    void everyFailureHasWholeSentencesInEveryMode() {
        for (Failure failure : Failures.all()) {
            for (Account account : List.of(plain(1043), tls(1093), startTls(), folder())) {
                Diagnosis d = diagnostician.diagnose(account, failure);
                for (String text :
                        List.of(d.cause(), d.tried(), d.seen(), d.meaning(), d.advice())) {
                    assertFalse(text.isBlank(), () -> failure + " gives " + d);
                    assertFalse(
                            text.matches(".*\\{[0-9]\\}.*"),
                            () -> "a place is not filled: " + text);
                }
            }
        }
    }

    @Test
    void mendsNeverProtectLessWithoutSayingSo() {
        for (Failure failure : Failures.all()) {
            for (Account account : List.of(plain(2222), tls(2222), startTls())) {
                for (Mend mend : diagnostician.diagnose(account, failure).mends()) {
                    boolean before = account.incoming().security().isProtected();
                    boolean after = mend.settings().security().isProtected();
                    assertEquals(before && !after, mend.lessProtected(), mend.label());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noCertificateProblemOffersToLookAway(CertificateProblem problem) {
        Failure failure =
                new Failure.CertificateRejected(
                        Failures.PEER, problem, List.of(), List.of(), "detail");
        assertEquals(List.of(), diagnostician.diagnose(tls(1093), failure).mends());
    }

    @Test
    void sslOnTheClearTextPortOffersTheSslPortFirst() {
        Diagnosis d =
                diagnostician.diagnose(
                        tls(1043),
                        new Failure.ClearTextOnTlsPort(Failures.PEER, Speaks.IMAP, "* OK hi"));
        assertEquals("ssl-on-clear-text-port", d.cause());
        assertEquals(Optional.of(new Port(1093)), d.mends().getFirst().settings().port());
        assertEquals("An IMAP server answered in clear text: * OK hi", d.seen());
    }

    @Test
    void aServerWithoutSslOffersToUntickItLast() {
        Diagnosis d =
                diagnostician.diagnose(
                        tls(1093),
                        new Failure.ClearTextOnTlsPort(Failures.PEER, Speaks.IMAP, "* OK hi"));
        assertEquals("no-ssl-on-port", d.cause());
        Mend last = d.mends().getLast();
        assertTrue(last.lessProtected());
        assertEquals("post", last.settings().transport());
        assertEquals(Optional.of(new Port(1043)), last.settings().port());
    }

    @Test
    void untickingKeepsAPortThatTheUserChose() {
        Diagnosis d = diagnostician.diagnose(tls(2222), new Failure.Refused(Failures.PEER));
        assertEquals("refused-ssl-port", d.cause());
        Mend untick = d.mends().stream().filter(Mend::lessProtected).findFirst().orElseThrow();
        assertEquals(Optional.of(new Port(2222)), untick.settings().port());
    }

    @Test
    void clearTextOnAnSslPortOffersToTickSsl() {
        Diagnosis d =
                diagnostician.diagnose(plain(1093), new Failure.TlsOnClearTextPort(Failures.PEER));
        assertEquals("clear-text-on-ssl-port", d.cause());
        assertEquals("posts", d.mends().getFirst().settings().transport());
        assertEquals(Security.TLS, d.mends().getFirst().settings().security());
    }

    @Test
    void anotherProtocolIsCalledByItsName() {
        Diagnosis d =
                diagnostician.diagnose(
                        plain(1043),
                        new Failure.OtherProtocol(Failures.PEER, "IMAP", Speaks.POP3, "+OK hi"));
        assertEquals("pop-answers", d.cause());
        assertTrue(d.meaning().contains("POP"), d.meaning());
    }

    @Test
    void aWrongHostIsToldWithTheNamesOfTheCertificate() {
        Failure failure =
                new Failure.CertificateRejected(
                        Failures.PEER,
                        CertificateProblem.WRONG_HOST,
                        List.of(),
                        List.of("a.example", "b.example"),
                        "");
        assertTrue(
                diagnostician.diagnose(tls(1093), failure).seen().contains("a.example, b.example"));
    }

    @Test
    void whatWasTriedNamesHostPortAndProtection() {
        Failure failure = new Failure.TimedOut(Failures.PEER, Step.CONNECT, Duration.ofSeconds(3));
        String tls = diagnostician.diagnose(tls(1093), failure).tried();
        String clear = diagnostician.diagnose(plain(1043), failure).tried();
        assertEquals("mail.example.org:1093 with SSL (Post with SSL)", tls);
        assertEquals("mail.example.org:1043 without SSL (Post)", clear);
    }

    @Test
    void anAbsentPortIsToldAsTheDefaultOne() {
        Account account = account(FakeTransports.TLS, Optional.empty(), Security.TLS);
        String tried = diagnostician.diagnose(account, new Failure.Refused(Failures.PEER)).tried();
        assertTrue(tried.startsWith("mail.example.org:1093 "), tried);
    }

    private static Account plain(int port) {
        return account(FakeTransports.PLAIN, Optional.of(new Port(port)), Security.NONE);
    }

    private static Account tls(int port) {
        return account(FakeTransports.TLS, Optional.of(new Port(port)), Security.TLS);
    }

    private static Account startTls() {
        return account(FakeTransports.PLAIN, Optional.of(new Port(1043)), Security.STARTTLS);
    }

    private static Account folder() {
        return account(FakeTransports.FOLDER, Optional.empty(), Security.NONE);
    }

    private static Account account(
            TransportDescriptor transport, Optional<Port> port, Security security) {
        ServerSettings settings =
                new ServerSettings(
                        transport.id(),
                        "mail.example.org",
                        port,
                        "ann",
                        Authentication.PASSWORD,
                        security);
        return new Account(new AccountId("a"), "Ann", List.of(), settings, SyncOptions.DEFAULT);
    }
}
