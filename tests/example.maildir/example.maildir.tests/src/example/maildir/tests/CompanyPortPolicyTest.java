package example.maildir.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import example.maildir.CompanyPortPolicy;

import org.junit.jupiter.api.Test;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.security.PortPolicy;
import org.postern.security.PortQuestion;

import java.util.Optional;

class CompanyPortPolicyTest {

    private final PortPolicy policy = new CompanyPortPolicy();

    @Test
    void answersForTheProtectedProtocolOfTheCompany() {
        assertEquals(
                Optional.of(new Port(1993)), policy.defaultPort(question("imap", Security.TLS)));
    }

    @Test
    void hasNoOpinionOnAnythingElse() {
        assertEquals(Optional.empty(), policy.defaultPort(question("imap", Security.NONE)));
        assertEquals(Optional.empty(), policy.defaultPort(question("imap", Security.STARTTLS)));
        assertEquals(Optional.empty(), policy.defaultPort(question("pop", Security.TLS)));
    }

    private static PortQuestion question(String protocol, Security security) {
        return new PortQuestion(protocol, security, Optional.of(new Port(993)));
    }
}
