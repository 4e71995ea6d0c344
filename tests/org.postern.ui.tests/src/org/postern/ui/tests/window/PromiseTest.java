package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.core.Security;
import org.postern.testing.ClearTextRules;
import org.postern.testing.Dovecot;
import org.postern.testing.RecordingProxy;
import org.postern.testing.TestMail;
import org.postern.ui.WidgetIds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** When a user asks for SSL, mail travels by SSL or not at all: seen in the window. */
@ExtendWith(InWindow.class)
class PromiseTest {

    private static final Map<String, RecordingProxy> WIRES = new HashMap<>();
    private static final String[] NAMES = {"Alarm", "Untick", "Upgrade", "Mend"};
    private static final Belongings OURS = new Belongings();
    private static Dovecot dovecot;
    private static Program program;

    @BeforeAll
    static void setUp() throws Exception {
        dovecot = OURS.keep(Dovecot.start());
        dovecot.append("INBOX", TestMail.subject("Greetings from Dovecot").bytes());
        program = InWindow.program();
        for (String name : NAMES) {
            RecordingProxy wire = OURS.keep(RecordingProxy.to(dovecot.imapPort()).start());
            WIRES.put(name, wire);
            program.add(name, "imaps", Security.TLS, wire.port(), dovecot.user());
        }
    }

    @AfterAll
    static void tearDown() throws Exception {
        OURS.close();
    }

    @Test
    void sslOnAClearTextPortRaisesTheAlertAndSendsNoPassword() {
        Screen screen = program.screen();
        RecordingProxy wire = WIRES.get("Alarm");
        AlertPage alert = AlertPage.of(screen, "Alarm").raise();

        assertEquals("localhost:" + wire.port() + " with SSL (IMAP with SSL)", alert.tried());
        assertTrue(alert.seen().contains("answered in clear text"), alert.seen());
        assertTrue(alert.meaning().startsWith("SSL is on, but the server does not"));
        new FoldersPage(screen).awaitBadge("Alarm", "offline: no SSL on this port");
        screen.picture("promise-alert");
        wire.assertNeverInClear(dovecot.user().password());
        ClearTextRules.assertKept(wire);
    }

    @Test
    void noAlertCoversAnother() {
        Screen screen = program.screen();
        List<Point> places = new ArrayList<>();
        for (String account : new String[] {"Stack one", "Stack two", "Stack three"}) {
            int port = WIRES.get("Alarm").port();
            program.add(account, "imaps", Security.TLS, port, dovecot.user());
            places.add(AlertPage.of(screen, account).place());
        }
        screen.picture("promise-cascade");
        assertEquals(3, new HashSet<>(places).size(), places.toString());
    }

    @Test
    void untickingSslInTheSettingsMakesItWorkMarkedAsUnprotected() {
        Screen screen = program.screen();
        Hand hand = new Hand(screen);
        AlertPage alert = AlertPage.of(screen, "Untick").raise();
        hand.click(alert.button(WidgetIds.ALERT_SETTINGS));
        SettingsPage settings = SettingsPage.of(screen, "Untick");
        settings.tick(WidgetIds.SETTINGS_SSL, false);

        String port = String.valueOf(WIRES.get("Untick").port());
        assertEquals(port, settings.text(WidgetIds.SETTINGS_PORT));
        assertTrue(settings.warns());
        screen.picture("promise-untick");
        settings.press("Save").awaitClosed();
        awaitMail("Untick", "not protected");
        screen.picture("promise-unticked");
    }

    private static void awaitMail(String account, String badge) {
        Screen screen = program.screen();
        FoldersPage folders = new FoldersPage(screen);
        folders.awaitBadge(account, badge);
        folders.select(new Hand(screen), account, "Inbox");
        new ListPage(screen).await("Greetings from Dovecot");
        folders.awaitLastingBadge(account, badge);
    }

    @Test
    void requiringStartTlsByTheMendKeepsTheMailProtected() {
        Screen screen = program.screen();
        AlertPage alert = AlertPage.of(screen, "Upgrade").raise();
        new Hand(screen)
                .click(alert.mend("Use port " + WIRES.get("Upgrade").port() + " with STARTTLS"));
        alert.awaitClosed();
        awaitMail("Upgrade", "");
        screen.picture("promise-starttls");
        WIRES.get("Upgrade").assertNeverInClear(dovecot.user().password());
        ClearTextRules.assertKept(WIRES.get("Upgrade"));
    }

    @Test
    void turningSslOffByTheMendIsAskedOnceMore() {
        Screen screen = program.screen();
        Hand hand = new Hand(screen);
        AlertPage alert = AlertPage.of(screen, "Mend").raise();
        int tried = WIRES.get("Mend").connections();
        hand.click(alert.mend("Turn SSL off"));
        Shell question = screen.awaitShell("Less protection?");
        screen.picture("promise-less");
        hand.click(Buttons.in(screen, question, "Keep it protected"));
        screen.until(question::isDisposed, "the question is gone");
        assertEquals(tried, WIRES.get("Mend").connections());

        hand.click(AlertPage.of(screen, "Mend").raise().mend("Turn SSL off"));
        hand.click(Buttons.in(screen, screen.awaitShell("Less"), "Use less protection"));
        awaitMail("Mend", "not protected");
    }
}
