package org.postern.pop3.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of an answer (RFC 1939 §3) with its response code (RFC 2449 §8), as {@code IN-USE}
 * or {@code SYS/TEMP}.
 *
 * @param ok whether it is +OK
 * @param code upper case
 * @param text without indicator and code
 */
record PopReply(boolean ok, Optional<String> code, String text) {

    private static final Pattern LINE =
            Pattern.compile(
                    "(\\+OK|-ERR)(?: +(?:\\[([^\\]\\s]{1,64})\\] ?)?(.*))?",
                    Pattern.CASE_INSENSITIVE);

    /**
     * @return empty when the line is no answer at all
     */
    static Optional<PopReply> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new PopReply(
                        matcher.group(1).equalsIgnoreCase("+OK"),
                        Optional.ofNullable(matcher.group(2)).map(c -> c.toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(matcher.group(3)).orElse("").strip()));
    }
}
