package org.postern.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a command reads and writes. Text for people is written in the encoding of the terminal; text
 * for programs is UTF-8 wherever it goes. Safe for several threads: lines are written whole.
 */
public final class Console {

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Charset charset;

    /**
     * @param in not closed here
     * @param charset of the terminal that shows {@code out} and {@code err}
     */
    public Console(InputStream in, OutputStream out, OutputStream err, Charset charset) {
        this.in = Objects.requireNonNull(in, "in");
        this.out = new PrintStream(out, false, charset);
        this.err = new PrintStream(err, true, charset);
        this.charset = charset;
    }

    /** The streams of this process. */
    public static Console ofSystem() {
        return new Console(System.in, System.out, System.err, System.out.charset());
    }

    /** The standard input, raw. */
    public InputStream in() {
        return in;
    }

    /** Whether every character can be shown. */
    public boolean unicode() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Prints a line for people; it is out when this returns. */
    public void line(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }

    /** Prints a line about what is wrong, beside the output. */
    public void error(String text) {
        err.println(text);
    }

    /**
     * Writes a line for programs, in UTF-8; it is out when this returns.
     *
     * @throws IOException when nobody reads any more
     */
    public void data(String line) throws IOException {
        synchronized (out) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            if (out.checkError()) {
                throw new IOException("the output is closed");
            }
        }
    }
}
