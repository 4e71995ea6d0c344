package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postern.message.tests.Mails.headers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.core.MailAddress;

import java.util.List;
import java.util.stream.Collectors;

class AddressTest {

    private static String read(String raw) {
        return headers("To: " + raw).to().stream()
                .map(address -> address.name() + "=" + address.address())
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ada@x.org|=ada@x.org",
                "Ada <ada@x.org>|Ada=ada@x.org",
                "\"Lovelace, Ada\" <ada@x.org>, b@y.org|Lovelace, Ada=ada@x.org; =b@y.org",
                "\"A \\\"the\\\" B\" <a@x.org>|A \"the\" B=a@x.org",
                "ada@x.org (Ada L)|Ada L=ada@x.org",
                "(note (nested)) ada@x.org|note (nested)=ada@x.org",
                "friends: a@x.org, b@y.org;|=a@x.org; =b@y.org",
                "undisclosed-recipients:;|``",
                "<@relay.org,@two.org:ada@x.org>|=ada@x.org",
                "=?utf-8?Q?J=C3=BCrgen?= <j@x.org>|Jürgen=j@x.org",
                "=?utf-8?Q?Doe,=20J?= <j@x.org>|Doe, J=j@x.org",
                "\"=?utf-8?Q?J=C3=BCrgen?=\" <j@x.org>|Jürgen=j@x.org",
                "Jürgen <j@x.org>|Jürgen=j@x.org",
                "Ada ada@x.org|Ada=ada@x.org",
                "Just A Name|Just A Name=",
                "Ada <ada@x.org|Ada=ada@x.org",
                "'Ada' <ada@x.org>|Ada=ada@x.org",
                "ada@x.org <ada@x.org>|=ada@x.org",
                "Ada < ada @ x.org >|Ada=ada@x.org",
                ",,; ,|``",
                "a@x.org; b@y.org|=a@x.org; =b@y.org",
                "\"unclosed <a@x.org>|unclosed=a@x.org"
            })
    void readsAddresses(String raw, String expected) {
        assertEquals(expected, read(raw));
    }

    @Test
    void takesSeveralFieldsTogether() {
        assertEquals(
                List.of(new MailAddress("", "a@x.org"), new MailAddress("", "b@x.org")),
                headers("Cc: a@x.org", "CC: b@x.org").cc());
    }

    @Test
    void boundsTheNumberOfAddresses() {
        String many = "\r\n a@b.c,".repeat(60_000);
        assertTrue(headers("To: x@y.z," + many).to().size() <= 10_001);
    }
}
