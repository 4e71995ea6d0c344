package org.postern.message.internal.header;

import org.postern.message.internal.Limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Lists of message identifiers (RFC 5322 section 3.6.4) and of links in angle brackets. */
public final class Identifiers {

    private Identifiers() {}

    /** Identifiers without brackets; where there are no brackets, words with an at sign. */
    public static List<String> read(String raw) {
        List<String> bracketed = bracketed(raw);
        if (!bracketed.isEmpty()) {
            return bracketed;
        }
        return Stream.of(raw.split("[\\s,<>]+"))
                .map(Clean::line)
                .filter(word -> word.contains("@"))
                .limit(Limits.LIST_ITEMS)
                .toList();
    }

    /** Links of the schemes that may be followed. */
    public static List<String> links(String raw) {
        return bracketed(raw).stream().filter(Identifiers::isLink).toList();
    }

    private static boolean isLink(String link) {
        String lower = link.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://")
                || lower.startsWith("http://")
                || lower.startsWith("mailto:");
    }

    private static List<String> bracketed(String raw) {
        List<String> found = new ArrayList<>();
        int open = raw.indexOf('<');
        while (open >= 0 && found.size() < Limits.LIST_ITEMS) {
            int close = raw.indexOf('>', open);
            if (close < 0) {
                break;
            }
            String inside = Clean.line(raw.substring(open + 1, close)).replace(" ", "");
            if (!inside.isEmpty()) {
                found.add(inside);
            }
            open = raw.indexOf('<', close);
        }
        return found;
    }
}
