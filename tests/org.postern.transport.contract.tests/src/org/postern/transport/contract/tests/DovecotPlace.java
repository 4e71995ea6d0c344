package org.postern.transport.contract.tests;

import org.postern.testing.Dovecot;
import org.postern.testing.RawImap;
import org.postern.testing.TestCa;
import org.postern.testing.TestUser;

import java.io.IOException;
import java.security.cert.X509Certificate;

/** A real Dovecot. */
record DovecotPlace(Dovecot server) implements Place, AutoCloseable {

    @Override
    public String host() {
        return server.host();
    }

    @Override
    public int port(Route route) {
        return switch (route.transport()) {
            case "imap" -> server.imapPort();
            case "imaps" -> server.imapsPort();
            case "pop" -> server.popPort();
            default -> server.popsPort();
        };
    }

    @Override
    public TestUser user(Route route) {
        return server.user();
    }

    @Override
    public X509Certificate authority() {
        return TestCa.shared().root();
    }

    @Override
    public RawImap raw(Route route) throws IOException {
        return server.raw();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
