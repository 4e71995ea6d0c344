package org.postern.security.internal;

import com.ibm.icu.text.IDNA;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names in the form in which DNS and certificates have them: IDNA 2008 as UTS 46 applies it,
 * without the transition, so that {@code \u00df} is a letter of its own. The runtime's {@code
 * java.net.IDN} is of 2003 and would look up another domain.
 */
public final class Idna {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    /** Joiners and writing directions are checked (RFC 5891 §4.2.3); ASCII is as in host names. */
    private static final IDNA RULES =
            IDNA.getUTS46Instance(
                    IDNA.NONTRANSITIONAL_TO_ASCII
                            | IDNA.CHECK_BIDI
                            | IDNA.CHECK_CONTEXTJ
                            | IDNA.USE_STD3_RULES);

    /** What may be wrong, the plainest first, with the key of its sentence. */
    private static final Map<IDNA.Error, String> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put(IDNA.Error.EMPTY_LABEL, "host.emptyLabel");
        REASONS.put(IDNA.Error.LABEL_TOO_LONG, "host.tooLong");
        REASONS.put(IDNA.Error.DOMAIN_NAME_TOO_LONG, "host.tooLong");
        REASONS.put(IDNA.Error.PUNYCODE, "host.ace");
        REASONS.put(IDNA.Error.INVALID_ACE_LABEL, "host.ace");
        REASONS.put(IDNA.Error.LEADING_HYPHEN, "host.hyphen");
        REASONS.put(IDNA.Error.TRAILING_HYPHEN, "host.hyphen");
        REASONS.put(IDNA.Error.HYPHEN_3_4, "host.hyphen");
        REASONS.put(IDNA.Error.LEADING_COMBINING_MARK, "host.mark");
        REASONS.put(IDNA.Error.CONTEXTJ, "host.joiner");
        REASONS.put(IDNA.Error.BIDI, "host.bidi");
    }

    private Idna() {}

    /**
     * @param name without the root's dot
     * @return in lower case and A-labels
     * @throws IllegalArgumentException that says what is wrong with it
     */
    public static String ascii(String name) {
        boolean plain = name.chars().allMatch(c -> c < 0x80) && !hasAce(name);
        return plain ? plain(name.toLowerCase(Locale.ROOT), name) : mapped(name);
    }

    private static boolean hasAce(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("\\."))
                .anyMatch(label -> label.startsWith("xn--"));
    }

    /** Names in ASCII are what they are: people have hosts with a low line, or with odd hyphens. */
    private static String plain(String lower, String typed) {
        if (lower.indexOf('%') >= 0 || lower.indexOf(':') >= 0) {
            throw bad(typed, "host.letter");
        }
        for (String label : lower.split("\\.", -1)) {
            if (label.isEmpty()) {
                throw bad(typed, "host.emptyLabel");
            }
            if (label.length() > LONGEST_LABEL || lower.length() > LONGEST_NAME) {
                throw bad(typed, "host.tooLong");
            }
        }
        return lower;
    }

    private static String mapped(String name) {
        StringBuilder ascii = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        RULES.nameToASCII(name, ascii, info);
        if (info.hasErrors()) {
            throw bad(name, reason(info.getErrors()));
        }
        return ascii.toString();
    }

    private static String reason(Set<IDNA.Error> errors) {
        return REASONS.entrySet().stream()
                .filter(each -> errors.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("host.letter");
    }

    private static IllegalArgumentException bad(String name, String reason) {
        return new IllegalArgumentException(Messages.text("host.bad", name, Messages.text(reason)));
    }
}
