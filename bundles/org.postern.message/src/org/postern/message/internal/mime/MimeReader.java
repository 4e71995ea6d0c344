package org.postern.message.internal.mime;

import jakarta.mail.MessagingException;

import org.postern.message.Bytes;
import org.postern.message.Headers;
import org.postern.message.Warning.Limit;
import org.postern.message.Warning.LimitReached;
import org.postern.message.Warning.Salvaged;
import org.postern.message.internal.Limits;
import org.postern.message.internal.header.HeaderBlock;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the tree of a message within the limits. Jakarta Mail splits; where it throws, finds
 * nothing or would take too long, {@link SalvageSplitter} does. A multipart that nobody can split
 * becomes a text. For one message.
 */
public final class MimeReader {

    private final Warnings warnings = new Warnings();
    private int partsLeft = Limits.PARTS;
    private long scansLeft;

    /** What was noticed so far; further readers of the message add to it. */
    public Warnings warnings() {
        return warnings;
    }

    /** The tree of a message; fails only where the source does. */
    public Entity read(Bytes message) throws IOException {
        scansLeft = Math.max(1 << 20, message.size()) * Limits.SCANS;
        return entity(message, "text/plain", 0);
    }

    private Entity entity(Bytes bytes, String defaultType, int depth) throws IOException {
        HeaderBlock block = HeaderBlock.read(bytes);
        Headers headers = block.headers();
        Bytes body = bytes.slice(block.bodyStart(), bytes.size());
        String type =
                headers.firstRaw("Content-Type").isPresent() ? headers.mediaType() : defaultType;
        if (!type.startsWith("multipart/")) {
            return new Entity(headers, type, body, List.of());
        }
        return multipart(headers, type, body, depth);
    }

    private Entity multipart(Headers headers, String type, Bytes body, int depth)
            throws IOException {
        if (depth >= Limits.DEPTH || scansLeft < body.size()) {
            warnings.add(new LimitReached(Limit.NESTING));
            return new Entity(headers, "application/octet-stream", body, List.of());
        }
        scansLeft -= body.size();
        Optional<String> boundary =
                new Entity(headers, type, body, List.of()).contentType().parameter("boundary");
        List<Entity> children = children(split(body, boundary), type, depth);
        return children.isEmpty()
                ? new Entity(headers, "text/plain", body, List.of())
                : new Entity(headers, type, body, children);
    }

    private List<Entity> children(List<Bytes> parts, String type, int depth) throws IOException {
        String defaultType = type.equals("multipart/digest") ? "message/rfc822" : "text/plain";
        Stream.Builder<Entity> children = Stream.builder();
        for (Bytes part : parts) {
            children.add(entity(part, defaultType, depth + 1));
        }
        return children.build().toList();
    }

    private List<Bytes> split(Bytes body, Optional<String> boundary) throws IOException {
        int most = partsLeft;
        List<Bytes> parts = splitSomehow(body, boundary, most);
        partsLeft -= parts.size();
        if (partsLeft == 0) {
            warnings.add(new LimitReached(Limit.PARTS));
        }
        return parts;
    }

    private List<Bytes> splitSomehow(Bytes body, Optional<String> boundary, int most)
            throws IOException {
        int length = boundary.map(String::length).orElse(0);
        if (body.size() > Limits.SPLIT_BYTES || length > Limits.BOUNDARY) {
            return SalvageSplitter.split(body, boundary, most);
        }
        try {
            List<Bytes> parts = AngusSplitter.split(body, boundary, most);
            return parts.isEmpty() ? salvage(body, boundary, most, "no parts") : parts;
        } catch (MessagingException | RuntimeException e) {
            return salvage(body, boundary, most, String.valueOf(e.getMessage()));
        }
    }

    private List<Bytes> salvage(Bytes body, Optional<String> boundary, int most, String reason)
            throws IOException {
        warnings.add(new Salvaged(reason));
        return SalvageSplitter.split(body, boundary, most);
    }
}
