package org.postern.transport.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Base64;
import java.util.List;

/** Finds secrets where none may be. It does not show what it found. */
record Secrecy(List<String> secrets) {

    /** Searches an exception with its causes and what was suppressed. */
    void assertKeptIn(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        assertKeptIn(thrown.getClass().getName(), trace.toString());
    }

    void assertKeptIn(String where, Object text) {
        for (String secret : secrets) {
            String encoded = Base64.getEncoder().encodeToString(secret.getBytes(UTF_8));
            String searched = String.valueOf(text);
            assertFalse(
                    searched.contains(secret) || searched.contains(encoded),
                    () -> where + " tells a secret");
        }
    }
}
