package org.postern.net.internal;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.net.Connection;
import org.postern.net.Dialect;
import org.postern.net.Posture;
import org.postern.security.CertificateJudge;
import org.postern.security.Pins;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLException;

/** Makes of a fresh TCP connection what was asked for: clear, upgraded, or TLS from the start. */
final class Opening {

    /** Before TLS nobody may keep us longer, whatever the account's time-outs are. */
    private static final Duration LONGEST_UPGRADE = Duration.ofSeconds(30);

    private final Call call;
    private final CertificateJudge judge;
    private final Pins pins;

    Opening(Call call, CertificateJudge judge, Pins pins) {
        this.call = call;
        this.judge = judge;
        this.pins = pins;
    }

    Connection run() throws MailException {
        return switch (call.request().security()) {
            case NONE -> clear();
            case STARTTLS -> upgraded();
            case TLS -> protectedFromStart();
        };
    }

    private Connection clear() throws MailException {
        String greeting = greetInClear(call.lines(call.socket()));
        call.greeted(greeting);
        Posture posture = Posture.clear(call.admission().warnings());
        return connected(() -> SocketConnection.clear(call, pins, posture, greeting));
    }

    /** The greeting came in clear: it is dropped with all else that did. */
    private Connection upgraded() throws MailException {
        Dialect.Upgrade upgrade = call.request().dialect().upgrade().orElseThrow(this::noUpgrade);
        LineReader lines = call.lines(call.socket());
        greetInClear(lines);
        call.stage(Step.STARTTLS, upgradeLimit())
                .run(call.socket(), () -> startTls(upgrade, lines));
        Secured tls = new Shield(call, judge, pins, true).raise();
        return connected(() -> SocketConnection.shielded(call, pins, tls, Optional.empty()));
    }

    private Connection protectedFromStart() throws MailException {
        Secured tls = new Shield(call, judge, pins, false).raise();
        Greeting greeting =
                new Greeting(call.peer(), call.request().dialect(), call.lines(tls.socket()));
        String line =
                call.greetingStage().run(call.socket(), greeting::read, e -> lateObjection(tls, e));
        call.greeted(line);
        return connected(() -> SocketConnection.shielded(call, pins, tls, Optional.of(line)));
    }

    /** In TLS 1.3 a server's objection to us comes only when we are done (RFC 8446 §6.2). */
    private Optional<Failure> lateObjection(Secured tls, IOException e) {
        Optional<Failure> objection = tls.objection(call.peer(), e);
        return objection.isEmpty() && e instanceof SSLException && !Stage.isEnd(e)
                ? Optional.of(new Failure.HandshakeFailed(call.peer(), Stage.detail(e)))
                : objection;
    }

    private String greetInClear(LineReader lines) throws MailException {
        Greeting greeting = new Greeting(call.peer(), call.request().dialect(), lines);
        try {
            return call.greetingStage().run(call.socket(), greeting::readInClear);
        } catch (MailException e) {
            throw greeting.isForeign() && isNoGreeting(e)
                    ? new MailException(greeting.otherProtocol(), e)
                    : e;
        } finally {
            call.tell(call.socket().first().heard());
        }
    }

    private static boolean isNoGreeting(MailException e) {
        return e.failure() instanceof Failure.TimedOut
                || e.failure() instanceof Failure.Closed
                || e.failure() instanceof Failure.LimitExceeded;
    }

    private Void startTls(Dialect.Upgrade upgrade, LineReader lines)
            throws IOException, MailException {
        new StartTls(call.peer(), upgrade, lines, call.socket().getOutputStream()).run();
        call.transcript().sentInClear(upgrade.ask());
        call.transcript().sentInClear(upgrade.start());
        call.transcript().note("(" + call.budget().bytes() + " bytes in clear thrown away)");
        return null;
    }

    private Duration upgradeLimit() {
        Duration asked = call.timeouts().handshake();
        return asked.compareTo(LONGEST_UPGRADE) < 0 ? asked : LONGEST_UPGRADE;
    }

    private Connection connected(Stage.Work<Connection> work) throws MailException {
        return call.greetingStage().run(call.socket(), work);
    }

    private MailException noUpgrade() {
        String sentence = Messages.text("starttls.unknown", call.request().dialect().name());
        return new MailException(new Failure.BadSettings(sentence));
    }
}
