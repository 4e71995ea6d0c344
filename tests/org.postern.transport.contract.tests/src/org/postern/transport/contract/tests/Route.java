package org.postern.transport.contract.tests;

import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.imap.ImapTransport;
import org.postern.net.Connector;
import org.postern.net.SocketConnector;
import org.postern.net.Timeouts;
import org.postern.pop3.PopTransport;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.TrustAnchors;
import org.postern.transport.OpenRequest;
import org.postern.transport.Transport;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A way of a transport to a server: one run of the contracts. */
enum Route {
    DEMO_IMAP(Servers::demo, "imap", Security.NONE),
    DEMO_IMAPS(Servers::demo, "imaps", Security.TLS),
    DEMO_POP(Servers::demo, "pop", Security.NONE),
    DEMO_POPS(Servers::demo, "pops", Security.TLS),
    DOVECOT_IMAP(Servers::dovecot, "imap", Security.NONE),
    DOVECOT_IMAP_STARTTLS(Servers::dovecot, "imap", Security.STARTTLS),
    DOVECOT_IMAPS(Servers::dovecot, "imaps", Security.TLS),
    DOVECOT_POP(Servers::dovecot, "pop", Security.NONE),
    DOVECOT_POP_STARTTLS(Servers::dovecot, "pop", Security.STARTTLS),
    DOVECOT_POPS(Servers::dovecot, "pops", Security.TLS);

    private final Supplier<Place> place;
    private final String transport;
    private final Security security;

    Route(Supplier<Place> place, String transport, Security security) {
        this.place = place;
        this.transport = transport;
        this.security = security;
    }

    Place place() {
        return place.get();
    }

    /** The id under which the transport is installed. */
    String transport() {
        return transport;
    }

    Security security() {
        return security;
    }

    boolean imap() {
        return transport.startsWith("imap");
    }

    Transport behaviour() {
        return imap() ? new ImapTransport() : new PopTransport();
    }

    /**
     * @param port the server's, or that of a proxy before it
     */
    OpenRequest request(OpenRequest.Credentials credentials, int port) {
        String host = place().host();
        return new OpenRequest(
                new AccountId("contract"),
                host,
                Optional.of(new Endpoint(host, new Port(port))),
                security,
                place().user(this).name(),
                credentials,
                Timeouts.of(Duration.ofSeconds(20)));
    }

    Connector connector() {
        TrustAnchors anchors = TrustAnchors.of(place().authority());
        return new SocketConnector(
                ConnectionPolicies.builtIn(), new CertificateJudge(() -> anchors));
    }
}
