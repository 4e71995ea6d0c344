package org.postern.diagnosis.internal;

import org.postern.core.Text;
import org.postern.diagnosis.Evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** Certificates in words. */
public final class Certificates {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .withZone(ZoneId.systemDefault());

    private Certificates() {}

    public static String date(Instant when) {
        return DATE.format(when);
    }

    /** Date and time of day. */
    public static String moment(Instant when) {
        return MOMENT.format(when);
    }

    /** From when on the leaf is valid; a question mark without one. */
    public static String begin(List<X509Certificate> chain) {
        return ofLeaf(chain, leaf -> date(leaf.getNotBefore().toInstant()));
    }

    /** Until when the leaf is valid; a question mark without one. */
    public static String end(List<X509Certificate> chain) {
        return ofLeaf(chain, leaf -> date(leaf.getNotAfter().toInstant()));
    }

    /** Who issued the leaf; a question mark without one. */
    public static String issuer(List<X509Certificate> chain) {
        return ofLeaf(chain, Certificates::issuer);
    }

    private static String ofLeaf(
            List<X509Certificate> chain, Function<X509Certificate, String> what) {
        return chain.stream().findFirst().map(what).orElse("?");
    }

    static String subject(X509Certificate certificate) {
        return Text.visible(certificate.getSubjectX500Principal().getName());
    }

    static String issuer(X509Certificate certificate) {
        return Text.visible(certificate.getIssuerX500Principal().getName());
    }

    /** The leaf in full, and who stands behind it. */
    static List<Evidence> evidence(List<X509Certificate> chain, List<String> names) {
        X509Certificate leaf = chain.getFirst();
        List<Evidence> all = new ArrayList<>();
        all.add(Evidences.line("subject", subject(leaf)));
        all.add(Evidences.line("issuer", issuer(leaf)));
        Evidences.present("names", Text.visible(String.join(", ", names))).ifPresent(all::add);
        all.add(Evidences.line("valid", validity(leaf)));
        all.add(Evidences.line("fingerprint", fingerprint(leaf)));
        chain.stream()
                .skip(1)
                .map(each -> Evidences.line("chain", subject(each) + "; " + validity(each)))
                .forEach(all::add);
        return all;
    }

    private static String validity(X509Certificate certificate) {
        return Messages.format(
                "evidence.dates",
                date(certificate.getNotBefore().toInstant()),
                date(certificate.getNotAfter().toInstant()));
    }

    /** SHA-256 over the certificate, as everybody else shows it. */
    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate without a fingerprint", e);
        }
    }
}
