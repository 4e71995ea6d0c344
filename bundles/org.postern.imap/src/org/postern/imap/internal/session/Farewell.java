package org.postern.imap.internal.session;

import org.postern.core.MailException;
import org.postern.imap.internal.command.Logout;
import org.postern.imap.internal.response.Capabilities;
import org.postern.net.Connection;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** LOGOUT, with a second for the server to answer it. */
final class Farewell {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Farewell() {}

    static void say(Connection connection, CommandWriter out) {
        try {
            out.write(out.nextTag(), Logout.say(), Capabilities.NONE, Optional::empty);
            out.flush();
            hearOut(connection);
        } catch (IOException | MailException goneAnyway) {
            connection.close();
        }
    }

    private static void hearOut(Connection connection) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        byte[] unread = new byte[8 * 1024];
        int count = 0;
        for (long left = PATIENCE.toNanos();
                left > 1_000_000 && count >= 0;
                left = deadline - System.nanoTime()) {
            connection.readTimeout(Duration.ofNanos(left));
            count = connection.in().read(unread);
        }
    }
}
