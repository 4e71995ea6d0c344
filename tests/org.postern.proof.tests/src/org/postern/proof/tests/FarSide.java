package org.postern.proof.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.postern.testing.Dovecot;
import org.postern.testing.RawImap;
import org.postern.testing.TestMail;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as other clients of the same users see and change it. */
final class FarSide implements AutoCloseable {

    private static final Pattern MESSAGE =
            Pattern.compile("UID (\\d+) FLAGS \\(([^)]*)\\) BODY\\[\\] \\{(\\d+)\\}\r\n");
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: (.*?)\r?$");

    final RawImap imap;
    private final RawImap drop;

    /**
     * @param port IMAP in clear
     * @param user of the account that is read by IMAP
     * @param popUser of the one that is emptied by POP3
     */
    FarSide(int port, String user, String popUser) throws IOException {
        imap = RawImap.plain("localhost", port).login(user, Dovecot.JOE.password());
        drop = RawImap.plain("localhost", port).login(popUser, Dovecot.JOE.password());
    }

    void arrive(String subject) throws IOException {
        imap.append("INBOX", mail(subject));
    }

    void dropIn(String subject) throws IOException {
        drop.append("INBOX", mail(subject));
    }

    static byte[] mail(String subject) {
        return TestMail.subject(subject).text("This is " + subject + ".\n").size(900).bytes();
    }

    /** A message as the server has it. */
    record Letter(List<String> flags, byte[] bytes) {}

    /** All messages of a mailbox by their UIDs; it is selected then. */
    Map<Long, Letter> letters(String mailbox) throws IOException {
        imap.select(mailbox);
        Map<Long, Letter> letters = new TreeMap<>();
        if (imap.uids().isEmpty()) {
            return letters;
        }
        for (String line : imap.command("UID FETCH 1:* (UID FLAGS BODY.PEEK[])")) {
            Matcher message = MESSAGE.matcher(line);
            if (message.find()) {
                int end = message.end() + Integer.parseInt(message.group(3));
                byte[] bytes = line.substring(message.end(), end).getBytes(ISO_8859_1);
                List<String> flags = List.of(message.group(2).split(" "));
                letters.put(Long.valueOf(message.group(1)), new Letter(flags, bytes));
            }
        }
        return letters;
    }

    /** The UID of a message in a mailbox, which is selected then. */
    List<Long> find(String mailbox, String subject) throws IOException {
        return letters(mailbox).entrySet().stream()
                .filter(letter -> subject(letter.getValue().bytes()).equals(subject))
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean flag(String mailbox, String subject, String flag) throws IOException {
        List<Long> uids = find(mailbox, subject);
        for (long uid : uids) {
            imap.addFlags(uid, flag);
        }
        return !uids.isEmpty();
    }

    boolean expunge(String mailbox, String subject) throws IOException {
        List<Long> uids = find(mailbox, subject);
        for (long uid : uids) {
            imap.expunge(uid);
        }
        return !uids.isEmpty();
    }

    static String subject(byte[] message) {
        Matcher subject = SUBJECT.matcher(new String(message, ISO_8859_1));
        if (!subject.find()) {
            throw new IllegalStateException("a message without a subject");
        }
        return subject.group(1);
    }

    /** The names of all mailboxes that can hold mail, as the server writes them. */
    List<String> mailboxes() throws IOException {
        return imap.command("LIST \"\" *").stream()
                .filter(line -> line.startsWith("* LIST") && !line.contains("\\Noselect"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1).replace("\"", ""))
                .toList();
    }

    /** How many messages wait to be fetched by POP3. */
    int waiting() throws IOException {
        drop.select("INBOX");
        return drop.uids().size();
    }

    @Override
    public void close() throws IOException {
        imap.close();
        drop.close();
    }
}
