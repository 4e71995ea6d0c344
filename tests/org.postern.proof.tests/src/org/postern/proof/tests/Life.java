package org.postern.proof.tests;

import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A scripted life of two accounts: mail arrives, flags change on both sides, messages are moved,
 * copied, written, deleted and expunged, with and without a connection; a maildrop is emptied, an
 * account is edited, a login is bound.
 *
 * @param ports where the server is
 * @param user whose mail is read by IMAP; the maildrop's owner has the same name with a {@code p}
 */
record Life(Ports ports, String user) {

    private static final Instant BOUND = Instant.parse("2026-03-01T10:00:00Z");

    /** The server's ports, in clear. */
    record Ports(int imap, int pop) {}

    String popUser() {
        return popUser(user);
    }

    static String popUser(String user) {
        return user + "p";
    }

    FarSide far() throws IOException {
        return new FarSide(ports.imap(), user, popUser());
    }

    List<Act> acts() {
        return Stream.of(beginning(), away(), end()).flatMap(List::stream).toList();
    }

    private List<Act> beginning() {
        return List.of(
                accounts("first", "localhost"),
                bound(),
                arrive("one", "two", "three", "four"),
                dropIn("pop one", "pop two"),
                refresh(),
                new Act(
                        "another client flags one",
                        (home, far) -> far.flag("INBOX", "one", "\\Flagged"),
                        new Claim.Flagged("one", true)),
                arrive("five", "six"),
                user("reads two", "two", new Claim.Seen("two", true), Life::read),
                user("moves three", "three", new Claim.Lies("three", "Archiv"), Life::archive),
                user("deletes four", "four", new Claim.Lies("four", "Trash"), Life::delete),
                refresh());
    }

    /** What the user does without a connection, and others meanwhile. */
    private List<Act> away() {
        return List.of(
                new Act("the user goes offline", Life::offline).untilDone(),
                writes("sent one", "Gesendet"),
                writes("draft one", "Trash"),
                user("copies two", "two", new Claim.Copied("two", "Archiv"), Life::copy),
                dropIn("pop three"),
                user(
                        "deletes pop one",
                        "pop one",
                        new Claim.Exists("pop one", false),
                        Life::delete),
                new Act(
                        "another client expunges five",
                        (home, far) -> far.expunge("INBOX", "five"),
                        new Claim.Exists("five", false)),
                user("flags six", "six", new Claim.Flagged("six", true), Life::flag),
                user("moves one", "one", new Claim.Lies("one", "Archiv"), Life::archive),
                accounts("second", "127.0.0.1"),
                new Act("the user goes online", Life::online).untilDone(),
                refresh());
    }

    private List<Act> end() {
        return List.of(
                writes("draft two", "Gesendet"),
                user(
                        "deletes four for good",
                        "four",
                        new Claim.Exists("four", false),
                        Life::delete),
                user(
                        "archives draft one",
                        "draft one",
                        new Claim.Lies("draft one", "Archiv"),
                        Life::archive),
                arrive("seven"),
                refresh(),
                user(
                        "deletes draft two",
                        "draft two",
                        new Claim.Lies("draft two", "Trash"),
                        Life::delete),
                refresh());
    }

    /** What another host name for the same server does: sessions are opened anew. */
    private Act accounts(String name, String host) {
        return new Act(
                        "the accounts are called " + name,
                        (home, far) -> {
                            home.account(Home.IMAP, name, host, ports.imap(), user);
                            home.account(Home.POP, name, host, ports.pop(), popUser());
                            return true;
                        },
                        accountIs(Home.IMAP, name + " " + host),
                        accountIs(Home.POP, name + " " + host))
                .untilDone();
    }

    private static Claim accountIs(AccountId id, String nameAndHost) {
        return new Claim.Remembered(
                "account " + id,
                nameAndHost,
                home ->
                        home.accounts
                                .find(id)
                                .map(a -> a.name() + " " + a.incoming().location())
                                .orElse("gone"));
    }

    /** A login was tied to a connection: what is never to be forgotten, or asked less than. */
    private static Act bound() {
        Endpoint server = new Endpoint("mail.example.com", new Port(993));
        return new Act(
                        "a login is bound",
                        (home, far) -> {
                            home.pins.bound(Home.IMAP, server, BOUND);
                            return true;
                        },
                        new Claim.Remembered(
                                "bound",
                                Optional.of(BOUND),
                                home -> home.pins.boundSince(Home.IMAP, server)))
                .untilDone();
    }

    private static boolean offline(Home home, FarSide far) {
        home.engine.goOffline(Home.IMAP);
        return true;
    }

    private static boolean online(Home home, FarSide far) {
        home.engine.goOnline(Home.IMAP);
        return true;
    }

    /** A message of the user's own goes into a mailbox. */
    private static Act writes(String subject, String mailbox) {
        return new Act(
                "the user writes " + subject,
                (home, far) -> {
                    Optional<MailboxId> box = home.find(Home.IMAP, mailbox);
                    if (box.isPresent()) {
                        InputStream mail = new ByteArrayInputStream(FarSide.mail(subject));
                        home.engine.append(box.get(), Set.of(Flag.SEEN), BOUND, mail);
                    }
                    return box.isPresent();
                },
                new Claim.Exists(subject, true),
                new Claim.Seen(subject, true),
                new Claim.Lies(subject, mailbox));
    }

    private static Act refresh() {
        return new Act(
                "mail is received",
                (home, far) -> {
                    home.refresh(Home.IMAP);
                    home.refresh(Home.POP);
                    return true;
                });
    }

    private static Act arrive(String... subjects) {
        return new Act(
                "mail arrives: " + List.of(subjects),
                (home, far) -> {
                    for (String subject : subjects) {
                        far.arrive(subject);
                    }
                    return true;
                },
                exist(subjects));
    }

    private static Act dropIn(String... subjects) {
        return new Act(
                "mail drops in: " + List.of(subjects),
                (home, far) -> {
                    for (String subject : subjects) {
                        far.dropIn(subject);
                    }
                    return true;
                },
                exist(subjects));
    }

    private static Claim[] exist(String... subjects) {
        return List.of(subjects).stream()
                .map(subject -> new Claim.Exists(subject, true))
                .toArray(Claim[]::new);
    }

    private static Act user(String what, String subject, Claim claim, UserVerb verb) {
        return new Act(
                "the user " + what,
                (home, far) -> home.each(subject, (box, ids) -> verb.on(home, box, ids)),
                claim);
    }

    private static void read(Home home, MailboxId box, Set<MessageId> ids) throws MailException {
        home.engine.flag(box, ids, Set.of(Flag.SEEN), Set.of());
    }

    private static void flag(Home home, MailboxId box, Set<MessageId> ids) throws MailException {
        home.engine.flag(box, ids, Set.of(Flag.FLAGGED), Set.of());
    }

    private static void archive(Home home, MailboxId box, Set<MessageId> ids) throws MailException {
        home.engine.move(box, ids, home.mailbox(Home.IMAP, "Archiv"));
    }

    private static void copy(Home home, MailboxId box, Set<MessageId> ids) throws MailException {
        home.engine.copy(box, ids, home.mailbox(Home.IMAP, "Archiv"));
    }

    private static void delete(Home home, MailboxId box, Set<MessageId> ids) throws MailException {
        home.engine.delete(box, ids);
    }

    /** What a user does to a message. */
    @FunctionalInterface
    private interface UserVerb {
        void on(Home home, MailboxId box, Set<MessageId> ids) throws MailException;
    }
}
