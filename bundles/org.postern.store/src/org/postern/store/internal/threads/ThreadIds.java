package org.postern.store.internal.threads;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a message says it is and answers to (RFC 5322 §3.6.4), as 64-bit hashes of Message-IDs.
 *
 * @param self 0 when it has no Message-ID
 * @param references the oldest first, the one that it answers to last
 */
public record ThreadIds(long self, List<Long> references) {

    /** A thread longer than this hangs together by the first and the last of them. */
    private static final int MOST = 32;

    public ThreadIds {
        references = List.copyOf(references);
    }

    /** Reads a raw header block; what is malformed in it is passed over. */
    public static ThreadIds of(byte[] headers) {
        HeaderLines lines = new HeaderLines(headers);
        List<Long> self = lines.ids("message-id");
        List<Long> references = lines.ids("references");
        if (references.isEmpty()) {
            references = lines.ids("in-reply-to").stream().limit(1).toList();
        }
        long own = self.isEmpty() ? 0 : self.getFirst();
        List<Long> others = references.stream().filter(id -> id != own).toList();
        return new ThreadIds(own, shortened(others));
    }

    private static List<Long> shortened(List<Long> ids) {
        if (ids.size() <= MOST) {
            return ids;
        }
        List<Long> some = new ArrayList<>(ids.subList(ids.size() - MOST + 1, ids.size()));
        some.addFirst(ids.getFirst());
        return some;
    }

    /** As the database has it. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * (1 + references.size()));
        bytes.putLong(self);
        references.forEach(bytes::putLong);
        return bytes.array();
    }

    /** From the database. */
    public static ThreadIds read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long self = in.remaining() < Long.BYTES ? 0 : in.getLong();
        Long[] references = new Long[in.remaining() / Long.BYTES];
        Arrays.setAll(references, i -> in.getLong());
        return new ThreadIds(self, Arrays.asList(references));
    }
}
