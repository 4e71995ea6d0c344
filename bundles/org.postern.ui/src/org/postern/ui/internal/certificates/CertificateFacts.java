package org.postern.ui.internal.certificates;

import org.postern.core.Text;
import org.postern.security.CertificateExpiry;
import org.postern.security.Fingerprint;
import org.postern.ui.internal.Counted;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Fact;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import javax.security.auth.x500.X500Principal;

/** What a person compares of a certificate. */
public final class CertificateFacts {

    private static final int DNS_NAME = 2;
    private static final int ADDRESS = 7;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);

    private CertificateFacts() {}

    /** Subject, issuer, names, dates and fingerprint. */
    public static List<Fact> of(X509Certificate certificate, Instant now) {
        return List.of(
                Fact.of(Messages.Certificate_subject, subject(certificate)),
                Fact.of(Messages.Certificate_issuer, issuer(certificate)),
                Fact.of(Messages.Certificate_names, names(certificate)),
                Fact.of(Messages.Certificate_begins, day(certificate.getNotBefore().toInstant())),
                new Fact(
                        Messages.Certificate_ends,
                        ends(certificate, now),
                        tone(CertificateExpiry.of(certificate, now))),
                Fact.of(Messages.Certificate_fingerprint, fingerprint(certificate)));
    }

    /** The fingerprint on two lines, so that people can compare it. */
    public static String fingerprint(X509Certificate certificate) {
        String text = Fingerprint.of(certificate).text();
        int middle = text.length() / 2;
        return text.substring(0, middle + 1) + "\n" + text.substring(middle + 1);
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName(X500Principal.RFC1779);
    }

    private static String issuer(X509Certificate certificate) {
        boolean self =
                certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
        String name = certificate.getIssuerX500Principal().getName(X500Principal.RFC1779);
        return self ? Messages.bind(Messages.Certificate_self, name) : name;
    }

    /** Short, for a tree: the common name, or all of it where there is none. */
    public static String shortName(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        return Arrays.stream(name.split("(?<!\\\\),"))
                .filter(part -> part.startsWith("CN="))
                .map(part -> part.substring(3))
                .findFirst()
                .orElse(name);
    }

    /** The DNS names and addresses thatit is made out to. */
    public static String names(X509Certificate certificate) {
        try {
            var all = certificate.getSubjectAlternativeNames();
            String text =
                    (all == null ? List.<List<?>>of() : all)
                            .stream()
                                    .filter(
                                            n ->
                                                    n.get(0).equals(DNS_NAME)
                                                            || n.get(0).equals(ADDRESS))
                                    .map(n -> String.valueOf(n.get(1)))
                                    .collect(Collectors.joining(", "));
            return text.isEmpty() ? Messages.Certificate_noNames : Text.visible(text);
        } catch (CertificateParsingException e) {
            return Messages.Certificate_noNames;
        }
    }

    private static String day(Instant instant) {
        return DAY.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** The last day, and how long that is. */
    public static String ends(X509Certificate certificate, Instant now) {
        CertificateExpiry expiry = CertificateExpiry.of(certificate, now);
        String day = day(expiry.ends());
        String days = String.valueOf(Math.abs(expiry.daysLeft()));
        return switch (expiry.standing()) {
            case EXPIRED -> Messages.bind(Messages.Certificate_expired, day);
            case NOT_YET_VALID -> Messages.bind(Messages.Certificate_notYet, day);
            case ENDS_SOON ->
                    Counted.of(
                            expiry.daysLeft(),
                            Messages.Certificate_endsTomorrow,
                            Messages.Certificate_endsSoon,
                            day,
                            days);
            case VALID -> Messages.bind(Messages.Certificate_daysLeft, day, days);
        };
    }

    /** How its dates are to be taken. */
    public static Fact.Tone tone(CertificateExpiry expiry) {
        return switch (expiry.standing()) {
            case EXPIRED, NOT_YET_VALID -> Fact.Tone.ALARM;
            case ENDS_SOON -> Fact.Tone.CAUTION;
            case VALID -> Fact.Tone.PLAIN;
        };
    }
}
