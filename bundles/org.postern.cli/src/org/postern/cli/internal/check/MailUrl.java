package org.postern.cli.internal.check;

import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Messages;
import org.postern.core.Hosts;
import org.postern.core.Port;
import org.postern.core.Text;
import org.postern.transport.TransportDescriptor;
import org.postern.transport.TransportDescriptor.Location;
import org.postern.transport.Transports;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where mail is: {@code SCHEME://host[:port]}, or {@code SCHEME:///folder} for a transport whose
 * mail lies in a folder. The schemes are those of the installed transports.
 *
 * @param text as it was written
 * @param transport that has the scheme
 * @param location the host, or the folder
 * @param port empty when none was written
 */
record MailUrl(String text, TransportDescriptor transport, String location, Optional<Port> port) {

    private static final String SEPARATOR = "://";

    /**
     * @throws WrongUsage saying what is wrong; a password in it is not repeated
     */
    static MailUrl parse(String text, Transports transports) throws WrongUsage {
        int end = text.indexOf(SEPARATOR);
        if (end < 1) {
            throw wrong("Url.syntax", shown(text), schemes(transports));
        }
        TransportDescriptor transport = transport(text.substring(0, end), transports);
        String rest = text.substring(end + SEPARATOR.length());
        return transport.location() == Location.FOLDER
                ? folder(text, transport, rest)
                : server(text, transport, rest);
    }

    private static TransportDescriptor transport(String scheme, Transports transports)
            throws WrongUsage {
        String wanted = scheme.toLowerCase(Locale.ROOT);
        for (TransportDescriptor each : transports.all()) {
            if (each.scheme().equals(wanted)) {
                return each;
            }
        }
        throw wrong("Url.scheme", Text.visible(scheme), schemes(transports));
    }

    private static String schemes(Transports transports) {
        return transports.all().stream()
                .map(TransportDescriptor::scheme)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static MailUrl folder(String text, TransportDescriptor transport, String path)
            throws WrongUsage {
        if (path.isBlank()) {
            throw wrong("Url.noFolder", shown(text));
        }
        return new MailUrl(text, transport, path, Optional.empty());
    }

    private static MailUrl server(String text, TransportDescriptor transport, String rest)
            throws WrongUsage {
        String authority = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        if (authority.contains("@")) {
            throw wrong("Url.user", shown(text));
        }
        int colon = portColon(authority);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        Optional<Port> port =
                colon < 0 ? Optional.empty() : Optional.of(port(text, authority, colon));
        try {
            return new MailUrl(text, transport, Hosts.checked(host), port);
        } catch (IllegalArgumentException e) {
            throw wrong("Url.host", shown(text));
        }
    }

    /** The colons of an IPv6 address stand in brackets. */
    private static int portColon(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? colon : -1;
    }

    private static Port port(String text, String authority, int colon) throws WrongUsage {
        String digits = authority.substring(colon + 1);
        return Port.parse(digits)
                .orElseThrow(() -> wrong("Url.port", Text.visible(digits), shown(text)));
    }

    /** Whoever writes a password into a URL shall not see it again on the screen. */
    private static String shown(String text) {
        int at = text.lastIndexOf('@');
        int start = text.indexOf(SEPARATOR);
        boolean secret = start >= 0 && at > start;
        return Text.visible(
                secret ? text.substring(0, start + 3) + "…" + text.substring(at) : text);
    }

    private static WrongUsage wrong(String key, Object... values) {
        return new WrongUsage(Messages.format(key, values));
    }
}
