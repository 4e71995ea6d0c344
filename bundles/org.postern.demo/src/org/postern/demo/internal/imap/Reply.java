package org.postern.demo.internal.imap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A response under construction; strings go in as quoted ones or as literals, as they need it. */
final class Reply {
    private static final int QUOTED_LIMIT = 500;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Reply text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Reply literal(byte[] bytes) {
        text("{" + bytes.length + "}\r\n");
        out.writeBytes(bytes);
        return this;
    }

    /** A string, or NIL for none; the text holds one byte per character. */
    Reply nstring(Optional<String> latin1) {
        if (latin1.isEmpty()) {
            return text("NIL");
        }
        String text = latin1.get();
        boolean simple = text.length() < QUOTED_LIMIT && text.chars().allMatch(Reply::quotable);
        return simple
                ? text(ImapText.quote(text))
                : literal(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean quotable(int c) {
        return c >= ' ' && c < 0x7f;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
