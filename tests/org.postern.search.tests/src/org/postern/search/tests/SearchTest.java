package org.postern.search.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.Flag;
import org.postern.search.Clause.Place;
import org.postern.search.MailSearch.Order;
import org.postern.search.Page;
import org.postern.search.Query;
import org.postern.search.Snippet;
import org.postern.search.View;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is found of a small store. */
class SearchTest {

    @TempDir Path folder;
    private World world;

    @BeforeEach
    void open() throws Exception {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static String mail(int day, String head, String body) {
        return "Date: Mon, %02d Jan 2024 12:00:00 +0000\n%s\n\n%s\n".formatted(day, head, body);
    }

    @Test
    void findsWordsWhereverTheyStandTheNewestFirst() throws Exception {
        world.put("1", mail(1, "Subject: Wine list", "red"));
        world.put("2", mail(3, "Subject: x", "The wine is red"));
        world.put("3", mail(2, "From: Wine Club <club@vineyard.example>", "hello"));
        assertEquals(List.of("2", "3", "1"), world.find("WINE"));
        assertEquals(List.of("2", "1"), world.find("wine red"));
        assertEquals(List.of("2"), world.find("\"wine is red\""));
        assertEquals(List.of(), world.find("\"wine red\""));
        assertEquals(List.of("3"), world.find("from:wine"));
        assertEquals(List.of("1"), world.find("subject:wine"));
        assertEquals(List.of("3", "1"), world.find("wine -body:wine"));
        assertEquals(List.of("2", "3", "1"), world.find("red OR club"));
    }

    @Test
    void findsAddressesAndHostsWholeAndByPart() throws Exception {
        world.put("1", mail(1, "From: Zo <zo.miller@mail.example.org>\nTo: a@b.example", "x"));
        world.put("2", mail(2, "Cc: other@example.org", "see https://www.example.org/path?q=1"));
        assertEquals(List.of("1"), world.find("zo.miller@mail.example.org"));
        assertEquals(List.of("1"), world.find("miller"));
        assertEquals(List.of("2", "1"), world.find("example.org"));
        assertEquals(List.of("2"), world.find("www.example.org"));
        assertEquals(List.of("2"), world.find("to:other"));
        assertEquals(List.of("2"), world.find("cc:other@example.org"));
        assertEquals(List.of(), world.find("cc:a@b.example"));
    }

    @Test
    void findsAccentsCasesAndOtherScripts() throws Exception {
        world.put("1", mail(1, "Subject: =?utf-8?Q?Stra=C3=9Fe_nach_Z=C3=BCrich?=", "x"));
        world.put("2", mail(2, "Subject: Strasse nach Zurich", "\u0394\u03af\u03ba\u03b7\u03c2"));
        world.put(
                "3",
                mail(
                        3,
                        "Subject: \u6771\u4eac\u90fd\u306e\u5929\u6c17",
                        "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd"));
        world.put(
                "4", mail(4, "Subject: \u0625\u0644\u0649", "Caf\u0065\u0301 \uff21\uff22\uff23"));
        assertEquals(List.of("2", "1"), world.find("stra\u00dfe"));
        assertEquals(List.of("2", "1"), world.find("STRASSE z\u00fcrich"));
        assertEquals(List.of("2"), world.find("\u0394\u0399\u039a\u0397\u03a3"));
        assertEquals(List.of("3"), world.find("\u4eac\u90fd"));
        assertEquals(List.of("3"), world.find("\u6771\u4eac\u90fd\u306e\u5929\u6c17"));
        assertEquals(List.of("3"), world.find("\u6c17"));
        assertEquals(List.of("3"), world.find("\u6771"));
        assertEquals(List.of(), world.find("\u6771\u90fd"));
        assertEquals(List.of("3"), world.find("\u05e9\u05dc\u05d5\u05dd"));
        assertEquals(List.of("4"), world.find("\u0627\u0644\u064a"));
        assertEquals(List.of("4"), world.find("caf\u00e9 abc"));
    }

    @Test
    void findsWhatIsInHtmlAttachedMessagesAndNamesOfAttachments() throws Exception {
        world.put(
                "1",
                mail(
                        1,
                        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b",
                        """
                        --b
                        Content-Type: text/html; charset=iso-8859-1
                        Content-Transfer-Encoding: quoted-printable

                        <style>p {color: invisible}</style><p>He<b>ll</b>o M=FCller</p>one<br>two
                        <a href=3D"https://hidden.example/x">here</a>
                        --b
                        Content-Type: message/rfc822

                        Subject: =?utf-8?B?aW5uZXIgdGhpbmc=?=
                        Content-Transfer-Encoding: base64

                        ZW5jb2RlZCB0ZXh0
                        --b
                        Content-Type: application/pdf; name="report 2024.pdf"
                        Content-Disposition: attachment
                        Content-Transfer-Encoding: base64

                        AAAA
                        --b--
                        """));
        world.put("2", mail(2, "Subject: none", "two"));
        assertEquals(List.of("1"), world.find("hello m\u00fcller"));
        assertEquals(List.of("2", "1"), world.find("two"));
        assertEquals(List.of(), world.find("onetwo"));
        assertEquals(List.of(), world.find("invisible"));
        assertEquals(List.of("1"), world.find("hidden.example"));
        assertEquals(List.of("1"), world.find("\"inner thing\" encoded"));
        assertEquals(List.of("1"), world.find("attachment:report"));
        assertEquals(List.of("1"), world.find("has:attachment"));
        assertEquals(List.of("2"), world.find("-has:attachment"));
    }

    @Test
    void anotherFormCountsOnlyForTheWordsOfItsOwn() throws Exception {
        String head = "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b";
        String forms =
                """
                --b
                Content-Type: text/plain

                plain words
                --b
                Content-Type: text/html

                <p>plain words %s</p>
                --b--
                """;
        world.put("1", mail(1, head, forms.formatted("")));
        world.put("2", mail(2, head, forms.formatted("and more")));
        assertEquals(List.of("2", "1"), world.find("\"plain words\""));
        assertEquals(List.of("2"), world.find("more"));
    }

    @Test
    void followsFlagsMailboxesAndRemovals() throws Exception {
        MailboxId archive = world.mailbox(World.HOME, "Archive");
        MailboxId office = world.mailbox(World.WORK, "INBOX");
        world.put("1", mail(1, "Subject: a", "x"));
        world.put(archive, "2", mail(2, "Subject: b", "x").getBytes(StandardCharsets.UTF_8));
        world.put(office, "3", mail(3, "Subject: c", "x").getBytes(StandardCharsets.UTF_8));
        world.flag(archive, "2", Flag.SEEN, Flag.FLAGGED);
        assertEquals(List.of("3", "1"), world.find("is:unread"));
        assertEquals(List.of("2"), world.find("is:flagged x"));
        assertEquals(List.of("3", "1"), world.find("in:inbox"));
        assertEquals(List.of("2"), world.find("in:old/archive"));
        assertEquals(List.of("3"), world.find("account:office"));
        assertEquals(List.of("2", "1"), world.find("account:zoe@example.org x"));
        assertEquals(List.of(), world.find("in:nowhere"));
        assertEquals(List.of("3", "1"), world.find(View.UNREAD.query(), Order.NEWEST));
        assertEquals(List.of("3", "1"), world.find(View.ALL_INBOXES.query(), Order.NEWEST));
        world.flag(world.inbox(), "1", Flag.SEEN);
        world.remove(office, "3");
        assertEquals(List.of(), world.find("is:unread"));
        assertEquals(List.of("2", "1"), world.find("x"));
        world.store.forget(World.HOME);
        assertEquals(List.of(), world.find("x"));
    }

    @Test
    void neverShowsAMessageInAStateThatItIsNotInAnyMore() throws Exception {
        world.put("1", mail(1, "Subject: a", "x"));
        assertEquals(List.of("1"), world.find("is:unread"));
        MessageId id = world.store.rows(world.inbox()).getFirst().id();
        world.store.flag(world.inbox(), Set.of(id), Set.of(Flag.SEEN), Set.of());
        Page at =
                world.search()
                        .find(
                                Query.parse("is:unread"),
                                Order.NEWEST,
                                0,
                                9,
                                new NullProgressMonitor());
        assertEquals(List.of(), at.hits());
    }

    @Test
    void findsDaysAndSizes() throws Exception {
        world.put("1", mail(10, "Subject: a", "x"));
        world.put("2", mail(20, "Subject: b", "x".repeat(5_000)));
        assertEquals(List.of("2"), world.find("after:2024-01-15"));
        assertEquals(List.of("1"), world.find("before:2024-01-15"));
        assertEquals(List.of("2"), world.find("larger:4k"));
        assertEquals(List.of("1"), world.find("smaller:4k"));
    }

    @Test
    void findsAMessageWithoutItsBodyByItsHeadersAndThenByItsBody() throws Exception {
        byte[] mail = mail(1, "Subject: early", "later words").getBytes(StandardCharsets.UTF_8);
        World.list(world.store, world.inbox(), "1", mail);
        assertEquals(List.of("1"), world.find("early"));
        assertEquals(List.of(), world.find("later"));
        world.put(world.inbox(), "1", mail);
        assertEquals(List.of("1"), world.find("later early"));
    }

    @Test
    void findsTheBeginningsOfWordsWhileTyping() throws Exception {
        world.put("1", mail(1, "Subject: a", "the quick brown fox"));
        world.put("2", mail(2, "Subject: b", "the quiet bread"));
        for (String typed : List.of("qui", "the qui", "\"the qui", "qui*")) {
            assertEquals(List.of("2", "1"), world.find(Query.typing(typed), Order.NEWEST), typed);
        }
        assertEquals(List.of("1"), world.find(Query.typing("\"quick br"), Order.NEWEST));
        assertEquals(List.of(), world.find("qui"));
    }

    @Test
    void ordersByRelevanceAndPages() throws Exception {
        world.put("1", mail(1, "Subject: tulips", "tulips and tulips"));
        world.put(
                "2", mail(2, "Subject: garden", "roses and one of the tulips among many flowers"));
        world.put("3", mail(3, "Subject: weather", "rain"));
        assertEquals(List.of("1", "2"), world.find(Query.parse("tulips"), Order.RELEVANCE));
        Page second =
                world.search()
                        .find(Query.EVERYTHING, Order.NEWEST, 1, 1, new NullProgressMonitor());
        assertEquals(3, second.total());
        assertEquals(
                List.of("2"), second.hits().stream().map(hit -> hit.row().remoteId()).toList());
        assertEquals(2, world.search().count(Query.parse("tulips"), new NullProgressMonitor()));
    }

    @Test
    void showsTheWordsInASnippet() throws Exception {
        world.put(
                "1",
                mail(1, "Subject: far away", "word ".repeat(200) + "\n\nthe  needle\nis here"));
        MessageRow row = world.store.rows(world.inbox()).getFirst();
        Snippet body = snippet("needle", row).orElseThrow();
        assertEquals(Place.BODY, body.place());
        assertTrue(body.text().contains("the needle is here"), body.text());
        assertEquals(1, body.found().size());
        Snippet.Range range = body.found().getFirst();
        assertEquals("needle", body.text().substring(range.from(), range.to()));
        Snippet subject = snippet("far", row).orElseThrow();
        assertEquals(Place.SUBJECT, subject.place());
        assertEquals(Optional.empty(), snippet("is:unread", row));
        assertFalse(snippet("needle far", row).orElseThrow().found().isEmpty());
    }

    private Optional<Snippet> snippet(String query, MessageRow row) throws Exception {
        return world.search().snippet(Query.parse(query), row.id(), new NullProgressMonitor());
    }

    @Test
    void readsAsFarAsItCanWhatIsBroken() throws Exception {
        world.put(
                "1",
                "Subject: broken\nContent-Type: multipart/mixed; boundary=nowhere\n\nsome text");
        world.put("2", "");
        world.put(world.inbox(), "3", new byte[] {(byte) 0xff, 0, 13, 10, 13, 10, (byte) 0x80});
        world.put("4", "Content-Type: text/plain; charset=no-such\n\ncaf\u00e9");
        world.put("5", "Content-Transfer-Encoding: base64\n\n!!!! aGVsbG8gd29ybGQ= ...");
        assertEquals(List.of("1"), world.find("some broken"));
        assertEquals(List.of("4"), world.find("cafe"));
        assertEquals(5, world.find("").size());
    }
}
