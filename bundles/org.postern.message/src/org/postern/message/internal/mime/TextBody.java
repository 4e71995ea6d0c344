package org.postern.message.internal.mime;

import org.postern.message.Warning.UnknownCharset;
import org.postern.message.internal.header.Charsets;
import org.postern.message.internal.header.Clean;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a part.
 *
 * @param cut whether there was more than the limit
 */
record TextBody(String text, boolean cut) {

    private static final int SNIFFED = 2048;
    private static final Pattern META =
            Pattern.compile(
                    "<meta[^>]{1,200}charset\\s*=\\s*[\"']?([\\w:.-]{1,40})",
                    Pattern.CASE_INSENSITIVE);

    static TextBody read(Entity part, int limit, Warnings warnings) throws IOException {
        byte[] content = content(part, limit + 1);
        boolean cut = content.length > limit;
        byte[] bytes = cut ? Arrays.copyOf(content, limit) : content;
        Optional<String> label = part.charset().or(() -> sniff(part, bytes));
        label.filter(name -> !Charsets.isKnown(name))
                .ifPresent(name -> warnings.add(new UnknownCharset(Clean.line(name))));
        return new TextBody(Charsets.decode(bytes, label), cut);
    }

    private static byte[] content(Entity part, int limit) throws IOException {
        try (InputStream content = part.decoding().open(part.body())) {
            return content.readNBytes(limit);
        }
    }

    private static Optional<String> sniff(Entity part, byte[] bytes) {
        if (!part.mediaType().equals("text/html")) {
            return Optional.empty();
        }
        int length = Math.min(SNIFFED, bytes.length);
        Matcher meta = META.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        // A page that can be read as ASCII is not UTF-16, whatever it says.
        return meta.find() && !meta.group(1).toLowerCase(Locale.ROOT).startsWith("utf-16")
                ? Optional.of(meta.group(1))
                : Optional.empty();
    }
}
