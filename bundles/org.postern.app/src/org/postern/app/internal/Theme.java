package org.postern.app.internal;

/** The two appearances that the workbench comes in. */
public enum Theme {
    LIGHT,
    DARK;

    /**
     * Reads {@code light} or {@code dark}.
     *
     * @throws IllegalArgumentException with a sentence for the user when it is neither
     */
    public static Theme parse(String text) {
        return switch (text) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            default -> throw new IllegalArgumentException(Messages.format("Theme.unknown", text));
        };
    }
}
