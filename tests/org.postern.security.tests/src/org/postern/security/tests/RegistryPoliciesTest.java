package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.security.ConnectionPolicies;
import org.postern.security.ConnectionPolicy;
import org.postern.security.Contribution;
import org.postern.security.IntendedConnection;
import org.postern.security.PortPolicies;
import org.postern.security.PortPolicy;
import org.postern.security.PortQuestion;
import org.postern.security.RegistryPolicies;
import org.postern.security.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class RegistryPoliciesTest {

    private static final PortQuestion IMAPS =
            new PortQuestion("imap", Security.TLS, Optional.of(new Port(993)));

    private final List<String> reported = new ArrayList<>();
    private final FakeRegistry registry = new FakeRegistry();
    private final RegistryPolicies policies =
            new RegistryPolicies(registry.get(), (policy, cause) -> reported.add(policy));

    /** Found by the registry through its name. */
    public static final class CompanyPorts implements PortPolicy {
        @Override
        public Optional<Port> defaultPort(PortQuestion question) {
            return Optional.of(new Port(1993));
        }
    }

    /** Found by the registry through its name. */
    public static final class NothingInClear implements ConnectionPolicy {
        @Override
        public Verdict judge(IntendedConnection connection) {
            return connection.security().isProtected()
                    ? Verdict.allow("x")
                    : Verdict.deny("x", "Nothing in clear.");
        }
    }

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    @Test
    void aPortPolicyCountsWhileItsPlugInIsThere() {
        PortPolicies ports = new PortPolicies(policies::portPolicies, (policy, cause) -> {});
        assertEquals(Optional.of(new Port(993)), ports.defaultPort(IMAPS));
        registry.add("company", portPolicy("ours", CompanyPorts.class, "1"));
        assertEquals(Optional.of(new Port(1993)), ports.defaultPort(IMAPS));
        registry.remove("company");
        assertEquals(Optional.of(new Port(993)), ports.defaultPort(IMAPS));
    }

    @Test
    void aConnectionPolicyCountsWhileItsPlugInIsThere() {
        assertEquals(Verdict.Level.WARN, judge());
        registry.add("company", connectionPolicy("strict", NothingInClear.class.getName()));
        assertEquals(Verdict.Level.DENY, judge());
        registry.remove("company");
        assertEquals(Verdict.Level.WARN, judge());
    }

    @Test
    void theHighestPriorityComesFirstAndAmongEqualsTheId() {
        registry.add(
                "company",
                portPolicy("b", CompanyPorts.class, "5"),
                portPolicy("low", CompanyPorts.class, "-1"),
                portPolicy("a", CompanyPorts.class, "5"),
                portPolicy("high", CompanyPorts.class, "100"),
                portPolicy("none", CompanyPorts.class, ""));
        assertEquals(
                List.of("high", "a", "b", "none", "low"),
                policies.portPolicies().stream().map(Contribution::id).toList());
    }

    @Test
    void aPolicyIsMadeOnce() {
        registry.add("company", portPolicy("ours", CompanyPorts.class, "1"));
        assertSame(
                policies.portPolicies().getFirst().policy(),
                policies.portPolicies().getFirst().policy());
    }

    @Test
    void aPortPolicyThatCannotBeLoadedIsPassedOverAndReportedOnce() {
        registry.add(
                "company",
                portPolicy("ours", CompanyPorts.class, "1"),
                portPolicy("strange", NothingInClear.class, "2"));
        assertEquals(1, policies.portPolicies().size());
        assertEquals(1, policies.portPolicies().size());
        assertEquals(List.of("strange"), reported);
    }

    @Test
    void aPriorityThatIsNoNumberIsReportedAndCountsAsNone() {
        registry.add("company", portPolicy("ours", CompanyPorts.class, "very high"));
        assertEquals(1, policies.portPolicies().size());
        assertEquals(List.of("ours"), reported);
    }

    @Test
    void aConnectionPolicyThatCannotBeLoadedDenies() {
        registry.add("company", connectionPolicy("strict", "no.such.Policy"));
        assertEquals(Verdict.Level.DENY, judge());
        assertEquals(List.of("strict"), reported);
    }

    @Test
    void aConnectionPolicyOfAnotherTypeDenies() {
        registry.add("company", connectionPolicy("strict", CompanyPorts.class.getName()));
        assertEquals(Verdict.Level.DENY, judge());
    }

    @Test
    void aPolicyWithoutIdBearsTheNameOfItsPlugIn() {
        registry.add("company", connectionPolicy("", NothingInClear.class.getName()));
        assertEquals("company", policies.connectionPolicies().getFirst().id());
    }

    private Verdict.Level judge() {
        Endpoint endpoint = new Endpoint("example.org", new Port(143));
        IntendedConnection clear =
                new IntendedConnection(new AccountId("a"), "imap", endpoint, Security.NONE);
        return new ConnectionPolicies(policies::connectionPolicies, (policy, cause) -> {})
                .judge(clear)
                .level();
    }

    private static String portPolicy(String id, Class<?> type, String priority) {
        return """
        <extension point="%s">
          <portPolicy id="%s" label="L" class="%s" priority="%s"/>
        </extension>
        """
                .formatted(RegistryPolicies.PORT_POINT, id, type.getName(), priority);
    }

    private static String connectionPolicy(String id, String type) {
        assertTrue(type.contains("."));
        return """
        <extension point="%s">
          <connectionPolicy id="%s" label="L" class="%s"/>
        </extension>
        """
                .formatted(RegistryPolicies.CONNECTION_POINT, id, type);
    }
}
