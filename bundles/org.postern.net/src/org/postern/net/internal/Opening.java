package org.postern.net.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.core.Text;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.Dialect;
import org.postern.net.Observation;
import org.postern.net.Posture;
import org.postern.net.Timeouts;
import org.postern.security.CertificateJudge;
import org.postern.security.Pins;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLException;

/** Makes of a fresh TCP connection what was asked for: clear, upgraded, or TLS from the start. */
final class Opening {

    /** Before TLS nobody may keep us longer, whatever the account's time-outs are. */
    private static final Duration LONGEST_UPGRADE = Duration.ofSeconds(30);

    private final ConnectRequest request;
    private final IProgressMonitor monitor;
    private final TapSocket socket;
    private final Admission admission;
    private final CertificateJudge judge;
    private final Pins pins;

    Opening(
            ConnectRequest request,
            IProgressMonitor monitor,
            TapSocket socket,
            Admission admission,
            CertificateJudge judge,
            Pins pins) {
        this.request = request;
        this.monitor = monitor;
        this.socket = socket;
        this.admission = admission;
        this.judge = judge;
        this.pins = pins;
    }

    Connection run() throws MailException {
        return switch (request.security()) {
            case NONE -> clear();
            case STARTTLS -> upgraded();
            case TLS -> protectedFromStart();
        };
    }

    private Connection clear() throws MailException {
        String greeting = greetInClear(lines(socket));
        tell(new Observation.Greeted(Text.visible(greeting)));
        return connection(Posture.clear(admission.warnings()), Optional.of(greeting), socket);
    }

    /** The greeting came in clear: it is dropped with all else that did. */
    private Connection upgraded() throws MailException {
        Dialect.Upgrade upgrade = request.dialect().upgrade().orElseThrow(this::noUpgrade);
        LineReader lines = lines(socket);
        greetInClear(lines);
        stage(Step.STARTTLS, upgradeLimit()).run(socket, () -> startTls(upgrade, lines));
        return connection(handshake(true), Optional.empty());
    }

    private Connection protectedFromStart() throws MailException {
        Secured tls = handshake(false);
        Greeting greeting = new Greeting(peer(), request.dialect(), lines(tls.socket()));
        String line =
                stage(Step.GREETING, timeouts().greeting())
                        .run(socket, greeting::read, this::lateRefusal);
        tell(new Observation.Greeted(Text.visible(line)));
        return connection(tls, Optional.of(line));
    }

    /** In TLS 1.3 a server's objection to us comes only when we are done (RFC 8446 §6.2). */
    private Optional<Failure> lateRefusal(IOException e) {
        return e instanceof SSLException && !Stage.isEnd(e)
                ? Optional.of(new Failure.HandshakeFailed(peer(), Stage.detail(e)))
                : Optional.empty();
    }

    private String greetInClear(LineReader lines) throws MailException {
        Greeting greeting = new Greeting(peer(), request.dialect(), lines);
        try {
            return stage(Step.GREETING, timeouts().greeting()).run(socket, greeting::readInClear);
        } catch (MailException e) {
            throw greeting.isForeign() && isNoGreeting(e)
                    ? new MailException(greeting.otherProtocol(), e)
                    : e;
        } finally {
            tell(socket.first().heard());
        }
    }

    private static boolean isNoGreeting(MailException e) {
        return e.failure() instanceof Failure.TimedOut
                || e.failure() instanceof Failure.Closed
                || e.failure() instanceof Failure.LimitExceeded;
    }

    private Void startTls(Dialect.Upgrade upgrade, LineReader lines)
            throws IOException, MailException {
        new StartTls(peer(), upgrade, lines, socket.getOutputStream()).run();
        return null;
    }

    private Duration upgradeLimit() {
        Duration asked = timeouts().handshake();
        return asked.compareTo(LONGEST_UPGRADE) < 0 ? asked : LONGEST_UPGRADE;
    }

    private Secured handshake(boolean upgrading) throws MailException {
        Optional<X509Certificate> pin = pins.pinned(request.account(), peer());
        Handshake handshake = new Handshake(socket, admission.host(), judge, pin);
        HandshakeFailure failure =
                new HandshakeFailure(peer(), socket, handshake, admission, upgrading);
        long start = System.nanoTime();
        try {
            Secured tls =
                    stage(Step.HANDSHAKE, timeouts().handshake())
                            .run(
                                    socket,
                                    () -> handshake.run(peer().port(), admission.parameters()),
                                    failure::explain);
            tellCertificates(handshake, upgrading);
            tell(tls.negotiated(Duration.ofNanos(System.nanoTime() - start)));
            return tls;
        } catch (MailException e) {
            tellCertificates(handshake, upgrading);
            throw e;
        }
    }

    /** After STARTTLS the first bytes were heard before. */
    private void tellCertificates(Handshake handshake, boolean upgrading) {
        if (!upgrading) {
            tell(socket.first().heard());
        }
        handshake
                .judged()
                .map(judged -> new Observation.Judged(judged.chain(), judged.report()))
                .ifPresent(this::tell);
    }

    private void tell(Observation seen) {
        request.observer().seen(seen);
    }

    private LineReader lines(Socket source) throws MailException {
        return stage(Step.GREETING, timeouts().greeting())
                .run(socket, () -> new LineReader(peer(), source.getInputStream()));
    }

    private Connection connection(Secured tls, Optional<String> greeting) throws MailException {
        Posture posture = tls.posture(request.security(), admission.forced(), admission.warnings());
        return connection(posture, greeting, tls.socket());
    }

    private Connection connection(Posture posture, Optional<String> greeting, Socket stream)
            throws MailException {
        return stage(Step.GREETING, timeouts().greeting())
                .run(
                        socket,
                        () -> new SocketConnection(request, posture, greeting, stream, socket));
    }

    private Stage stage(Step step, Duration limit) {
        return new Stage(peer(), step, limit, monitor);
    }

    private Endpoint peer() {
        return request.endpoint();
    }

    private Timeouts timeouts() {
        return request.timeouts();
    }

    private MailException noUpgrade() {
        String sentence = Messages.text("starttls.unknown", request.dialect().name());
        return new MailException(new Failure.BadSettings(sentence));
    }
}
