package org.postern.diagnosis.internal.rules;

import org.postern.core.CertificateProblem;
import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Certificates;
import org.postern.diagnosis.internal.Interceptor;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;
import java.util.Set;

/**
 * Software that looks into SSL makes out a certificate of its own for every server, and signs it by
 * its own name.
 */
public final class InterceptionRule implements Rule {

    private static final Set<CertificateProblem> SHOWN =
            Set.of(
                    CertificateProblem.UNKNOWN_ISSUER,
                    CertificateProblem.INCOMPLETE_CHAIN,
                    CertificateProblem.SELF_SIGNED,
                    CertificateProblem.PIN_CHANGED);

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure(Failure.CertificateRejected.class)
                .filter(f -> SHOWN.contains(f.problem()))
                .flatMap(InterceptionRule::intercepted);
    }

    private static Optional<Finding> intercepted(Failure.CertificateRejected f) {
        String issuer = Certificates.issuer(f.chain());
        return Interceptor.of(issuer)
                .map(InterceptionRule::cause)
                .map(cause -> Words.of(cause, f.peer().host(), issuer).finding());
    }

    private static String cause(Interceptor interceptor) {
        return switch (interceptor) {
            case ANTIVIRUS -> "antivirus-intercepts";
            case PROXY -> "proxy-intercepts";
        };
    }
}
