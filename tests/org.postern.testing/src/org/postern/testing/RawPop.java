package org.postern.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tiny POP3 client with which a test arranges what is on a server, and looks at it afterwards.
 * Strings are octets in Latin-1. Not safe for several threads. Every command throws {@link
 * IllegalStateException} when the server does not answer +OK.
 */
public final class RawPop implements AutoCloseable {
    private final RawConnection connection;

    private RawPop(RawConnection connection) throws IOException {
        this.connection = connection;
        requireOk("the greeting", connection.readLine());
    }

    /** Connects and reads the greeting. */
    public static RawPop plain(String host, int port) throws IOException {
        return new RawPop(RawConnection.plain(host, port));
    }

    /** The same under TLS; any certificate will do. */
    public static RawPop tls(String host, int port) throws IOException {
        return new RawPop(RawConnection.tls(host, port));
    }

    /** Logs in with USER and PASS. */
    public RawPop login(String user, String password) throws IOException {
        command("USER " + user);
        command("PASS " + password);
        return this;
    }

    /** Sends a command with an answer of one line, and gives back that line. */
    public String command(String command) throws IOException {
        connection.writeLine(command);
        return requireOk(command.split(" ", 2)[0], connection.readLine());
    }

    /** Sends a command with an answer of several lines; dot-stuffing is undone (RFC 1939, 3). */
    public List<String> lines(String command) throws IOException {
        command(command);
        List<String> lines = new ArrayList<>();
        String line = connection.readLine();
        while (!line.equals(".")) {
            lines.add(line.startsWith(".") ? line.substring(1) : line);
            line = connection.readLine();
        }
        return lines;
    }

    /** Unique ids by message number, in the order of the server. */
    public Map<Integer, String> uidl() throws IOException {
        Map<Integer, String> ids = new LinkedHashMap<>();
        for (String line : lines("UIDL")) {
            String[] words = line.split(" ", 2);
            ids.put(Integer.valueOf(words[0]), words[1]);
        }
        return ids;
    }

    /** A whole message with CRLF line ends. */
    public byte[] retrieve(int number) throws IOException {
        String text = String.join("\r\n", lines("RETR " + number)) + "\r\n";
        return text.getBytes(ISO_8859_1);
    }

    /** Marks a message for deletion, which {@link #quit()} carries out. */
    public RawPop delete(int number) throws IOException {
        command("DELE " + number);
        return this;
    }

    /** Ends the session so that deletions happen. */
    public void quit() throws IOException {
        command("QUIT");
    }

    private static String requireOk(String what, String answer) {
        if (!answer.startsWith("+OK")) {
            throw new IllegalStateException(what + " was answered: " + answer);
        }
        return answer;
    }

    /** Leaves; without {@link #quit()} nothing is deleted. */
    @Override
    public void close() throws IOException {
        connection.close();
    }
}
