package org.postern.imap.internal.response;

import org.postern.core.Flag;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How flags are called on the wire (RFC 9051 §2.3.2; $Forwarded is a keyword). */
public final class FlagNames {

    private static final Map<Flag, String> NAMES =
            new EnumMap<>(
                    Map.of(
                            Flag.SEEN, "\\Seen",
                            Flag.FLAGGED, "\\Flagged",
                            Flag.ANSWERED, "\\Answered",
                            Flag.DRAFT, "\\Draft",
                            Flag.DELETED, "\\Deleted",
                            Flag.FORWARDED, "$Forwarded"));

    private static final Map<String, Flag> FLAGS =
            NAMES.entrySet().stream()
                    .collect(
                            Collectors.toMap(
                                    e -> e.getValue().toLowerCase(Locale.ROOT), Map.Entry::getKey));

    private FlagNames() {}

    /** The flag of that name; empty for one that Postern does not know. */
    public static Optional<Flag> flag(String name) {
        return Optional.ofNullable(FLAGS.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A flag list, parentheses included. */
    public static String list(Collection<Flag> flags) {
        return flags.stream().sorted().map(NAMES::get).collect(Collectors.joining(" ", "(", ")"));
    }
}
