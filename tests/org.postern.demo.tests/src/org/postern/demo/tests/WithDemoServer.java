package org.postern.demo.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.postern.demo.DemoAccount;
import org.postern.demo.DemoKind;
import org.postern.demo.DemoServer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A fresh server for every test. */
abstract class WithDemoServer {
    @TempDir Path folder;
    DemoServer server;

    @BeforeEach
    void start() throws IOException {
        server = DemoServer.start(folder.resolve("state"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    DemoAccount account(DemoKind kind) {
        return server.accounts().stream()
                .filter(account -> account.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    String password(DemoAccount account) {
        return new String(server.password(account));
    }

    /** A client that has read the greeting. */
    Peer imap() throws IOException {
        Peer peer = new Peer(server.imapPort());
        assertTrue(peer.line().startsWith("* OK [CAPABILITY IMAP4rev1 "));
        return peer;
    }

    Peer imapAs(DemoAccount account) throws IOException {
        Peer peer = imap();
        String login = "LOGIN " + account.user() + " \"" + password(account) + "\"";
        assertTrue(peer.answer(login).startsWith("OK [CAPABILITY "));
        return peer;
    }

    /** Somebody with many mailboxes, logged in over IMAP. */
    Peer anna() throws IOException {
        return imapAs(account(DemoKind.IMAP));
    }

    Peer pop() throws IOException {
        Peer peer = new Peer(server.popPort());
        assertTrue(peer.line().startsWith("+OK"));
        return peer;
    }

    Peer popAs(DemoAccount account) throws IOException {
        Peer peer = pop();
        assertTrue(peer.pop("USER " + account.user()).startsWith("+OK"));
        assertTrue(peer.pop("PASS " + password(account)).startsWith("+OK"));
        return peer;
    }

    X509Certificate authority() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(server.caCertificate())) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** A client's context that trusts the demo's authority and nobody else. */
    SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("demo", authority());
        TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }

    /** The number behind a word such as UIDNEXT in one of the lines. */
    static long number(List<String> lines, String word) {
        String text = String.join(" ", lines);
        return Long.parseLong(text.replaceAll("(?s).*\\b" + word + " (\\d+).*", "$1"));
    }
}
