package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.Flag;
import org.postern.core.Security;
import org.postern.demo.DemoAccount;
import org.postern.demo.DemoKind;
import org.postern.demo.DemoServer;
import org.postern.imap.ImapTransport;
import org.postern.net.Connector;
import org.postern.net.SocketConnector;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.TrustAnchors;
import org.postern.testing.TestUser;
import org.postern.transport.CanFlag;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.SyncToken;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All mail of the demo server, over each way of protection. */
class DemoServerTest {

    private static final IProgressMonitor MONITOR = new NullProgressMonitor();

    @TempDir static Path folder;
    private static DemoServer demo;
    private static Connector connector;

    @BeforeAll
    static void start() throws Exception {
        demo = DemoServer.start(folder);
        try (InputStream pem = Files.newInputStream(demo.caCertificate())) {
            X509Certificate root =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(pem);
            connector =
                    new SocketConnector(
                            ConnectionPolicies.builtIn(),
                            new CertificateJudge(() -> TrustAnchors.of(root)));
        }
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    private static MailSession open(Security security) throws Exception {
        DemoKind kind = security == Security.TLS ? DemoKind.IMAPS : DemoKind.IMAP;
        DemoAccount account =
                demo.accounts().stream().filter(a -> a.kind() == kind).findFirst().orElseThrow();
        TestUser user = new TestUser(account.user(), String.valueOf(demo.password(account)));
        return new ImapTransport()
                .open(
                        Sessions.request(
                                demo.host(),
                                demo.port(kind),
                                security,
                                user,
                                Duration.ofSeconds(20)),
                        connector,
                        MONITOR);
    }

    @ParameterizedTest
    @EnumSource
    void readsAllThereIs(Security security) throws Exception {
        int messages = 0;
        try (MailSession session = open(security)) {
            List<RemoteMailbox> mailboxes = session.mailboxes(MONITOR);
            assertTrue(mailboxes.size() > 3);
            for (RemoteMailbox mailbox : mailboxes) {
                if (mailbox.selectable()) {
                    messages += read(session, mailbox.id());
                }
            }
        }
        assertTrue(messages >= 20, "messages: " + messages);
    }

    private static int read(MailSession session, String mailbox) throws Exception {
        HeardChanges heard = new HeardChanges();
        SyncToken token = session.changes(mailbox, Optional.empty(), heard, MONITOR);
        HeardChanges again = new HeardChanges();
        session.changes(mailbox, Optional.of(token), again, MONITOR);
        assertEquals(List.of(), again.events);
        int[] bodies = new int[1];
        session.bodies(
                mailbox,
                heard.messages.keySet().stream().map(RemoteId::new).toList(),
                (id, bytes) -> {
                    bodies[0]++;
                    assertEquals(
                            heard.messages.get(id.value()).size(), bytes.readAllBytes().length);
                },
                MONITOR);
        assertEquals(heard.messages.size(), bodies[0]);
        return bodies[0];
    }

    @ParameterizedTest
    @EnumSource
    void aFlagStays(Security security) throws Exception {
        try (MailSession session = open(security)) {
            HeardChanges heard = new HeardChanges();
            SyncToken token = session.changes("INBOX", Optional.empty(), heard, MONITOR);
            String id =
                    heard.flags.entrySet().stream()
                            .filter(e -> !e.getValue().contains(Flag.ANSWERED))
                            .findFirst()
                            .orElseThrow()
                            .getKey();
            session.capability(CanFlag.class)
                    .orElseThrow()
                    .flag(
                            "INBOX",
                            List.of(new RemoteId(id)),
                            Set.of(Flag.ANSWERED),
                            Set.of(),
                            MONITOR);
            HeardChanges later = new HeardChanges();
            session.changes("INBOX", Optional.of(token), later, MONITOR);
            assertTrue(later.flags.get(id).contains(Flag.ANSWERED));
            assertFalse(later.events.contains("forgotten"));
        }
    }
}
