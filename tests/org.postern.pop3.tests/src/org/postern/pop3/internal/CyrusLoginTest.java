package org.postern.pop3.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.Login;
import org.postern.net.LoginWish;
import org.postern.testing.Cyrus;
import org.postern.testing.MailServer;
import org.postern.testing.TestUser;

import java.util.Optional;

/** A server that offers -PLUS under TLS and binds to what no Java tells (tls-unique). */
@Timeout(120)
class CyrusLoginTest {

    private static MailServer server;

    @BeforeAll
    static void start() throws Exception {
        server = Cyrus.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static PopSession open(Security security, TestUser user) throws MailException {
        int port = security == Security.TLS ? server.popsPort() : server.popPort();
        return PopSession.open(
                PopHarness.request(port, security, user, LoginWish.PASSWORD),
                PopHarness.connector(),
                new NullProgressMonitor());
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void isLoggedInToWithoutShowingThePassword(Security security) throws Exception {
        try (PopSession session = open(security, server.user())) {
            assertEquals(
                    Optional.of(new Login("SCRAM-SHA-256", false, false)),
                    session.posture().orElseThrow().login());
        }
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void aWrongPasswordIsRejected(Security security) {
        TestUser forgetful = new TestUser(server.user().name(), "wrong");
        Failure failure =
                assertThrows(MailException.class, () -> open(security, forgetful).close())
                        .failure();
        assertInstanceOf(Failure.LoginRejected.class, failure);
    }
}
