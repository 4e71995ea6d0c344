package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.core.Step;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.Resolver;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.IntendedConnection;
import org.postern.security.Judgement;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** One try to connect, from the policies to the greeting. */
public final class Attempt {

    private final ConnectRequest request;
    private final IProgressMonitor monitor;
    private final CertificateJudge judge;

    public Attempt(ConnectRequest request, IProgressMonitor monitor, CertificateJudge judge) {
        this.request = request;
        this.monitor = monitor;
        this.judge = judge;
    }

    /** See {@link org.postern.net.Connector#connect}. */
    public Connection run(ConnectionPolicies policies, Resolver resolver) throws MailException {
        refuseIfCancelled();
        Admission admission = new Admission(request, judgement(policies));
        Duration limit = request.timeouts().connect();
        List<InetAddress> addresses =
                new Lookup(resolver, request.endpoint(), limit, monitor).run(admission.host());
        Dialling dialling = new Dialling(request.endpoint(), limit, monitor);
        try {
            return open(dialling.run(addresses), admission);
        } catch (MailException e) {
            throw wasSilent(e) ? explained(e, admission, dialling, addresses) : e;
        }
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
        try {
            Connection connection = new Opening(request, monitor, socket, admission, judge).run();
            open = true;
            return connection;
        } finally {
            if (!open) {
                Sockets.close(socket);
            }
        }
    }

    private boolean wasSilent(MailException e) {
        return request.security() != Security.TLS
                && e.failure() instanceof Failure.TimedOut late
                && late.step() == Step.GREETING;
    }

    private MailException explained(
            MailException silence,
            Admission admission,
            Dialling dialling,
            List<InetAddress> addresses) {
        return new SilenceProbe(request, monitor, admission.host())
                .run(dialling, addresses)
                .map(failure -> new MailException(failure, silence))
                .orElse(silence);
    }

    private void refuseIfCancelled() {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }
}
