package org.postern.store.exchange;

import org.postern.core.Flag;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Flags in the name of a Maildir file: {@code <unique>:2,<letters>}. */
final class MaildirFlags {

    private static final Map<Character, Flag> LETTERS =
            new TreeMap<>(
                    Map.of(
                            'D', Flag.DRAFT,
                            'F', Flag.FLAGGED,
                            'P', Flag.FORWARDED,
                            'R', Flag.ANSWERED,
                            'S', Flag.SEEN,
                            'T', Flag.DELETED));

    private MaildirFlags() {}

    /** The letters in the order that the format asks for. */
    static String letters(Set<Flag> flags) {
        StringBuilder letters = new StringBuilder();
        LETTERS.forEach(
                (letter, flag) -> {
                    if (flags.contains(flag)) {
                        letters.append(letter.charValue());
                    }
                });
        return letters.toString();
    }

    static Set<Flag> read(String fileName) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (char letter : fileName.substring(end(fileName)).toCharArray()) {
            Flag flag = LETTERS.get(letter);
            if (flag != null) {
                flags.add(flag);
            }
        }
        return flags;
    }

    static String unique(String fileName) {
        int info = info(fileName);
        return info < 0 ? fileName : fileName.substring(0, info);
    }

    private static int end(String fileName) {
        int info = info(fileName);
        return info < 0 ? fileName.length() : info + 3;
    }

    /** Windows knows no colon in names, so a semicolon stands there. */
    private static int info(String fileName) {
        return Math.max(fileName.lastIndexOf(":2,"), fileName.lastIndexOf(";2,"));
    }
}
