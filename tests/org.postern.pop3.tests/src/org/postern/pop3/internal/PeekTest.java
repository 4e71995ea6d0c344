package org.postern.pop3.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.transport.CanPeek.Glimpse;

import java.util.List;
import java.util.OptionalLong;

/** Looking into a maildrop without listing all of it. */
class PeekTest {

    private static final String[] FULL = {"+OK", "TOP", "UIDL", "PIPELINING", "USER", "."};

    private static Glimpse peek(Script script, int most) throws Exception {
        try (ScriptedServer server = script.start();
                PopSession session = PopHarness.open(server)) {
            Glimpse seen = session.peek("INBOX", most, new NullProgressMonitor());
            session.close();
            server.assertDone();
            return seen;
        }
    }

    @Test
    void asksForTheLastFewAlone() throws Exception {
        Glimpse seen =
                peek(
                        PopHarness.login(FULL)
                                .expect("STAT")
                                .send("+OK 1000 12345")
                                .expect("TOP 1000 0")
                                .expect("TOP 999 0")
                                .send("+OK", "Subject: new", "", ".")
                                .send("-ERR not that one")
                                .expect("QUIT")
                                .send("+OK bye"),
                        2);
        assertEquals(1000, seen.messages());
        assertEquals(OptionalLong.empty(), seen.unseen());
        assertEquals(
                List.of("Subject: new"),
                seen.newest().stream().map(h -> new String(h, US_ASCII).strip()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+OK", "+OK many", "+OK -1 2", "+OK 99999999999 2"})
    void aCountThatIsNoneBreaksTheSession(String answer) {
        Script script = PopHarness.login(FULL).expect("STAT").send(answer);
        MailException failed = assertThrows(MailException.class, () -> peek(script, 1));
        assertInstanceOf(Failure.ProtocolError.class, failed.failure());
    }

    @Test
    void aRefusalIsSaidSo() {
        Script script = PopHarness.login(FULL).expect("STAT").send("-ERR no");
        MailException failed = assertThrows(MailException.class, () -> peek(script, 1));
        assertInstanceOf(Failure.CommandRefused.class, failed.failure());
    }
}
