package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.security.ConnectionPolicies;
import org.postern.security.ConnectionPolicy;
import org.postern.security.Contribution;
import org.postern.security.IntendedConnection;
import org.postern.security.Judgement;
import org.postern.security.Verdict;
import org.postern.security.Verdict.Level;
import org.postern.security.Verdict.Requirement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class ConnectionPoliciesTest {

    private final List<String> reported = new ArrayList<>();

    @Test
    void aProtectedConnectionIsSimplyAllowed() {
        Judgement judgement = judge(tls());
        assertEquals(Level.ALLOW, judgement.level());
        assertTrue(judgement.verdicts().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org", "192.0.2.1", "localhost.example.org", "127.1"})
    void clearTextThatLeavesThisMachineIsWarnedOf(String host) {
        Judgement judgement = judge(clear(host));
        assertEquals(Level.WARN, judgement.level());
        assertTrue(judgement.warnings().getFirst().contains(host), judgement::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST.", "mail.localhost", "127.0.0.2", "::1"})
    void clearTextWithinThisMachineIsNotWarnedOf(String host) {
        assertEquals(Level.ALLOW, judge(clear(host)).level());
    }

    @Test
    void theStrictestVerdictWinsWhateverTheOrder() {
        ConnectionPolicy deny = c -> Verdict.deny("x", "no");
        ConnectionPolicy allow = c -> Verdict.allow("x");
        assertEquals("no", judge(tls(), deny, allow).denial().orElseThrow().sentence());
        assertEquals("no", judge(tls(), allow, deny).denial().orElseThrow().sentence());
    }

    @Test
    void requirementsUniteAndTellWhoseTheyAre() {
        Judgement judgement =
                judge(
                        tls(),
                        c -> Verdict.require("x", "implicit", Requirement.IMPLICIT_TLS),
                        c -> Verdict.require("x", "newest", Requirement.TLS_1_3));
        assertEquals(
                Set.of(Requirement.IMPLICIT_TLS, Requirement.TLS_1_3), judgement.requirements());
        assertEquals("newest", judgement.requiring(Requirement.TLS_1_3).orElseThrow().sentence());
        assertTrue(judgement.requiring(Requirement.PROTECTED).isEmpty());
    }

    @Test
    void aWarningIsNotLostBesideARequirement() {
        Judgement judgement =
                judge(
                        tls(),
                        c -> Verdict.warn("x", "careful"),
                        c -> Verdict.require("x", "newest", Requirement.TLS_1_3));
        assertEquals(List.of("careful"), judgement.warnings());
        assertEquals(Level.REQUIRE, judgement.level());
    }

    @Test
    void aPolicyThatThrowsDeniesUnderItsOwnName() {
        Judgement judgement =
                judge(
                        tls(),
                        c -> {
                            throw new IllegalStateException("broken");
                        });
        assertEquals("policy 0", judgement.denial().orElseThrow().policy());
        assertEquals(List.of("policy 0"), reported);
    }

    @Test
    void aPolicyWhoseClassesAreMissingDenies() {
        Judgement judgement =
                judge(
                        tls(),
                        c -> {
                            throw new NoClassDefFoundError("gone");
                        });
        assertEquals(Level.DENY, judgement.level());
    }

    @Test
    void aPolicyThatAnswersNullDenies() {
        assertEquals("policy 0", judge(tls(), c -> null).denial().orElseThrow().policy());
    }

    @Test
    void aVerdictBearsTheNameUnderWhichThePolicyWasInstalled() {
        ConnectionPolicy liar = c -> Verdict.deny("somebody else", "no");
        assertEquals("policy 0", judge(tls(), liar).denial().orElseThrow().policy());
    }

    @Test
    void addingAPolicyCanOnlyTighten() {
        Random random = new Random(20_261_124);
        for (int round = 0; round < 5_000; round++) {
            List<ConnectionPolicy> some = policies(random, random.nextInt(5));
            List<ConnectionPolicy> more = new ArrayList<>(some);
            more.add(random.nextInt(more.size() + 1), policies(random, 1).getFirst());
            IntendedConnection connection = random.nextBoolean() ? tls() : clear("example.org");
            assertTighter(judge(connection, some), judge(connection, more));
        }
    }

    private static void assertTighter(Judgement before, Judgement after) {
        assertTrue(after.level().compareTo(before.level()) >= 0, () -> before + " → " + after);
        assertTrue(after.requirements().containsAll(before.requirements()));
        assertTrue(after.warnings().containsAll(before.warnings()));
        assertFalse(before.denial().isPresent() && after.denial().isEmpty());
    }

    private static List<ConnectionPolicy> policies(Random random, int count) {
        List<ConnectionPolicy> policies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            policies.add(policy(random, "sentence " + random.nextInt()));
        }
        return policies;
    }

    private static ConnectionPolicy policy(Random random, String sentence) {
        Requirement[] all = Requirement.values();
        Set<Requirement> some = EnumSet.of(all[random.nextInt(all.length)]);
        some.add(all[random.nextInt(all.length)]);
        return switch (random.nextInt(6)) {
            case 0 -> c -> Verdict.deny("p", sentence);
            case 1 -> c -> new Verdict(Level.REQUIRE, "p", sentence, some);
            case 2 -> c -> Verdict.warn("p", sentence);
            case 3 -> c -> null;
            case 4 ->
                    c -> {
                        throw new IllegalStateException(sentence);
                    };
            default -> c -> Verdict.allow("p");
        };
    }

    private static IntendedConnection tls() {
        return intended("mail.example.org", Security.TLS);
    }

    private static IntendedConnection clear(String host) {
        return intended(host, Security.NONE);
    }

    private static IntendedConnection intended(String host, Security security) {
        return new IntendedConnection(
                new AccountId("a"), "imap", new Endpoint(host, new Port(1)), security);
    }

    private Judgement judge(IntendedConnection connection, ConnectionPolicy... contributed) {
        return judge(connection, List.of(contributed));
    }

    private Judgement judge(IntendedConnection connection, List<ConnectionPolicy> contributed) {
        List<Contribution<ConnectionPolicy>> named = new ArrayList<>();
        for (ConnectionPolicy each : contributed) {
            named.add(Contribution.of("policy " + named.size(), each));
        }
        return new ConnectionPolicies(() -> named, (policy, cause) -> reported.add(policy))
                .judge(connection);
    }
}
