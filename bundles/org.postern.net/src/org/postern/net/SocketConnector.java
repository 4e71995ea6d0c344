package org.postern.net;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.net.internal.Attempt;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.Pins;

import java.util.Objects;
import java.util.Optional;

/**
 * The Connector over TCP sockets. TLS 1.2 and 1.3 only, with forward-secret authenticated ciphers;
 * no renegotiation; no session is ever resumed, so that none crosses accounts. One daemon thread
 * watches over time limits and cancellation while there are connections to watch.
 */
public final class SocketConnector implements Connector {

    private final ConnectionPolicies policies;
    private final CertificateJudge judge;
    private final Resolver resolver;
    private final Pins pins;
    private final Optional<RingWireLog> log;

    /** A connector with the operating system's way of resolving names, where nobody pins. */
    public SocketConnector(ConnectionPolicies policies, CertificateJudge judge) {
        this(policies, judge, Resolver.system());
    }

    /** A connector that knows no pins. */
    public SocketConnector(ConnectionPolicies policies, CertificateJudge judge, Resolver resolver) {
        this(policies, judge, resolver, Pins.NONE);
    }

    /**
     * @param policies asked before anything is sent, the name server included
     * @param judge of certificates
     * @param resolver of names
     * @param pins asked for each server, and told at a login which certificate was accepted and
     *     whether the login was tied to the connection
     */
    public SocketConnector(
            ConnectionPolicies policies, CertificateJudge judge, Resolver resolver, Pins pins) {
        this(policies, judge, resolver, pins, Optional.empty());
    }

    /**
     * The same with a log.
     *
     * @param log keeps what is said, redacted
     */
    public SocketConnector(
            ConnectionPolicies policies,
            CertificateJudge judge,
            Resolver resolver,
            Pins pins,
            RingWireLog log) {
        this(policies, judge, resolver, pins, Optional.of(log));
    }

    private SocketConnector(
            ConnectionPolicies policies,
            CertificateJudge judge,
            Resolver resolver,
            Pins pins,
            Optional<RingWireLog> log) {
        this.log = log;
        this.policies = Objects.requireNonNull(policies, "policies");
        this.judge = Objects.requireNonNull(judge, "judge");
        this.resolver = Objects.requireNonNull(resolver, "resolver");
        this.pins = Objects.requireNonNull(pins, "pins");
    }

    @Override
    public Connection connect(ConnectRequest request, IProgressMonitor monitor)
            throws MailException {
        return new Attempt(request, monitor, judge, pins, log).run(policies, resolver);
    }
}
