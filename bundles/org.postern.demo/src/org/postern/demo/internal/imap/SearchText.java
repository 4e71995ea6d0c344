package org.postern.demo.internal.imap;

import org.postern.demo.internal.imap.mime.EncodedWords;
import org.postern.demo.internal.imap.mime.Part;
import org.postern.demo.internal.mail.Message;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Conditions on text; header fields are decoded, bodies are searched as they are. */
final class SearchText {
    private SearchText() {}

    static SearchKey header(String name, String wanted) {
        return message ->
                Part.ofMessage(message.content().bytes())
                        .headers()
                        .first(name)
                        .filter(value -> decoded(value).contains(wanted))
                        .isPresent();
    }

    private static String decoded(String latin1) {
        byte[] raw = latin1.getBytes(StandardCharsets.ISO_8859_1);
        String text = new String(raw, StandardCharsets.UTF_8);
        return EncodedWords.decode(text).toLowerCase(Locale.ROOT);
    }

    static SearchKey body(String wanted) {
        return message -> text(message, message.content().bodyStart()).contains(wanted);
    }

    static SearchKey anywhere(String wanted) {
        return message ->
                text(message, 0).contains(wanted) || decoded(header(message)).contains(wanted);
    }

    private static String header(Message message) {
        int end = message.content().bodyStart();
        return new String(message.content().bytes(), 0, end, StandardCharsets.ISO_8859_1);
    }

    private static String text(Message message, int from) {
        byte[] bytes = message.content().bytes();
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT);
    }
}
