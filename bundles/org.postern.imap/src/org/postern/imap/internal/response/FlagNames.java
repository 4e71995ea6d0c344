package org.postern.imap.internal.response;

import org.postern.core.Flag;
import org.postern.imap.internal.wire.Keywords;
import org.postern.imap.internal.wire.Lexer;
import org.postern.imap.internal.wire.WordKind;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    private static final Flag[] FLAGS = Flag.values();

    private static final Keywords WORDS =
            Keywords.of(Arrays.stream(FLAGS).map(NAMES::get).toArray(String[]::new));

    /** Each set that there can be, for they come by the hundred thousand. */
    private static final List<Optional<Set<Flag>>> SETS =
            IntStream.range(0, 1 << FLAGS.length).mapToObj(FlagNames::made).toList();

    private FlagNames() {}

    private static Optional<Set<Flag>> made(int bits) {
        return Optional.of(
                Arrays.stream(FLAGS)
                        .filter(flag -> (bits & bit(flag)) != 0)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static int bit(Flag flag) {
        return 1 << flag.ordinal();
    }

    /** A set as one number. */
    public static int bits(Set<Flag> flags) {
        int bits = 0;
        for (Flag flag : flags) {
            bits |= bit(flag);
        }
        return bits;
    }

    /** A set from its number. */
    public static Optional<Set<Flag>> set(int bits) {
        return SETS.get(bits);
    }

    /** Reads a flag list; what Postern does not know is passed over. */
    static int read(Lexer lexer) throws IOException {
        int bits = 0;
        lexer.expect('(');
        for (lexer.spaces(); !lexer.accept(')'); lexer.spaces()) {
            int place = lexer.isString() ? skipped(lexer) : lexer.word(WordKind.ASTRING, WORDS);
            bits |= place == Keywords.UNKNOWN ? 0 : bit(FLAGS[place]);
        }
        return bits;
    }

    private static int skipped(Lexer lexer) throws IOException {
        lexer.string();
        return Keywords.UNKNOWN;
    }

    /** A flag list, parentheses included. */
    public static String list(Collection<Flag> flags) {
        return flags.stream().sorted().map(NAMES::get).collect(Collectors.joining(" ", "(", ")"));
    }
}
