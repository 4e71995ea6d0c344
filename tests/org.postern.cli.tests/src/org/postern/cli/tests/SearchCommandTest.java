package org.postern.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.account.Account;
import org.postern.cli.ExitCode;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Headless;
import org.postern.cli.internal.search.SearchCommand;
import org.postern.core.MailboxRole;
import org.postern.store.MailStore.MailboxEntry;
import org.postern.store.PackedMailStore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Mail is found without a window. */
class SearchCommandTest {

    private static final String MBOX =
            """
            From a Thu Jan  1 00:00:00 1970
            Subject: Apple pie
            From: Zoe <zoe@example.org>
            Date: Thu, 1 Jan 2026 10:00:00 +0000

            The apples are from the garden.

            From b Thu Jan  1 00:00:00 1970
            Subject: Pears
            From: joe@example.org
            Date: Fri, 2 Jan 2026 10:00:00 +0000

            No other fruit.
            """;

    @TempDir Path folder;
    private JoesData data;
    private Account work;

    @BeforeEach
    void fill() throws Exception {
        data = new JoesData(folder.resolve("data"));
        work = data.account("work", "Work", "imaps", 1);
        try (PackedMailStore store = PackedMailStore.open(data.folders().mail())) {
            store.reconcile(
                    work.id(),
                    List.of(
                            new MailboxEntry(
                                    "INBOX", List.of("Inbox"), MailboxRole.INBOX, true, true)));
        }
        Path file = Files.writeString(folder.resolve("two.mbox"), MBOX);
        data.store("import", "--format", "mbox", "--from", file.toString(), "work");
    }

    private Terminal search(String... words) throws Exception {
        SearchCommand command =
                new SearchCommand(Terminal.INSTALLED, secrets -> FakeCredentials.of("x"));
        return Terminal.run(command, UTF_8, "", data.words(words));
    }

    @Test
    void programsGetALineForEachMessageAndTheTotal() throws Exception {
        Terminal seen = search("--json", "fruit", "OR", "apples");
        assertEquals(ExitCode.SOUND, seen.exit());
        JsonSchema schema = JsonSchema.named("search-hit.schema.json");
        List<JsonObject> lines = seen.json();
        lines.forEach(line -> assertEquals(List.of(), schema.faults(line), line::toString));
        assertEquals(3, lines.size());
        assertEquals("Pears", lines.get(0).get("subject").getAsString());
        assertEquals("zoe@example.org", lines.get(1).get("address").getAsString());
        JsonObject snippet = lines.get(1).getAsJsonObject("snippet");
        JsonObject part = snippet.getAsJsonArray("found").get(0).getAsJsonObject();
        assertEquals(
                "apples",
                snippet.get("text")
                        .getAsString()
                        .substring(part.get("from").getAsInt(), part.get("to").getAsInt())
                        .toLowerCase(java.util.Locale.ROOT));
        assertEquals(2, lines.get(2).get("total").getAsInt());
    }

    @Test
    void aPersonReadsWhoWhenAndWhere() throws Exception {
        Terminal seen = search("from:zoe", "pie");
        assertTrue(seen.out().contains("Zoe  Apple pie"), seen.out());
        assertTrue(seen.out().contains("    Work/Inbox"), seen.out());
        assertTrue(seen.out().contains("1 found, 1 shown"), seen.out());
    }

    @Test
    void nothingFoundIsAnExitCodeOfItsOwn() throws Exception {
        assertEquals(ExitCode.WARNING, search("quinces").exit());
        assertEquals(
                ExitCode.SOUND, search("--limit", "1", "--order", "relevance", "fruit").exit());
    }

    @Test
    void mailThatAnotherProgramHasOpenIsLeftAlone() throws Exception {
        try (Headless workbench = data.open(work)) {
            Terminal seen = search("fruit");
            assertEquals(ExitCode.IN_USE, seen.exit());
            assertTrue(seen.err().contains("in use by another Postern"), seen.err());
            assertEquals(1, workbench.store().mailboxes(work.id()).size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', found",
        "--limit 0 x, 10000",
        "--limit many x, many",
        "--order size x, size",
        "after:soon x, ^",
        "--fast x, --fast"
    })
    void whatMakesNoSenseIsSaidByName(String words, String named) {
        String[] all = words.isEmpty() ? new String[0] : words.split(" ");
        String said = assertThrows(WrongUsage.class, () -> search(all)).getMessage();
        assertTrue(said.contains(named), said);
    }
}
