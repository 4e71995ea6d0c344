package org.postern.diagnosis.internal;

import org.postern.core.Failure;
import org.postern.core.Text;
import org.postern.diagnosis.Evidence;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Sibling;
import org.postern.net.Observation;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was seen, as lines for people. */
final class Evidences {

    private Evidences() {}

    /** All that shows a diagnosis, each thing once. */
    static List<Evidence> of(Facts facts, List<Evidence> own) {
        List<Evidence> all = new ArrayList<>(own);
        facts.observations().forEach(seen -> all.addAll(of(seen)));
        facts.failure().ifPresent(failure -> all.addAll(of(failure)));
        facts.siblings().forEach(sibling -> all.add(of(sibling)));
        return all.stream().distinct().toList();
    }

    static List<Evidence> of(Observation seen) {
        return switch (seen) {
            case Observation.Resolved s -> List.of(line("addresses", addresses(s)));
            case Observation.Dialled s -> List.of(line("dialled", dialled(s)));
            case Observation.Heard s -> List.of(line("heard", heard(s)));
            case Observation.Judged s -> certificates(s.chain(), s.report().names());
            case Observation.Negotiated s ->
                    List.of(line("tls", s.protocol() + " " + s.cipherSuite()));
            case Observation.Greeted s -> List.of(line("greeting", Text.visible(s.line())));
            case Observation.Offered s ->
                    List.of(line("capabilities", Text.visible(String.join(" ", s.capabilities()))));
            case Observation.Told s -> List.of(line("said", s.text()));
            case Observation.LoggedIn s -> List.of(line("login", s.login().mechanism()));
        };
    }

    private static String addresses(Observation.Resolved seen) {
        return seen.addresses().stream()
                        .map(java.net.InetAddress::getHostAddress)
                        .collect(Collectors.joining(", "))
                + took(seen.took());
    }

    private static String dialled(Observation.Dialled seen) {
        String outcome =
                seen.failure().map(Outcomes::of).orElse(Messages.format("dialled.accepted"));
        return seen.address().getHostAddress() + ": " + outcome + took(seen.took());
    }

    private static String took(java.time.Duration time) {
        return " (" + Messages.format("evidence.milliseconds", time.toMillis()) + ")";
    }

    private static String heard(Observation.Heard seen) {
        String name = Names.of(seen.speaks());
        return seen.said().isEmpty() ? name : name + ": " + Text.visible(seen.said());
    }

    static List<Evidence> of(Failure failure) {
        return switch (failure) {
            case Failure.CertificateRejected f -> certificates(f.chain(), f.names());
            case Failure.ClearTextOnTlsPort f -> said(f.said());
            case Failure.OtherProtocol f -> said(f.said());
            case Failure.StartTlsRefused f -> said(f.said());
            case Failure.Closed f -> said(f.said());
            case Failure.LoginRejected f -> said(f.said());
            case Failure.CommandRefused f -> said(f.said());
            case Failure.ProtocolError f -> said(f.line());
            default -> List.of();
        };
    }

    private static List<Evidence> said(String words) {
        return words.isEmpty() ? List.of() : List.of(line("said", Text.visible(words)));
    }

    private static List<Evidence> certificates(List<X509Certificate> chain, List<String> names) {
        return chain.isEmpty() ? List.of() : Certificates.evidence(chain, names);
    }

    /** The names that a server's certificate is made out to. */
    static List<Evidence> names(Observation.Judged seen) {
        return List.of(line("names", Text.visible(String.join(", ", seen.report().names()))));
    }

    static Evidence of(Sibling sibling) {
        String way = Messages.format("way." + sibling.security().name(), sibling.endpoint());
        return new Evidence(Messages.format("evidence.way"), way + ": " + outcome(sibling));
    }

    private static String outcome(Sibling sibling) {
        return switch (sibling.outcome()) {
            case Sibling.Outcome.Works works -> Messages.format("way.works");
            case Sibling.Outcome.Unknown unknown -> Messages.format("way.unknown");
            case Sibling.Outcome.Fails fails -> Outcomes.of(fails.failure());
        };
    }

    static List<Evidence> joined(List<Evidence> first, List<Evidence> more) {
        return Stream.concat(first.stream(), more.stream()).distinct().toList();
    }

    static Evidence line(String key, String value) {
        return new Evidence(Messages.format("evidence." + key), value);
    }

    /** Empty text shows nothing. */
    static Optional<Evidence> present(String key, String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(line(key, value));
    }
}
