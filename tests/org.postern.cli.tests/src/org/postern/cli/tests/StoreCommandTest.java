package org.postern.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.account.Account;
import org.postern.cli.ExitCode;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Headless;
import org.postern.core.Flag;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.PackedMailStore;
import org.postern.testing.Dovecot;
import org.postern.testing.RawImap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The local copy of Joe's mail, looked after without a window. */
class StoreCommandTest {

    private static JoesServer server;

    private final JsonSchema schema = JsonSchema.named("store-answer.schema.json");

    @TempDir Path folder;
    private JoesData data;
    private Account work;

    StoreCommandTest() throws IOException {}

    @BeforeAll
    static void start() throws Exception {
        server = new JoesServer();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void fetch() throws Exception {
        data = new JoesData(folder.resolve("data"));
        work = data.account("work", "Work", "imaps", server.dovecot().imapsPort());
        data.fetch(work);
    }

    /** Runs it with --json, and checks the answer against its schema. */
    private JsonObject answer(int exit, String... words) throws Exception {
        String[] all = new String[words.length + 1];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--json";
        Terminal seen = data.store(all);
        assertEquals(exit, seen.exit(), seen::toString);
        JsonObject answer = seen.json().getFirst();
        assertEquals(exit, answer.get("exit").getAsInt());
        assertEquals(List.of(), schema.faults(answer), answer::toString);
        return answer;
    }

    private static JsonObject first(JsonObject answer, String field) {
        return answer.getAsJsonArray(field).get(0).getAsJsonObject();
    }

    @Test
    void aSoundStoreIsSaidToBeSound() throws Exception {
        assertEquals(7, answer(ExitCode.SOUND, "verify").get("messages").getAsInt());
        assertEquals(7, answer(ExitCode.SOUND, "verify", "Work").get("messages").getAsInt());
        Terminal seen = data.store("verify");
        assertTrue(seen.out().startsWith("7 messages, "), seen.out());
    }

    @Test
    void aDamagedByteIsFoundNamedAndFetchedAgain() throws Exception {
        data.damage();
        JsonObject found = first(answer(ExitCode.WARNING, "verify"), "damaged");
        assertEquals("missing", found.get("fate").getAsString());
        assertEquals("INBOX", found.get("mailbox").getAsString());
        assertTrue(found.get("subject").getAsString().startsWith("Message "), found.toString());
        data.fetch(work);
        assertEquals(7, answer(ExitCode.SOUND, "verify").get("messages").getAsInt());
    }

    @Test
    void aDamagedByteIsRepairedAtOnceWhenAskedFor() throws Exception {
        data.damage();
        JsonObject found = first(answer(ExitCode.WARNING, "verify", "--repair"), "damaged");
        assertEquals("repaired", found.get("fate").getAsString());
        assertEquals(7, answer(ExitCode.SOUND, "verify").get("messages").getAsInt());
    }

    @Test
    void whatNoServerHasAnyMoreIsToldAsLost() throws Exception {
        Path letter = folder.resolve("letter.mbox");
        Files.writeString(letter, "From joe Thu Jan  1 00:00:00 1970\nSubject: Only here\n\nx\n");
        answer(ExitCode.SOUND, "import", "--format", "mbox", "--from", letter.toString(), "work");
        data.damage();
        JsonObject found = first(answer(ExitCode.FAILED, "verify", "--repair"), "damaged");
        assertEquals("lost", found.get("fate").getAsString());
        assertEquals("Only here", found.get("subject").getAsString());
        Terminal seen = data.store("verify");
        assertTrue(seen.out().contains("“Only here” is damaged"), seen.out());
    }

    @Test
    void importedMailIsPutOnTheServerWhenAskedFor() throws Exception {
        try (Dovecot other = Dovecot.start()) {
            Account home = data.account("home", "Home", "imaps", other.imapsPort());
            data.fetch(home);
            Path letter = folder.resolve("letter.mbox");
            Files.writeString(letter, "From joe Thu Jan  1 00:00:00 1970\nSubject: New\n\nx\n");
            String[] words = {"import", "--upload", "--format", "mbox", "--from"};
            List<String> all = new ArrayList<>(List.of(words));
            all.addAll(List.of(letter.toString(), "Home"));
            JsonObject answer = answer(ExitCode.SOUND, all.toArray(String[]::new));
            assertEquals(1, answer.get("messages").getAsInt());
            try (RawImap raw = other.raw().select("INBOX")) {
                assertEquals(1, raw.uids().size());
                String text = new String(raw.message(raw.uids().getFirst()), UTF_8);
                assertEquals("Subject: New\r\n\r\nx\r\n", text);
            }
        }
    }

    /** The server knows nothing of it, so what is done to it is not the server's business. */
    @Test
    void whatIsDoneToImportedMailKeepsNobodyFromSynchronising() throws Exception {
        Path letter = folder.resolve("letter.mbox");
        Files.writeString(letter, "From joe Thu Jan  1 00:00:00 1970\nSubject: Only here\n\nx\n");
        answer(ExitCode.SOUND, "import", "--format", "mbox", "--from", letter.toString(), "work");
        try (PackedMailStore store = PackedMailStore.open(data.folders().mail())) {
            MailboxId inbox = store.mailboxes(work.id()).getFirst().id();
            Set<MessageId> all =
                    store.rows(inbox).stream().map(MessageRow::id).collect(Collectors.toSet());
            store.flag(inbox, all, Set.of(Flag.FLAGGED), Set.of());
        }
        data.fetch(work);
        data.fetch(work);
        try (PackedMailStore store = PackedMailStore.open(data.folders().mail())) {
            MailboxId inbox = store.mailboxes(work.id()).getFirst().id();
            assertEquals(List.of(), store.intents(work.id()));
            assertEquals(8, store.rows(inbox).size());
            assertTrue(
                    store.rows(inbox).stream().allMatch(row -> row.flags().contains(Flag.FLAGGED)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "stats", "verify --repair", "export --format mbox --to x"})
    void aStoreThatAnotherProgramHasOpenIsRefusedWithASentence(String words) throws Exception {
        try (Headless workbench = data.open(work)) {
            JsonObject answer = answer(ExitCode.IN_USE, words.split(" "));
            String error = answer.get("error").getAsString();
            assertTrue(error.contains("in use by another Postern"), error);
            assertTrue(workbench.store().row(anyMessage(workbench)).isPresent());
        }
        answer(ExitCode.SOUND, "verify");
    }

    private MessageId anyMessage(Headless workbench) {
        var inbox = workbench.store().mailboxes(work.id()).getFirst().id();
        return workbench.store().page(inbox, 0, 1).getFirst().id();
    }

    @ParameterizedTest
    @CsvSource({"maildir, out", "mbox, out", "mbox, inbox.mbox"})
    void exportedMailComesBackIntoAnotherAccountByteForByte(String format, String name)
            throws Exception {
        String place = folder.resolve(name).toString();
        JsonObject written =
                answer(ExitCode.SOUND, "export", "--to", place, "--format", format, "Work/INBOX");
        assertEquals(7, first(written, "accounts").get("messages").getAsInt());
        Account home = data.account("home", "Home", "pops", server.dovecot().popsPort());
        data.fetch(home);
        String[] words = {"import", "--from", place, "--format", format, "Home/inbox"};
        assertEquals(7, answer(ExitCode.SOUND, words).get("messages").getAsInt());
        assertEquals(7, answer(ExitCode.SOUND, words).get("known").getAsInt());
        data.fetch(home);
        JsonObject counted = first(answer(ExitCode.SOUND, "stats", "home"), "accounts");
        assertEquals(14, first(counted, "mailboxes").get("messages").getAsInt());
        // The same bytes are kept once, whoever has them.
        assertEquals(7, answer(ExitCode.SOUND, "verify").get("messages").getAsInt());
    }

    @Test
    void whatHasOnlyItsHeadersHereIsNotExportedInSilence() throws Exception {
        data.damage();
        answer(ExitCode.WARNING, "verify");
        String place = folder.resolve("out").toString();
        JsonObject written =
                answer(ExitCode.WARNING, "export", "--to", place, "--format", "maildir");
        assertEquals(1, first(written, "accounts").get("missing").getAsInt());
    }

    @ParameterizedTest
    @CsvSource({
        "'', verify",
        "mend, mend",
        "verify nobody, nobody",
        "export --to x, --format",
        "export --format mbox, --to",
        "export --format eml --to x, eml",
        "export --format mbox --to x Work/Nowhere, Nowhere",
        "export --format mbox --to x.mbox, x.mbox",
        "import --format mbox --from /nowhere work, /nowhere",
        "import --format mbox --from /etc/hostname, ACCOUNT/MAILBOX",
        "stats --fast, --fast",
    })
    void whatMakesNoSenseIsSaidByName(String words, String named) throws Exception {
        data.account("home", "Home", "pops", server.dovecot().popsPort());
        String[] all = words.isEmpty() ? new String[0] : words.split(" ");
        String said = assertThrows(WrongUsage.class, () -> data.store(all)).getMessage();
        assertTrue(said.contains(named), said);
    }

    @Test
    void aDataFolderWithoutMailGetsNone() throws Exception {
        JoesData empty = new JoesData(folder.resolve("empty"));
        empty.account("work", "Work", "imaps", 1);
        assertThrows(WrongUsage.class, () -> empty.store("verify"));
        assertThrows(WrongUsage.class, () -> empty.store("verify", "--repair"));
        assertFalse(Files.exists(empty.folders().mail()));
        assertFalse(PackedMailStore.inUse(empty.folders().mail()));
    }
}
