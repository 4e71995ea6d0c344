package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.core.Step;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.ConnectionObserver;
import org.postern.net.Observation;
import org.postern.net.Resolver;
import org.postern.net.RingWireLog;
import org.postern.net.internal.log.Transcript;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.IntendedConnection;
import org.postern.security.Judgement;
import org.postern.security.Pins;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One try to connect, from the policies to the greeting. */
public final class Attempt {

    private final ConnectRequest request;
    private final IProgressMonitor monitor;
    private final CertificateJudge judge;
    private final Pins pins;
    private final Transcript transcript;

    public Attempt(
            ConnectRequest request,
            IProgressMonitor monitor,
            CertificateJudge judge,
            Pins pins,
            Optional<RingWireLog> log) {
        transcript = new Transcript(log, request);
        this.request = request.withObserver(new CalmObserver(request.observer()));
        this.monitor = monitor;
        this.judge = judge;
        this.pins = pins;
    }

    /** See {@link org.postern.net.Connector#connect}. */
    public Connection run(ConnectionPolicies policies, Resolver resolver) throws MailException {
        refuseIfCancelled();
        ConnectEvent event = ConnectEvent.begin(request);
        try {
            Connection connection = connect(policies, resolver);
            event.made(connection.posture());
            return connection;
        } catch (MailException e) {
            event.failed(e);
            transcript.note(e.failure().getClass().getSimpleName());
            throw e;
        }
    }

    private Connection connect(ConnectionPolicies policies, Resolver resolver)
            throws MailException {
        Admission admission = new Admission(request, judgement(policies));
        List<InetAddress> addresses = addresses(resolver, admission);
        TapSocket socket = dialling(request.observer()).run(addresses);
        List<InetAddress> same = List.of(socket.getInetAddress());
        try {
            return open(socket, admission);
        } catch (MailException e) {
            throw explained(e, admission, dialling(ConnectionObserver.NOBODY), same);
        }
    }

    private List<InetAddress> addresses(Resolver resolver, Admission admission)
            throws MailException {
        long start = System.nanoTime();
        List<InetAddress> addresses =
                new Lookup(resolver, request.endpoint(), limit(), monitor).run(admission.host());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        request.observer().seen(new Observation.Resolved(admission.host().name(), addresses, took));
        return addresses;
    }

    private Dialling dialling(ConnectionObserver observer) {
        return new Dialling(request.endpoint(), limit(), monitor, observer);
    }

    private Duration limit() {
        return request.timeouts().connect();
    }

    private Judgement judgement(ConnectionPolicies policies) {
        return policies.judge(
                new IntendedConnection(
                        request.account(),
                        request.dialect().protocol(),
                        request.endpoint(),
                        request.security()));
    }

    /** Whatever goes wrong, the socket does not stay open. */
    private Connection open(TapSocket socket, Admission admission) throws MailException {
        boolean open = false;
        transcript.note("connected to " + socket.getInetAddress().getHostAddress());
        try {
            Connection connection =
                    new Opening(
                                    Call.begin(request, monitor, socket, admission, transcript),
                                    judge,
                                    pins)
                            .run();
            open = true;
            return connection;
        } finally {
            if (!open) {
                Sockets.close(socket);
            }
        }
    }

    /** Two failures say too little; a look at a second connection may find the truer cause. */
    private MailException explained(
            MailException e, Admission admission, Dialling dialling, List<InetAddress> addresses) {
        return truerCause(e.failure(), admission, dialling, addresses)
                .map(failure -> new MailException(failure, e))
                .orElse(e);
    }

    private Optional<Failure> truerCause(
            Failure failure, Admission admission, Dialling dialling, List<InetAddress> addresses) {
        boolean tls = request.security() == Security.TLS;
        return switch (failure) {
            case Failure.TimedOut late when late.step() == Step.GREETING && !tls ->
                    new SilenceProbe(request, monitor, admission.host()).run(dialling, addresses);
            case Failure.Closed end when end.step() == Step.HANDSHAKE ->
                    new OldTlsProbe(request, monitor).afterSilence(dialling, addresses);
            case Failure.NoCommonCipher refused ->
                    new OldTlsProbe(request, monitor).afterRefusal(dialling, addresses);
            default -> Optional.empty();
        };
    }

    private void refuseIfCancelled() {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }
}
