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

    /** Vectors of UTS 46 and RFC 5892; IDNA 2003 looks up another domain for the first five. */
    @ParameterizedTest
    @CsvSource({
        "fa\u00df.de, xn--fa-hia.de",
        "FA\u00df.DE, xn--fa-hia.de",
        "\u03b2\u03cc\u03bb\u03bf\u03c2.com, xn--nxasmm1c.com",
        "\u0dc1\u0dca\u200d\u0dbb\u0dd3.com, xn--10cl1a0b660p.com",
        "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.com, xn--mgba3gch31f060k.com",
        "fass.de, fass.de",
        "B\u00dcCHER.example, xn--bcher-kva.example",
        "bu\u0308cher.example, xn--bcher-kva.example",
        "XN--BCHER-KVA.Example, xn--bcher-kva.example",
        "xn--fa-hia.de, xn--fa-hia.de",
        "\uff4d\uff41\uff49\uff4c.example, mail.example",
        "\u4f8b\u3048\u3002jp, xn--r8jz45g.jp",
        "\u0939\u093f\u0928\u094d\u0926\u0940.example, xn--j2bd4cyah0f.example",
        "\u05d3\u05d5\u05d0\u05e8.example, xn--4dbfg1f.example",
        "r3---sn-abc.example, r3---sn-abc.example"
    })
    void namesInAnyScriptAreLookedUpAsIdna2008Says(String typed, String name) {
        assertEquals(name, ReferenceHost.of(typed).name());
    }

    @ParameterizedTest
    @CsvSource({
        "a\u200db.example, joiner",
        "a\u200cb.example, joiner",
        "xn--ab-m1t.example, joiner",
        "xn--a.example, xn--",
        "xn--.example, xn--",
        "xn--fass-.example, xn--",
        "xn--FA-\u00df.example, xn--",
        "-b\u00fccher.example, hyphen",
        "b\u00fccher-.example, hyphen",
        "ab--\u00fc.example, hyphen",
        "\u0308bucher.example, accent",
        "\u05d0a.example, directions",
        "b\u00fccher..example, two dots",
        "b\u00fc_cher.example, character",
        "a%b.example, character",
        "\u2100.example, character",
        "\ud83d\udca9.example\u2488com, character"
    })
    void aLabelThatIsNoneIsRefusedWithTheReason(String typed, String reason) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> ReferenceHost.of(typed));
        assertTrue(refusal.getMessage().contains(typed), refusal::getMessage);
        assertTrue(refusal.getMessage().contains(reason), refusal::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "::1", "2001:db8::1"})
    void literalsAreKnownWithoutAskingTheNetwork(String typed) {
        assertTrue(ReferenceHost.of(typed).address().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:2", ".", "a..b", ".a"})
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
