package org.postern.core;

/** What a host name may look like before anybody tries to resolve it. */
public final class Hosts {

    private static final int LONGEST_NAME = 253;

    private Hosts() {}

    /**
     * Strips blanks and the brackets of an IPv6 literal.
     *
     * @return the host
     * @throws IllegalArgumentException when it is empty, longer than a DNS name can be, or has a
     *     character that belongs to no host name (blank, slash, at sign, control character)
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
        return Character.isLetterOrDigit(c)
                || c == '.'
                || c == '-'
                || c == '_'
                || c == ':'
                || c == '%';
    }
}
