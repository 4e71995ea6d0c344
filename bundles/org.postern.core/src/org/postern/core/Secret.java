package org.postern.core;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A password or token on its way from the credential store to an authentication exchange. It has no
 * text form: {@link #toString()} shows nothing. Close it as soon as it was used; a closed secret
 * throws.
 */
public final class Secret implements AutoCloseable {

    private final char[] characters;
    private boolean closed;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** Takes a copy; the caller wipes its own array. */
    public static Secret of(char[] characters) {
        return new Secret(characters.clone());
    }

    /** A copy of the characters; the caller wipes it. */
    public char[] characters() {
        if (closed) {
            throw new IllegalStateException("the secret was closed");
        }
        return characters.clone();
    }

    /** The same secret again, closed on its own. */
    public Secret copy() {
        if (closed) {
            throw new IllegalStateException("the secret was closed");
        }
        return new Secret(characters.clone());
    }

    /** The secret in UTF-8; the caller wipes it. */
    public byte[] utf8() {
        var buffer = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters()));
        byte[] bytes = Arrays.copyOf(buffer.array(), buffer.limit());
        Arrays.fill(buffer.array(), (byte) 0);
        return bytes;
    }

    /** Whether it holds no character at all. */
    public boolean isEmpty() {
        return characters.length == 0;
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
        closed = true;
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
