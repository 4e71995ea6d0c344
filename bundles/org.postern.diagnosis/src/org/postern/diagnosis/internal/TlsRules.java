package org.postern.diagnosis.internal;

import org.postern.core.Failure;
import org.postern.core.Speaks;

/** Rules about protection that is not there, or is not what it should be. */
public final class TlsRules {

    private TlsRules() {}

    /** SSL asked for, clear text answered. Which port it was decides what most likely helps. */
    public static Finding clearText(Failure.ClearTextOnTlsPort f, Mends mends) {
        String seen = f.said().isEmpty() ? "clear-text.seen.nothing" : "clear-text.seen";
        if (f.speaks() == Speaks.HTTP || f.speaks() == Speaks.SSH || f.speaks() == Speaks.SMTP) {
            return Finding.of("other-protocol-on-ssl-port", Names.of(f.speaks()), f.said())
                    .with(mends.useDefaultPort());
        }
        String cause = mends.portOfTwin() ? "ssl-on-clear-text-port" : "no-ssl-on-port";
        return Finding.of(cause, Names.of(f.speaks()), f.said())
                .with(mends.useDefaultPort(), mends.startTls(), mends.untickSsl())
                .seenAs(seen);
    }

    public static Finding tlsOnly(Mends mends) {
        return Finding.of("clear-text-on-ssl-port").with(mends.tickSsl(), mends.useDefaultPort());
    }

    public static Finding tooOld(Failure.TlsTooOld f) {
        return Finding.of("tls-too-old", f.detail());
    }

    public static Finding noCommonCipher(Failure.NoCommonCipher f) {
        return Finding.of("no-common-cipher", f.detail());
    }

    public static Finding clientCertificate(Failure.ClientCertificateRefused f) {
        String cause =
                switch (f.problem()) {
                    case REQUIRED -> "client-certificate-required";
                    case EXPIRED -> "client-certificate-expired";
                    case REJECTED -> "client-certificate-rejected";
                    case UNREADABLE -> "client-certificate-unreadable";
                };
        return Finding.of(cause, f.detail());
    }

    public static Finding handshake(Failure.HandshakeFailed f) {
        return Finding.of("handshake-failed", f.detail());
    }

    public static Finding startTlsMissing(Mends mends) {
        return Finding.of("starttls-missing").with(mends.tickSsl());
    }

    public static Finding startTlsRefused(Failure.StartTlsRefused f, Mends mends) {
        return Finding.of("starttls-refused", f.said()).with(mends.tickSsl());
    }

    public static Finding injected(Failure.InjectedBeforeTls f) {
        return Finding.of("starttls-injection", Integer.toString(f.bytes()));
    }

    public static Finding preAuthenticated() {
        return Finding.of("preauth");
    }
}
