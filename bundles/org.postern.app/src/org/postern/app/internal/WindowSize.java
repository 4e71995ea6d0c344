package org.postern.app.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A window's size in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record WindowSize(int width, int height) {
    private static final Pattern SYNTAX = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

    public WindowSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    Messages.format("WindowSize.syntax", width + "x" + height));
        }
    }

    /**
     * Reads a size such as {@code 1280x800}.
     *
     * @throws IllegalArgumentException with a sentence for the user when it is none
     */
    public static WindowSize parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(Messages.format("WindowSize.syntax", text));
        }
        return new WindowSize(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
