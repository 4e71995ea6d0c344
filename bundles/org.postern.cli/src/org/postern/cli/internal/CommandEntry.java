package org.postern.cli.internal;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.postern.cli.Command;
import org.postern.core.Text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A command as its extension declares it; reading it loads no class of the command.
 *
 * @param name what the user types
 * @param help one line
 * @param usage all there is to know, several lines
 */
public record CommandEntry(String name, String help, String usage, IConfigurationElement element) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /**
     * @throws IllegalArgumentException naming the attribute that is missing or wrong
     */
    static CommandEntry read(IConfigurationElement element) {
        String name = required(element, "name");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    Messages.format("Commands.name", Text.visible(name)));
        }
        required(element, "id");
        required(element, "class");
        return new CommandEntry(
                name, required(element, "help"), required(element, "usage"), element);
    }

    private static String required(IConfigurationElement element, String attribute) {
        return Optional.ofNullable(element.getAttribute(attribute))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        Messages.format("Commands.missing", attribute)));
    }

    /**
     * A new instance of its class.
     *
     * @throws CoreException when it cannot be loaded
     */
    Command load() throws CoreException {
        return (Command) element.createExecutableExtension("class");
    }
}
