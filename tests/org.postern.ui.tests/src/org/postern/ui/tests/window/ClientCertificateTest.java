package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postern.net.Login;
import org.postern.net.Posture;
import org.postern.sync.AccountState;
import org.postern.testing.Dovecot;
import org.postern.testing.ServerIdentity;
import org.postern.testing.SoftToken;
import org.postern.testing.TestCa;
import org.postern.testing.TestMail;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.jobs.LookAtCertificate;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody whose server knows people by their certificates sets up an account. */
@ExtendWith(InWindow.class)
class ClientCertificateTest {

    private static final String PASSWORD = "open sesame";
    private static final Belongings OURS = new Belongings();
    private static final ServerIdentity JOE = TestCa.shared().clientFor("joe");
    private static Dovecot dovecot;

    private final Program program = InWindow.program();
    private final Screen screen = program.screen();

    @TempDir private static Path folder;

    @BeforeAll
    static void setUp() throws Exception {
        dovecot =
                OURS.keep(
                        Dovecot.with()
                                .mechanisms("plain", "external")
                                .clientCertificates()
                                .start());
        dovecot.append("INBOX", TestMail.subject("Only for the certified").bytes());
        SoftToken.make(folder, Map.of("joe", JOE));
    }

    @AfterAll
    static void tearDown() throws Exception {
        OURS.close();
    }

    private static Path file() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        X509Certificate[] chain = JOE.chain().toArray(X509Certificate[]::new);
        store.setKeyEntry("joe", JOE.key(), PASSWORD.toCharArray(), chain);
        Path file = folder.resolve("joe.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    @Test
    void aCertificateInAFileBringsTheMail() throws Exception {
        logsIn("Filed", AdvancedPage.IN_A_FILE, file().toString(), PASSWORD);
    }

    /** The key never leaves the token. */
    @Test
    void aCertificateOnATokenBringsTheMail() {
        logsIn("Carded", AdvancedPage.ON_A_TOKEN, SoftToken.module().toString(), SoftToken.PIN);
    }

    /** Some tokens lock themselves for good after three wrong PINs. */
    @Test
    void aPinIsTriedOnceAndOnlyWhenSomebodyTypedIt() {
        AtomicInteger looks = new AtomicInteger();
        IJobChangeListener counting =
                new JobChangeAdapter() {
                    @Override
                    public void scheduled(IJobChangeEvent event) {
                        looks.addAndGet(event.getJob() instanceof LookAtCertificate ? 1 : 0);
                    }
                };
        SettingsPage wizard = wizard("Tried");
        AdvancedPage advanced = AdvancedPage.open(screen).way(AdvancedPage.BY_CERTIFICATE);
        Job.getJobManager().addJobChangeListener(counting);
        try {
            advanced.place(AdvancedPage.ON_A_TOKEN, SoftToken.module().toString()).visitSecret();
            assertEquals(0, looks.get());
            advanced.secret(SoftToken.PIN).visitSecret().visitSecret();
            advanced.awaitHolds("valid until");
            assertEquals(1, looks.get());
        } finally {
            Job.getJobManager().removeJobChangeListener(counting);
        }
        advanced.end("Cancel");
        wizard.press("Cancel").awaitClosed();
    }

    private void logsIn(String name, int kind, String place, String secret) {
        SettingsPage wizard = wizard(name);
        AdvancedPage advanced = AdvancedPage.open(screen).way(AdvancedPage.BY_CERTIFICATE);
        assertFalse(advanced.canAccept());
        advanced.certificate(kind, place, secret);
        assertTrue(advanced.awaitHolds("valid until").contains("joe"));
        screen.picture("client-certificate-" + name);
        advanced.accept();

        String result = wizard.test();
        screen.picture("client-certificate-test-" + name);
        assertTrue(result.startsWith("It works"), result);
        wizard.press("Finish").awaitClosed();
        FoldersPage folders = new FoldersPage(screen);
        folders.select(new Hand(screen), name, "Inbox");
        new ListPage(screen).await("Only for the certified");
        folders.awaitLastingBadge(name, "");
        Posture posture = posture(name);
        assertEquals(Optional.of(JOE.leaf()), posture.client());
        assertEquals(Optional.of(new Login("EXTERNAL", false, true)), posture.login());
    }

    private SettingsPage wizard(String name) {
        screen.toFront("Postern");
        new Hand(screen).pressKey("ctrl+shift+n");
        String type = program.services().transports().find("imap").orElseThrow().label();
        return SettingsPage.wizard(screen)
                .type(WidgetIds.SETTINGS_PERSON, "Joe Example")
                .type(WidgetIds.SETTINGS_ADDRESS, "joe@example.com")
                .type(WidgetIds.SETTINGS_ACCOUNT_NAME, name)
                .press("Next")
                .choose(type)
                .type(WidgetIds.SETTINGS_HOST, "localhost")
                .tick(WidgetIds.SETTINGS_SSL, true)
                .type(WidgetIds.SETTINGS_PORT, String.valueOf(dovecot.imapsPort()))
                .type(WidgetIds.SETTINGS_USER, "joe");
    }

    private Posture posture(String name) {
        AccountState state =
                program.services().accounts().all().stream()
                        .filter(account -> account.name().equals(name))
                        .map(account -> program.services().engine().state(account.id()))
                        .findFirst()
                        .orElseThrow();
        return state instanceof AccountState.Online online
                ? online.posture().orElseThrow()
                : Posture.clear(List.of());
    }
}
