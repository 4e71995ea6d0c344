package org.postern.imap.internal.session;

import org.postern.core.MailException;
import org.postern.imap.internal.command.Logout;
import org.postern.imap.internal.response.Capabilities;
import org.postern.net.Connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * LOGOUT, with a second for the server to answer it. Who has answered may leave the closing to us
 * (RFC 9051 §6.1.3), and is not waited for.
 */
final class Farewell {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Connection connection;

    /** How the line begins that ends the command, with the end of the line before. */
    private final byte[] answer;

    /** How much of it has come; what is heard begins with a line. */
    private int heard = 1;

    private Farewell(Connection connection, String tag) {
        this.connection = connection;
        answer = ("\n" + tag + " ").getBytes(StandardCharsets.US_ASCII);
    }

    static void say(Connection connection, CommandWriter out) {
        String tag = out.nextTag();
        try {
            out.write(tag, Logout.say(), Capabilities.NONE, Optional::empty);
            out.flush();
            new Farewell(connection, tag).hearOut();
        } catch (IOException | MailException goneAnyway) {
            connection.close();
        }
    }

    private void hearOut() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        byte[] unread = new byte[8 * 1024];
        int count = 0;
        for (long left = PATIENCE.toNanos();
                left > 1_000_000 && count >= 0 && heard < answer.length;
                left = deadline - System.nanoTime()) {
            connection.readTimeout(Duration.ofNanos(left));
            count = connection.in().read(unread);
            hear(unread, count);
        }
    }

    private void hear(byte[] bytes, int count) {
        for (int i = 0; i < count && heard < answer.length; i++) {
            boolean goesOn = bytes[i] == answer[heard];
            heard = goesOn ? heard + 1 : bytes[i] == answer[0] ? 1 : 0;
        }
    }
}
