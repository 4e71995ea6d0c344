package org.postern.testing;

/** Something that happens to a connection when so many bytes have gone one way. */
record Disturbance(Direction direction, long offset, Kind kind) {

    Disturbance {
        if (offset < 0) {
            throw new IllegalArgumentException("A disturbance before the first byte: " + offset);
        }
    }

    /** What happens. */
    enum Kind {
        CUT,
        RESET,
        STALL,
        TRICKLE
    }
}
