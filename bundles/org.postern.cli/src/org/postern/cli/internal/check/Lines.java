package org.postern.cli.internal.check;

import org.postern.core.Secret;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Lines of UTF-8, with a limit: no input is taken into memory whatever its length. One thread. */
final class Lines {

    /** As long as a line of mail may be; a request is far shorter. */
    static final int LONGEST = 64 * 1024;

    private final InputStream in;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** A line that is no text: too long, or not in UTF-8. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String key) {
            super(key);
        }
    }

    /**
     * @return the line without its end; the caller wipes it; empty at the end of input
     * @throws Unreadable when it is no text; the next call reads the next line
     */
    Optional<char[]> next() throws IOException, Unreadable {
        Wiped line = new Wiped();
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        long length = 0;
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (length++ < LONGEST) {
                line.write(b);
            }
        }
        try {
            if (length > LONGEST) {
                throw new Unreadable("Line.tooLong");
            }
            return Optional.of(line.text());
        } finally {
            line.wipe();
        }
    }

    /** A password: the first line. */
    Optional<Secret> secret() throws IOException, Unreadable {
        Optional<char[]> line = next();
        try {
            return line.map(Secret::of);
        } finally {
            line.ifPresent(characters -> Arrays.fill(characters, '\0'));
        }
    }

    /** Bytes that do not stay. */
    private static final class Wiped extends ByteArrayOutputStream {

        Wiped() {
            // Large enough that it never grows and leaves a copy behind.
            super(LONGEST);
        }

        char[] text() throws Unreadable {
            int end = count > 0 && buf[count - 1] == '\r' ? count - 1 : count;
            try {
                CharBuffer decoded =
                        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buf, 0, end));
                char[] text = Arrays.copyOf(decoded.array(), decoded.limit());
                Arrays.fill(decoded.array(), '\0');
                return text;
            } catch (CharacterCodingException e) {
                throw new Unreadable("Line.notUtf8");
            }
        }

        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
