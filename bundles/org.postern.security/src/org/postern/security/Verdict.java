package org.postern.security;

import java.util.Objects;
import java.util.Set;

/**
 * What a connection policy says of an intended connection.
 *
 * @param level how strict; {@link #strictest} keeps the highest
 * @param policy the id of the policy that speaks, for evidence
 * @param sentence for the user, in the user's language; empty only with {@link Level#ALLOW}
 * @param requirements what must hold, with {@link Level#REQUIRE}; else empty
 */
public record Verdict(Level level, String policy, String sentence, Set<Requirement> requirements) {

    /** From lenient to strict; the order is the law. */
    public enum Level {
        ALLOW,
        WARN,
        REQUIRE,
        DENY
    }

    /** What a policy may demand of a connection. */
    public enum Requirement {
        /** TLS, implicit or by STARTTLS. */
        PROTECTED,
        /** TLS from the first byte. */
        IMPLICIT_TLS,
        /** TLS 1.3 or later. */
        TLS_1_3
    }

    public Verdict {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(policy, "policy");
        requirements = Set.copyOf(requirements);
        if (level != Level.ALLOW && sentence.isBlank()) {
            throw new IllegalArgumentException("a verdict that restricts must say why: " + policy);
        }
        if ((level == Level.REQUIRE) == requirements.isEmpty()) {
            throw new IllegalArgumentException(
                    "requirements go with REQUIRE and nothing else: " + policy);
        }
    }

    public static Verdict allow(String policy) {
        return new Verdict(Level.ALLOW, policy, "", Set.of());
    }

    public static Verdict warn(String policy, String sentence) {
        return new Verdict(Level.WARN, policy, sentence, Set.of());
    }

    public static Verdict require(String policy, String sentence, Requirement... requirements) {
        return new Verdict(Level.REQUIRE, policy, sentence, Set.of(requirements));
    }

    public static Verdict deny(String policy, String sentence) {
        return new Verdict(Level.DENY, policy, sentence, Set.of());
    }
}
