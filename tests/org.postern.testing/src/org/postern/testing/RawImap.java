package org.postern.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tiny IMAP client with which a test arranges what is on a server, and looks at it afterwards. It
 * understands nothing that it does not need; strings are octets in Latin-1. Not safe for several
 * threads. Every command throws {@link IllegalStateException} when the server does not answer OK.
 */
public final class RawImap implements AutoCloseable {
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)\\}$");
    private static final Pattern APPENDUID = Pattern.compile("\\[APPENDUID \\d+ (\\d+)\\]");

    private final RawConnection connection;
    private int commands;

    private RawImap(RawConnection connection) throws IOException {
        this.connection = connection;
        connection.readLine();
    }

    /** Connects and reads the greeting. */
    public static RawImap plain(String host, int port) throws IOException {
        return new RawImap(RawConnection.plain(host, port));
    }

    /** The same under TLS; any certificate will do. */
    public static RawImap tls(String host, int port) throws IOException {
        return new RawImap(RawConnection.tls(host, port));
    }

    /** Logs in. */
    public RawImap login(String user, String password) throws IOException {
        command("LOGIN " + quoted(user) + " " + quoted(password));
        return this;
    }

    /**
     * Sends any command and gives back the lines of the answer, literals included in their line,
     * the tagged line (without its tag) last.
     */
    public List<String> command(String command) throws IOException {
        String tag = "r" + ++commands;
        connection.writeLine(tag + " " + command);
        return answer(tag, command);
    }

    private List<String> answer(String tag, String command) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = responseLine();
        while (!line.startsWith(tag + " ")) {
            lines.add(line);
            line = responseLine();
        }
        if (!line.startsWith(tag + " OK")) {
            throw new IllegalStateException(verb(command) + " was answered: " + line);
        }
        lines.add(line.substring(tag.length() + 1));
        return lines;
    }

    private String responseLine() throws IOException {
        String line = connection.readLine();
        Matcher literal = LITERAL.matcher(line);
        return literal.find()
                ? line
                        + "\r\n"
                        + connection.read(Integer.parseInt(literal.group(1)))
                        + responseLine()
                : line;
    }

    private static String verb(String command) {
        return command.split(" ", 2)[0];
    }

    /** Appends a message and gives back its UID (RFC 4315). Flags such as {@code \Seen}. */
    public long append(String mailbox, byte[] message, String... flags) throws IOException {
        String tag = "r" + ++commands;
        String list = flags.length == 0 ? "" : " (" + String.join(" ", flags) + ")";
        connection.writeLine(
                tag + " APPEND " + quoted(mailbox) + list + " {" + message.length + "}");
        requireContinuation();
        connection.write(message);
        connection.writeLine("");
        String last = answer(tag, "APPEND").getLast();
        Matcher uid = APPENDUID.matcher(last);
        if (!uid.find()) {
            throw new IllegalStateException("The server gave no APPENDUID: " + last);
        }
        return Long.parseLong(uid.group(1));
    }

    private void requireContinuation() throws IOException {
        String line = connection.readLine();
        if (!line.startsWith("+")) {
            throw new IllegalStateException("APPEND was answered: " + line);
        }
    }

    /** Creates and subscribes a mailbox; the name in modified UTF-7. */
    public RawImap create(String mailbox) throws IOException {
        command("CREATE " + quoted(mailbox));
        command("SUBSCRIBE " + quoted(mailbox));
        return this;
    }

    /** Selects a mailbox for the commands below. */
    public RawImap select(String mailbox) throws IOException {
        command("SELECT " + quoted(mailbox));
        return this;
    }

    /** The UIDs in the selected mailbox, ascending. */
    public List<Long> uids() throws IOException {
        return command("UID SEARCH ALL").stream()
                .filter(line -> line.startsWith("* SEARCH "))
                .flatMap(line -> Pattern.compile(" ").splitAsStream(line.substring(9)))
                .map(Long::valueOf)
                .toList();
    }

    /** Adds flags to a message of the selected mailbox. */
    public RawImap addFlags(long uid, String... flags) throws IOException {
        command("UID STORE " + uid + " +FLAGS (" + String.join(" ", flags) + ")");
        return this;
    }

    /** Takes flags from a message of the selected mailbox. */
    public RawImap removeFlags(long uid, String... flags) throws IOException {
        command("UID STORE " + uid + " -FLAGS (" + String.join(" ", flags) + ")");
        return this;
    }

    /** Removes a message from the selected mailbox for good (UID EXPUNGE, RFC 4315). */
    public RawImap expunge(long uid) throws IOException {
        addFlags(uid, "\\Deleted");
        command("UID EXPUNGE " + uid);
        return this;
    }

    /** Flags of a message in the selected mailbox. */
    public List<String> flags(long uid) throws IOException {
        String answer = String.join("\n", command("UID FETCH " + uid + " (FLAGS)"));
        Matcher flags = Pattern.compile("FLAGS \\(([^)]*)\\)").matcher(answer);
        if (!flags.find()) {
            throw new IllegalStateException("No message has UID " + uid + ": " + answer);
        }
        return flags.group(1).isEmpty() ? List.of() : List.of(flags.group(1).split(" "));
    }

    /** The whole message, marked as read by nothing. */
    public byte[] message(long uid) throws IOException {
        String answer = String.join("\n", command("UID FETCH " + uid + " (BODY.PEEK[])"));
        Matcher size = Pattern.compile("BODY\\[\\] \\{(\\d+)\\}\r\n").matcher(answer);
        if (!size.find()) {
            throw new IllegalStateException("No message has UID " + uid + ": " + answer);
        }
        int end = size.end() + Integer.parseInt(size.group(1));
        return answer.substring(size.end(), end).getBytes(ISO_8859_1);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Leaves without LOGOUT. */
    @Override
    public void close() throws IOException {
        connection.close();
    }
}
