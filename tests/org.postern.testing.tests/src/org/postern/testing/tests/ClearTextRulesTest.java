package org.postern.testing.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.testing.ClearTextRules;
import org.postern.testing.RecordingProxy;
import org.postern.testing.ScriptedServer;

class ClearTextRulesTest {

    private static final String RECORD = "\u0016\u0003\u0001\u0000\u0002ab";
    private static final String DATA = "\u0017\u0003\u0003\u0000\u0001x";

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                "a1 CAPABILITY\r\n",
                "CAPA\r\nSTLS\r\n",
                "P0 CAPABILITY\r\nP1 STARTTLS\r\n" + RECORD + DATA,
                RECORD + DATA,
                RECORD + "\u0015\u0003\u0003\u0000\u0002",
                RECORD + "\u0017"
            })
    void passesDiscoveryAndRecords(String sent) {
        ClearTextRules.assertKept(sent.getBytes(ISO_8859_1));
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "a1 LOGIN joe x\r\n",
                "a1 NOOP\r\n",
                "a1 CAPABILITY",
                "a1 CAPABILITY x\r\n",
                "a1 CAPABILITY\n",
                "USER joe\r\n",
                "P1 STARTTLS\r\nP2 LOGIN joe x\r\n" + RECORD,
                "STLS\r\n" + RECORD + "USER joe\r\n",
                RECORD + "a1 CAPABILITY\r\n",
                RECORD + "\u0017\u0000"
            })
    void findsEverythingElse(String sent) {
        byte[] bytes = sent.getBytes(ISO_8859_1);
        assertThrows(AssertionError.class, () -> ClearTextRules.assertKept(bytes));
    }

    @Test
    void doesNotRepeatWhatMayBeASecret() {
        byte[] sent = "a1 LOGIN joe hush-hush\r\n".getBytes(ISO_8859_1);
        AssertionError error =
                assertThrows(AssertionError.class, () -> ClearTextRules.assertKept(sent));
        assertTrue(error.getMessage().contains("a1 LOGIN"), error::getMessage);
        assertFalse(error.getMessage().contains("joe"), error::getMessage);
    }

    @Test
    void looksAtEveryConnectionOfAProxy() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.plain()
                                .expect("{tag} CAPABILITY")
                                .expectClose()
                                .nextConnection()
                                .expect("USER joe")
                                .expectClose()
                                .start();
                RecordingProxy proxy = RecordingProxy.to(server.port()).start()) {
            Line.plain(proxy.port()).write("a1 CAPABILITY\r\n").close();
            Line.plain(proxy.port()).write("USER joe\r\n").close();
            server.assertDone();
            assertThrows(AssertionError.class, () -> ClearTextRules.assertKept(proxy));
            ClearTextRules.assertKept(proxy.sent(1));
        }
    }
}
