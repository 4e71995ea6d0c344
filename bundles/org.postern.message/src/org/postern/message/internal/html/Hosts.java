package org.postern.message.internal.html;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of hosts, and whether two of them look like the same owner's. */
public final class Hosts {

    private static final int LONGEST = 300;
    private static final Pattern SHOWN =
            Pattern.compile(
                    "^(?:https?:[/\\\\]{2})?((?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.){1,10}"
                            + "(?:\\p{L}{2,24}|xn--[a-z0-9-]{1,59}))\\.?(?::\\d{1,5})?(?:[/?#]\\S*)?$",
                    Pattern.CASE_INSENSITIVE);
    private static final Set<String> SECOND_LEVELS =
            Set.of("co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go", "gob", "gouv");
    private static final Set<String> FILE_ENDINGS =
            Set.of(
                    "html", "htm", "pdf", "doc", "docx", "txt", "jpg", "png", "gif", "exe", "js",
                    "xml", "php", "java", "csv", "xls", "xlsx", "tar", "gz");

    private Hosts() {}

    /** The host in a text that looks like a web address and nothing else. */
    static Optional<String> shownIn(String text) {
        String shown = text.strip();
        if (shown.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher match = SHOWN.matcher(shown);
        return match.matches()
                ? Optional.of(ascii(match.group(1))).filter(host -> !isFile(shown, host))
                : Optional.empty();
    }

    private static boolean isFile(String shown, String host) {
        boolean bare = shown.indexOf(':') < 0 && shown.indexOf('/') < 0;
        return bare && FILE_ENDINGS.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    /** Whether one contains the other, or both are under one registered name. */
    public static boolean sameOwner(String first, String second) {
        return registered(ascii(first)).equals(registered(ascii(second)));
    }

    /** An internationalised name as it travels, which shows look-alike letters. */
    static String ascii(String host) {
        String plain = host.toLowerCase(Locale.ROOT).replaceAll("\\.+$", "");
        try {
            return IDN.toASCII(plain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            return plain;
        }
    }

    /** The last two labels, or three below a public second level such as {@code co.uk}. */
    private static String registered(String host) {
        String[] labels = host.split("\\.");
        int count = labels.length;
        if (count <= 2 || labels[count - 1].chars().allMatch(Character::isDigit)) {
            return host;
        }
        boolean country = labels[count - 1].length() == 2;
        int kept = country && SECOND_LEVELS.contains(labels[count - 2]) ? 3 : 2;
        return String.join(".", Arrays.copyOfRange(labels, count - kept, count));
    }
}
