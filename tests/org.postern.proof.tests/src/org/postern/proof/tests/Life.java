package org.postern.proof.tests;

import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * A scripted life of two accounts: mail arrives, flags change on both sides, messages are moved,
 * deleted and expunged, a maildrop is emptied, an account is edited.
 *
 * @param ports where the server is
 * @param user whose mail is read by IMAP; the maildrop's owner has the same name with a {@code p}
 */
record Life(Ports ports, String user) {

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
        return List.of(
                accounts("first"),
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
                refresh(),
                dropIn("pop three"),
                new Act(
                        "another client expunges five",
                        (home, far) -> far.expunge("INBOX", "five"),
                        new Claim.Exists("five", false)),
                accounts("second"),
                user("flags six", "six", new Claim.Flagged("six", true), Life::flag),
                user("moves one", "one", new Claim.Lies("one", "Archiv"), Life::archive),
                refresh(),
                user(
                        "deletes four for good",
                        "four",
                        new Claim.Exists("four", false),
                        Life::delete),
                arrive("seven"),
                refresh());
    }

    private Act accounts(String name) {
        return new Act(
                "the accounts are called " + name,
                (home, far) -> {
                    home.account(Home.IMAP, name, ports.imap(), user);
                    home.account(Home.POP, name, ports.pop(), popUser());
                    return true;
                });
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

    private static void delete(Home home, MailboxId box, Set<MessageId> ids) throws MailException {
        home.engine.delete(box, ids);
    }

    /** What a user does to a message. */
    @FunctionalInterface
    private interface UserVerb {
        void on(Home home, MailboxId box, Set<MessageId> ids) throws MailException;
    }
}
