package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postern.ui.WidgetIds.SETTINGS_ACCOUNT_NAME;
import static org.postern.ui.WidgetIds.SETTINGS_ACKNOWLEDGED;
import static org.postern.ui.WidgetIds.SETTINGS_ADDRESS;
import static org.postern.ui.WidgetIds.SETTINGS_HOST;
import static org.postern.ui.WidgetIds.SETTINGS_PASSWORD;
import static org.postern.ui.WidgetIds.SETTINGS_PERSON;
import static org.postern.ui.WidgetIds.SETTINGS_PORT;
import static org.postern.ui.WidgetIds.SETTINGS_SSL;
import static org.postern.ui.WidgetIds.SETTINGS_USER;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Security;
import org.postern.testing.Dovecot;
import org.postern.testing.TestMail;
import org.postern.transport.TransportDescriptor;

import java.util.List;

/** Somebody sets up accounts on a real Dovecot, with mouse and keyboard. */
@ExtendWith(InWindow.class)
class WizardTest {

    private static final Belongings OURS = new Belongings();
    private static Dovecot dovecot;
    private static Program program;
    private SettingsPage wizard;

    @BeforeAll
    static void setUp() throws Exception {
        dovecot = OURS.keep(Dovecot.start());
        dovecot.append("INBOX", TestMail.subject("Greetings from Dovecot").bytes());
        program = InWindow.program();
    }

    @AfterAll
    static void tearDown() throws Exception {
        OURS.close();
    }

    @BeforeEach
    void openTheWizard() {
        Screen screen = program.screen();
        screen.toFront("Postern");
        new Hand(screen).pressKey("ctrl+shift+n");
        wizard = SettingsPage.wizard(screen);
    }

    @AfterEach
    void leaveTheWizard() {
        if (!program.screen().ask(wizard.shell()::isDisposed)) {
            wizard.press("Cancel").awaitClosed();
        }
    }

    private void goToTheServer(String name) {
        wizard.type(SETTINGS_PERSON, "Joe Example")
                .type(SETTINGS_ADDRESS, "joe@example.com")
                .type(SETTINGS_ACCOUNT_NAME, name)
                .press("Next");
    }

    private static List<TransportDescriptor> plain() {
        return program.services().transports().all().stream()
                .filter(t -> t.security() == Security.NONE)
                .toList();
    }

    @Test
    void listsTheTransportsOfTheRegistryOneForEachFamily() {
        goToTheServer("List");
        assertEquals(plain().stream().map(TransportDescriptor::label).toList(), wizard.types());
    }

    @Test
    void sslFillsInTheOtherModesDefaultPort() {
        goToTheServer("Switch");
        for (TransportDescriptor each : plain()) {
            String clear = each.defaultPort().orElseThrow().toString();
            String secured = defaultPortOf(each.twin().orElseThrow());
            wizard.choose(each.label()).tick(SETTINGS_SSL, true);
            assertEquals(secured, wizard.portHint());
            assertFalse(wizard.warns());
            wizard.tick(SETTINGS_SSL, false);
            assertEquals(List.of(clear, clear), portAndHint());
            assertTrue(wizard.warns());
            wizard.tick(SETTINGS_SSL, true);
            assertEquals(List.of(secured, secured), portAndHint());
        }
        program.screen().picture("wizard-ports");
    }

    private static String defaultPortOf(String transport) {
        var found = program.services().transports().find(transport).orElseThrow();
        return found.defaultPort().orElseThrow().toString();
    }

    private List<String> portAndHint() {
        return List.of(wizard.text(SETTINGS_PORT), wizard.portHint());
    }

    @Test
    void aTypedPortStaysThroughAnyTicks() {
        goToTheServer("Typed");
        wizard.type(SETTINGS_PORT, "1143");
        for (boolean ssl : new boolean[] {false, true, false, true}) {
            wizard.tick(SETTINGS_SSL, ssl);
            assertEquals("1143", wizard.text(SETTINGS_PORT));
        }
    }

    @Test
    void testSaysThatItWorksWithSsl() {
        goToTheServer("Works");
        fillIn("imap", true, dovecot.imapsPort());
        String result = wizard.test();
        program.screen().picture("wizard-works");
        String start = "It works: logged in at localhost:" + dovecot.imapsPort() + " (TLSv1.3)";
        assertTrue(result.startsWith(start), result);
    }

    @Test
    void testExplainsThatThereIsNoSslOnThePlainPort() {
        goToTheServer("Explains");
        fillIn("imap", true, dovecot.imapPort());
        String result = wizard.test();
        program.screen().picture("wizard-explains");
        assertTrue(result.startsWith("SSL is on, but the server does not offer SSL"), result);
        assertTrue(result.contains("localhost:" + dovecot.imapPort() + " with SSL"), result);
    }

    /** RFC 8314 §5.1: nobody's password is tried in clear before they were warned. */
    @Test
    void withoutSslTheWarningStandsBeforeAnythingIsTested() {
        goToTheServer("Warned");
        fillIn("imap", true, dovecot.imapsPort());
        assertFalse(wizard.warns());
        fillIn("imap", false, dovecot.imapPort());
        assertTrue(wizard.warns());
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "imaps", "pop", "pops"})
    void finishMakesTheAccountAndItsMailArrives(String transport) {
        boolean ssl = transport.endsWith("s");
        String name = "By " + transport;
        goToTheServer(name);
        fillIn(
                ssl ? transport.substring(0, transport.length() - 1) : transport,
                ssl,
                port(transport));
        assertEquals(!ssl, wizard.warns());
        if (!ssl) {
            assertFalse(wizard.canPress("Finish"));
            program.screen().picture("wizard-unprotected");
            wizard.tick(SETTINGS_ACKNOWLEDGED, true);
        }
        wizard.press("Finish").awaitClosed();

        Screen screen = program.screen();
        FoldersPage folders = new FoldersPage(screen);
        folders.select(new Hand(screen), name, "Inbox");
        new ListPage(screen).await("Greetings from Dovecot");
        folders.awaitLastingBadge(name, ssl ? "" : "not protected");
        screen.picture("wizard-" + transport);
    }

    private static int port(String transport) {
        return switch (transport) {
            case "imap" -> dovecot.imapPort();
            case "imaps" -> dovecot.imapsPort();
            case "pop" -> dovecot.popPort();
            default -> dovecot.popsPort();
        };
    }

    private void fillIn(String plain, boolean ssl, int port) {
        String type = program.services().transports().find(plain).orElseThrow().label();
        wizard.choose(type)
                .type(SETTINGS_HOST, "localhost")
                .tick(SETTINGS_SSL, ssl)
                .type(SETTINGS_PORT, String.valueOf(port))
                .type(SETTINGS_USER, dovecot.user().name())
                .type(SETTINGS_PASSWORD, dovecot.user().password());
    }
}
