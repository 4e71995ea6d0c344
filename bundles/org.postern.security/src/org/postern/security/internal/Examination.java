package org.postern.security.internal;

import org.postern.core.CertificateProblem;
import org.postern.core.Text;
import org.postern.security.CertificateReport;
import org.postern.security.CertificateReport.Finding;
import org.postern.security.ReferenceHost;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One judgement of one chain for one host: every check is made, so that all findings are told. */
public final class Examination {

    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private final List<X509Certificate> chain;
    private final ReferenceHost host;
    private final Instant now;
    private final PathCheck path;
    private final Optional<Staple> staple;
    private final List<Finding> findings = new ArrayList<>();

    /** The runtime's check, with or without a socket. */
    @FunctionalInterface
    public interface Runtime {
        void check(PathCheck path, List<X509Certificate> chain) throws CertificateException;
    }

    /**
     * @param staple what the server brought; empty outside of a handshake
     */
    public Examination(
            List<X509Certificate> chain,
            ReferenceHost host,
            Instant now,
            PathCheck path,
            Optional<Staple> staple) {
        this.chain = List.copyOf(chain);
        this.host = host;
        this.now = now;
        this.path = path;
        this.staple = staple;
    }

    public CertificateReport run(Runtime runtime) {
        if (chain.isEmpty()) {
            add(CertificateProblem.OTHER, "certificate.noChain");
            return new CertificateReport(findings, List.of());
        }
        X509Certificate leaf = chain.getFirst();
        SubjectNames names = SubjectNames.of(leaf);
        Issuance issuance = Issuance.of(chain, path, now);
        checkIssuer(issuance);
        findings.addAll(new Validity(issuance, now).findings());
        checkUse(leaf);
        checkNames(names);
        findings.addAll(new Strength(issuance).findings());
        var revocations = path.anchors().revocations();
        findings.addAll(new Revocation(issuance, revocations, staple, now).findings());
        checkRuntime(runtime);
        return new CertificateReport(findings, names.all());
    }

    private void checkIssuer(Issuance issuance) {
        String issuer = Text.visible(issuance.missing().getName());
        switch (issuance.end()) {
            case SELF_SIGNED -> add(CertificateProblem.SELF_SIGNED, "certificate.selfSigned");
            case GAP -> add(CertificateProblem.INCOMPLETE_CHAIN, "certificate.gap", issuer);
            case UNKNOWN ->
                    add(CertificateProblem.UNKNOWN_ISSUER, "certificate.unknownIssuer", issuer);
            case TRUSTED -> {}
        }
    }

    private void checkUse(X509Certificate leaf) {
        if (leaf.getVersion() < 3) {
            add(CertificateProblem.NOT_FOR_SERVERS, "certificate.version1");
        } else if (leaf.getBasicConstraints() >= 0) {
            add(CertificateProblem.NOT_FOR_SERVERS, "certificate.authority");
        } else if (!isForServers(leaf)) {
            add(CertificateProblem.NOT_FOR_SERVERS, "certificate.purpose");
        }
    }

    private static boolean isForServers(X509Certificate leaf) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            return purposes == null
                    || purposes.contains(SERVER_AUTH)
                    || purposes.contains(ANY_PURPOSE);
        } catch (CertificateParsingException e) {
            // A purpose that cannot be read is not known to be this one.
            return false;
        }
    }

    private void checkNames(SubjectNames names) {
        if (!names.match(host)) {
            if (names.all().isEmpty()) {
                add(CertificateProblem.WRONG_HOST, "certificate.wrongHost", host.name());
            } else {
                String all = Text.visible(String.join(", ", names.all()));
                add(CertificateProblem.WRONG_HOST, "certificate.wrongHostNames", host.name(), all);
            }
        }
    }

    private void checkRuntime(Runtime runtime) {
        if (path.anchors().certificates().isEmpty()) {
            // Nobody is trusted; that was found already, and the runtime refuses to look.
            return;
        }
        try {
            runtime.check(path, chain);
        } catch (CertificateException | RuntimeException e) {
            // Certificates of strangers make parsers throw more than they declare; all of it is no.
            findings.addAll(RuntimeObjection.of(e, findings));
        }
    }

    private void add(CertificateProblem problem, String key, Object... values) {
        findings.add(new Finding(problem, Messages.text(key, values)));
    }
}
