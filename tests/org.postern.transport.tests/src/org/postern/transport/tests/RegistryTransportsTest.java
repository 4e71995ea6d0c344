package org.postern.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.transport.RegistryTransports;
import org.postern.transport.Transport;
import org.postern.transport.TransportDescriptor;

import java.util.List;
import java.util.Optional;

final class RegistryTransportsTest {

    private static final String CLASS = " class=\"org.postern.transport.tests.FakeTransport\"";
    private static final String PLAIN =
            "id=\"a\" scheme=\"a\" label=\"A mail\" protocol=\"a\" security=\"none\""
                    + " defaultPort=\"1001\" twin=\"as\" startTls=\"true\""
                    + CLASS;
    private static final String TLS =
            "id=\"as\" scheme=\"as\" label=\"A mail (SSL)\" protocol=\"a\" security=\"tls\""
                    + " defaultPort=\"1002\" twin=\"a\""
                    + CLASS;
    private static final String FOLDER =
            "id=\"f\" scheme=\"f\" label=\"Folder\" protocol=\"f\" security=\"none\""
                    + " location=\"folder\" login=\"false\""
                    + CLASS;

    private PlainRegistry registry;
    private RegistryTransports transports;

    @BeforeEach
    void start() throws CoreException {
        registry = new PlainRegistry();
        transports = registry.transports();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private List<String> ids() {
        return transports.all().stream().map(TransportDescriptor::id).toList();
    }

    private String onlyProblem() {
        List<String> problems = transports.problems();
        assertEquals(1, problems.size(), problems::toString);
        return problems.getFirst();
    }

    @Test
    void isEmptyWhereNothingIsInstalled() {
        assertEquals(List.of(), transports.all());
        assertEquals(Optional.empty(), transports.find("a"));
        assertEquals(List.of(), transports.problems());
    }

    @Test
    void readsWhatAnExtensionDeclares() {
        registry.plugin("example.mail", PLAIN, TLS, FOLDER);
        assertEquals(
                Optional.of(
                        new TransportDescriptor(
                                "a",
                                "a",
                                "A mail",
                                "a",
                                Security.NONE,
                                Optional.of(new Port(1001)),
                                Optional.of("as"),
                                true,
                                true,
                                TransportDescriptor.Location.SERVER,
                                "example.mail")),
                transports.find("a"));
        TransportDescriptor folder = transports.find("f").orElseThrow();
        assertEquals(TransportDescriptor.Location.FOLDER, folder.location());
        assertEquals(Optional.empty(), folder.defaultPort());
        assertEquals(List.of(), transports.problems());
    }

    @Test
    void ordersByLabel() {
        registry.plugin("example.z", FOLDER).plugin("example.mail", TLS, PLAIN);
        assertEquals(List.of("a", "as", "f"), ids());
    }

    @Test
    void findsTheTwinInTheOtherMode() {
        registry.plugin("example.mail", PLAIN, TLS, FOLDER);
        TransportDescriptor plain = transports.find("a").orElseThrow();
        TransportDescriptor tls = transports.find("as").orElseThrow();
        assertEquals(Optional.of(tls), transports.inMode(plain, Security.TLS));
        assertEquals(Optional.of(plain), transports.inMode(plain, Security.STARTTLS));
        assertEquals(Optional.of(plain), transports.inMode(tls, Security.NONE));
        assertEquals(Optional.of(tls), transports.inMode(tls, Security.TLS));
        TransportDescriptor folder = transports.find("f").orElseThrow();
        assertEquals(Optional.empty(), transports.inMode(folder, Security.TLS));
    }

    @Test
    void passesOverWhatIsUnsoundAndSaysWhy() {
        for (String wrong :
                List.of(
                        "defaultPort=\"1001\"|defaultPort=\"70000\"|defaultPort",
                        "defaultPort=\"1001\"|defaultPort=\"many\"|defaultPort",
                        "security=\"none\"|security=\"some\"|security",
                        "security=\"none\"||security",
                        "startTls=\"true\"|startTls=\"maybe\"|startTls",
                        "startTls=\"true\"|startTls=\"true\" login=\"yes\"|login",
                        "startTls=\"true\"|location=\"moon\"|location",
                        "scheme=\"a\"||scheme",
                        "label=\"A mail\"|label=\" \"|label",
                        "id=\"a\"||id",
                        CLASS + "||class")) {
            String[] change = wrong.split("\\|");
            registry.plugin("example.mail", PLAIN.replace(change[0], change[1]), FOLDER);
            assertEquals(List.of("f"), ids(), wrong);
            assertTrue(onlyProblem().contains("example.mail"), onlyProblem());
            assertTrue(onlyProblem().contains('"' + change[2] + '"'), onlyProblem());
            registry.uninstall("example.mail");
        }
    }

    @Test
    void passesOverATlsTransportThatOffersAnUpgrade() {
        registry.plugin("example.mail", TLS + " startTls=\"true\"");
        assertEquals(List.of(), ids());
        assertTrue(onlyProblem().contains("example.mail"), onlyProblem());
    }

    @Test
    void passesOverElementsThatItDoesNotKnow() {
        registry.contribute(
                "example.mail",
                "<plugin><extension point=\"org.postern.transport.transports\"><carrier/>"
                        + "</extension></plugin>");
        assertEquals(List.of(), ids());
        assertTrue(onlyProblem().contains("carrier"), onlyProblem());
    }

    @Test
    void ofTwoWithOneIdTheFirstBundleCounts() {
        registry.plugin("example.second", FOLDER.replace("Folder", "Second"));
        registry.plugin("example.first", FOLDER.replace("Folder", "First"));
        assertEquals("First", transports.find("f").orElseThrow().label());
        assertEquals(List.of("f"), ids());
        assertTrue(onlyProblem().contains("example.second"), onlyProblem());
    }

    @Test
    void aTwinThatIsNotThereIsNone() {
        registry.plugin("example.mail", PLAIN);
        assertEquals(Optional.empty(), transports.find("a").orElseThrow().twin());
        assertTrue(onlyProblem().contains("\"as\""), onlyProblem());
    }

    @Test
    void aTwinThatDoesNotAgreeIsNone() {
        for (String other :
                List.of(
                        TLS.replace("twin=\"a\"", "twin=\"b\""),
                        TLS.replace("protocol=\"a\"", "protocol=\"b\""),
                        TLS.replace("security=\"tls\"", "security=\"none\""))) {
            registry.plugin("example.mail", PLAIN, other);
            assertEquals(Optional.empty(), transports.find("a").orElseThrow().twin(), other);
            assertEquals(Optional.empty(), transports.find("as").orElseThrow().twin(), other);
            assertEquals(2, transports.problems().size(), other);
            registry.uninstall("example.mail");
        }
    }

    @Test
    void loadsOneInstanceForAll() throws MailException {
        registry.plugin("example.mail", PLAIN, TLS);
        Transport transport = transports.load("a");
        assertInstanceOf(FakeTransport.class, transport);
        assertSame(transport, transports.load("a"));
        assertNotSame(transport, transports.load("as"));
    }

    @Test
    void saysThatATransportIsNotInstalled() {
        assertEquals(new Failure.NoSuchTransport("a"), failureOfLoading("a"));
    }

    @Test
    void saysThatAClassCannotBeLoaded() {
        for (String name : List.of("example.Missing", "java.lang.Object", "java.lang.Runnable")) {
            String broken = PLAIN.replace("org.postern.transport.tests.FakeTransport", name);
            registry.plugin("example.mail", broken);
            assertEquals(new Failure.NoSuchTransport("a"), failureOfLoading("a"), name);
            registry.uninstall("example.mail");
        }
    }

    private Failure failureOfLoading(String id) {
        return assertThrows(MailException.class, () -> transports.load(id)).failure();
    }

    @Test
    void followsInstallationAndRemovalWhileRunning() throws MailException {
        registry.plugin("example.mail", PLAIN, TLS);
        Transport before = transports.load("a");
        registry.uninstall("example.mail");
        assertEquals(List.of(), ids());
        assertEquals(new Failure.NoSuchTransport("a"), failureOfLoading("a"));
        registry.plugin("example.mail", PLAIN, TLS);
        assertEquals(List.of("a", "as"), ids());
        assertNotSame(before, transports.load("a"));
    }
}
