package org.postern.transport.contract.tests;

import org.postern.demo.DemoAccount;
import org.postern.demo.DemoKind;
import org.postern.demo.DemoServer;
import org.postern.testing.Eventually;
import org.postern.testing.RawImap;
import org.postern.testing.RawPop;
import org.postern.testing.TestUser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;

/** The server that the product has inside, with the account that is made for the transport. */
record DemoPlace(DemoServer server, X509Certificate authority) implements Place, AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    static DemoPlace of(DemoServer server) throws IOException, CertificateException {
        try (InputStream file = Files.newInputStream(server.caCertificate())) {
            return new DemoPlace(
                    server,
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
    }

    @Override
    public String host() {
        return server.host();
    }

    @Override
    public int port(Route route) {
        return server.port(kind(route));
    }

    @Override
    public TestUser user(Route route) {
        DemoAccount account =
                server.accounts().stream()
                        .filter(candidate -> candidate.kind() == kind(route))
                        .findFirst()
                        .orElseThrow();
        return new TestUser(account.user(), new String(server.password(account)));
    }

    private static DemoKind kind(Route route) {
        return switch (route.transport()) {
            case "imap" -> DemoKind.IMAP;
            case "imaps" -> DemoKind.IMAPS;
            case "pop" -> DemoKind.POP;
            default -> DemoKind.POPS;
        };
    }

    @Override
    public RawImap raw(Route route) throws IOException {
        TestUser user = user(route);
        return RawImap.plain("127.0.0.1", server.imapPort()).login(user.name(), user.password());
    }

    @Override
    public void awaitFree(Route route) {
        if (!route.imap()) {
            Eventually.until(() -> isFree(user(route)), LIMIT, "the maildrop is free");
        }
    }

    private boolean isFree(TestUser user) {
        try (RawPop client = RawPop.plain("127.0.0.1", server.popPort())) {
            client.login(user.name(), user.password()).quit();
            return true;
        } catch (IllegalStateException inUse) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
