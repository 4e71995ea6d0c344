package org.postern.demo.internal.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** IDLE, RFC 2177: changes are pushed until the client says DONE. */
final class Idle implements Verb {
    private static final int LINE_LIMIT = 1_000;

    @Override
    public Answer run(ImapSession session, Args args) throws IOException {
        args.end();
        session.wire().line("+ idling").flush();
        byte[] line = readWhilePushing(session);
        if (!new String(line, StandardCharsets.US_ASCII).equalsIgnoreCase("DONE")) {
            throw Refusal.bad("Expected DONE");
        }
        return Answer.ok("IDLE completed");
    }

    private static byte[] readWhilePushing(ImapSession session) throws IOException {
        if (session.state() != ImapSession.State.SELECTED) {
            return session.wire().readLine(LINE_LIMIT);
        }
        try (Pusher pusher = Pusher.start(session)) {
            return session.wire().readLine(LINE_LIMIT);
        }
    }
}
