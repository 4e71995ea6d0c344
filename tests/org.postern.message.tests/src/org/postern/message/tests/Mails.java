package org.postern.message.tests;

import org.postern.message.Attachment;
import org.postern.message.Bytes;
import org.postern.message.Headers;
import org.postern.message.MessageReader;
import org.postern.message.ReadableMessage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Shorthands for mail in tests. */
final class Mails {

    static final byte[] PNG =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    static final String PNG_BASE64 = Base64.getEncoder().encodeToString(PNG);

    private Mails() {}

    /** Reads lines, each ended with CRLF, in UTF-8. */
    static ReadableMessage read(String... lines) {
        return read(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static ReadableMessage read(byte[] message) {
        return read(Bytes.of(message));
    }

    static ReadableMessage read(Bytes message) {
        try {
            return MessageReader.read(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadableMessage html(String html) {
        return read("Content-Type: text/html; charset=utf-8", "", html);
    }

    /** The safe fragment of an HTML mail. */
    static String safe(String html) {
        return html(html).html().orElseThrow().html();
    }

    static ReadableMessage plain(String... lines) {
        return read("Content-Type: text/plain; charset=utf-8\r\n\r\n" + String.join("\r\n", lines));
    }

    static Headers headers(String... lines) {
        return Headers.read(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] content(Attachment attachment) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try {
            attachment.writeTo(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toByteArray();
    }

    static List<String> names(ReadableMessage message) {
        return message.attachments().stream().map(Attachment::name).toList();
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
