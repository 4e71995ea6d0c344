package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.security.PortPolicies;
import org.postern.security.PortQuestion;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rule of the house over everything that there is: each protocol, each mode to begin with, each
 * port that a field can hold, and all sequences of up to four switches.
 */
class PortRuleTest {

    private static final int LONGEST = 4;

    private final PortPolicies policies = PortPolicies.builtIn();

    /** Protocol families with the ports that their transports declare. */
    enum Family {
        IMAP(143, 993),
        POP(110, 995),
        INVENTED(7, 65_535);

        private final Port plain;
        private final Port tls;
        private final Map<Security, PortQuestion> questions = new EnumMap<>(Security.class);

        Family(int plain, int tls) {
            this.plain = new Port(plain);
            this.tls = new Port(tls);
            for (Security mode : Security.values()) {
                questions.put(mode, new PortQuestion(name(), mode, Optional.of(usual(mode))));
            }
        }

        /** STARTTLS is the plain transport's business. */
        Port usual(Security mode) {
            return mode == Security.TLS ? tls : plain;
        }

        PortQuestion question(Security mode) {
            return questions.get(mode);
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void everyPortFollowsOrStaysAsTheRuleSays(Family family) {
        for (Security mode : Security.values()) {
            walk(family, mode, Optional.empty(), LONGEST);
            for (int port = 1; port <= Port.MAX; port++) {
                walk(family, mode, Optional.of(new Port(port)), LONGEST);
            }
        }
    }

    /** Tries all ways on from here. */
    private void walk(Family family, Security mode, Optional<Port> port, int left) {
        for (Security next : Security.values()) {
            if (next != mode && left > 0) {
                Port kept = port.orElse(family.usual(mode));
                Port expected = kept.equals(family.usual(mode)) ? family.usual(next) : kept;
                Optional<Port> actual = switched(family, mode, next, port);
                if (!actual.equals(Optional.of(expected))) {
                    assertEquals(
                            expected, actual.orElse(null), family + " " + port + " " + mode + next);
                }
                walk(family, next, actual, left - 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void thereAndBackGivesBackEveryPortButTheOtherModesDefault(Family family) {
        for (Security mode : Security.values()) {
            for (Security other : Security.values()) {
                for (int number = 1; number <= Port.MAX; number++) {
                    Port port = new Port(number);
                    boolean takenOver =
                            port.equals(family.usual(other)) && !port.equals(family.usual(mode));
                    Port expected = takenOver && mode != other ? family.usual(mode) : port;
                    Optional<Port> there = switched(family, mode, other, Optional.of(port));
                    Optional<Port> back = switched(family, other, mode, there);
                    if (!back.equals(Optional.of(expected))) {
                        assertEquals(expected, back.orElse(null), family + " " + mode + other);
                    }
                }
            }
        }
    }

    @Test
    void zeroIsNoPortAndSoFollows() {
        Optional<Port> typed = Port.parse("0");
        assertEquals(
                Optional.of(new Port(993)),
                switched(Family.IMAP, Security.NONE, Security.TLS, typed));
    }

    @Test
    void anEmptyFieldStaysEmptyWhenNothingIsSwitched() {
        assertEquals(
                Optional.empty(),
                switched(Family.IMAP, Security.TLS, Security.TLS, Optional.empty()));
    }

    @Test
    void aModeWithoutDefaultEmptiesTheOldDefaultAndKeepsTheUsersPort() {
        PortQuestion plain = Family.IMAP.question(Security.NONE);
        PortQuestion nowhere = new PortQuestion("IMAP", Security.TLS, Optional.empty());
        assertEquals(
                Optional.empty(), policies.afterSwitch(Optional.of(new Port(143)), plain, nowhere));
        Optional<Port> own = Optional.of(new Port(10_143));
        assertEquals(own, policies.afterSwitch(own, plain, nowhere));
    }

    private Optional<Port> switched(
            Family family, Security from, Security to, Optional<Port> present) {
        return policies.afterSwitch(present, family.question(from), family.question(to));
    }
}
