package org.postern.net;

import org.postern.core.Speaks;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The dialects that Postern speaks itself. */
public final class Dialects {

    /** RFC 9051 §7.1 for the greeting, §6.2.1 for the upgrade. */
    public static final Dialect IMAP =
            new Dialect(
                    "IMAP",
                    "imap",
                    Speaks.IMAP,
                    line("\\* (OK|PREAUTH|BYE)( .*)?"),
                    line("\\* BYE( .*)?"),
                    line("\\* PREAUTH( .*)?"),
                    Optional.of(
                            new Dialect.Upgrade(
                                    "P0 CAPABILITY",
                                    line("P0 .*"),
                                    line("\\* CAPABILITY( .*)? STARTTLS( .*)?"),
                                    "P1 STARTTLS",
                                    line("P1 OK( .*)?"),
                                    line("\\* (?!(OK|NO|BAD|BYE|PREAUTH)( |$)).*"),
                                    line("\\* BYE( .*)?"))));

    /** RFC 1939 §4 for the greeting, RFC 2595 §4 for the upgrade. */
    public static final Dialect POP3 =
            new Dialect(
                    "POP3",
                    "pop",
                    Speaks.POP3,
                    line("(\\+OK|-ERR)( .*)?"),
                    line("-ERR( .*)?"),
                    never(),
                    Optional.of(
                            new Dialect.Upgrade(
                                    "CAPA",
                                    line("\\.|-ERR( .*)?"),
                                    line("STLS *"),
                                    "STLS",
                                    line("\\+OK( .*)?"),
                                    never(),
                                    never())));

    private Dialects() {}

    /** Keywords of both protocols are case-insensitive. */
    private static Predicate<String> line(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).asMatchPredicate();
    }

    private static Predicate<String> never() {
        return line -> false;
    }
}
