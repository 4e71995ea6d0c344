package org.postern.app.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/**
 * What the command line asked for.
 *
 * <p>Arguments that start with a single dash belong to the platform and are passed over.
 *
 * @param demo whether to start the built-in demo server and show its accounts
 * @param version whether to print name and version and leave without a window
 * @param readyFile the file to create once mail is shown
 * @param theme the appearance to use instead of the remembered one
 * @param size the size of the window instead of the remembered one
 */
public record StartOptions(
        boolean demo,
        boolean version,
        Optional<Path> readyFile,
        Optional<Theme> theme,
        Optional<WindowSize> size) {

    /**
     * Reads the arguments of the application.
     *
     * @param arguments as the platform hands them over, its own arguments included
     * @throws IllegalArgumentException with a sentence for the user that names the option, when an
     *     option that starts with two dashes is unknown or its value is missing or wrong
     */
    public static StartOptions parse(String... arguments) {
        StartOptions options =
                new StartOptions(
                        false, false, Optional.empty(), Optional.empty(), Optional.empty());
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private StartOptions with(String name, Iterator<String> rest) {
        return switch (name) {
            case "--demo" -> new StartOptions(true, version, readyFile, theme, size);
            case "--version" -> new StartOptions(demo, true, readyFile, theme, size);
            case "--ready-file" ->
                    new StartOptions(demo, version, Optional.of(path(name, rest)), theme, size);
            case "--theme" -> {
                Theme wanted = Theme.parse(value(name, rest));
                yield new StartOptions(demo, version, readyFile, Optional.of(wanted), size);
            }
            case "--size" -> {
                WindowSize wanted = WindowSize.parse(value(name, rest));
                yield new StartOptions(demo, version, readyFile, theme, Optional.of(wanted));
            }
            default -> {
                if (name.startsWith("--")) {
                    throw new IllegalArgumentException(
                            Messages.format("StartOptions.unknown", name));
                }
                yield this;
            }
        };
    }

    private static Path path(String name, Iterator<String> rest) {
        String text = value(name, rest);
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    Messages.format("StartOptions.notAPath", name, text), e);
        }
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(Messages.format("StartOptions.noValue", name));
        }
        return rest.next();
    }
}
