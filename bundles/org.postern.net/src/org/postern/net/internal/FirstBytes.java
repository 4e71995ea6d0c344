package org.postern.net.internal;

import org.postern.core.Speaks;
import org.postern.core.Text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The beginning of what a peer sent, kept to tell afterwards what it was. */
final class FirstBytes {

    private static final int KEPT = 512;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    synchronized void add(byte[] buffer, int offset, int length) {
        bytes.write(buffer, offset, Math.min(length, KEPT - bytes.size()));
    }

    synchronized void clear() {
        bytes.reset();
    }

    synchronized byte[] toArray() {
        return bytes.toByteArray();
    }

    boolean isEmpty() {
        return toArray().length == 0;
    }

    /** Fit to be shown. */
    String said() {
        return Text.visible(text());
    }

    private String text() {
        return new String(toArray(), StandardCharsets.UTF_8);
    }

    Speaks speaks() {
        byte[] raw = toArray();
        if (raw.length == 0) {
            return Speaks.NOTHING;
        }
        return TlsRecord.isStart(raw[0] & 0xff) ? Speaks.TLS : speaks(text());
    }

    /** By the words that each protocol begins with. */
    static Speaks speaks(String text) {
        String start = text.stripLeading().toUpperCase(Locale.ROOT);
        if (start.startsWith("* ")) {
            return Speaks.IMAP;
        }
        if (start.startsWith("+OK") || start.startsWith("-ERR")) {
            return Speaks.POP3;
        }
        if (start.startsWith("SSH-")) {
            return Speaks.SSH;
        }
        if (start.matches("(?s)(HTTP/|<!DOCTYPE|<HTML|<HEAD).*")) {
            return Speaks.HTTP;
        }
        boolean smtp = start.matches("(?s)(220|421|554)[ -].*") && !start.contains("FTP");
        return smtp ? Speaks.SMTP : Speaks.SOMETHING_ELSE;
    }
}
