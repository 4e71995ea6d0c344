package org.postern.security;

import org.postern.core.Port;
import org.postern.core.Security;

import java.util.Objects;
import java.util.Optional;

/**
 * Which port does a protocol use?
 *
 * @param protocol the protocol family, as the transport's extension names it ({@code imap} for both
 *     of its transports)
 * @param security the mode of the connection
 * @param declared what the transport's extension declares as default; empty when it declares none
 */
public record PortQuestion(String protocol, Security security, Optional<Port> declared) {

    public PortQuestion {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(declared, "declared");
    }
}
