package org.postern.demo.internal.pop;

import java.io.ByteArrayOutputStream;

/** A message as the body of a multi-line response, RFC 1939 section 3. */
final class DotStuffed {
    private DotStuffed() {}

    /** The header and so many lines of the body, complete lines with an extra dot where needed. */
    static byte[] of(byte[] message, int bodyStart, long bodyLines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + 16);
        long lines = 0;
        boolean lineStart = true;
        for (int i = 0; i < message.length && (i < bodyStart || lines < bodyLines); i++) {
            if (lineStart && message[i] == '.') {
                out.write('.');
            }
            out.write(message[i]);
            lineStart = message[i] == '\n';
            lines += lineStart && i >= bodyStart ? 1 : 0;
        }
        if (!lineStart) {
            out.write('\r');
            out.write('\n');
        }
        return out.toByteArray();
    }
}
