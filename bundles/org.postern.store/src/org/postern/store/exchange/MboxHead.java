package org.postern.store.exchange;

import org.postern.core.Flag;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines that an export to mbox puts before a message, and an import takes away again: what the
 * format itself cannot say. {@code Status} and {@code X-Status} are for other programs.
 *
 * @param length bytes of the message
 * @param date of the message
 */
record MboxHead(long length, Instant date, Set<Flag> flags) {

    static final String MARK = "X-Postern: ";

    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final Pattern LINE =
            Pattern.compile("X-Postern: length=(\\d{1,18}); date=(\\S+); flags=(\\S*)\\s*");

    /** The separator line and the three that follow it. */
    String lines() {
        String names = flags.stream().map(Flag::name).sorted().collect(Collectors.joining(","));
        String status = flags.contains(Flag.SEEN) ? "RO" : "O";
        String xStatus =
                sign(Flag.ANSWERED, "A")
                        + sign(Flag.FLAGGED, "F")
                        + sign(Flag.DRAFT, "T")
                        + sign(Flag.DELETED, "D");
        return "From MAILER-DAEMON "
                + ASCTIME.format(date)
                + "\n"
                + MARK
                + "length="
                + length
                + "; date="
                + date
                + "; flags="
                + names
                + "\n"
                + "Status: "
                + status
                + "\nX-Status: "
                + xStatus
                + "\n";
    }

    private String sign(Flag flag, String letter) {
        return flags.contains(flag) ? letter : "";
    }

    /** Reads the line that begins with {@link #MARK}; empty when somebody else wrote it. */
    static Optional<MboxHead> read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Instant date = Instant.parse(parts.group(2));
            return Optional.of(
                    new MboxHead(Long.parseLong(parts.group(1)), date, flags(parts.group(3))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Set<Flag> flags(String names) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        Set<String> given = Set.copyOf(Arrays.asList(names.split(",")));
        for (Flag flag : Flag.values()) {
            if (given.contains(flag.name())) {
                flags.add(flag);
            }
        }
        return flags;
    }
}
