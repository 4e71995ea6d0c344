package org.postern.security;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all connection policies together say of an intended connection.
 *
 * @param verdicts those that restrict, strictest first; empty when the connection is simply allowed
 */
public record Judgement(List<Verdict> verdicts) {

    public Judgement {
        verdicts =
                verdicts.stream()
                        .filter(v -> v.level() != Verdict.Level.ALLOW)
                        .sorted(Comparator.comparing(Verdict::level).reversed())
                        .toList();
    }

    /** The strictest level of all. */
    public Verdict.Level level() {
        return verdicts.isEmpty() ? Verdict.Level.ALLOW : verdicts.getFirst().level();
    }

    /** The verdict that forbids the connection, whatever it would be like. */
    public Optional<Verdict> denial() {
        return verdicts.stream().filter(v -> v.level() == Verdict.Level.DENY).findFirst();
    }

    /** Everything that any policy requires. */
    public Set<Verdict.Requirement> requirements() {
        Set<Verdict.Requirement> all = EnumSet.noneOf(Verdict.Requirement.class);
        verdicts.forEach(v -> all.addAll(v.requirements()));
        return Set.copyOf(all);
    }

    /** Who requires it; to be named when it is not met. */
    public Optional<Verdict> requiring(Verdict.Requirement requirement) {
        return verdicts.stream().filter(v -> v.requirements().contains(requirement)).findFirst();
    }

    /** Sentences for the user that go with the connection if it is made. */
    public List<String> warnings() {
        return verdicts.stream()
                .filter(v -> v.level() == Verdict.Level.WARN)
                .map(Verdict::sentence)
                .toList();
    }
}
