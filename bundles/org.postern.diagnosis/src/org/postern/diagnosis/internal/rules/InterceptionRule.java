package org.postern.diagnosis.internal.rules;

import org.postern.core.CertificateProblem;
import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Certificates;
import org.postern.diagnosis.internal.Words;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

    /** Programs on this computer. */
    private static final Pattern ANTIVIRUS =
            Pattern.compile(
                    "(?i)avast|\\bAVG\\b|mail shield|kaspersky|\\bESET\\b|bitdefender|norton"
                            + "|mcafee|g ?data|dr\\.? ?web|adguard|avira");

    /** Machines and programs on the way. */
    private static final Pattern PROXY =
            Pattern.compile(
                    "(?i)zscaler|fortinet|fortigate|blue ?coat|palo alto|sophos|netskope|barracuda"
                            + "|check ?point|untangle|websense|forcepoint|cisco umbrella|mitmproxy"
                            + "|charles proxy|fiddler|burp|squid|ssl.?inspection|tls.?inspection");

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure(Failure.CertificateRejected.class)
                .filter(f -> SHOWN.contains(f.problem()))
                .flatMap(InterceptionRule::intercepted);
    }

    private static Optional<Finding> intercepted(Failure.CertificateRejected f) {
        String issuer = Certificates.issuer(f.chain());
        if (ANTIVIRUS.matcher(issuer).find()) {
            return Optional.of(Words.of("antivirus-intercepts", f.peer().host(), issuer).finding());
        }
        return PROXY.matcher(issuer).find()
                ? Optional.of(Words.of("proxy-intercepts", f.peer().host(), issuer).finding())
                : Optional.empty();
    }
}
