package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.security.ReferenceHost;

class ReferenceHostTest {

    @ParameterizedTest
    @CsvSource({
        "Mail.Example.ORG, mail.example.org",
        "mail.example.org., mail.example.org",
        "bücher.example, xn--bcher-kva.example",
        "例え.jp, xn--r8jz45g.jp",
        "my_host.example, my_host.example",
        "256.1.1.1, 256.1.1.1"
    })
    void namesAreComparedInOneForm(String typed, String name) {
        ReferenceHost host = ReferenceHost.of(typed);
        assertEquals(name, host.name());
        assertTrue(host.address().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "::1", "2001:db8::1"})
    void literalsAreKnownWithoutAskingTheNetwork(String typed) {
        assertTrue(ReferenceHost.of(typed).address().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:2", ".", "a..b", "faß.example", "σίσυφος.example"})
    void whatCannotBeLookedUpForSureIsRefused(String typed) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> ReferenceHost.of(typed));
        assertTrue(refusal.getMessage().contains(typed), refusal::getMessage);
    }

    @Test
    void aLabelThatIsTooLongIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> ReferenceHost.of("x".repeat(64) + ".org"));
    }
}
