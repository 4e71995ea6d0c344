package org.postern.message.internal.text;

import org.postern.core.MailAddress;
import org.postern.message.CalendarTime;
import org.postern.message.internal.header.Clean;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One unfolded content line (RFC 5545 section 3.1). */
record CalendarLine(String name, Map<String, String> parameters, String value) {

    private static final Pattern TIME =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})(Z)?)?");

    static Optional<CalendarLine> read(String line) {
        int colon = unquoted(line, ':', 0);
        if (colon < 0) {
            return Optional.empty();
        }
        int nameEnd = unquoted(line.substring(0, colon), ';', 0);
        String name = line.substring(0, nameEnd < 0 ? colon : nameEnd);
        Map<String, String> parameters =
                nameEnd < 0 ? Map.of() : parameters(line.substring(nameEnd + 1, colon));
        return Optional.of(
                new CalendarLine(
                        name.strip().toUpperCase(Locale.ROOT),
                        parameters,
                        line.substring(colon + 1)));
    }

    private static int unquoted(String line, char wanted, int from) {
        boolean quoted = false;
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            quoted ^= c == '"';
            if (c == wanted && !quoted) {
                return at;
            }
        }
        return -1;
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> found = new HashMap<>();
        int from = 0;
        while (from < text.length()) {
            int end = unquoted(text, ';', from);
            String parameter = text.substring(from, end < 0 ? text.length() : end);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                String name = parameter.substring(0, equals).toUpperCase(Locale.ROOT);
                found.putIfAbsent(name, parameter.substring(equals + 1).replace("\"", ""));
            }
            from = end < 0 ? text.length() : end + 1;
        }
        return found;
    }

    /** The value as text, escapes undone (section 3.3.11), on one line. */
    String text() {
        return Clean.line(value.replaceAll("\\\\[nN]", " ").replaceAll("\\\\([\\\\,;])", "$1"));
    }

    Optional<MailAddress> person() {
        String address = Clean.line(value.replaceFirst("(?i)^mailto:", ""));
        String name = Clean.line(parameters.getOrDefault("CN", ""));
        return name.isEmpty() && address.isEmpty()
                ? Optional.empty()
                : Optional.of(new MailAddress(name.equals(address) ? "" : name, address));
    }

    Optional<CalendarTime> time() {
        Matcher match = TIME.matcher(value.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CalendarTime(local(match), zone(match), match.group(4) == null));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(Matcher match) {
        return LocalDateTime.of(
                number(match.group(1)),
                number(match.group(2)),
                number(match.group(3)),
                number(match.group(4)),
                number(match.group(5)),
                Math.min(59, number(match.group(6))));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private Optional<ZoneId> zone(Matcher match) {
        if (match.group(7) != null) {
            return Optional.of(ZoneOffset.UTC);
        }
        String name = parameters.getOrDefault("TZID", "");
        return ZoneId.getAvailableZoneIds().contains(name)
                ? Optional.of(ZoneId.of(name))
                : Optional.empty();
    }
}
