package org.postern.ui.tests.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.Security;
import org.postern.testing.Dovecot;
import org.postern.testing.Eventually;
import org.postern.testing.TestMail;
import org.postern.ui.MailIds;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.log.LogView;
import org.postern.ui.internal.look.Look;
import org.postern.ui.internal.reading.AttachmentChooser;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody looks what was said to a server. */
@ExtendWith(InWindow.class)
class LogTest {

    private static final Belongings OURS = new Belongings();
    private static Dovecot dovecot;
    private static Program program;

    @TempDir Path folder;

    @BeforeAll
    static void setUp() throws Exception {
        dovecot = OURS.keep(Dovecot.start());
        dovecot.append("INBOX", TestMail.subject("Greetings from Dovecot").bytes());
        program = InWindow.program();
        program.add("Talk", "imaps", Security.TLS, dovecot.imapsPort(), dovecot.user());
    }

    @AfterAll
    static void tearDown() throws Exception {
        OURS.close();
    }

    @Test
    void logShowsLinesWithoutSecretsFiltersThemAndSaves() throws Exception {
        Screen screen = program.screen();
        Hand hand = new Hand(screen);
        FoldersPage folders = new FoldersPage(screen);
        folders.select(hand, "Talk", "Inbox");
        new ListPage(screen).await("Greetings from Dovecot");
        screen.toFront("Postern");
        hand.pressKey("ctrl+shift+g");
        Table table = screen.await(Table.class, WidgetIds.LOG_TABLE);
        screen.until(() -> table.getItemCount() > 5, "the log has lines");
        screen.picture("log");

        String all = String.join("\n", lines(screen, table));
        assertTrue(all.contains("→ sent"), all);
        assertTrue(all.contains("← received"), all);
        assertFalse(all.contains(dovecot.user().password()), all);
        assertFalse(all.contains(base64()), all);
        assertFalse(all.contains("Greetings from Dovecot"), all);

        hand.type(screen.await(Text.class, WidgetIds.LOG_FILTER), "capability");
        screen.until(
                () -> table.getItemCount() > 0 && texts(table).allMatch(LogTest::aboutCapabilities),
                "only lines about capabilities are left");
        List<String> some = lines(screen, table);
        screen.picture("log-filtered");
        save(screen, hand, some.size());
        clear(screen, hand, table);
    }

    @Test
    void viewsAboutConnectionsFollowTheDarkAppearance() {
        Screen screen = program.screen();
        Hand hand = new Hand(screen);
        FoldersPage folders = new FoldersPage(screen);
        folders.select(hand, "Talk", "Inbox");
        screen.toFront("Postern");
        hand.pressKey("ctrl+shift+x");
        new DoctorPage(screen).awaitEnd();
        program.dark(true);
        try {
            Table ladder = screen.await(Table.class, WidgetIds.DOCTOR_LADDER);
            screen.until(() -> Look.dark(ladder), "the Doctor is dark");
            screen.picture("doctor-dark");
            hand.pressKey("ctrl+shift+g");
            Table table = screen.await(Table.class, WidgetIds.LOG_TABLE);
            screen.until(() -> Look.dark(table) && table.getItemCount() > 5, "the log is dark");
            screen.picture("log-dark");
            hand.pressKey("ctrl+shift+l");
            screen.awaitShell("Connection security of Talk");
            screen.picture("posture-dark");
        } finally {
            program.dark(false);
            screen.closeDialogs();
        }
    }

    /** As PLAIN would send it. */
    private static String base64() {
        String plain = "\0" + dovecot.user().name() + "\0" + dovecot.user().password();
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean aboutCapabilities(String line) {
        return line.toLowerCase(Locale.ROOT).contains("capability");
    }

    private static List<String> lines(Screen screen, Table table) {
        return screen.ask(() -> texts(table).toList());
    }

    private static Stream<String> texts(Table table) {
        return Arrays.stream(table.getItems())
                .map(i -> String.join(" ", i.getText(2), i.getText(3)));
    }

    private void save(Screen screen, Hand hand, int count) throws Exception {
        Path file = folder.resolve("log.txt");
        screen.run(() -> view().asker(new FakeAsker(file)));
        hand.click(screen.await(Button.class, WidgetIds.LOG_SAVE));
        Eventually.until(() -> Files.exists(file), Program.PATIENCE, "the log is saved");
        assertEquals(count, Files.readAllLines(file).size());
        assertFalse(Files.readString(file).contains(dovecot.user().password()));
    }

    private static LogView view() {
        return (LogView)
                PlatformUI.getWorkbench()
                        .getActiveWorkbenchWindow()
                        .getActivePage()
                        .findView(MailIds.LOG_VIEW);
    }

    private static void clear(Screen screen, Hand hand, Table table) {
        hand.click(screen.await(Button.class, WidgetIds.LOG_CLEAR));
        screen.until(() -> !table.isVisible(), "the log is empty");
        screen.picture("log-cleared");
        Text filter = screen.await(Text.class, WidgetIds.LOG_FILTER);
        screen.run(() -> filter.setText(""));
    }

    /** Answers with that file. */
    private record FakeAsker(Path answer) implements AttachmentChooser.Asker {

        @Override
        public Optional<Path> file(Shell shell, String name) {
            return Optional.of(answer);
        }

        @Override
        public Optional<Path> folder(Shell shell) {
            return Optional.empty();
        }
    }
}
