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

    /** Set by the product's start script when standard error is a terminal. */
    private static final String TERMINAL = "org.postern.terminal";

    /** So wide is every terminal. */
    private static final int COLUMNS = 79;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Charset charset;
    private final boolean terminal;
    private final Object turn = new Object();
    private int shown;

    /**
     * A console that is no terminal.
     *
     * @param in not closed here
     * @param charset of the terminal that shows {@code out} and {@code err}
     */
    public Console(InputStream in, OutputStream out, OutputStream err, Charset charset) {
        this(in, out, err, charset, false);
    }

    /**
     * @param in not closed here
     * @param charset of the terminal that shows {@code out} and {@code err}
     * @param terminal whether a person sees {@code err} as it is written
     */
    public Console(
            InputStream in, OutputStream out, OutputStream err, Charset charset, boolean terminal) {
        this.in = Objects.requireNonNull(in, "in");
        this.out = new PrintStream(out, false, charset);
        this.err = new PrintStream(err, true, charset);
        this.charset = charset;
        this.terminal = terminal;
    }

    /** The streams of this process. */
    public static Console ofSystem() {
        return new Console(
                System.in,
                System.out,
                System.err,
                System.out.charset(),
                Boolean.getBoolean(TERMINAL));
    }

    /** The standard input, raw. */
    public InputStream in() {
        return in;
    }

    /** Whether every character can be shown. */
    public boolean unicode() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Whether {@link #progress} shows anything. */
    public boolean terminal() {
        return terminal;
    }

    /** Prints a line for people; it is out when this returns. */
    public void line(String text) {
        synchronized (turn) {
            wipe();
            out.println(text);
            out.flush();
        }
    }

    /** Prints a line about what is wrong, beside the output. */
    public void error(String text) {
        synchronized (turn) {
            wipe();
            err.println(text);
        }
    }

    /**
     * Tells on a terminal where the command is, in the place of what was told last; elsewhere
     * nothing.
     *
     * @param text one line; what is too long for a terminal is cut off. Empty removes it
     */
    public void progress(String text) {
        if (!terminal) {
            return;
        }
        synchronized (turn) {
            int length = Math.min(text.length(), COLUMNS);
            err.print("\r" + text.substring(0, length) + " ".repeat(Math.max(0, shown - length)));
            err.print("\r");
            err.flush();
            shown = length;
        }
    }

    private void wipe() {
        if (shown > 0) {
            progress("");
        }
    }

    /**
     * Writes a line for programs, in UTF-8; it is out when this returns.
     *
     * @throws IOException when nobody reads any more
     */
    public void data(String line) throws IOException {
        synchronized (turn) {
            wipe();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            if (out.checkError()) {
                throw new IOException("the output is closed");
            }
        }
    }
}
