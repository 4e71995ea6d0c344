package org.postern.demo.internal.imap;

import java.io.IOException;
import java.util.Optional;

/** CAPABILITY, ID, NOOP, LOGOUT and NAMESPACE: what the server says about itself. */
final class Greeting {
    private static final String COMMON =
            "IMAP4rev1 SASL-IR LITERAL+ ID ENABLE IDLE AUTH=PLAIN APPENDLIMIT="
                    + CommandReader.LITERAL_LIMIT;
    private static final String MAIL =
            " NAMESPACE UIDPLUS MOVE UNSELECT CHILDREN SPECIAL-USE LIST-EXTENDED LIST-STATUS"
                    + " STATUS=SIZE ESEARCH CONDSTORE QRESYNC UTF8=ACCEPT";

    private Greeting() {}

    private static String capabilities(ImapSession session) {
        boolean stranger = session.state() == ImapSession.State.NOT_AUTHENTICATED;
        boolean canSecure = stranger && !session.wire().secured();
        return "CAPABILITY " + COMMON + MAIL + (canSecure ? " STARTTLS" : "");
    }

    /** The response code that saves a client the CAPABILITY command. */
    static String code(ImapSession session) {
        return capabilities(session);
    }

    static Answer capability(ImapSession session, Args args) throws IOException {
        args.end();
        session.untagged(capabilities(session));
        return Answer.ok("CAPABILITY completed");
    }

    static Answer id(ImapSession session, Args args) throws IOException {
        args.space();
        if (!args.skipWord("NIL")) {
            args.list(() -> args.skipWord("NIL") ? "" : args.astring());
        }
        args.end();
        session.untagged("ID (\"name\" \"Postern demo\" \"version\" \"0.1.0\")");
        return Answer.ok("ID completed");
    }

    static Answer noop(ImapSession session, Args args) {
        args.end();
        return Answer.ok("Done");
    }

    static Answer logout(ImapSession session, Args args) throws IOException {
        args.end();
        session.select(Optional.empty());
        session.untagged("BYE See you soon");
        session.end();
        return Answer.ok("LOGOUT completed");
    }

    static Answer namespace(ImapSession session, Args args) throws IOException {
        args.end();
        session.untagged("NAMESPACE ((\"\" \"/\")) NIL NIL");
        return Answer.ok("NAMESPACE completed");
    }
}
