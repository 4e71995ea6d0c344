package org.postern.message.internal.mime;

import org.postern.message.internal.header.Clean;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes names that mail proposes fit for a folder of any system, and unique. For one message. */
public final class FileNames {

    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 16;
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|clock\\$|com[0-9¹²³]|lpt[0-9¹²³])\\s*(\\..*)?");

    private final Map<String, Integer> taken = new HashMap<>();

    /**
     * @param proposed the name as the mail has it
     * @param otherwise the name to take when nothing of it can be used
     */
    public String unique(String proposed, String otherwise) {
        String name = safe(proposed);
        if (name.isEmpty()) {
            name = safe(otherwise);
        }
        String candidate = name;
        int number = taken.getOrDefault(key(name), 1);
        while (taken.containsKey(key(candidate))) {
            candidate = numbered(name, ++number);
        }
        taken.put(key(name), number);
        taken.putIfAbsent(key(candidate), 1);
        return candidate;
    }

    /** A name without path, controls, direction marks and characters that a system refuses. */
    static String safe(String proposed) {
        String last =
                proposed.substring(
                        1 + Math.max(proposed.lastIndexOf('/'), proposed.lastIndexOf('\\')));
        String name = Clean.line(withoutMarks(bounded(last))).replaceAll("[<>:\"|?*]", "_");
        name = shortened(name.replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", ""));
        return RESERVED.matcher(name).matches() ? "_" + name : name;
    }

    /** Keeps both ends of an absurdly long name, as the second holds the ending. */
    private static String bounded(String name) {
        int length = name.length();
        return length <= 4 * LONGEST
                ? name
                : name.substring(0, 2 * LONGEST) + name.substring(length - 2 * LONGEST);
    }

    private static String withoutMarks(String name) {
        return name.replaceAll("[\\u200b-\\u200f\\u061c\\u2028\\u2029]", "");
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        String extension = extension(name);
        int end = LONGEST - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end).stripTrailing() + extension;
    }

    private static String numbered(String name, int number) {
        String extension = extension(name);
        String stem = name.substring(0, name.length() - extension.length());
        return stem + " (" + number + ")" + extension;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        boolean usable = dot > 0 && name.length() - dot <= LONGEST_EXTENSION;
        return usable ? name.substring(dot) : "";
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
