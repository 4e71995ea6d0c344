package org.postern.net;

import org.postern.core.Failure;
import org.postern.core.Speaks;
import org.postern.security.CertificateReport;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that was seen while a connection was made: one rung of the ladder from a name to a
 * login. Text of a server is made visible, and none of it holds a secret. What came in clear before
 * TLS is there as evidence for a diagnosis; nobody may act on it.
 */
public sealed interface Observation {

    /** The name has these addresses. */
    record Resolved(String host, List<InetAddress> addresses, Duration took)
            implements Observation {
        public Resolved {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * An address was called. Several of a host are called at the same time; one that had not
     * answered when another one did is told as timed out after that long.
     *
     * @param failure empty when it accepted
     */
    record Dialled(InetAddress address, Duration took, Optional<Failure> failure)
            implements Observation {}

    /**
     * The first bytes of the peer, whatever they are.
     *
     * @param said their beginning
     */
    record Heard(Speaks speaks, String said) implements Observation {}

    /** The server's certificates were looked at. */
    record Judged(List<X509Certificate> chain, CertificateReport report) implements Observation {
        public Judged {
            chain = List.copyOf(chain);
        }
    }

    /** TLS stands. */
    record Negotiated(String protocol, String cipherSuite, Duration took) implements Observation {}

    /** The greeting of the protocol that was expected. */
    record Greeted(String line) implements Observation {}

    /** What the server says it can do, inside of the protection that the connection has. */
    record Offered(List<String> capabilities) implements Observation {
        public Offered {
            capabilities = List.copyOf(capabilities);
        }
    }

    /** The server wants a person to be told, and said so under protection. */
    record Told(String text) implements Observation {}

    /** The login was accepted. */
    record LoggedIn(Login login) implements Observation {}
}
