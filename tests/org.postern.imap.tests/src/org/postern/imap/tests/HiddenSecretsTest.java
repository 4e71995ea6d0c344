package org.postern.imap.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.core.Security;
import org.postern.imap.internal.session.Opening;
import org.postern.imap.internal.wire.Limits;
import org.postern.net.Login;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What a log may hear of a login, and what the connection is told. */
class HiddenSecretsTest {

    private static final String BASE64 = "AGpvZQBjb3JyZWN0IGhvcnNlIGJhdHRlcnk=";

    @ParameterizedTest
    @CsvSource({
        "AUTH=PLAIN SASL-IR, PLAIN, 'A1 AUTHENTICATE PLAIN '",
        "X, LOGIN, 'A1 LOGIN \"joe\" '",
    })
    void theSecretGoesWhereNoLogHears(String offered, String mechanism, String shown)
            throws Exception {
        FakeConnection connection =
                new FakeConnection(
                        "* OK [CAPABILITY IMAP4rev1 " + offered + "] hi",
                        "A1 OK [CAPABILITY IMAP4rev1] in\r\n".getBytes(StandardCharsets.US_ASCII));
        Opening.session(
                        Sessions.request(
                                "localhost",
                                143,
                                Security.NONE,
                                Sessions.JOE,
                                Duration.ofSeconds(10)),
                        (request, monitor) -> connection,
                        Limits.DEFAULT,
                        new NullProgressMonitor())
                .close();
        String said = connection.shown();
        assertTrue(said.startsWith(shown + "\r\n"), said);
        assertFalse(said.contains(BASE64) || said.contains("horse"), said);
        assertTrue(connection.hiddenText().matches(".*(horse|" + BASE64 + ").*"));
        assertEquals(Optional.of(new Login(mechanism, true, false)), connection.login());
        assertTrue(connection.offered().containsAll(java.util.List.of(offered.split(" "))));
    }
}
