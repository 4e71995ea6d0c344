package org.postern.imap.internal.response;

import org.postern.imap.internal.wire.UidSet;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in brackets before the text (RFC 9051 §7.1, RFC 5530).
 *
 * @param name in upper case
 * @param arguments what follows the name; may be empty
 */
public record ResponseCode(String name, String arguments) {

    private static final Pattern OBJECT_ID = Pattern.compile("\\(([A-Za-z0-9_-]{1,255})\\)");

    public ResponseCode {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arguments, "arguments");
    }

    /** The argument as a number, if it is one. */
    public OptionalLong number() {
        return arguments.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(arguments))
                : OptionalLong.empty();
    }

    /** The argument as an object id in its parentheses (RFC 8474 §7), if it is one. */
    public Optional<String> objectId() {
        Matcher form = OBJECT_ID.matcher(arguments);
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    /** The argument as a UIDVALIDITY or UID; 0 when it is none. */
    public long uid() {
        long uid = number().orElse(0);
        return uid > UidSet.MAX ? 0 : uid;
    }
}
