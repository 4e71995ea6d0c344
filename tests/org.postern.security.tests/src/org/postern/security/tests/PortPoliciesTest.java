package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.security.Contribution;
import org.postern.security.PortPolicies;
import org.postern.security.PortPolicy;
import org.postern.security.PortQuestion;
import org.postern.security.PortSwitch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class PortPoliciesTest {

    private static final PortQuestion PLAIN =
            new PortQuestion("imap", Security.NONE, Optional.of(new Port(143)));
    private static final PortQuestion TLS =
            new PortQuestion("imap", Security.TLS, Optional.of(new Port(993)));

    private final List<String> reported = new ArrayList<>();

    @Test
    void theFirstThatAnswersIsHeard() {
        PortPolicies policies = policies(silent(), always(1993), always(2993));
        assertEquals(Optional.of(new Port(1993)), policies.defaultPort(TLS));
    }

    @Test
    void theTransportsPortCountsWhenNobodyElseAnswers() {
        assertEquals(Optional.of(new Port(993)), policies(silent()).defaultPort(TLS));
    }

    @Test
    void aPolicyThatThrowsIsPassedOverAndReported() {
        PortPolicy throwing =
                question -> {
                    throw new IllegalStateException("broken");
                };
        assertEquals(
                Optional.of(new Port(1993)), policies(throwing, always(1993)).defaultPort(TLS));
        assertEquals(List.of("policy 0"), reported);
    }

    @Test
    void aPolicyThatAnswersNullIsPassedOverAndReported() {
        assertEquals(Optional.of(new Port(993)), policies(question -> null).defaultPort(TLS));
        assertEquals(List.of("policy 0"), reported);
    }

    @Test
    void aPolicyWhoseClassesAreMissingIsPassedOverAndReported() {
        PortPolicy unlinked =
                question -> {
                    throw new NoClassDefFoundError("gone");
                };
        assertEquals(Optional.of(new Port(993)), policies(unlinked).defaultPort(TLS));
        assertEquals(List.of("policy 0"), reported);
    }

    @Test
    void aCompanysPortFollowsTheSwitchLikeAnyDefault() {
        PortPolicies policies = policies(onTls(1993));
        assertEquals(of(1993), policies.afterSwitch(of(143), PLAIN, TLS));
        assertEquals(of(1993), policies.afterSwitch(Optional.empty(), PLAIN, TLS));
        assertEquals(of(143), policies.afterSwitch(of(1993), TLS, PLAIN));
    }

    @Test
    void theTransportsPortFollowsTooWhenTheCompanyCameLater() {
        assertEquals(of(143), policies(onTls(1993)).afterSwitch(of(993), TLS, PLAIN));
    }

    @Test
    void anotherPortStaysUnderACompanysPolicyToo() {
        assertEquals(of(5000), policies(onTls(1993)).afterSwitch(of(5000), PLAIN, TLS));
    }

    @Test
    void aPolicyMayDecideTheSwitchItself() {
        PortPolicy stubborn =
                new PortPolicy() {
                    @Override
                    public Optional<Port> defaultPort(PortQuestion question) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Port> afterSwitch(PortSwitch change) {
                        return of(77);
                    }
                };
        assertEquals(of(77), policies(stubborn).afterSwitch(of(5000), PLAIN, TLS));
    }

    private static Optional<Port> of(int port) {
        return Optional.of(new Port(port));
    }

    private static PortPolicy silent() {
        return question -> Optional.empty();
    }

    private static PortPolicy always(int port) {
        return question -> of(port);
    }

    private static PortPolicy onTls(int port) {
        return question -> question.security() == Security.TLS ? of(port) : Optional.empty();
    }

    private PortPolicies policies(PortPolicy... contributed) {
        List<Contribution<PortPolicy>> named = new ArrayList<>();
        for (PortPolicy each : contributed) {
            named.add(Contribution.of("policy " + named.size(), each));
        }
        return new PortPolicies(() -> named, (policy, cause) -> reported.add(policy));
    }
}
