package org.postern.ui.tests.window;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a test has started, closed in reverse order. */
final class Belongings implements AutoCloseable {

    private final Deque<AutoCloseable> all = new ArrayDeque<>();

    <T extends AutoCloseable> T keep(T one) {
        all.push(one);
        return one;
    }

    @Override
    public void close() throws Exception {
        while (!all.isEmpty()) {
            all.pop().close();
        }
    }
}
