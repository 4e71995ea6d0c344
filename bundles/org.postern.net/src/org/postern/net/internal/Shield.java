package org.postern.net.internal;

import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.net.Observation;
import org.postern.security.CertificateJudge;
import org.postern.security.Pins;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/** Puts TLS around a call, and tells what was seen of it. */
final class Shield {

    private final Call call;
    private final Handshake handshake;
    private final boolean upgrading;

    /**
     * @param upgrading whether it follows STARTTLS, where clear text is an injection
     */
    Shield(Call call, CertificateJudge judge, Pins pins, boolean upgrading) {
        this.call = call;
        this.upgrading = upgrading;
        Optional<X509Certificate> pin = pins.pinned(call.request().account(), call.peer());
        handshake =
                new Handshake(
                        call.socket(),
                        call.admission().host(),
                        judge,
                        pin,
                        call.request().client());
    }

    Secured raise() throws MailException {
        long start = System.nanoTime();
        try {
            Secured tls = shakeHands();
            tellCertificates();
            Observation.Negotiated negotiated =
                    tls.negotiated(Duration.ofNanos(System.nanoTime() - start));
            call.tell(negotiated);
            call.transcript().note(negotiated.protocol() + " " + negotiated.cipherSuite());
            return tls;
        } catch (MailException e) {
            tellCertificates();
            throw e;
        }
    }

    private Secured shakeHands() throws MailException {
        HandshakeFailure failure =
                new HandshakeFailure(
                        call.peer(), call.socket(), handshake, call.admission(), upgrading);
        return call.stage(Step.HANDSHAKE, call.timeouts().handshake())
                .run(call.socket(), this::negotiate, failure::explain);
    }

    private Secured negotiate() throws IOException {
        return handshake.run(call.peer().port(), call.admission().parameters());
    }

    /** After STARTTLS the first bytes were heard before. */
    private void tellCertificates() {
        if (!upgrading) {
            call.tell(call.socket().first().heard());
        }
        handshake
                .judged()
                .map(judged -> new Observation.Judged(judged.chain(), judged.report()))
                .ifPresent(call::tell);
    }
}
