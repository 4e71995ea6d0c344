package org.postern.search.internal.index;

import org.postern.store.ChangeFeed.Point;
import org.postern.store.MessageId;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far an index is; kept in each of its commits.
 *
 * @param point the moment of the store that it has followed up to
 * @param walk while it is made anew, the last message that is in it; the changes after the point
 *     are followed when all are
 * @param swept whether messages without a body are in it, by their headers
 */
record Reached(Point point, Optional<MessageId> walk, boolean swept) {

    private static final String FORMAT = "format";
    private static final String STORE = "store";
    private static final String NUMBER = "number";
    private static final String WALK = "walk";
    private static final String SWEPT = "swept";

    /** Where an index that is made anew begins. */
    static Reached nothing(Point now) {
        return new Reached(now, Optional.of(new MessageId(0)), false);
    }

    Reached upTo(Point now) {
        return new Reached(now, walk, swept);
    }

    Reached walked(MessageId last) {
        return new Reached(point, Optional.of(last), swept);
    }

    Reached complete() {
        return new Reached(point, Optional.empty(), swept);
    }

    Reached swept(boolean now) {
        return new Reached(point, walk, now);
    }

    Iterable<Map.Entry<String, String>> written() {
        Map<String, String> data = new HashMap<>();
        data.put(FORMAT, Fields.FORMAT);
        data.put(STORE, Long.toString(point.store()));
        data.put(NUMBER, Long.toString(point.number()));
        data.put(SWEPT, Boolean.toString(swept));
        walk.ifPresent(last -> data.put(WALK, Long.toString(last.value())));
        return data.entrySet();
    }

    /** Empty when that was written by another version, or is nothing. */
    static Optional<Reached> read(Iterable<Map.Entry<String, String>> written) {
        Map<String, String> data = new HashMap<>();
        if (written != null) {
            written.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        if (!Fields.FORMAT.equals(data.get(FORMAT))) {
            return Optional.empty();
        }
        try {
            Point point =
                    new Point(Long.parseLong(data.get(STORE)), Long.parseLong(data.get(NUMBER)));
            Optional<MessageId> walk =
                    Optional.ofNullable(data.get(WALK)).map(Long::valueOf).map(MessageId::new);
            return Optional.of(new Reached(point, walk, Boolean.parseBoolean(data.get(SWEPT))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
