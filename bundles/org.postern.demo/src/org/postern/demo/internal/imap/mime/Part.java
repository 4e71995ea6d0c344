package org.postern.demo.internal.imap.mime;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A message, or a part of one, as a range of bytes. */
public final class Part {
    private static final int MAX_DEPTH = 50;

    private final byte[] all;
    private final int start;
    private final int bodyStart;
    private final int end;
    private final int depth;
    private final HeaderBlock headers;
    private final ContentType type;

    Part(byte[] all, int start, int end, int depth) {
        this.all = all;
        this.start = start;
        this.end = end;
        this.depth = depth;
        this.bodyStart = bodyStart(all, start, end);
        this.headers = new HeaderBlock(Arrays.copyOfRange(all, start, bodyStart));
        this.type = ContentType.parse(headers.first("Content-Type").orElse("text/plain"));
    }

    public static Part ofMessage(byte[] bytes) {
        return new Part(bytes, 0, bytes.length, 0);
    }

    private static int bodyStart(byte[] all, int start, int end) {
        for (int i = start; i < end - 1; i++) {
            boolean lineStart = i == start || all[i - 1] == '\n';
            if (lineStart && all[i] == '\r' && all[i + 1] == '\n') {
                return i + 2;
            }
        }
        return end;
    }

    public HeaderBlock headers() {
        return headers;
    }

    public ContentType type() {
        return type;
    }

    public byte[] whole() {
        return Arrays.copyOfRange(all, start, end);
    }

    public byte[] body() {
        return Arrays.copyOfRange(all, bodyStart, end);
    }

    public int size() {
        return end - bodyStart;
    }

    public long lines() {
        long lines = 0;
        for (int i = bodyStart; i < end; i++) {
            lines += all[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** The parts of a multipart; none for other types. */
    public List<Part> children() {
        return type.multipart() && depth < MAX_DEPTH
                ? Boundaries.split(all, bodyStart, end, type.parameters().get("boundary"), depth)
                : List.of();
    }

    /** The message inside a message/rfc822 part. */
    public Optional<Part> enclosed() {
        return type.message() && depth < MAX_DEPTH
                ? Optional.of(new Part(all, bodyStart, end, depth + 1))
                : Optional.empty();
    }

    /** A part by its numbers, RFC 9051 section 6.4.5.1. */
    public Optional<Part> find(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return Optional.of(this);
        }
        int number = numbers.get(0);
        List<Integer> rest = numbers.subList(1, numbers.size());
        List<Part> children = children();
        if (children.isEmpty()) {
            return number == 1 && rest.isEmpty() ? Optional.of(this) : Optional.empty();
        }
        return number > children.size()
                ? Optional.empty()
                : children.get(number - 1).findBelow(rest);
    }

    private Optional<Part> findBelow(List<Integer> rest) {
        return rest.isEmpty() ? Optional.of(this) : enclosed().orElse(this).find(rest);
    }
}
