package org.postern.diagnosis;

import org.postern.diagnosis.internal.BuiltInRules;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All rules as one. Thread-safe. */
public final class Rules {

    private static final Comparator<RankedRule> ORDER =
            Comparator.comparingInt(RankedRule::rank).thenComparing(RankedRule::id);

    private final Supplier<List<RankedRule>> installed;
    private final RuleReports reports;

    /**
     * @param installed the rules that there are now, in any order; called for every question
     * @param reports hears of rules that fail
     */
    public Rules(Supplier<List<RankedRule>> installed, RuleReports reports) {
        this.installed = Objects.requireNonNull(installed, "installed");
        this.reports = Objects.requireNonNull(reports, "reports");
    }

    /** Postern's own rules alone, without a registry. */
    public static Rules builtIn() {
        return new Rules(BuiltInRules::all, RuleReports.toLog());
    }

    /**
     * The one cause of a failure.
     *
     * @param facts with a failure
     */
    public Finding cause(Facts facts) {
        return findings(facts).findFirst().orElseGet(() -> BuiltInRules.unexplained(facts));
    }

    /**
     * What should be known although it works.
     *
     * @param facts without a failure
     */
    public List<Finding> warnings(Facts facts) {
        return findings(facts).toList();
    }

    private Stream<Finding> findings(Facts facts) {
        return installed.get().stream()
                .sorted(ORDER)
                .map(each -> judge(each, facts))
                .flatMap(Optional::stream);
    }

    private Optional<Finding> judge(RankedRule each, Facts facts) {
        try {
            return Objects.requireNonNull(each.rule().judge(facts), "answered with null");
        } catch (RuntimeException | LinkageError e) {
            reports.failed(each.id(), e);
            return Optional.empty();
        }
    }
}
