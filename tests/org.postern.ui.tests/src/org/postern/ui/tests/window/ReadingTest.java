package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.core.Security;
import org.postern.testing.Dovecot;
import org.postern.testing.Eventually;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestMail;
import org.postern.ui.WidgetIds;

import java.io.IOException;
import java.time.Instant;

/** Somebody reads mail of a real Dovecot and works through it by keyboard. */
@ExtendWith(InWindow.class)
class ReadingTest {

    private static final Belongings OURS = new Belongings();
    private static final String ACCOUNT = "Reader";
    private static Dovecot dovecot;
    private static ScriptedServer images;
    private static Screen screen;
    private static Hand hand;
    private static FoldersPage folders;
    private static ListPage list;

    @BeforeAll
    static void setUp() throws Exception {
        dovecot = OURS.keep(Dovecot.start());
        images = OURS.keep(ScriptedServer.plain().hangUp().forEveryConnection().start());
        for (String subject : new String[] {"Flag", "Mark", "Delete", "Undo", "Regret", "Keep"}) {
            dovecot.append("INBOX", TestMail.subject(subject + " me").bytes());
        }
        dovecot.append("INBOX", newsletter());
        Program program = InWindow.program();
        program.add(ACCOUNT, "imaps", Security.TLS, dovecot.imapsPort(), dovecot.user());
        screen = program.screen();
        hand = new Hand(screen);
        folders = new FoldersPage(screen);
        list = new ListPage(screen);
        folders.select(hand, ACCOUNT, "Inbox");
        list.await("Newsletter");
    }

    private static byte[] newsletter() {
        String image = "http://localhost:" + images.port() + "/spy.png";
        return TestMail.subject("Newsletter")
                .date(Instant.parse("2026-03-02T10:00:00Z"))
                .html(
                        "<h1>News</h1><img src='%s'><script>document.title='ran'</script>"
                                        .formatted(image)
                                + "<p style='background:url(%s)'>Read me</p>".formatted(image))
                .attachment("menu.txt", "text/plain", "soup".getBytes())
                .attachment("bill.pdf", "application/pdf", new byte[2000])
                .bytes();
    }

    @AfterAll
    static void tearDown() throws Exception {
        OURS.close();
    }

    @Test
    void showsHtmlWithoutAskingForRemoteImagesOrRunningScripts() {
        list.select(hand, "Newsletter");
        Browser browser = screen.await(Browser.class, WidgetIds.READING_BROWSER);
        screen.until(() -> browser.getText().contains("Read me"), "the body is on screen");

        assertEquals("Newsletter", text(WidgetIds.READING_SUBJECT));
        assertTrue(text(WidgetIds.READING_FROM).contains("Ann Example"));
        assertFalse(screen.ask(browser::getText).contains("<script"));
        assertTrue(screen.find(Control.class, WidgetIds.READING_WARNINGS).isPresent());
        assertTrue(attachment().startsWith("menu.txt"), attachment());
        assertTrue(screen.find(Button.class, WidgetIds.READING_SAVE_ALL).isPresent());
        list.awaitNot("unread", "Newsletter");
        screen.picture("reading");
        assertEquals(0, images.connections());
    }

    private static String text(String id) {
        return Texts.of(screen, screen.await(Control.class, id));
    }

    private static String attachment() {
        return text(WidgetIds.READING_ATTACHMENT);
    }

    @Test
    void keySPutsAStarOnTheMessageAndTakesItOff() {
        list.select(hand, "Flag me");
        hand.pressKey("s");
        list.await("flagged", "Flag me");
        screen.picture("reading-flag");
        hand.pressKey("s");
        list.awaitNot("flagged", "Flag me");
    }

    @Test
    void keyMMarksTheMessageAsReadAndUnread() {
        list.select(hand, "Mark me");
        list.awaitNot("unread", "Mark me");
        hand.pressKey("m");
        list.await("unread", "Mark me");
    }

    @Test
    void deleteMovesTheMessageToTheTrash() {
        list.select(hand, "Delete me");
        hand.pressKey("Delete");
        list.awaitGone("Delete me");
        awaitOnServer("Trash", "Delete me");
    }

    @Test
    void undoTakesTheMessageOutOfTheServersTrash() {
        list.select(hand, "Undo me");
        hand.pressKey("Delete");
        list.awaitGone("Undo me");
        awaitOnServer("Trash", "Undo me");
        hand.pressKey("ctrl+z");
        list.await("Undo me");
        awaitOnServer("INBOX", "Undo me");
    }

    @Test
    void keyAArchivesTheMessageAndUndoBringsItBack() {
        list.select(hand, "Keep me");
        hand.pressKey("a");
        list.awaitGone("Keep me");
        awaitOnServer("Archive", "Keep me");
        hand.pressKey("ctrl+z");
        list.await("Keep me");
        awaitOnServer("INBOX", "Keep me");
    }

    @Test
    void undoWorksWhereNoMessageIsLeft() throws Exception {
        dovecot.append("Junk", TestMail.subject("Alone").bytes());
        screen.toFront("Postern");
        hand.pressKey("F5");
        folders.select(hand, ACCOUNT, "Junk");
        list.select(hand, "Alone");
        hand.pressKey("Delete");
        screen.await(Control.class, WidgetIds.LIST_EMPTY);
        hand.pressKey("ctrl+z");
        list.await("Alone");
        folders.select(hand, ACCOUNT, "Inbox");
    }

    @Test
    void undoTakesADeletionBackThatTheServerHasNotHeardOf() {
        list.select(hand, "Regret me");
        hand.pressKey("ctrl+shift+o");
        folders.awaitBadge(ACCOUNT, "offline");
        hand.pressKey("Delete");
        list.awaitGone("Regret me");
        hand.pressKey("ctrl+z");
        list.await("Regret me");
        hand.pressKey("ctrl+shift+o");
        screen.until(() -> folders.badge(ACCOUNT).isEmpty(), "it is online again");
    }

    private static void awaitOnServer(String mailbox, String subject) {
        Eventually.until(
                () -> onServer(mailbox, subject),
                Program.PATIENCE,
                () -> subject + " is in the server's " + mailbox);
    }

    private static boolean onServer(String mailbox, String subject) {
        try {
            return !dovecot.doveadm("search", "-u", "joe", "mailbox", mailbox, "subject", subject)
                    .isBlank();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void workOfflineTakesTheAccountOfflineAndBack() {
        screen.toFront("Postern");
        hand.pressKey("ctrl+shift+o");
        folders.awaitBadge(ACCOUNT, "offline");
        screen.picture("reading-offline");
        hand.pressKey("ctrl+shift+o");
        screen.until(() -> folders.badge(ACCOUNT).isEmpty(), "it is online again");
    }

    @Test
    void receiveShowsMailThatIsNew() throws Exception {
        dovecot.append("INBOX", TestMail.subject("Just in").bytes());
        screen.toFront("Postern");
        hand.pressKey("F5");
        list.await("unread", "Just in");
    }
}
