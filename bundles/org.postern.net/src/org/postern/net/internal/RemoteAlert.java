package org.postern.net.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

/**
 * The fatal alert with which a server ended TLS. The runtime tells it in its message only (it is
 * not translated), and once keys are agreed on the wire does not show it any more.
 */
final class RemoteAlert {

    private static final Pattern RECEIVED = Pattern.compile("Received fatal alert: (\\w+)");

    private RemoteAlert() {}

    /**
     * @return the alert's name in RFC 8446 §6: {@code unknown_ca}
     */
    static Optional<String> of(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            Matcher matcher = RECEIVED.matcher(String.valueOf(each.getMessage()));
            if (each instanceof SSLException && matcher.find()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }
}
