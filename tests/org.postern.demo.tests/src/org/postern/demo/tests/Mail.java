package org.postern.demo.tests;

import org.postern.demo.DemoAccount;
import org.postern.demo.DemoServer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as it comes over the wire, one byte per character.
 *
 * @param user whose it is
 * @param mailbox as the server writes it
 * @param facts FLAGS and INTERNALDATE
 * @param text the whole message
 */
record Mail(String user, String mailbox, String facts, String text) {
    private static final int NEAR = 40_000;
    private static final Pattern LIST = Pattern.compile("\\* LIST \\(.*?\\) \"/\" (\".*\")");
    private static final Pattern SIZE = Pattern.compile(".*\\{(\\d+)}");

    /** Fetches all mail of all accounts. */
    static List<Mail> fetchAll(DemoServer server) throws IOException {
        List<Mail> mails = new ArrayList<>();
        for (DemoAccount account : server.accounts()) {
            try (Peer peer = new Peer(server.imapPort())) {
                peer.line();
                String password = new String(server.password(account));
                peer.imap("LOGIN " + account.user() + " \"" + password + "\"");
                for (String line : peer.imap("LIST \"\" *")) {
                    Matcher list = LIST.matcher(line);
                    if (list.matches()) {
                        fetch(peer, account.user(), list.group(1), mails);
                    }
                }
            }
        }
        return mails;
    }

    private static void fetch(Peer peer, String user, String mailbox, List<Mail> mails)
            throws IOException {
        peer.imap("EXAMINE " + mailbox);
        peer.send("f UID FETCH 1:* (FLAGS INTERNALDATE BODY.PEEK[])\r\n");
        for (String line = peer.line(); !line.startsWith("f "); line = peer.line()) {
            Matcher size = SIZE.matcher(line);
            if (!size.matches()) {
                throw new IOException(line);
            }
            String text = peer.read(Integer.parseInt(size.group(1)));
            mails.add(new Mail(user, mailbox, line, text));
            peer.line();
        }
    }

    String header() {
        int end = text.indexOf("\r\n\r\n");
        return text.substring(0, end < 0 ? text.length() : end + 2);
    }

    /**
     * Whether the regular expression is found near the beginning, as it is or with the worst of
     * quoted-printable undone; lines may be matched with ^ and $.
     */
    boolean has(String regex) {
        String start = text.substring(0, Math.min(text.length(), NEAR));
        String readable = start.replace("=\r\n", "").replace("=3D", "=");
        Pattern pattern = Pattern.compile(regex, Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
        return pattern.matcher(start).find() || pattern.matcher(readable).find();
    }

    /** A field's value, unfolded; empty when there is no such field. */
    String field(String name) {
        Pattern field = Pattern.compile("(?im)^" + name + ":[ \t]*((?:.*(?:\r\n[ \t].*)*))");
        Matcher matcher = field.matcher(header());
        return matcher.find() ? matcher.group(1).replaceAll("\r\n", "") : "";
    }

    @Override
    public String toString() {
        return user + " " + mailbox + " " + field("Subject");
    }
}
