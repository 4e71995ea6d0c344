package org.postern.proof.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what is here with what the server has, message by message and byte by byte. */
final class Agreement {

    private static final Map<Flag, String> FLAGS =
            Map.of(Flag.SEEN, "\\Seen", Flag.FLAGGED, "\\Flagged", Flag.ANSWERED, "\\Answered");

    private final Home home;
    private final FarSide far;
    private final String when;

    /**
     * @param when for whoever reads of a failure
     */
    Agreement(Home home, FarSide far, String when) {
        this.home = home;
        this.far = far;
        this.when = when;
    }

    /** A flag as IMAP names it. */
    static String name(Flag flag) {
        return FLAGS.get(flag);
    }

    static Optional<Flag> flag(String name) {
        return FLAGS.entrySet().stream()
                .filter(each -> each.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The same mailboxes with the same messages, flags and bytes, and nothing left to do. */
    void check() throws Exception {
        assertEquals(List.of(), home.store.intents(Home.IMAP), when + ": what is still to be sent");
        Map<String, StoredMailbox> here = new TreeMap<>();
        for (StoredMailbox mailbox : home.mailboxes(Home.IMAP)) {
            here.put(mailbox.remoteId(), mailbox);
        }
        assertEquals(new TreeSet<>(far.mailboxes()), here.keySet(), when + ": mailboxes");
        for (StoredMailbox mailbox : here.values()) {
            check(mailbox);
        }
    }

    private void check(StoredMailbox mailbox) throws Exception {
        Map<Long, FarSide.Letter> there = far.letters(mailbox.remoteId());
        Map<Long, MessageRow> here = new HashMap<>();
        for (MessageRow row : home.store.rows(mailbox.id())) {
            here.put(Long.valueOf(row.remoteId()), row);
        }
        String what = when + ": " + mailbox.remoteId();
        assertEquals(there.keySet(), here.keySet(), what);
        for (MessageRow row : here.values()) {
            FarSide.Letter letter = there.get(Long.valueOf(row.remoteId()));
            String message = what + " " + row.remoteId() + " " + row.subject();
            assertEquals(known(letter.flags()), known(row), message + ": flags");
            assertArrayEquals(letter.bytes(), bytes(row), message + ": bytes");
        }
    }

    private static Set<String> known(List<String> flags) {
        return flags.stream().filter(FLAGS::containsValue).collect(Collectors.toSet());
    }

    private static Set<String> known(MessageRow row) {
        return row.flags().stream()
                .filter(FLAGS::containsKey)
                .map(FLAGS::get)
                .collect(Collectors.toSet());
    }

    private byte[] bytes(MessageRow row) throws Exception {
        Optional<InputStream> open = home.store.open(row.id());
        assertTrue(open.isPresent(), when + ": the body of " + row.subject() + " is not here");
        try (InputStream in = open.get()) {
            return in.readAllBytes();
        }
    }

    /**
     * What was said of single messages.
     *
     * @param copied what may be in more than one mailbox, because somebody began to copy it
     */
    void check(List<Claim> claims, Set<String> copied) throws Exception {
        for (Claim claim : claims) {
            String subject = claim.subject();
            check(claim, home.rows(Home.account(subject), subject));
        }
        for (AccountId account : List.of(Home.IMAP, Home.POP)) {
            for (StoredMailbox mailbox : home.mailboxes(account)) {
                for (MessageRow row : home.store.rows(mailbox.id())) {
                    once(account, row, copied);
                    assertArrayEquals(FarSide.mail(row.subject()), bytes(row), row.subject());
                }
            }
        }
        assertEquals(0, far.waiting(), when + ": what was left in the maildrop");
    }

    private void once(AccountId account, MessageRow row, Set<String> copied) {
        List<MessageRow> same = home.rows(account, row.subject());
        long places = same.stream().map(MessageRow::mailbox).distinct().count();
        String what = when + ": how often " + row.subject() + " is here";
        assertEquals(places, same.size(), what);
        assertTrue(places <= (copied.contains(row.subject()) ? 2 : 1), what);
    }

    private void check(Claim claim, List<MessageRow> rows) {
        String what = when + ": " + claim;
        switch (claim) {
            case Claim.Remembered c -> assertEquals(c.what(), c.look().apply(home), what);
            case Claim.Exists c -> assertEquals(c.there(), !rows.isEmpty(), what);
            case Claim.Copied c -> {
                assertEquals(2, rows.size(), what);
                assertTrue(rows.stream().anyMatch(row -> lies(row, c.mailbox())), what);
            }
            // what became of one that is gone by right cannot be asked
            case Claim.Lies c ->
                    assertTrue(rows.stream().allMatch(row -> lies(row, c.mailbox())), what);
            case Claim.Flagged c -> assertTrue(all(rows, Flag.FLAGGED, c.on()), what);
            case Claim.Seen c -> assertTrue(all(rows, Flag.SEEN, c.on()), what);
        }
    }

    private boolean lies(MessageRow row, String mailbox) {
        return row.mailbox().equals(home.mailbox(Home.IMAP, mailbox));
    }

    private static boolean all(List<MessageRow> rows, Flag flag, boolean on) {
        return rows.stream().allMatch(row -> row.flags().contains(flag) == on);
    }
}
