package org.postern.testing;

import java.time.Duration;

/**
 * Bytes that came to a {@link RecordingProxy} at once.
 *
 * @param connection counted from one, in the order in which clients connected
 * @param direction which way they went
 * @param at when they came, since the proxy started
 * @param bytes what came; not copied, so treat it as constant
 */
public record Passage(int connection, Direction direction, Duration at, byte[] bytes) {

    @Override
    public String toString() {
        return "%d %s %d ms %d bytes".formatted(connection, direction, at.toMillis(), bytes.length);
    }
}
