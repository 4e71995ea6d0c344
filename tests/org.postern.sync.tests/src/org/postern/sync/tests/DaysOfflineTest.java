package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.Account;
import org.postern.core.Flag;
import org.postern.core.MailboxRole;
import org.postern.core.Security;
import org.postern.net.SocketConnector;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.TrustAnchors;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;
import org.postern.testing.Dovecot;
import org.postern.testing.RawImap;
import org.postern.testing.TestCa;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A user who worked without a network for days, while another client was at the server. */
class DaysOfflineTest {

    private static final int MESSAGES = 120;

    @TempDir Path folder;

    @Test
    void hundredsOfActionsMeetAServerThatChanged() throws Exception {
        TrustAnchors anchors = TrustAnchors.of(TestCa.shared().root());
        SocketConnector connector =
                new SocketConnector(
                        ConnectionPolicies.builtIn(), new CertificateJudge(() -> anchors));
        try (Dovecot dovecot = Dovecot.with().mailbox("Archiv", "\\Archive").start();
                Bench bench = Bench.real(folder, connector);
                RawImap other = RawImap.tls(dovecot.host(), dovecot.imapsPort())) {
            other.login(dovecot.user().name(), dovecot.user().password());
            for (int i = 1; i <= MESSAGES; i++) {
                other.append("INBOX", message(i));
            }
            Account account =
                    TestAccounts.at(
                            dovecot.imapsPort(), "imaps", Security.TLS, dovecot.user().name());
            bench.add(account, dovecot.user().password());
            bench.refresh();
            bench.engine.goOffline(Bench.A);
            userWorks(bench);
            assertTrue(bench.store.intents(Bench.A).size() > 250);
            Map<String, String> wanted = state(bench);
            otherClientWorks(other);
            bench.restart();
            bench.engine.goOnline(Bench.A);
            bench.refresh();
            bench.refresh();
            meet(wanted);
            assertEquals(wanted, state(bench));
            assertEquals(List.of(), bench.store.intents(Bench.A));
            assertEquals(wanted, server(other));
        }
    }

    private static byte[] message(int number) {
        return ("From: zoe@example.org\r\nSubject: "
                        + number
                        + "\r\nMessage-ID: <"
                        + number
                        + "@example.org>\r\nDate: Mon, 5 Jan 2026 10:00:00 +0000\r\n\r\nHello "
                        + number
                        + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One action after the other, as a person does them. */
    private static void userWorks(Bench bench) throws Exception {
        MailboxId inbox = bench.inbox();
        MailboxId archive = archive(bench);
        for (int i = 1; i <= MESSAGES; i++) {
            bench.engine.flag(inbox, one(bench, inbox, i), Set.of(Flag.SEEN), Set.of());
            switch (i % 4) {
                case 0 -> bench.engine.archive(inbox, one(bench, inbox, i));
                case 1 -> bench.engine.copy(inbox, one(bench, inbox, i), archive);
                case 2 -> bench.store.delete(inbox, one(bench, inbox, i));
                default ->
                        bench.engine.flag(
                                inbox, one(bench, inbox, i), Set.of(Flag.FLAGGED), Set.of());
            }
            if (i % 8 == 0) {
                bench.engine.flag(archive, one(bench, archive, i), Set.of(Flag.FLAGGED), Set.of());
            }
        }
        for (int i = MESSAGES + 1; i <= MESSAGES + 5; i++) {
            bench.engine.append(
                    archive,
                    Set.of(Flag.SEEN),
                    Instant.parse("2026-01-05T10:00:00Z"),
                    new ByteArrayInputStream(message(i)));
        }
    }

    private static MailboxId archive(Bench bench) {
        return bench.store.mailboxes(Bench.A).stream()
                .filter(mailbox -> mailbox.role() == MailboxRole.ARCHIVE)
                .map(StoredMailbox::id)
                .findFirst()
                .orElseThrow();
    }

    private static Set<MessageId> one(Bench bench, MailboxId mailbox, int number) {
        return Set.of(
                bench.store.rows(mailbox).stream()
                        .filter(row -> row.subject().equals(Integer.toString(number)))
                        .map(MessageRow::id)
                        .findFirst()
                        .orElseThrow());
    }

    /** What it does to 1, 2, 3 and 4 must agree with what the user did to them. */
    private static void otherClientWorks(RawImap other) throws IOException {
        other.select("INBOX");
        other.expunge(1);
        other.addFlags(2, "\\Flagged");
        other.expunge(3);
        other.command("UID MOVE 4 Archiv");
        other.addFlags(7, "\\Answered");
        other.append("INBOX", message(900));
    }

    /** By the table of conflicts: 1 is gone but its copy is kept, 2 and 3 are gone, 4 is moved. */
    private static void meet(Map<String, String> wanted) {
        wanted.remove("INBOX 1");
        wanted.remove("INBOX 3");
        wanted.put("Archiv 4", "");
        wanted.put("INBOX 7", "AFS");
        wanted.put("INBOX 900", "");
    }

    private static Map<String, String> state(Bench bench) {
        Map<String, String> state = new TreeMap<>();
        for (StoredMailbox mailbox : bench.store.mailboxes(Bench.A)) {
            for (MessageRow row : bench.store.rows(mailbox.id())) {
                String key = mailbox.name() + " " + row.subject();
                String twice = state.put(key, UserSteps.letters(row.flags()));
                assertTrue(twice == null, key + " is there twice");
            }
        }
        return state;
    }

    private static Map<String, String> server(RawImap other) throws IOException {
        Map<String, String> state = new TreeMap<>();
        for (String mailbox : List.of("INBOX", "Archiv")) {
            other.select(mailbox);
            for (long uid : other.uids()) {
                String text = new String(other.message(uid), StandardCharsets.UTF_8);
                String subject = text.replaceAll("(?s).*Subject: (\\d+).*", "$1");
                state.put(mailbox + " " + subject, letters(other.flags(uid)));
            }
        }
        return state;
    }

    private static String letters(List<String> flags) {
        return flags.stream()
                .filter(flag -> flag.matches("\\\\(Answered|Flagged|Seen)"))
                .map(flag -> flag.substring(1, 2))
                .sorted()
                .reduce("", String::concat);
    }
}
