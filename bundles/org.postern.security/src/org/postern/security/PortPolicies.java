package org.postern.security;

import org.postern.core.Port;
import org.postern.security.internal.DefaultPortPolicy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All port policies as one: the contributed ones are asked in order, and the first that answers is
 * heard; the default policy answers last. It uses the port that the transport declares, and after a
 * switch of the security it replaces an empty port or the default of the mode that was left, and
 * keeps every other port.
 *
 * <p>Thread-safe, never waits. A policy that throws or answers with null is passed over and
 * reported.
 */
public final class PortPolicies {

    private static final PortPolicy DEFAULT = new DefaultPortPolicy();

    private final Supplier<List<Contribution<PortPolicy>>> contributed;
    private final PolicyReports reports;

    /**
     * @param contributed the policies that are installed now, first asked first; called for every
     *     question
     * @param reports hears of policies that fail
     */
    public PortPolicies(
            Supplier<List<Contribution<PortPolicy>>> contributed, PolicyReports reports) {
        this.contributed = Objects.requireNonNull(contributed, "contributed");
        this.reports = Objects.requireNonNull(reports, "reports");
    }

    /** The default policy alone. */
    public static PortPolicies builtIn() {
        return new PortPolicies(List::of, PolicyReports.toLog());
    }

    /**
     * The port that is used when the user typed none.
     *
     * @return empty when no policy answers and the transport declares none
     */
    public Optional<Port> defaultPort(PortQuestion question) {
        return first(policy -> policy.defaultPort(question));
    }

    /**
     * What stands in the port field after the user switched the security.
     *
     * @param present what stands there before; empty when nothing does
     * @param from the mode that was left
     * @param to the mode that was chosen; when it is the same question nothing changes
     * @return empty when the field is to be empty
     */
    public Optional<Port> afterSwitch(Optional<Port> present, PortQuestion from, PortQuestion to) {
        if (from.equals(to)) {
            return present;
        }
        PortSwitch change = new PortSwitch(present, from, defaultPort(from), to, defaultPort(to));
        return first(policy -> policy.afterSwitch(change));
    }

    private Optional<Port> first(Function<PortPolicy, Optional<Port>> question) {
        for (Contribution<PortPolicy> each : contributed.get()) {
            Optional<Port> answer = ask(each, question);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return question.apply(DEFAULT);
    }

    private Optional<Port> ask(
            Contribution<PortPolicy> each, Function<PortPolicy, Optional<Port>> question) {
        try {
            return Objects.requireNonNull(question.apply(each.policy()), "answered with null");
        } catch (RuntimeException | LinkageError e) {
            reports.failed(each.id(), e);
            return Optional.empty();
        }
    }
}
