package org.postern.net.internal;

import org.postern.core.Speaks;
import org.postern.core.Text;
import org.postern.net.Observation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** The beginning of what a peer sent, kept to tell afterwards what it was. */
final class FirstBytes {

    private static final int KEPT = 512;

    /** The header of a TLS record and the beginning of its content, an alert for example. */
    private static final int RECORD_SHOWN = 7;

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

    /** As evidence. What is not text is told in hexadecimal digits. */
    Observation.Heard heard() {
        Speaks speaks = speaks();
        return new Observation.Heard(speaks, speaks == Speaks.TLS ? digits() : said());
    }

    private String digits() {
        byte[] raw = toArray();
        return HexFormat.ofDelimiter(" ").formatHex(raw, 0, Math.min(raw.length, RECORD_SHOWN));
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
