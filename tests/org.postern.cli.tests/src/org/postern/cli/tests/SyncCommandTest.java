package org.postern.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.account.Account;
import org.postern.cli.ExitCode;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Headless;
import org.postern.cli.internal.sync.SyncCommand;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.PackedMailStore;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestMail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts are brought up to date without a window; a real server has the mail. */
class SyncCommandTest {

    private final JsonSchema schema = JsonSchema.named("sync-event.schema.json");
    private final JoesServer server = new JoesServer();

    @TempDir Path folder;
    private JoesData data;

    SyncCommandTest() throws Exception {}

    @BeforeEach
    void prepare() throws Exception {
        data = new JoesData(folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Account work() throws Exception {
        return data.account("work", "Work", "imaps", server.dovecot().imapsPort());
    }

    private static SyncCommand command(String password) {
        return new SyncCommand(Terminal.INSTALLED, secrets -> FakeCredentials.of(password));
    }

    private Terminal sync(String... words) throws Exception {
        return Terminal.run(command(JoesServer.PASSWORD), UTF_8, "", data.words(words));
    }

    /** Runs it with --json; the events are as their schema says, and an end is the last. */
    private List<JsonObject> events(int exit, String... words) throws Exception {
        String[] all = new String[words.length + 1];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--json";
        Terminal seen = sync(all);
        assertEquals(exit, seen.exit(), seen::toString);
        assertFalse(seen.out().contains(JoesServer.PASSWORD));
        List<JsonObject> events = seen.json();
        events.forEach(event -> assertEquals(List.of(), schema.faults(event), event::toString));
        assertEquals("end", word(events.getLast(), "event"));
        assertEquals(exit, events.getLast().get("exit").getAsInt());
        return events;
    }

    private static String word(JsonObject event, String field) {
        return event.has(field) ? event.get(field).getAsString() : "";
    }

    private static JsonObject outcome(List<JsonObject> events, String account) {
        return events.stream()
                .filter(event -> word(event, "event").equals("account"))
                .filter(event -> word(event, "account").equals(account))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allAccountsAreBroughtUpToDateAndSoToldToPrograms() throws Exception {
        work();
        data.account("home", "Home", "pops", server.dovecot().popsPort());
        List<JsonObject> events = events(ExitCode.SOUND);
        for (String account : List.of("work", "home")) {
            assertEquals(7, outcome(events, account).get("arrived").getAsInt());
            assertEquals("sound", word(outcome(events, account), "cause"));
            assertEquals(0, outcome(events, account).get("missing").getAsInt());
        }
        JsonObject fetching =
                events.stream()
                        .filter(event -> word(event, "kind").equals("fetching"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(7, fetching.getAsJsonObject("messages").get("total").getAsInt());
        assertTrue(fetching.getAsJsonObject("bytes").get("total").getAsLong() > 100);
        assertEquals(0, outcome(events(ExitCode.SOUND), "work").get("arrived").getAsInt());
    }

    @Test
    void aPersonReadsALineForEachAccount() throws Exception {
        work();
        Terminal seen = sync("--once", "WORK");
        assertEquals(ExitCode.SOUND, seen.exit());
        assertTrue(seen.out().matches("Work: 7 new messages, [0-9.]+ s\n"), seen.out());
        assertEquals("", seen.err());
    }

    @Test
    void anAccountThatFailsHasItsCauseAndKeepsNobodyFromTheirMail() throws Exception {
        work();
        data.account("gone", "Gone", "imaps", 1);
        List<JsonObject> events = events(ExitCode.FAILED);
        assertEquals("sound", word(outcome(events, "work"), "result"));
        JsonObject gone = outcome(events, "gone");
        assertEquals("failed", word(gone, "result"));
        assertEquals("connection-refused", word(gone, "cause"));
        assertFalse(word(gone, "sentence").isEmpty());
        Terminal seen = sync("gone");
        assertTrue(seen.out().contains("(connection-refused)"), seen.out());
    }

    @Test
    void whatIsTravellingInClearIsNotSound() throws Exception {
        data.account("clear", "Clear", "imap", server.dovecot().imapPort());
        List<JsonObject> events = events(ExitCode.WARNING);
        assertEquals("works-unprotected", word(outcome(events, "clear"), "cause"));
    }

    @Test
    void aPasswordMayComeFromAScript() throws Exception {
        work();
        String[] words = data.words("--password-stdin");
        Terminal seen = Terminal.run(command("wrong"), UTF_8, JoesServer.PASSWORD + "\n", words);
        assertEquals(ExitCode.SOUND, seen.exit(), seen::toString);
        assertFalse((seen.out() + seen.err()).contains(JoesServer.PASSWORD));
        Terminal wrong = Terminal.run(command("wrong"), UTF_8, "", data.words());
        assertEquals(ExitCode.FAILED, wrong.exit());
        assertTrue(wrong.out().contains("(wrong-password)"), wrong.out());
        assertEquals(ExitCode.SOUND, sync().exit(), "the right one is tried again");
    }

    @Test
    void aChangeThatTheServerRefusesIsTakenBackAndTold() throws Exception {
        Account work = work();
        server.dovecot().raw().create("Old").close();
        data.fetch(work);
        try (PackedMailStore store = PackedMailStore.open(data.folders().mail())) {
            MailboxId inbox = mailbox(store, work, "INBOX");
            var newest = store.page(inbox, 0, 1).getFirst();
            store.move(inbox, Set.of(newest.id()), mailbox(store, work, "Old"));
        }
        server.dovecot().raw().command("DELETE Old");
        List<JsonObject> events = events(ExitCode.WARNING);
        assertEquals("backed-out", word(outcome(events, "work"), "cause"));
        assertTrue(
                events.stream().anyMatch(event -> word(event, "event").equals("backed-out")),
                events::toString);
        try (PackedMailStore store = PackedMailStore.open(data.folders().mail())) {
            assertEquals(7, store.rows(mailbox(store, work, "INBOX")).size());
        }
    }

    private static MailboxId mailbox(MailStore store, Account account, String name) {
        return store.mailboxes(account.id()).stream()
                .filter(mailbox -> mailbox.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The stalling server accepts and says nothing. */
    @Test
    void aStallingServerDelaysNobodyAndAnInterruptEndsInOrder() throws Exception {
        try (ScriptedServer stalling = ScriptedServer.plain().hang().start()) {
            work();
            data.account("stall", "Stall", "imap", stalling.port());
            Running sync = new Running(command(JoesServer.PASSWORD), data.words("--json"));
            JsonObject first = sync.await(event -> word(event, "event").equals("account"));
            assertEquals("work", word(first, "account"));
            assertEquals(7, first.get("arrived").getAsInt());
            assertTrue(sync.isRunning());
            assertEquals(Running.CANCELLED, sync.end());
        }
        assertFalse(PackedMailStore.inUse(data.folders().mail()));
        assertEquals(ExitCode.SOUND, sync("work").exit());
    }

    @Test
    void newMailIsToldWhileItWatches() throws Exception {
        work();
        Running watch = new Running(command(JoesServer.PASSWORD), data.words("--watch", "--json"));
        watch.await(event -> word(event, "event").equals("account"));
        watch.await(event -> word(event, "state").equals("online"));
        server.dovecot().append("INBOX", TestMail.series(2));
        assertEquals(
                "work",
                word(watch.await(event -> word(event, "event").equals("arrived")), "account"));
        assertEquals(ExitCode.SOUND, watch.end());
        assertFalse(PackedMailStore.inUse(data.folders().mail()));
    }

    @Test
    void mailThatAnotherProgramHasOpenIsLeftAlone() throws Exception {
        Account work = work();
        try (Headless workbench = data.open(work)) {
            List<JsonObject> events = events(ExitCode.IN_USE);
            assertEquals(1, events.size());
            assertTrue(word(events.getFirst(), "error").contains("in use by another Postern"));
            assertEquals(Optional.empty(), workbench.store().mailbox(new MailboxId(99)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--once --watch, --watch",
        "nobody, nobody",
        "--password-stdin, one account",
        "--fast, --fast"
    })
    void whatMakesNoSenseIsSaidByName(String words, String named) throws Exception {
        work();
        data.account("home", "Home", "pops", 1);
        String said = assertThrows(WrongUsage.class, () -> sync(words.split(" "))).getMessage();
        assertTrue(said.contains(named), said);
        assertFalse(Files.exists(data.folders().mail()));
    }
}
