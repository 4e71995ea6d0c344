package org.postern.demo.internal.imap.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One address of an ENVELOPE. A group begins with an address that has no host and ends with one
 * that has nothing, RFC 9051 section 7.5.2.
 */
public record Address(Optional<String> name, Optional<String> mailbox, Optional<String> host) {

    /** Reads a list of addresses; what cannot be understood becomes a mailbox without a host. */
    public static List<Address> parse(String field) {
        List<Address> addresses = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean quoted = false;
        boolean angle = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            quoted ^= c == '"' && (i == 0 || field.charAt(i - 1) != '\\');
            angle = !quoted && (c == '<' || angle && c != '>');
            if (!quoted && !angle && (c == ',' || c == ';' || c == ':')) {
                finish(current, c, addresses);
            } else {
                current.append(c);
            }
        }
        finish(current, ',', addresses);
        return addresses;
    }

    private static void finish(StringBuilder current, char stop, List<Address> addresses) {
        String text = current.toString().strip();
        current.setLength(0);
        if (stop == ':') {
            addresses.add(new Address(Optional.empty(), Optional.of(text), Optional.empty()));
        } else if (!text.isEmpty()) {
            addresses.add(one(text));
        }
        if (stop == ';') {
            addresses.add(new Address(Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }

    private static Address one(String text) {
        int open = text.lastIndexOf('<');
        int close = text.indexOf('>', open + 1);
        if (open < 0 || close < 0) {
            return of(Optional.empty(), text);
        }
        String name = text.substring(0, open).strip();
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        return of(
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                text.substring(open + 1, close));
    }

    private static Address of(Optional<String> name, String spec) {
        int at = spec.lastIndexOf('@');
        return at < 0
                ? new Address(name, Optional.of(spec), Optional.of(""))
                : new Address(
                        name,
                        Optional.of(spec.substring(0, at).strip()),
                        Optional.of(spec.substring(at + 1).strip()));
    }
}
