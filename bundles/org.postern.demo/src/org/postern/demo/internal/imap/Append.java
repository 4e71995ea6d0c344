package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Content;
import org.postern.demo.internal.mail.Flags;
import org.postern.demo.internal.mail.Mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;

/** APPEND with APPENDUID, RFC 9051 section 6.3.12, and the UTF8 form of RFC 6855. */
final class Append implements Verb {
    @Override
    public Answer run(ImapSession session, Args args) throws IOException {
        String name = session.nameIn(args.space().astring());
        args.space();
        Flags flags = Flags.NONE;
        if (args.peek() == '(') {
            flags = Flags.of(args.list(args::flag));
            args.space();
        }
        OffsetDateTime arrival = OffsetDateTime.now();
        if (args.peek() == '"') {
            arrival = ImapText.parseDateTime(args.astring());
            args.space();
        }
        Content content = new Content(Content.withCrlf(message(session, args)), arrival);
        args.end();
        return store(session, name, content, flags);
    }

    private static byte[] message(ImapSession session, Args args) {
        if (!args.skipWord("UTF8 (")) {
            return args.literal();
        }
        if (!session.has(Feature.UTF8)) {
            throw Refusal.bad("UTF8=ACCEPT is not enabled");
        }
        byte[] message = args.literal();
        args.expect(')');
        return message;
    }

    private static Answer store(ImapSession session, String name, Content content, Flags flags) {
        if (new String(content.bytes(), StandardCharsets.ISO_8859_1).isBlank()) {
            throw Refusal.no("CANNOT", "Empty message");
        }
        return session.account()
                .locked(
                        all -> {
                            Mailbox mailbox = all.selectable(name).orElseThrow(Append::missing);
                            long uid = mailbox.append(content, flags).uid();
                            String code = "APPENDUID " + mailbox.uidValidity() + " " + uid;
                            return Answer.ok(code, "APPEND completed");
                        });
    }

    private static Refusal missing() {
        return Refusal.no("TRYCREATE", "No such mailbox");
    }
}
