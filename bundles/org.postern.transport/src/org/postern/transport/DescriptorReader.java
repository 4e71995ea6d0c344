package org.postern.transport;

import org.eclipse.core.runtime.IConfigurationElement;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.core.Text;
import org.postern.transport.TransportDescriptor.Location;

import java.util.Optional;

/**
 * Reads one {@code transport} element. What is wrong with it comes out as an
 * IllegalArgumentException that names the attribute.
 */
final class DescriptorReader {

    private DescriptorReader() {}

    static TransportDescriptor read(IConfigurationElement element) {
        if (!element.getName().equals("transport")) {
            throw new IllegalArgumentException(
                    Messages.format("element.unknown", element.getName()));
        }
        required(element, "class");
        return new TransportDescriptor(
                required(element, "id"),
                required(element, "scheme"),
                required(element, "label"),
                required(element, "protocol"),
                security(element),
                port(element),
                optional(element, "twin"),
                flag(element, "startTls", false),
                flag(element, "login", true),
                location(element),
                element.getContributor().getName());
    }

    private static Security security(IConfigurationElement element) {
        String value = required(element, "security");
        return switch (value) {
            case "tls" -> Security.TLS;
            case "none" -> Security.NONE;
            default -> throw wrong("security", value);
        };
    }

    private static Optional<Port> port(IConfigurationElement element) {
        Optional<String> text = optional(element, "defaultPort");
        Optional<Port> port = text.flatMap(Port::parse);
        if (text.isPresent() && port.isEmpty()) {
            throw wrong("defaultPort", text.get());
        }
        return port;
    }

    private static Location location(IConfigurationElement element) {
        String value = optional(element, "location").orElse("server");
        return switch (value) {
            case "server" -> Location.SERVER;
            case "folder" -> Location.FOLDER;
            default -> throw wrong("location", value);
        };
    }

    private static boolean flag(IConfigurationElement element, String name, boolean absent) {
        String value = optional(element, name).orElse(Boolean.toString(absent));
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong(name, value);
        }
        return Boolean.parseBoolean(value);
    }

    private static String required(IConfigurationElement element, String name) {
        return optional(element, name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        Messages.format("attribute.missing", name)));
    }

    private static Optional<String> optional(IConfigurationElement element, String name) {
        return Optional.ofNullable(element.getAttribute(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static IllegalArgumentException wrong(String name, String value) {
        return new IllegalArgumentException(
                Messages.format("attribute.wrong", name, Text.visible(value)));
    }
}
