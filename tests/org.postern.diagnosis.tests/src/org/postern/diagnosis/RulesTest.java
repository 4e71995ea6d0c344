package org.postern.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.core.Failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class RulesTest {

    private static final Failure FAILURE = new Failure.Refused(Failures.PEER);

    private final List<String> reported = new ArrayList<>();

    @Test
    void theRuleWithTheLowestRankIsHeardAlone() {
        assertEquals("low", cause(rule("high", 20), rule("low", 10), rule("middle", 15)));
    }

    @Test
    void amongEqualsTheIdDecides() {
        assertEquals("a", cause(rule("b", 10), rule("a", 10)));
    }

    @Test
    void aRuleThatThrowsIsPassedOverAndReported() {
        RankedRule broken =
                new RankedRule(
                        "broken",
                        1,
                        facts -> {
                            throw new IllegalStateException("bad day");
                        });
        assertEquals("sound", cause(broken, rule("sound", 2)));
        assertEquals(List.of("broken"), reported);
    }

    @Test
    void aRuleThatAnswersWithNullIsPassedOverAndReported() {
        assertEquals("sound", cause(new RankedRule("null", 1, facts -> null), rule("sound", 2)));
        assertEquals(List.of("null"), reported);
    }

    @Test
    void thereIsACauseEvenWithoutRules() {
        assertEquals("unexplained", cause());
    }

    @Test
    void everyFailureIsExplainedByOurOwnRules() {
        for (Failure failure : Failures.all()) {
            Finding found = Rules.builtIn().cause(SomeFacts.of(Optional.of(failure)));
            assertEquals(false, found.cause().equals("unexplained"), failure::toString);
        }
    }

    @Test
    void allWarningsAreHeardWhereItWorks() {
        Rules rules = rules(rule("b", 2), rule("a", 1));
        assertEquals(
                List.of("a", "b"),
                rules.warnings(SomeFacts.of(Optional.empty())).stream()
                        .map(Finding::cause)
                        .toList());
    }

    private String cause(RankedRule... installed) {
        return rules(installed).cause(SomeFacts.of(Optional.of(FAILURE))).cause();
    }

    private Rules rules(RankedRule... installed) {
        return new Rules(() -> List.of(installed), (id, e) -> reported.add(id));
    }

    private static RankedRule rule(String cause, int rank) {
        Finding found = Finding.of(cause, "seen", "meaning", "advice");
        return new RankedRule(cause, rank, facts -> Optional.of(found));
    }
}
