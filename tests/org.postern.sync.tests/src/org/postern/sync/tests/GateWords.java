package org.postern.sync.tests;

import org.postern.sync.tests.Letter.Answers;
import org.postern.sync.tests.Letter.Greets;

/** How a protocol says what the choices want said; every line ends with CRLF. */
interface GateWords {

    GateWords IMAP = new ImapGateWords();
    GateWords POP = new PopGateWords();

    /** More than anybody may send before a login. */
    String ENDLESS = "x ".repeat(150_000) + "\r\n";

    String greeting(Greets greets);

    /** Whether a line asks for capabilities. */
    boolean asks(String line);

    /** The answer to that question while TLS is due. */
    String capabilities(String line, Answers answers);

    boolean startsTls(String line);

    String answer(String line, Answers answers);

    /** The answer to anything in a session that goes well. */
    String session(String line);

    /** Whether the client takes its leave. */
    default boolean ends(String line) {
        return line.endsWith("LOGOUT") || line.equals("QUIT");
    }

    /** Whether the client may go on to TLS. */
    default boolean accepts(Answers answers) {
        return answers == Answers.ACCEPTED || answers == Answers.ACCEPTED_AFTER_NOISE;
    }

    /** What no protocol says. */
    static String foreign(Greets greets) {
        return switch (greets) {
            case OTHER_PROTOCOL -> "220 mail.example.org ESMTP\r\n";
            case TLS_BYTES -> "\u0015\u0003\u0001\u0000\u0002\u0002\n\r\n";
            case TOO_LONG -> ENDLESS;
            case PREAUTH -> "* PREAUTH [CAPABILITY IMAP4rev1] welcome\r\n";
            default -> throw new IllegalArgumentException(greets.toString());
        };
    }
}
