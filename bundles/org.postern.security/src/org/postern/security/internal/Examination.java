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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/** One judgement of one chain for one host: every check is made, so that all findings are told. */
public final class Examination {

    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private final List<X509Certificate> chain;
    private final ReferenceHost host;
    private final Instant now;
    private final PathCheck path;
    private final List<Finding> findings = new ArrayList<>();

    /** The runtime's check, with or without a socket. */
    @FunctionalInterface
    public interface Runtime {
        void check(PathCheck path, List<X509Certificate> chain) throws CertificateException;
    }

    public Examination(
            List<X509Certificate> chain, ReferenceHost host, Instant now, PathCheck path) {
        this.chain = List.copyOf(chain);
        this.host = host;
        this.now = now;
        this.path = path;
    }

    public CertificateReport run(Runtime runtime) {
        if (chain.isEmpty()) {
            add(CertificateProblem.OTHER, "certificate.noChain");
            return new CertificateReport(findings, List.of());
        }
        X509Certificate leaf = chain.getFirst();
        SubjectNames names = SubjectNames.of(leaf);
        checkIssuer(leaf);
        checkDates(leaf);
        checkUse(leaf);
        checkNames(names);
        findings.addAll(new Strength(chain, path).findings());
        checkRuntime(runtime);
        return new CertificateReport(findings, names.all());
    }

    private void checkIssuer(X509Certificate leaf) {
        boolean ownIssuer = leaf.getIssuerX500Principal().equals(leaf.getSubjectX500Principal());
        if (chain.size() == 1 && ownIssuer && !path.trusts(leaf)) {
            add(CertificateProblem.SELF_SIGNED, "certificate.selfSigned");
        }
    }

    private void checkDates(X509Certificate leaf) {
        Instant begin = leaf.getNotBefore().toInstant();
        Instant end = leaf.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            add(CertificateProblem.EXPIRED, "certificate.expired", day(end));
        } else if (now.isBefore(begin)) {
            add(CertificateProblem.NOT_YET_VALID, "certificate.notYetValid", day(begin));
        }
    }

    private static String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withZone(ZoneId.systemDefault())
                .format(instant);
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
            String issuer = chain.getLast().getIssuerX500Principal().getName();
            add(CertificateProblem.UNKNOWN_ISSUER, "certificate.unknownIssuer", issuer);
            return;
        }
        try {
            runtime.check(path, chain);
        } catch (CertificateException | RuntimeException e) {
            // Certificates of strangers make parsers throw more than they declare; all of it is no.
            findings.addAll(RuntimeObjection.of(e, chain, findings));
        }
    }

    private void add(CertificateProblem problem, String key, Object... values) {
        findings.add(new Finding(problem, Messages.text(key, values)));
    }
}
