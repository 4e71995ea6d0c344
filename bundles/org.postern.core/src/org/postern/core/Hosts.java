package org.postern.core;

/** What a host name may look like before anybody tries to resolve it. */
public final class Hosts {

    private static final int LONGEST_NAME = 253;

    private static final String PUNCTUATION = ".-_:%";

    /** Joiners that some scripts need, dots that East Asian keyboards type, and a middle dot. */
    private static final String FOREIGN = "\u200c\u200d\u3002\uff0e\uff61\u00b7";

    private Hosts() {}

    /**
     * Strips blanks and the brackets of an IPv6 literal.
     *
     * @return the host
     * @throws IllegalArgumentException when it is empty, longer than a DNS name can be, or has a
     *     character that belongs to no host name in any script (blank, slash, at sign, control
     *     character)
     */
    public static String checked(String host) {
        String name = host.strip();
        if (name.startsWith("[") && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || !name.codePoints().allMatch(Hosts::allowed)) {
            throw new IllegalArgumentException("not a host name: \"" + Text.visible(host) + "\"");
        }
        return name;
    }

    private static boolean allowed(int c) {
        return c < 0x80
                ? Character.isLetterOrDigit(c) || PUNCTUATION.indexOf(c) >= 0
                : Character.isLetterOrDigit(c) || isMark(c) || FOREIGN.indexOf(c) >= 0;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
