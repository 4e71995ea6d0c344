package org.postern.security;

import org.postern.security.internal.DefaultConnectionPolicy;
import org.postern.security.internal.Messages;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All connection policies as one. Every policy is asked; the strictest verdict wins and
 * requirements unite, so that adding a policy can only tighten. A policy that throws or answers
 * with null, denies.
 *
 * <p>The default policy is always among them: it warns of a connection in clear that leaves this
 * machine. That nothing weaker than TLS 1.2 counts as protected is no policy's choice but built
 * into the Connector.
 *
 * <p>Thread-safe, never waits.
 */
public final class ConnectionPolicies {

    private static final Contribution<ConnectionPolicy> DEFAULT =
            Contribution.of(DefaultConnectionPolicy.ID, new DefaultConnectionPolicy());

    private final Supplier<List<Contribution<ConnectionPolicy>>> contributed;
    private final PolicyReports reports;

    /**
     * @param contributed the policies that are installed now; called for every judgement
     * @param reports hears of policies that fail
     */
    public ConnectionPolicies(
            Supplier<List<Contribution<ConnectionPolicy>>> contributed, PolicyReports reports) {
        this.contributed = Objects.requireNonNull(contributed, "contributed");
        this.reports = Objects.requireNonNull(reports, "reports");
    }

    /** The default policy alone. */
    public static ConnectionPolicies builtIn() {
        return new ConnectionPolicies(List::of, PolicyReports.toLog());
    }

    /** Asks all policies before the first packet is sent. */
    public Judgement judge(IntendedConnection connection) {
        return new Judgement(
                Stream.concat(Stream.of(DEFAULT), contributed.get().stream())
                        .map(each -> verdict(each, connection))
                        .toList());
    }

    private Verdict verdict(Contribution<ConnectionPolicy> each, IntendedConnection connection) {
        try {
            Verdict said = Objects.requireNonNull(each.policy().judge(connection), "null verdict");
            return new Verdict(said.level(), each.id(), said.sentence(), said.requirements());
        } catch (RuntimeException | LinkageError e) {
            reports.failed(each.id(), e);
            return Verdict.deny(each.id(), Messages.text("policy.failed", each.label()));
        }
    }
}
