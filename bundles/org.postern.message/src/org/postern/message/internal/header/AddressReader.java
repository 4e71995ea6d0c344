package org.postern.message.internal.header;

import org.postern.core.MailAddress;
import org.postern.message.internal.Limits;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Address lists (RFC 5322 section 3.4 and 4.4: groups, comments, routes), tolerantly: what cannot
 * be an address becomes a name without one, unclosed quotes and brackets end with the text.
 */
public final class AddressReader {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String text;
    private final List<MailAddress> found = new ArrayList<>();
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String angle = "";
    private int at;

    private AddressReader(String text) {
        this.text = text;
    }

    /**
     * @param text a field's value, 8-bit text decoded, encoded words not yet
     */
    public static List<MailAddress> read(String text) {
        return new AddressReader(text).run();
    }

    private List<MailAddress> run() {
        while (at < text.length() && found.size() < Limits.LIST_ITEMS) {
            step(text.charAt(at));
        }
        flush();
        return found;
    }

    private void step(char c) {
        switch (c) {
            case '"' -> quote();
            case '<' -> angle = withoutRoute(until('>'));
            case '(' -> comment.append(comment());
            case ',', ';' -> flush();
            case ':' -> colon();
            default -> word(c);
        }
    }

    /** A quotation; a mark without a second one is none. */
    private void quote() {
        if (text.indexOf('"', at + 1) < 0) {
            at++;
        } else {
            phrase.append(until('"'));
        }
    }

    private void word(char c) {
        int end = c == '=' ? EncodedWords.end(text, at) : -1;
        if (end > 0 && text.substring(at, end).chars().noneMatch(Character::isWhitespace)) {
            phrase.append(text, at, end);
            at = end;
        } else {
            phrase.append(c);
            at++;
        }
    }

    private void colon() {
        at++;
        if (phrase.indexOf("@") < 0) {
            phrase.setLength(0);
        } else {
            phrase.append(':');
        }
    }

    private String until(char close) {
        StringBuilder inside = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != close) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            inside.append(text.charAt(at));
            at++;
        }
        at++;
        return inside.toString();
    }

    private String comment() {
        StringBuilder inside = new StringBuilder();
        int depth = 0;
        do {
            char c = text.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            inside.append(c);
        } while (depth > 0 && at < text.length());
        return inside.substring(1, inside.length() - (depth == 0 ? 1 : 0));
    }

    private static String withoutRoute(String inside) {
        int colon = inside.lastIndexOf(':');
        return inside.startsWith("@") && colon >= 0 ? inside.substring(colon + 1) : inside;
    }

    private void flush() {
        at++;
        String words = phrase.toString().strip();
        if (angle.isBlank()) {
            bare(words);
        } else {
            add(words.isEmpty() ? comment.toString() : words, angle);
        }
        phrase.setLength(0);
        comment.setLength(0);
        angle = "";
    }

    private void bare(String words) {
        String address =
                Stream.of(words.split("\\s+"))
                        .filter(word -> word.contains("@"))
                        .findFirst()
                        .orElse("");
        String rest = address.isEmpty() ? words : words.replace(address, "");
        add(rest.isBlank() ? comment.toString() : rest, address);
    }

    private void add(String rawName, String rawAddress) {
        String name = unquoted(Clean.line(EncodedWords.decode(rawName.strip())));
        String address = withoutSpace(Clean.line(rawAddress));
        if (!name.isEmpty() || !address.isEmpty()) {
            found.add(new MailAddress(name.equals(address) ? "" : name, address));
        }
    }

    private static String withoutSpace(String address) {
        boolean any = address.chars().anyMatch(c -> c <= ' ');
        return any ? SPACE.matcher(address).replaceAll("") : address;
    }

    private static String unquoted(String name) {
        boolean quotes = name.length() > 2 && name.startsWith("'") && name.endsWith("'");
        return quotes ? name.substring(1, name.length() - 1) : name;
    }
}
