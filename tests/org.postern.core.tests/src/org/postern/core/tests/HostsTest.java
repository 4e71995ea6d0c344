package org.postern.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.postern.core.Hosts;

import java.util.List;

class HostsTest {

    /** With marks, joiners and the dots of other keyboards; what they mean, IDNA says. */
    @Test
    void namesInEveryScriptMayBeTyped() {
        for (String name :
                List.of(
                        "mail.example.org",
                        "my_host-1",
                        "::1",
                        "fe80::1%eth0",
                        "stra\u00dfe.de",
                        "\u0939\u093f\u0928\u094d\u0926\u0940.example",
                        "\u0dc1\u0dca\u200d\u0dbb\u0dd3.example",
                        "\u4f8b\u3048\u3002jp",
                        "bu\u0308cher.example")) {
            assertEquals(name, Hosts.checked(" " + name + " "));
        }
        assertEquals("::1", Hosts.checked("[::1]"));
    }

    @Test
    void whatIsNoHostNameInAnyScriptIsRefused() {
        for (String name :
                List.of(
                        "",
                        " ",
                        "a b",
                        "a/b",
                        "joe@example.org",
                        "a\tb",
                        "a\u0000b",
                        "a\u00a0b",
                        "a\u2044b",
                        "\u2100.example",
                        "a\u202eb",
                        "a\u00adb",
                        "a\ud83d\udca9",
                        "x".repeat(254))) {
            assertThrows(IllegalArgumentException.class, () -> Hosts.checked(name), name);
        }
    }
}
