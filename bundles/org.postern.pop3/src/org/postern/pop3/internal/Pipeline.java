package org.postern.pop3.internal;

import java.util.List;

/**
 * Sends one command for each of many messages, several before the first answer where the server can
 * take that (RFC 2449 §6.6).
 */
final class Pipeline {

    /**
     * Commands are so short that this many of them never fill a socket's buffer while the server is
     * writing.
     */
    private static final int WINDOW = 64;

    private final PopWire wire;
    private final int window;

    Pipeline(PopWire wire, Abilities abilities) {
        this.wire = wire;
        this.window = abilities.has("PIPELINING") ? WINDOW : 1;
    }

    /** Takes one answer from the wire, whole. */
    interface Answer<X extends Exception> {
        void read(int number) throws WireException, X;
    }

    <X extends Exception> void run(
            String before, String after, List<Integer> numbers, Answer<X> answer)
            throws WireException, X {
        int sent = 0;
        for (int done = 0; done < numbers.size(); done++) {
            if (sent == done || sent - done <= window / 2) {
                int upTo = Math.min(numbers.size(), done + window);
                for (; sent < upTo; sent++) {
                    wire.write(before + numbers.get(sent) + after);
                }
                wire.flush();
            }
            answer.read(numbers.get(done));
        }
    }
}
