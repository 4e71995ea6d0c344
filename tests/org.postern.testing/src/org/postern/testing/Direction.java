package org.postern.testing;

/** Which way bytes go through a {@link RecordingProxy}. */
public enum Direction {
    /** From the client that is tested. */
    TO_SERVER,
    /** From the server. */
    TO_CLIENT
}
