package org.postern.demo.internal.imap;

import org.postern.demo.internal.net.Wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects one whole command, literals included, RFC 9051 section 4.3 and RFC 7888. */
final class CommandReader {
    private static final int LINE_LIMIT = 65_536;
    private static final int STRANGER_LIMIT = 8_192;
    static final int LITERAL_LIMIT = 32 << 20;
    private static final Pattern LITERAL = Pattern.compile(".*\\{(\\d{1,10})(\\+?)}$");

    private final Wire wire;

    CommandReader(Wire wire) {
        this.wire = wire;
    }

    /**
     * Reads lines and literals until a line ends without announcing one.
     *
     * @param known whether the client has logged in; strangers may send less
     * @return all bytes as they came, without the last line's end
     */
    byte[] read(boolean known) throws IOException {
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        while (true) {
            byte[] line = wire.readLine(LINE_LIMIT);
            command.writeBytes(line);
            Matcher literal = LITERAL.matcher(new String(line, StandardCharsets.ISO_8859_1));
            if (!literal.matches()) {
                return command.toByteArray();
            }
            command.write('\r');
            command.write('\n');
            command.writeBytes(literal(literal, command, known));
        }
    }

    private byte[] literal(Matcher literal, ByteArrayOutputStream command, boolean known)
            throws IOException {
        long size = Long.parseLong(literal.group(1));
        boolean announced = literal.group(2).isEmpty();
        if (command.size() + size > (known ? LITERAL_LIMIT : STRANGER_LIMIT)) {
            throw new TooBig(tagOf(command), announced);
        }
        if (announced) {
            wire.line("+ go ahead").flush();
        }
        return wire.read((int) size);
    }

    private static String tagOf(ByteArrayOutputStream command) {
        return command.toString(StandardCharsets.ISO_8859_1).split(" ", 2)[0];
    }

    /** A literal beyond the limit. One that is already on its way cannot be refused politely. */
    static final class TooBig extends IOException {
        private static final long serialVersionUID = 1L;

        private final String tag;
        private final boolean canGoOn;

        TooBig(String tag, boolean canGoOn) {
            super("literal too big");
            this.tag = tag;
            this.canGoOn = canGoOn;
        }

        String tag() {
            return tag;
        }

        boolean canGoOn() {
            return canGoOn;
        }
    }
}
