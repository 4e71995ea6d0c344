package org.postern.core;

import java.util.Optional;

/**
 * A TCP port that a person could connect to: 1 to 65535. Port 0 means "any" to the system and is
 * refused here.
 *
 * @param number the port's number
 */
public record Port(int number) {

    /** The largest port number there is. */
    public static final int MAX = 65_535;

    public Port {
        if (number < 1 || number > MAX) {
            throw new IllegalArgumentException("not a port between 1 and 65535: " + number);
        }
    }

    /**
     * Reads what a person typed.
     *
     * @param text may have blanks around it
     * @return the port, or empty when the text is no number between 1 and 65535
     */
    public static Optional<Port> parse(String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        return number < 1 || number > MAX ? Optional.empty() : Optional.of(new Port(number));
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
