package org.postern.ui.internal.settings;

import org.postern.transport.TransportDescriptor;

import java.util.Optional;

/** Guesses a server's name from the user's address, the way most providers name them. */
final class HostGuess {

    private HostGuess() {}

    /**
     * {@code mail@example.org} and a transport whose family is called "xyz" make {@code
     * xyz.example.org}.
     *
     * @return empty when the address has no domain
     */
    static Optional<String> of(String address, TransportDescriptor transport) {
        return domain(address).map(domain -> transport.protocol() + "." + domain);
    }

    private static Optional<String> domain(String address) {
        String domain = address.strip().substring(address.strip().lastIndexOf('@') + 1);
        boolean sound = address.contains("@") && domain.matches("[\\p{L}\\p{N}.-]+");
        return sound ? Optional.of(domain) : Optional.empty();
    }
}
