package org.postern.message.internal.header;

/** Two hexadecimal digits as a byte. */
final class Hex {

    private Hex() {}

    /** The value of the two digits at that place, or -1 when they are none. */
    static int pair(String text, int at) {
        if (at + 1 >= text.length()) {
            return -1;
        }
        int high = digit(text.charAt(at));
        int low = digit(text.charAt(at + 1));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
