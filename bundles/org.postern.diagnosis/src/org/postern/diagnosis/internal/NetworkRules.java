package org.postern.diagnosis.internal;

import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.core.Step;

/** Rules about getting as far as the server. */
public final class NetworkRules {

    private NetworkRules() {}

    public static Finding noSuchHost(Failure.NoSuchHost f) {
        return Finding.of("no-such-host", f.host());
    }

    /**
     * A server without SSL refuses its SSL port; that is worth another sentence than a server that
     * is down.
     */
    public static Finding refused(Mends mends) {
        String cause = mends.security() == Security.TLS ? "refused-ssl-port" : "connection-refused";
        return Finding.of(cause)
                .with(
                        mends.useDefaultPort(),
                        mends.startTls().filter(m -> cause.equals("refused-ssl-port")),
                        mends.untickSsl());
    }

    public static Finding unreachable(Failure.Unreachable f) {
        return Finding.of("unreachable", f.detail());
    }

    public static Finding timedOut(Failure.TimedOut f, Mends mends) {
        String seconds = Long.toString(Math.max(1, f.after().toSeconds()));
        return switch (f.step()) {
            case RESOLVE -> Finding.of("name-time-out", seconds);
            case CONNECT -> Finding.of("time-out", seconds).with(mends.useDefaultPort());
            case HANDSHAKE ->
                    Finding.of("handshake-time-out", seconds)
                            .with(mends.useDefaultPort(), mends.startTls(), mends.untickSsl());
            case GREETING, STARTTLS ->
                    Finding.of("silent-server", seconds)
                            .with(mends.useDefaultPort(), mends.tickSsl());
            case LOGIN, MAIL -> Finding.of("answer-time-out", seconds);
        };
    }

    public static Finding closed(Failure.Closed f, Mends mends) {
        if (!f.said().isEmpty()) {
            return Finding.of("closed-by-server", f.said());
        }
        if (f.step() == Step.HANDSHAKE) {
            return Finding.of("closed-in-handshake")
                    .with(mends.useDefaultPort(), mends.startTls(), mends.untickSsl());
        }
        return Finding.of("closed-silently").with(mends.useDefaultPort());
    }

    public static Finding broken(Failure.Broken f) {
        return Finding.of("connection-broken", f.detail());
    }
}
